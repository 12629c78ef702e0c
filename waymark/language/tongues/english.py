"""The words of English messages, as carers type them: misspelt, in Scots, in text-speak."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import FrozenSet, List, Sequence

#: Words of a long message that are read.
MOST_WORDS = 120

#: Names that carers write in English whatever language they write in: they say nothing about it.
NAMES = frozenset("carers carer's carer allowance attendance universal credit pip dla esa nhs gp".split())

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_TIDY = str.maketrans({"’": "'", "ʼ": "'", "‑": "-", "İ": "i"})


@dataclass(frozen=True)
class English:
    """Words that English messages hold: `everyday` ones in many messages, `known` ones in at least two."""

    everyday: FrozenSet[str]
    known: FrozenSet[str]

    @classmethod
    def of(cls, texts: Sequence[str], everyday_share: float = 0.004, least: int = 2) -> English:
        """The English of `texts`, as carers type it."""
        counts: Counter[str] = Counter(word for text in texts for word in set(words_of(text)))
        often = max(least, everyday_share * len(texts))
        return cls(
            frozenset(word for word, count in counts.items() if count >= often),
            frozenset(word for word, count in counts.items() if count >= least),
        )

    def points(self, word: str) -> float:
        return 1.0 if word in self.everyday else 0.5 if word in self.known else 0.0


def words_of(text: str) -> List[str]:
    """The words of a message in small letters, with straight apostrophes, no more than `MOST_WORDS`."""
    tidy = unicodedata.normalize("NFC", text.translate(_TIDY)).lower()
    return _WORD.findall(tidy)[:MOST_WORDS]
