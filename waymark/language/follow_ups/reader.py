"""Read a short message as a follow-up. It knows no conversation: whether there is anything to follow up is for others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Iterable, Optional, Tuple

import yaml

from waymark.knowledge.follow_ups import MOST_WORDS, Match, Patterns, masked
from waymark.language.words import plain

Span = Tuple[int, int]

#: Which of those shown: words -> its place in the list, from 0; -1 is the last.
_RANKS = (
    (r"first|1st|top|number (?:1|one)|option (?:1|one)|no 1", 0),
    (r"second|2nd|middle|number (?:2|two)|option (?:2|two)|no 2", 1),
    (r"third|3rd|number (?:3|three)|option (?:3|three)|no 3", 2),
    (r"last|bottom|final", -1),
)
_WHICH = [(re.compile(rf"\b(?:{words})\b"), rank) for words, rank in _RANKS]
_OTHER = re.compile(r"\b(?:other|next)\b")
#: Kinds in which a number counts: "open at first light" names no first one.
_COUNTED = re.compile(
    r"\b(?:(?:number|option|no) (?:1|2|3|one|two|three)|"
    r"(?:first|second|third|last|1st|2nd|3rd|top|middle|bottom|final|other|next) (?:two|[a-z]+))\b"
)


@dataclass(frozen=True)
class FollowUp:
    """What a follow-up asks (`kind`), and of what: `which` of those shown, or the one called `name`."""

    kind: str
    which: Optional[int] = None  # from 0; -1 is the last
    name: Optional[str] = None
    is_other: bool = False  # "the other one", "the next one": the one after the one talked about

    def to_dict(self) -> Dict[str, Any]:
        return {"kind": self.kind, "which": self.which, "name": self.name, "is_other": self.is_other}


class FollowUpReader:
    """Reads messages by the patterns of knowledge/lists/follow_ups.yml."""

    def __init__(self, root: Path) -> None:
        entries = yaml.load((root / "lists" / "follow_ups.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        self._patterns = Patterns({entry["id"]: entry["words"] for entry in entries})

    def read(self, text: str, places: Iterable[Span] = (), conditions: Iterable[Span] = ()) -> Optional[FollowUp]:
        """The follow-up that `text` is as a whole; None for any other message.

        `places`, `conditions`: (start, end) in `text` of those it names.
        """
        if len(text.split()) > MOST_WORDS:
            return None
        found = self._match(text, list(places), list(conditions))
        if found is None:
            return None
        which, is_other = _which(plain(text))
        return FollowUp(found.kind, which, found.name, is_other)

    def _match(self, text: str, places: list[Span], conditions: list[Span]) -> Optional[Match]:
        """With the names of places and conditions taken out, else as it stands ("is it wheelchair accessible")."""
        with_marks = masked(text, places, conditions)
        return self._patterns.match(with_marks) or (self._patterns.match(text) if with_marks != text else None)


def _which(text: str) -> Tuple[Optional[int], bool]:
    named = _COUNTED.search(text)
    if named is None:
        return None, False
    for words, rank in _WHICH:
        if words.search(named[0]):
            return rank, False
    return None, bool(_OTHER.search(named[0]))
