"""Labelled files that are given to the benchmark: JSON lines, read where they are and never copied."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, FrozenSet, List


@dataclass(frozen=True)
class Sentence:
    """A text and what it is labelled with; what a file does not say is empty."""

    text: str
    topics: FrozenSet[str] = frozenset()  # any of these is right: `topic` and `also`
    kind: str = ""  # of risk
    explicit: bool = False


@dataclass(frozen=True)
class Labelled:
    """The four files; a missing one is an empty list."""

    topics: List[Sentence]
    crisis: List[Sentence]
    not_crisis: List[Sentence]
    out_of_scope: List[Sentence]

    @staticmethod
    def read(folder: Path) -> Labelled:
        """Read topics.jsonl, crisis.jsonl, not_crisis.jsonl and out_of_scope.jsonl.

        Raises:
            FileNotFoundError: the folder holds none of them.
        """
        names = ("topics", "crisis", "not_crisis", "out_of_scope")
        files = [_read(folder / f"{name}.jsonl") for name in names]
        if not any(files):
            raise FileNotFoundError(f"{folder} holds none of {', '.join(f'{name}.jsonl' for name in names)}")
        return Labelled(*files)


def _read(path: Path) -> List[Sentence]:
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_sentence(json.loads(line)) for line in lines if line.strip()]


def _sentence(row: Dict[str, Any]) -> Sentence:
    topics = frozenset([row["topic"], *(row.get("also") or [])]) if row.get("topic") else frozenset()
    return Sentence(row["text"], topics, row.get("kind") or "", bool(row.get("explicit")))
