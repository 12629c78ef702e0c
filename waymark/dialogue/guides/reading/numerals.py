"""Numbers in words: 'a hundred and eighty' becomes '180', so that all else need only look for digits."""

from __future__ import annotations

import re
from typing import Dict, List, Tuple

_ONES = "zero one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL: Dict[str, int] = {
    **{word: number for number, word in enumerate(f"{_ONES} {_TEENS}".split())},
    **{word: 10 * number for number, word in enumerate(_TENS.split(), 2)},
    **{"fourty": 40, "forteen": 14, "ninty": 90, "fivty": 50, "twelth": 12},
}
_LARGE = {"hundred": 100, "thousand": 1000, "grand": 1000}
_WORD = "|".join([*_SMALL, *_LARGE])
#: A run of number words; 'and' belongs to it after hundred and thousand only ("between thirty and forty" are two).
_SPELT = re.compile(
    rf"\b(?:an? (?=hundred|thousand)|(?!grand|hundred|thousand))(?:{_WORD})"
    rf"(?:(?:(?:(?<=hundred)|(?<=thousand)) and |[ -])(?:{_WORD}))*\b"
)
_QUOTES = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "½": ".5"})
#: Said as one number: found before words are taken apart.
_PHRASES: List[Tuple[re.Pattern[str], str]] = [
    (
        re.compile(
            r"\b(no|any|every|each|this|that|the|other|which|in|in a) one\b(?! (?:hundred|thousand|and|hour|hr|day|night|week|month|year))"
        ),
        r"\1 person",
    ),
    (re.compile(r"\btwenty[ -]?four[ /-]?seven\b"), "24/7"),
    (re.compile(r"\b(?:a |one )?half an? (?=hour|day|year)"), "0.5 "),
    (re.compile(r"\ban? (hour|day|week|month|year) and a half\b"), r"1.5 \1"),
    (re.compile(r"\b(one|two|three|four|five|six|seven|eight|nine|ten) and a half\b"), r"\1.5"),
    (re.compile(r"\b(\d+) and a half\b"), r"\1.5"),
    (re.compile(r"\b(?:a few|few) hundred\b"), "300"),
    (re.compile(r"\b(?:a )?couple of hundred\b"), "200"),
    (re.compile(r"\b(?:a few|few) thousand\b"), "3000"),
    (re.compile(r"\b(?:a )?couple of thousand\b"), "2000"),
    (re.compile(r"\ba couple(?: of)?\b|\bcouple of\b"), "2"),
    (re.compile(r"\ba few\b"), "3"),
    (re.compile(r"\bhalf a dozen\b"), "6"),
    (re.compile(r"\ba dozen\b"), "12"),
    (re.compile(r"(?<=\d),(?=\d{3}\b)"), ""),
    *((re.compile(rf"\b{tens[:-1]}ies\b"), f"{number}0s") for number, tens in enumerate(_TENS.split(), 2)),
]
_THOUSANDS = re.compile(r"\b(\d+(?:\.\d+)?) ?(?:k|grand|thousand)\b")
_YEAR = re.compile(r"\b(19|20) (\d\d)\b")


def in_digits(text: str) -> str:
    """`text` in small letters, with straight quotes and single spaces, its numbers in digits."""
    plain = " ".join(text.translate(_QUOTES).lower().split())
    for pattern, digits in _PHRASES:
        plain = pattern.sub(digits, plain)
    plain = _THOUSANDS.sub(lambda match: f"{float(match[1]) * 1000:.10g}", plain)
    plain = _SPELT.sub(lambda match: _value(match[0]), plain)
    return _YEAR.sub(r"\1\2", plain)


def _value(words: str) -> str:
    """The numbers that a run of number words makes: mostly one, but 'ten ten' are two."""
    numbers: List[int] = []
    total, part, room = 0, 0, 0  # room: what the next small number must stay below to belong to the same number
    started = False
    for word in re.split(r"[ -]+", words):
        if word in _LARGE:
            part = (part or 1) * _LARGE[word]
            total, part = (total + part, 0) if _LARGE[word] == 1000 else (total, part)
            room, started = _LARGE[word], True
        elif word in _SMALL:
            small = _SMALL[word]
            if started and not small < room:
                numbers.append(total + part)
                total, part = 0, 0
            part += small
            room = 10 if small >= 20 else 0
            started = True
    return " ".join(map(str, [*numbers, total + part]))
