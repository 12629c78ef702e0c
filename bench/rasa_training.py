"""Train a pipeline of Rasa's as anyone would, by `rasa train nlu`, in a folder of its own; and be done in time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence

import yaml

from waymark.operations.paths import ROOT

Pipeline = List[Dict[str, Any]]
#: Seconds beyond the limit in which a training that was told to stop has to pack its model.
PACKED_WITHIN_S = 600

_NOTE = "epochs.json"


@dataclass(frozen=True)
class Trained:
    """A model and how far its DIET came: None where no epoch was counted."""

    model: Path
    epochs: Optional[int] = None
    accuracy: Optional[float] = None  # on the texts learnt from, in the last epoch


def write(folder: Path, pipeline: Pipeline, texts: Sequence[str], intents: Sequence[str]) -> None:
    """Write config.yml and nlu.yml there."""
    from rasa.shared.nlu.training_data.message import Message
    from rasa.shared.nlu.training_data.training_data import TrainingData

    config = {"recipe": "default.v1", "assistant_id": "bench", "language": "en", "pipeline": pipeline}
    (folder / "config.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    examples = [Message.build(text=text, intent=intent) for text, intent in zip(texts, intents)]
    TrainingData(examples).persist_nlu(str(folder / "nlu.yml"))


def train(folder: Path, within_s: float, stop_after_s: Optional[float] = None) -> Trained:
    """Train on what `write` left in `folder`, with a cache of its own. DIET ends with the epoch before `stop_after_s`.

    Raises:
        RuntimeError: it failed; the message holds the end of its output, its last line the reason.
        subprocess.TimeoutExpired: it took longer than `within_s`, and was ended.
    """
    launcher = ["rasa"] if stop_after_s is None else ["bench.stopping_rasa", str(stop_after_s), str(folder / _NOTE)]
    command = [
        sys.executable, "-m", *launcher, "train", "nlu", "--config", str(folder / "config.yml"),
        "--nlu", str(folder / "nlu.yml"), "--out", str(folder), "--fixed-model-name", "model",
    ]  # fmt: skip
    environment = {
        **{name: value for name, value in os.environ.items() if name != "OMP_NUM_THREADS"},  # all cores may help
        "RASA_CACHE_DIRECTORY": str(folder / "cache"),
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
    }
    ended = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=within_s
    )
    model = folder / "model.tar.gz"
    if ended.returncode or not model.exists():
        raise RuntimeError(f"{ended.stderr[-2000:]}\nrasa train nlu ended with {ended.returncode}{_last(ended.stderr)}")
    note = json.loads((folder / _NOTE).read_text(encoding="utf-8")) if (folder / _NOTE).exists() else {}
    return Trained(model, note.get("epochs"), note.get("accuracy"))


def _last(output: str) -> str:
    """The last line that is no progress bar, which ends in a carriage return and not in a line."""
    lines = [line.rpartition("\r")[2].strip() for line in output.splitlines()]
    return next((f": {line}" for line in reversed(lines) if line and "it/s" not in line and "s/it" not in line), "")
