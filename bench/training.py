"""A training from nothing: in a copy of the project that has no caches, as on the first day."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from waymark.operations.paths import ROOT

TRAINED_WITHIN_S = 900

_LEARNT_FROM = ("waymark", "actions", "data", "knowledge", "config.yml", "domain.yml", "endpoints.yml", "uv.lock")


def seconds() -> float:
    """What `make train` takes there: the encoder converted, all texts embedded, no cache of Rasa's.

    Raises:
        RuntimeError: the training failed; the message holds the end of its log.
    """
    with tempfile.TemporaryDirectory(prefix="waymark-bench-") as working:
        folder = Path(working)
        for name in _LEARNT_FROM:
            _copy(ROOT / name, folder / name)
        started = time.perf_counter()
        ended = subprocess.run(
            [sys.executable, "-m", "waymark.operations.train"],
            cwd=folder,
            env={key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "RASA_CACHE_DIRECTORY")},
            stdout=subprocess.DEVNULL,
            check=False,
            timeout=TRAINED_WITHIN_S,
        )
        took = time.perf_counter() - started
        if ended.returncode:
            log = folder / ".run" / "train.log"
            raise RuntimeError(f"Training failed:\n{log.read_text(encoding='utf-8')[-2000:] if log.exists() else ''}")
        return took


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)
