"""Small text helpers that several components share."""

from __future__ import annotations

import re
from typing import List

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def plain(text: str) -> str:
    """Lower case, straight quotes, single spaces: what features are made of."""
    return " ".join(text.translate(_QUOTES).lower().split())


def sentences(text: str, least_words: int = 3) -> List[str]:
    """Sentences of at least `least_words` words, shorter ones joined to the next; never empty for a text with words."""
    parts: List[str] = []
    waiting = ""
    for piece in re.split(r"(?<=[.!?])\s+|\n+", text.strip()):
        waiting = f"{waiting} {piece}".strip()
        if len(waiting.split()) >= least_words:
            parts.append(waiting)
            waiting = ""
    if waiting:
        if parts:
            parts[-1] = f"{parts[-1]} {waiting}"
        else:
            parts.append(waiting)
    return parts


def has_words(text: str) -> bool:
    """Whether there is anything to read: at least one letter or digit."""
    return any(character.isalnum() for character in text)
