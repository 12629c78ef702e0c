"""Rasa's own example, made and trained by `rasa init --no-prompt`: what anyone gets who starts with Rasa."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator

from bench.servers import Server, serving
from waymark.operations.paths import CACHE

FOLDER = CACHE / "moodbot"
PORT = 5205
MADE_WITHIN_S = 900

_QUIET = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "SQLALCHEMY_SILENCE_UBER_WARNING": "1"}


def make() -> Path:
    """The folder of the trained moodbot, made when it is not there; kept between runs.

    Raises:
        RuntimeError: `rasa init` failed; the message holds the end of its output.
    """
    if any((FOLDER / "models").glob("*.tar.gz")):
        return FOLDER
    FOLDER.mkdir(parents=True, exist_ok=True)
    ended = subprocess.run(
        [sys.executable, "-m", "rasa", "init", "--no-prompt", "--init-dir", str(FOLDER)],
        cwd=FOLDER,
        env={**os.environ, **_QUIET},
        capture_output=True,
        text=True,
        check=False,
        timeout=MADE_WITHIN_S,
    )
    if not any((FOLDER / "models").glob("*.tar.gz")):
        raise RuntimeError(f"rasa init failed:\n{ended.stdout[-1000:]}\n{ended.stderr[-1000:]}")
    return FOLDER


@contextmanager
def moodbot(logs: Path) -> Iterator[Server]:
    """Served by Rasa as it comes, with its REST channel, on loopback. It answers at `/` once its model is loaded."""
    command = [sys.executable, "-m", "rasa", "run", "-i", "127.0.0.1", "-p", str(PORT)]
    with serving("moodbot", command, make(), _QUIET, f"http://127.0.0.1:{PORT}", "/", logs) as server:
        yield server
