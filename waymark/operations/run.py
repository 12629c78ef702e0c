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
        say(f"Not ready after {READY_WITHIN_S} s: see .run/processes.log")


def main() -> int:
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
    settings.run_folder.mkdir(parents=True, exist_ok=True)
    with (settings.run_folder / "processes.log").open("a", encoding="utf-8") as log:
        return _serve(settings, model, log)


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
    if manager.returncode not in (0, 130, -2, -15):
        say("Something stopped on its own: see the end of .run/processes.log")
    return manager.returncode or 0


if __name__ == "__main__":
    sys.exit(main())
