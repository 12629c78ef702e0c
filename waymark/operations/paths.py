"""Where things are in the project."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KNOWLEDGE = ROOT / "knowledge"
DATA = ROOT / "data"
MODELS = ROOT / "models"
#: Things that can be made again: the converted encoder, logs, databases of a run.
CACHE = ROOT / ".cache"
RUN = ROOT / ".run"
