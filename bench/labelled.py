"""Labelled files that are given to the benchmark: JSON lines, read where they are and never copied."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Dict, FrozenSet, List, Mapping, Optional

#: Without one of these there is nothing to measure; the other files of `Labelled` are extras.
MAIN = ("topics", "crisis", "not_crisis", "out_of_scope")
_GROUPS = ("style", "form", "why")
_FACTS = ("relationship", "carer_age", "person_age", "condition", "voice")
_HOMES = ("carer", "person")


@dataclass(frozen=True)
class Sentence:
    """A text and what it is labelled with; what a file does not say is empty."""

    text: str
    topic: str = ""
    topics: FrozenSet[str] = frozenset()  # any of these is right: `topic` and `also`; of two_needs: both needs
    kind: str = ""  # of risk
    explicit: bool = False
    refused: FrozenSet[str] = frozenset()  # topics named in it, but not wanted
    group: str = ""  # how it is written, or why it is there: to see where misses lie
    facts: Mapping[str, Optional[str]] = field(default_factory=dict)  # what is told; None: it is not


@dataclass(frozen=True)
class Labelled:
    """The labelled files by name; a missing one is an empty list."""

    topics: List[Sentence]
    crisis: List[Sentence]
    not_crisis: List[Sentence]
    out_of_scope: List[Sentence]
    two_needs: List[Sentence] = field(default_factory=list)
    refused: List[Sentence] = field(default_factory=list)
    places: List[Sentence] = field(default_factory=list)
    voices: List[Sentence] = field(default_factory=list)

    @staticmethod
    def read(folder: Path) -> Labelled:
        """Read <name>.jsonl of each field above.

        Raises:
            FileNotFoundError: the folder holds none of topics, crisis, not_crisis and out_of_scope.
            ValueError: a line is not JSON or has no text; the message names file and line.
        """
        files = {one.name: _read(folder / f"{one.name}.jsonl") for one in fields(Labelled)}
        if not any(files[name] for name in MAIN):
            raise FileNotFoundError(f"{folder} holds none of {', '.join(f'{name}.jsonl' for name in MAIN)}")
        return Labelled(**files)

    def files(self) -> Dict[str, List[Sentence]]:
        """Those that hold anything, by name."""
        return {one.name: getattr(self, one.name) for one in fields(self) if getattr(self, one.name)}


def _read(path: Path) -> List[Sentence]:
    if not path.exists():
        return []
    sentences = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                sentences.append(_sentence(json.loads(line)))
            except (ValueError, KeyError) as error:
                raise ValueError(f"{path}:{number}: not a labelled sentence: {error!r}") from error
    return sentences


def _sentence(row: Dict[str, Any]) -> Sentence:
    named = [row["topic"], *(row.get("also") or [])] if row.get("topic") else row.get("topics") or []
    return Sentence(
        text=row["text"],
        topic=row.get("topic") or "",
        topics=frozenset(named),
        kind=row.get("kind") or "",
        explicit=bool(row.get("explicit")),
        refused=frozenset(row.get("not") or []),
        group=next((row[name] for name in _GROUPS if row.get(name)), ""),
        facts=_facts(row),
    )


def _facts(row: Dict[str, Any]) -> Dict[str, Optional[str]]:
    told = {name: row[name] for name in _FACTS if name in row}
    told.update({f"home:{whose}": row[whose] for whose in _HOMES if whose in row})
    return {name: None if value is None else str(value) for name, value in told.items()}
