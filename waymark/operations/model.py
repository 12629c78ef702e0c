"""The trained model: named after a hash of all it was learnt from, so that no library is loaded to find out if it is current."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Callable, Iterator

from waymark.language.answers.questions import questions_hash
from waymark.operations.paths import DATA, KNOWLEDGE, MODELS, ROOT, RUN
from waymark.operations.settings import Settings


class TrainingFailed(RuntimeError):
    """Rasa could not train; the message says where its output is."""


def model_name() -> str:
    """'waymark-' and a hash of config, domain, data, what is learnt of the knowledge, the components and the lock file."""
    digest = hashlib.sha256()
    for path in sorted(_inputs()):
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    digest.update(questions_hash(KNOWLEDGE).encode())
    return f"waymark-{digest.hexdigest()[:12]}"


def _inputs() -> Iterator[Path]:
    yield from (ROOT / name for name in ("config.yml", "domain.yml", "uv.lock"))
    yield from DATA.rglob("*.yml")
    yield from (ROOT / "waymark" / "language").rglob("*.py")
    for folder in ("places", "lists", "risk"):
        yield from (KNOWLEDGE / folder).rglob("*.yml")


def model_path() -> Path:
    return MODELS / f"{model_name()}.tar.gz"


def train(settings: Settings, progress: Callable[[str], None] = print) -> Path:
    """The current model's file, trained first when it is not there.

    Raises:
        TrainingFailed: Rasa ended with an error.
    """
    path = model_path()
    if path.exists():
        return path
    progress("Teaching the assistant (three to four minutes; only when something it learns from changed) …")
    RUN.mkdir(parents=True, exist_ok=True)
    log = RUN / "train.log"
    started = time.monotonic()
    with log.open("w", encoding="utf-8") as output:
        ended = subprocess.run(
            _command(path), cwd=ROOT, stdout=output, stderr=subprocess.STDOUT, env={**os.environ, **settings.for_rasa()}
        )
    if ended.returncode or not path.exists():
        raise TrainingFailed(f"Training failed: see the end of {log.relative_to(ROOT)}")
    progress(f"Taught in {time.monotonic() - started:.0f} s.")
    for old in MODELS.glob("waymark-*.tar.gz"):
        if old != path:
            old.unlink()
    return path


def _command(path: Path) -> list[str]:
    return [
        sys.executable, "-m", "waymark.rasa", "train", "--config", "config.yml", "--domain", "domain.yml",
        "--data", "data/nlu", "data/rules", "--out", str(MODELS), "--fixed-model-name", path.name.removesuffix(".tar.gz"),
    ]  # fmt: skip
