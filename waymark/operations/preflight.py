"""What must be right before anything starts; each problem is one line that says what to do."""

from __future__ import annotations

import shutil
import socket
import sys
import tempfile
from pathlib import Path
from typing import Iterator

from waymark.knowledge.checking import check
from waymark.knowledge.loading import load_knowledge
from waymark.knowledge.problems import BrokenKnowledge
from waymark.operations.paths import KNOWLEDGE, ROOT
from waymark.operations.settings import Settings

#: Free space that a model, its training and a day's conversations need.
LEAST_FREE_BYTES = 500 * 1024 * 1024
MOST_PROBLEMS_SHOWN = 10


def problems(settings: Settings) -> Iterator[str]:
    """One line each."""
    if sys.version_info[:2] != (3, 10):
        yield f"This is Python {sys.version_info.major}.{sys.version_info.minor}; Rasa needs 3.10: install it and run make again."
    free = shutil.disk_usage(ROOT).free
    if free < LEAST_FREE_BYTES:
        yield f"Only {free // 1024**2} MB of disk are free in {ROOT}; make room for at least {LEAST_FREE_BYTES // 1024**2} MB."
    for name, port in (("carers", settings.port), ("Rasa", settings.rasa_port), ("actions", settings.actions_port)):
        if _taken(port):
            yield f"Port {port} (for {name}) is in use: stop what uses it, or choose another with make run PORT=…"
    yield from _unwritable(settings.run_folder)
    yield from _broken_knowledge()


def _unwritable(folder: Path) -> Iterator[str]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        yield f"Nothing can be written in {folder} ({error.strerror}): make it yours, or choose another with WAYMARK_RUN_FOLDER."


def _taken(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def _broken_knowledge() -> Iterator[str]:
    try:
        load_knowledge(KNOWLEDGE, check)
    except BrokenKnowledge as broken:
        yield from (" ".join(str(problem).split()) for problem in broken.problems[:MOST_PROBLEMS_SHOWN])
        if len(broken.problems) > MOST_PROBLEMS_SHOWN:
            yield f"… and {len(broken.problems) - MOST_PROBLEMS_SHOWN} more in the knowledge: see make check."
