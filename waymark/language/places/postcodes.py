"""Find postcodes, whole or half, in the way people write them."""

from __future__ import annotations

import re
from typing import Iterator, Optional

from waymark.language.places.meaning import SHORT
from waymark.language.places.mention import Mention, before
from waymark.language.places.names import Names

_POSTCODE = re.compile(r"\b([A-Za-z]{1,2}\d{1,2}[A-Za-z]?)( ?\d[A-Za-z]{2}| \d[A-Za-z]?)?\b")
#: Half postcodes of one letter are other things too: the M6, vitamin B12, "b4" for "before".
_ONE_LETTER = re.compile(r"[A-Za-z]\d")
_SAID_BEFORE = re.compile(
    r"\b(?:in|near|from|around|at|live in|postcode(?: is|'s)?|post code(?: is|'s)?|(?:is|i'?m|me|s?he'?s|mum|dad|mum'?s|dad'?s)),?:? $",
    re.IGNORECASE,
)
#: School years in Scotland: "I'm in S2" is said by a young carer, "I live in S2" in Sheffield.
_SCHOOL_YEAR = re.compile(r"[Ss][1-6]")
_LIVES_BEFORE = re.compile(r"\b(?:liv\w+|stays?|based|postcode|post code)\b[\w' ]{0,20} $", re.IGNORECASE)


def find_postcodes(names: Names, text: str) -> Iterator[Mention]:
    """Every postcode of an area that is known, by its outward half."""
    for match in _POSTCODE.finditer(text):
        home = _district(names, match.group(1).upper())
        if home and (match.group(2) or _is_meant(match.group(1), match.start(), text)):
            yield Mention(home, match.start(), match.end())


def _is_meant(outward: str, start: int, text: str) -> bool:
    """Whether a half postcode is one, and no motorway, vitamin or school year."""
    if not _ONE_LETTER.match(outward) or len(text.split()) <= SHORT - 2:
        return True
    so_far = before(text, start)
    pattern = _LIVES_BEFORE if _SCHOOL_YEAR.fullmatch(outward) else _SAID_BEFORE
    return bool(pattern.search(so_far)) or bool(re.search(r"[\w)], ?$", so_far))


def _district(names: Names, outward: str) -> Optional[str]:
    """Its own entry, else that of the district it is a part of (WC1H: WC1), else the nation of its area."""
    for code in (outward, re.sub(r"[A-Z]$", "", outward)):
        if code in names.districts:
            return names.districts[code]
    return names.areas.get(re.sub(r"\d.*", "", outward))
