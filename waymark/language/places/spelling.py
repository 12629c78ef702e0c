"""Find the place that a misspelt name means, by edit distance (docs/decisions/005 and 013)."""

from __future__ import annotations

import re
from typing import Dict, List, Mapping, NamedTuple, Optional, Sequence

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from waymark.language.places.names import LEAST_LETTERS, Name

#: Names of so many letters may have two of them wrong, shorter ones one. Of several words, which look like others sooner: more.
TWO_WRONG_FROM, TWO_WRONG_FROM_WORDS = 8, 12
#: The longest names looked for, in words: "merthyr tydfil", "stoke on trent".
MOST_WORDS = 3
#: Words and first names a slip away from a town, found by comparing all towns here with the 30,000 commonest words.
_NOT_TOWNS = frozenset(
    "alloy actor anton bailey bailiff barley battered batteries brighter brightly bushes cartridge chestnut clone codes cones consent cores"
    " darby darren darwin diver esther ether fielding goose hardwood hepburn kendall kirby leads leland livingstone lotion"
    " margaret parsley perch prescott purely raleigh rochelle rotterdam sanford scalding seafood softball stains startling"
    " starving sterling sticking stinging stirring striking swirling taunting thatcher walden waterford whitney wines"
    " workings writhing".split()
)


class Meant(NamedTuple):
    """The name that was meant, and how many letters are wrong."""

    name: Name
    wrong: int


class Misspellings:
    """The names that are also found when misspelt, by their first letter: people get that one right."""

    def __init__(self, names: Mapping[str, Name]) -> None:
        self._names: Dict[str, Name] = {}
        for name, meaning in names.items():
            if meaning.misspelt:
                self._names.setdefault(_joined([name]), meaning)
        self._by_letter: Dict[str, List[str]] = {}
        for joined in self._names:
            self._by_letter.setdefault(joined[0], []).append(joined)

    def meant(self, words: Sequence[str], exactly: bool = False) -> Optional[Meant]:
        """The name that `words`, lower case, misspell or divide otherwise ("kentishtown"); None where two are as near.

        `exactly`: no letter may be wrong.
        """
        joined = _joined(words)
        if len(joined) < LEAST_LETTERS or joined in _NOT_TOWNS:
            return None
        if joined in self._names:
            return Meant(self._names[joined], 0)
        allowed = 1 if len(joined) < (TWO_WRONG_FROM if len(words) == 1 else TWO_WRONG_FROM_WORDS) else 2
        names = () if exactly else self._by_letter.get(joined[0], ())
        near = process.extract(joined, names, scorer=DamerauLevenshtein.distance, score_cutoff=allowed, limit=5)
        best = {self._names[name].home: self._names[name] for name, wrong, _ in near if wrong == near[0][1]}
        return Meant(next(iter(best.values())), int(near[0][1])) if len(best) == 1 else None


def _joined(words: Sequence[str]) -> str:
    """Words without what people leave out or put in by mistake."""
    return re.sub(r"[ ']", "", "".join(words))
