"""Public sets of utterances and intents, read from CSV files with the columns text, intent, split."""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Tuple

#: Name -> file in the folder given.
FILES = {"BANKING77": "banking77.csv", "CLINC150": "clinc150_full.csv", "HWU64": "hwu64_fold1.csv"}
#: Intent of CLINC150 that is none of its 150: the published figures are of those 150 alone.
OUTSIDE = "oos"

Examples = Tuple[List[str], List[str]]


@dataclass(frozen=True)
class PublicSet:
    """Texts and intents to learn from and to be judged on, in file order."""

    name: str
    train: Examples
    test: Examples

    def few(self, shots: int, seed: int) -> Examples:
        """So many texts of each intent, drawn from its rows in file order by `random.Random(seed).sample`.

        Each intent is drawn for by itself, with the seed anew. One that has fewer gives all.
        """
        by_intent: Dict[str, List[str]] = {}
        for text, intent in zip(*self.train):
            by_intent.setdefault(intent, []).append(text)
        drawn = {
            intent: random.Random(seed).sample(texts, min(shots, len(texts))) for intent, texts in by_intent.items()
        }
        pairs = [(text, intent) for intent, texts in drawn.items() for text in texts]
        return [text for text, _ in pairs], [intent for _, intent in pairs]


def read(folder: Path) -> List[PublicSet]:
    """Those whose files are there.

    Raises:
        FileNotFoundError: none is.
    """
    found = [_read(name, folder / file) for name, file in FILES.items() if (folder / file).exists()]
    if not found:
        raise FileNotFoundError(f"{folder} holds none of {', '.join(FILES.values())}")
    return found


def _read(name: str, path: Path) -> PublicSet:
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["intent"] != OUTSIDE]
    return PublicSet(name, _split(rows, "train"), _split(rows, "test"))


def _split(rows: List[Dict[str, str]], split: str) -> Examples:
    chosen = [row for row in rows if row["split"] == split]
    return [row["text"] for row in chosen], [row["intent"] for row in chosen]
