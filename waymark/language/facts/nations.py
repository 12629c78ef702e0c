"""The nation that a message tells by a name which exists in one nation only, such as a benefit or a body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import List, Mapping, Optional, Pattern, Tuple


@dataclass(frozen=True)
class NationTold:
    """`nation` is a key of the four nations; `start` and `end` count characters."""

    nation: str
    start: int
    end: int


class NationNames:
    """Names of knowledge/lists/nation_names.yml. A message that names things of two nations tells none."""

    def __init__(self, names: Mapping[str, List[str]]) -> None:
        """`names`: nation -> names, small letters. A name of capitals only is written so, as abbreviations are."""
        self._patterns: List[Tuple[str, Pattern[str]]] = [
            (nation, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?!\w)"))
            for nation, words in names.items()
        ]

    def find(self, text: str) -> Optional[NationTold]:
        """The one nation told; `text` has straight apostrophes and no hyphens."""
        lower = text.lower()
        found = [
            NationTold(nation, match.start(), match.end())
            for nation, pattern in self._patterns
            if (match := pattern.search(lower))
        ]
        return found[0] if len(found) == 1 else None
