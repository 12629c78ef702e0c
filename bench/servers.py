"""Start a server on loopback, wait until it would answer, and stop it and all it started, whatever happens."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Iterator, List

import httpx

from bench.processes import Memory, family, memory, started_at
from waymark.operations.paths import ROOT

#: Never 5005 or 5006: a Waymark that serves carers may be running there.
PORT = 5105
CONSOLE_PORT = 5106
READY_WITHIN_S = 120
STOPPED_WITHIN_S = 15


@dataclass
class Server:
    """A server that is ready. `ready_s` is the time from its start until it would have answered a message."""

    name: str
    url: str
    pid: int
    ready_s: float

    def memory(self) -> List[Memory]:
        return memory(self.pid)


@contextmanager
def waymark(run_folder: Path) -> Iterator[Server]:
    """Everything `make run` starts, with conversations in `run_folder`. Train before, or it counts as start-up."""
    environment = {
        "WAYMARK_PORT": str(PORT),
        "WAYMARK_CONSOLE_PORT": str(CONSOLE_PORT),
        "WAYMARK_RUN_FOLDER": str(run_folder),
        "WAYMARK_MESSAGES_A_MINUTE": "1000000",  # one machine plays all carers
    }
    command = [sys.executable, "-m", "waymark.operations.run"]
    with serving("waymark", command, ROOT, environment, f"http://127.0.0.1:{PORT}", "/health", run_folder) as server:
        yield server


@contextmanager
def serving(
    name: str, command: List[str], folder: Path, environment: Dict[str, str], url: str, health: str, logs: Path
) -> Iterator[Server]:
    """Run `command` until the block ends.

    Raises:
        RuntimeError: the port is taken, or it ended or was not ready in time; the message holds the end of its output.
    """
    if _answers(url + health):
        raise RuntimeError(f"Something already answers at {url}: stop it first")
    log = logs / f"{name}.log"
    with log.open("w", encoding="utf-8") as output:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environment}, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            _wait(process, url + health, log)
            yield Server(name, url, process.pid, time.perf_counter() - started)
        finally:
            _stop(process)


def _wait(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    until = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < until and process.poll() is None:
        if _answers(address):
            return
        time.sleep(0.05)
    reason = f"not ready after {READY_WITHIN_S} s" if process.poll() is None else f"ended with {process.returncode}"
    raise RuntimeError(f"{address}: {reason}\n{log.read_text(encoding='utf-8')[-2000:]}")


def _answers(address: str) -> bool:
    try:
        return httpx.get(address, timeout=2).status_code == 200
    except httpx.HTTPError:
        return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ask the first process to end; then end those of its family that are left, each by its number."""
    members = [(pid, started_at(pid)) for pid in family(process.pid)]
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(STOPPED_WITHIN_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    for pid, since in members:
        if since and started_at(pid) == since:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
