"""Read the words that languages in Latin letters are told by (words.yml)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import FrozenSet, List, Optional

import yaml

WORDS = Path(__file__).with_name("words.yml")
#: Letters that are no letter and a mark to Unicode, as they are typed without the mark.
_PLAIN = str.maketrans({"ł": "l", "ı": "i", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "’": "'"})


@dataclass(frozen=True)
class Tongue:
    """One language in Latin letters. `answered`: the language it is answered in; None where it is only not English.

    `words` are without accents, except where the tongue is unreadable without them.
    """

    name: str
    answered: Optional[str]
    letters: FrozenSet[str]
    words: FrozenSet[str]


def without_accents(text: str) -> str:
    """'mężem' as 'mezem'."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text.translate(_PLAIN))
    return "".join(character for character in parts if not unicodedata.combining(character))


def read_tongues(path: Path = WORDS) -> List[Tongue]:
    """All tongues of words.yml, in its order.

    Raises:
        OSError: the file cannot be read.
    """
    return [
        Tongue(
            entry["tongue"],
            entry.get("as"),
            frozenset(unicodedata.normalize("NFC", entry["letters"])),
            frozenset(
                unicodedata.normalize("NFC", word) if entry.get("accents_needed") else without_accents(word)
                for word in entry["words"].split()
            ),
        )
        for entry in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    ]
