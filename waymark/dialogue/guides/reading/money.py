"""Pounds, as carers write them: '£180 after tax', '1200 a month', '14k a year', '16 hours at £12.50'."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import List, Optional

from waymark.dialogue.guides.reading.amounts import NOTHING, WEEKS_IN, Quantity, quantities
from waymark.dialogue.guides.reading.numerals import in_digits

#: What stands anywhere in the text and tells over what time money is counted.
_PERIODS = {
    "week": r"weekly|p\.?/?w\b|p/week|wk|every week|(?:a|per|each) wk|(?<!hours )(?<!hrs )(?<!hour )(?:a|per|each) week",
    "fortnight": r"fortnightly|(?:a|per|each|every) fortnight|every (?:2|other) weeks?",
    "4 weeks": r"(?:4|four)[ -]?weekly|every 4 weeks|4 weeks",
    "month": r"monthly|p\.?c?m\b|p/m\b|pcm|(?:a|per|each|every|calendar) (?:month|mth)",
    "year": r"yearly|annual(?:ly)?|p\.?/?a\b|per annum|(?:a|per|each) (?:year|yr)|salary",
}
_RATE = re.compile(r"£? ?(?<![\d.])(\d+(?:\.\d+)?) ?(?:an|per|/|a) ?h(?:ou)?r?\b")
_SO_OFTEN = re.compile(
    r"\b(?:twice|\d+ times) (?:a|per|every) (?:week|month)\b|\b(?:a|per|each) (?:shift|session|day|visit|time)\b"
)
_NET = re.compile(r"after tax|take[ -]?home|net\b|in my hand|clear\b")
_GROSS = re.compile(r"before tax|gross\b")
#: Kinds of number that are never an amount of money.
_OTHER_UNITS = frozenset({"hour", "minute", "day", "week", "month", "year", "percent"})


@dataclass(frozen=True)
class Money:
    """An amount of pounds, and the time it is counted over where that is told (a key of `WEEKS_IN`)."""

    amount: float
    per: Optional[str]

    @property
    def a_week(self) -> Optional[float]:
        """Pounds a week; None where the time is not told."""
        if self.amount == 0:
            return 0.0
        return round(self.amount / WEEKS_IN[self.per], 2) if self.per else None


def read_money(text: str, bare: bool = True) -> Optional[Money]:
    """The one amount in a text; None where there is none, or several that differ.

    `bare`: a number without a pound sign or a time counts too. Of a range the higher end counts, since limits on
    money are mostly 'at most'.
    """
    digits = in_digits(text)
    if bare and NOTHING.search(digits):
        return Money(0.0, None)
    found = [each for each in quantities(digits) if each.pounds or each.unit not in _OTHER_UNITS or each.per]
    by_the_hour = _by_the_hour(digits)
    if by_the_hour is not None:
        return Money(by_the_hour, "week")
    if _RATE.search(digits) or _SO_OFTEN.search(digits):
        return None  # an hour's pay, or one shift's
    telling = [each for each in found if each.pounds or _per(each, digits)] or (found if bare else [])
    telling = [each for each in telling if each.pounds or each.unit not in _OTHER_UNITS]
    added = _added(telling, digits)
    if added is not None:
        return added
    chosen = _the_one(telling, digits)
    if chosen is None:
        return None
    return Money(chosen.high + (1 if chosen.how in ("over", "above", "more than") else 0), _per(chosen, digits))


def _added(found: List[Quantity], text: str) -> Optional[Money]:
    """'200 plus 80 a week': what is added up is one amount, where all of it is counted over one time."""
    if len(found) < 2 or not all(
        re.search(r"\bplus\b|\+", text[one.end : two.start]) or re.search(r"plus $|\+ $", text[one.start : one.end])
        for one, two in itertools.pairwise(found)
    ):
        return None
    pers = {each.per for each in found if each.per}
    per = pers.pop() if len(pers) == 1 else _named_period(text) if not pers else None
    return None if len(pers) else Money(round(sum(each.high for each in found), 2), per)


def read_period(text: str) -> Optional[str]:
    """'Monthly' alone, as the answer to 'is that a week or a month?'."""
    digits = in_digits(text)
    plain = re.fullmatch(
        r"(?:it'?s |its |that'?s |thats |a |an |per |each |every |the )*(week|fortnight|month|year)s?(?: i think| yes)?[.!]?",
        digits,
    )
    return plain[1] if plain else _named_period(digits)


def _per(quantity: Quantity, text: str) -> Optional[str]:
    if quantity.per in WEEKS_IN:
        return quantity.per
    return _named_period(text)


def _named_period(text: str) -> Optional[str]:
    named = [period for period, words in _PERIODS.items() if re.search(rf"(?<![a-z])(?:{words})(?![a-z])", text)]
    if "4 weeks" in named:
        return "4 weeks"
    attached = re.search(r"\d(pw|pm|pa|pcm)\b", text)
    if attached:
        return {"pw": "week", "pm": "month", "pcm": "month", "pa": "year"}[attached[1]]
    return named[0] if len(named) == 1 else None


def _the_one(found: List[Quantity], text: str) -> Optional[Quantity]:
    if len({each.high for each in found}) == 1:
        return found[0]
    net = [
        each
        for each in found
        if _NET.search(_around(each, found, text)) and not _GROSS.search(_around(each, found, text))
    ]
    return net[0] if len(net) == 1 else None


def _around(quantity: Quantity, found: List[Quantity], text: str) -> str:
    """What stands behind an amount, up to the next one."""
    ends = [other.start for other in found if other.start > quantity.start]
    return text[quantity.start : min(ends, default=len(text))]


def _by_the_hour(text: str) -> Optional[float]:
    """'16 hours a week at £12.50 an hour', in pounds a week."""
    rate = _RATE.search(text)
    hours = re.search(r"(\d+(?:\.\d+)?) ?h(?:ou)?rs?\b(?! ?£)", re.sub(r"£ ?\d+(?:\.\d+)?", "", _RATE.sub("", text)))
    return round(float(rate[1]) * float(hours[1]), 2) if rate and hours else None
