"""Start everything and keep it running: python -m waymark.operations.run.

Rasa, its action server and the web service run side by side; the first to end ends all, and so does Ctrl-C.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path
from typing import Dict, TextIO

import httpx
from honcho.manager import Manager
from honcho.printer import Printer

from waymark.operations.model import TrainingFailed, train
from waymark.operations.paths import ROOT
from waymark.operations.preflight import problems
from waymark.operations.retention import keep_forgetting
from waymark.operations.settings import Settings, WrongSetting, read_settings

READY_WITHIN_S = 120
#: What honcho returns after SIGINT (Ctrl-C) and SIGTERM.
ENDED_BY_SIGNAL = (130, 143)


def say(line: str) -> None:
    print(line, flush=True)


def processes(settings: Settings, model: Path) -> Dict[str, str]:
    """Name and command of each process."""
    python = sys.executable
    return {
        "actions": f"{python} -m actions.serve",
        "rasa": f"{python} -m waymark.rasa run --enable-api --auth-token {settings.rasa_token()} -i 127.0.0.1 "
        f"-p {settings.rasa_port} --model {model} --endpoints endpoints.yml --credentials credentials.yml",
        "web": f"{python} -m waymark.web",
    }


def announce_when_ready(settings: Settings, stopped: threading.Event) -> None:
    """Print the address as soon as a message would be answered."""
    started = time.monotonic()
    while not stopped.is_set() and time.monotonic() - started < READY_WITHIN_S:
        try:
            health = httpx.get(f"http://127.0.0.1:{settings.port}/health", timeout=2)
            if health.status_code == 200:
                say(
                    f"\nReady after {time.monotonic() - started:.0f} s.  Open  http://127.0.0.1:{settings.port}  (Ctrl-C stops it)\n"
                )
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.3)
    if not stopped.is_set():
        say(f"Not ready after {READY_WITHIN_S} s: see {settings.run_folder / 'processes.log'}")


def main() -> int:
    """0 when Ctrl-C or SIGTERM ended it, so that make has nothing to complain of."""
    try:
        return _run()
    except KeyboardInterrupt:
        say("\nStopped.")
        return 0


def _run() -> int:
    try:
        settings = read_settings()
    except WrongSetting as error:
        say(str(error))
        return 2
    found = list(problems(settings))
    for problem in found:
        say(problem)
    if found:
        return 1
    try:
        model = train(settings, say)
    except TrainingFailed as error:
        say(str(error))
        return 1
    say("Starting …")
    os.umask(0o077)  # log and conversations hold what carers wrote: for the owner only
    with _fresh_log(settings.run_folder) as log:
        return _serve(settings, model, log)


def _fresh_log(folder: Path) -> TextIO:
    """The log of this start alone. Removed first, since an old file would keep its mode; appended to, so that it can be rotated."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "processes.log"
    path.unlink(missing_ok=True)
    return path.open("a", encoding="utf-8")


def _serve(settings: Settings, model: Path, log: TextIO) -> int:
    manager = Manager(Printer(log, colour=False))
    environment = {
        **os.environ,
        **settings.for_rasa(),
        "PYTHONUNBUFFERED": "1",
        "WAYMARK_SECRET": settings.signing_secret(),
    }
    for name, command in processes(settings, model).items():
        manager.add_process(name, command, cwd=str(ROOT), env=environment)
    stopped = threading.Event()
    threading.Thread(target=announce_when_ready, args=(settings, stopped), daemon=True).start()
    threading.Thread(target=keep_forgetting, args=(settings, stopped), daemon=True).start()
    try:
        manager.loop()
    finally:
        stopped.set()
        log.flush()
    if manager.returncode in ENDED_BY_SIGNAL:
        say("\nStopped.")
        return 0
    say(f"Something stopped on its own: see the end of {log.name}")
    return manager.returncode or 1


if __name__ == "__main__":
    sys.exit(main())
