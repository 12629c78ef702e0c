"""Numbers with units: hours a week, years, pounds a week. What is counted over another time is turned into a week's."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Dict, List, Optional

from waymark.dialogue.guides.reading.numerals import in_digits
from waymark.knowledge.schema import Unit

#: Weeks in a month and in a year, as pay offices count.
WEEKS_IN: Dict[str, float] = {
    "day": 1 / 7,
    "night": 1 / 7,
    "week": 1.0,
    "wk": 1.0,
    "fortnight": 2.0,
    "2 weeks": 2.0,
    "4 weeks": 4.0,
    "month": 52 / 12,
    "mth": 52 / 12,
    "year": 52.0,
    "yr": 52.0,
    "annum": 52.0,
}
#: Days in each unit of time.
DAYS_IN: Dict[Unit, float] = {Unit.days: 1.0, Unit.weeks: 7.0, Unit.months: 365.25 / 12, Unit.years: 365.25}
_UNITS = {
    "minute": r"min(?:ute)?s?",
    "hour": r"h(?:ou)?rs?|h",
    "day": r"days?",
    "week": r"w(?:ee)?ks?",
    "fortnight": r"fortnights?",
    "month": r"m(?:on)?ths?",
    "year": r"y(?:ea)?rs?",
    "percent": r"%|per ?cent",
    "pound": r"pounds?|quid|squid|gbp",
}
_UNIT = "|".join(f"(?P<{name}>{words})" for name, words in _UNITS.items())
_PERIOD = r"(?P<per>4 weeks|2 weeks|fortnight|day|night|week|wk|month|mth|year|yr|annum)s?"
_EACH = rf"\s*(?:a|an|per|each|every|/|in a)\s*{_PERIOD}\b"
_QUANTITY = re.compile(
    r"(?P<how>under |below |less than |fewer than |over |above |more than |at least |up to )?"
    r"(?P<sign>£\s*)?(?<![\d./])(?P<first>\d+(?:\.\d+)?)(?![/.]?\d)"
    r"(?:\s*(?:-|to|or)\s*£?\s*(?P<second>\d+(?:\.\d+)?))?"
    rf"\s*(?:\+|ish|odd)?[ -]*(?:(?:{_UNIT})(?!\w))?(?: or so| old| plus)?"
)
_BETWEEN = re.compile(r"\bbetween (£? ?\d+(?:\.\d+)?) and (£? ?\d+(?:\.\d+)?)")
_AFTER = re.compile(_EACH)
_ROUND_THE_CLOCK = re.compile(
    r"\b24 ?/ ?7\b|\bround the clock\b|\bday and night\b|\bnight and day\b|\bconstant(?:ly)?\b|\bnon ?-?stop\b|\ball the time\b|\b24 hours a day\b|\ball day every day\b|\bnever stop"
)
NOTHING = re.compile(
    r"^\W*(?:i |we |they |i'?m |just |get |have |pay |do |put |earn |have )*(?:nothing|none|not in (?:a person|person|a pension|one)|opted out|(?:no|nope|nah),? (?:it'?s )?(?:just|only)(?!.*\d)|zero|nil|not (?:a penny|any|anything)|no(?:ne)? at all|zilch|nowt|(?:do|does)n'?t (?:earn|get|pay|have) (?:any|a penny|anything)?|no (?:pay|pension|savings|earnings|hours|expenses|costs?|money|income))\b"
    r"|^\W*(?:no|nope|nah|naw|nobody|no ?one|no person)(?:,? thanks?| thank you| else)?\W*$"
)


#: Times of which there are seven in a week, unless fewer days are named.
_DAILY = ("day", "night")
#: 'About a month' alone.
_ONE_OF = re.compile(
    r"^(?P<before>\W*(?:(?:it'?s|its|it|is|been|about|around|just|only|over|for|roughly|maybe|say|nearly|so far|in all)\s+)*)an? (?P<unit>day|week|fortnight|month|year)\b(?! (?:day|week|month|year))"
)
_SO_MANY_DAYS = re.compile(r"\b([1-7]) ?days?(?=\s*(?:a|per|each|every|/)\s*w(?:ee)?k|\s+out of\b|\W*$|,)")
_WEEKDAYS = re.compile(
    r"\bweek ?days?\b|\b(?:in|during|through) the week\b|\bmon(?:day)?s? ?(?:to|-|till?|until) ?fri(?:day)?s?\b"
)
_EVERY_DAY = re.compile(
    r"\b(?:every|each) (?:single )?day\b|\bdaily\b|\bweek ?days\b|\bmon(?:day)?s? ?(?:to|-|till?|until) ?fri(?:day)?s?\b|\b[1-7] days a week\b"
)
_IN_ALL = re.compile(
    r"\b(?:a|per|each|every) w(?:ee)?k\b(?<!days a week)|\bweekly\b|\bin (?:all|total)\b|\baltogether\b"
)
#: More hours than this with "every day" may be of a day or of a week.
_MOST_A_DAY = 12
_SOME_DAYS = re.compile(r"\b(?:most|some|many|every other|other) days\b|\bevery other day\b|\bexcept\b")
_WORK = re.compile(
    r"\b(?:work(?:s|ed|ing)?|my job is|contract(?:ed)?|paid)(?: for| about| only| part time| full time|,)* (?:under |over |about )?$"
)
_WORK_AFTER = re.compile(
    r"^ ?(?:a week |weekly |of )*(?:at work|work\b|job\b|in (?:my|a|the) (?:job|shop|office|school)|contract)"
)


@dataclass(frozen=True)
class Quantity:
    """One number as it stands in a text: `low` to `high`, with its unit, the time it is counted over, and pounds or not."""

    low: float
    high: float
    unit: Optional[str]
    per: Optional[str]
    pounds: bool
    how: str
    start: int
    end: int


def quantities(text: str) -> List[Quantity]:
    """All numbers of a text in digits (see numerals.py) that are no part of a date."""
    found = []
    text = _BETWEEN.sub(r"\1 to \2", text)
    for match in _QUANTITY.finditer(text):
        how = (match["how"] or "").strip()
        first, second = float(match["first"]), match["second"]
        unit = next((name for name in _UNITS if match[name]), None)
        each = _AFTER.match(text, match.end())
        values = sorted([first, float(second)] if second is not None else [first])
        end = each.end() if each else match.end()
        per = each["per"] if each else None
        pounds = bool(match["sign"]) or unit == "pound"
        found.append(Quantity(values[0], values[-1], unit, per, pounds, how, match.start(), end))
    return found


def read_number(text: str, unit: Unit, bare: bool = True) -> Optional[float]:
    """A number of `unit` in what was typed; None where there is none, or several that differ.

    `bare`: numbers without a unit count too. Hours are hours a week. Of a range the lower end counts.
    """
    digits = in_digits(text)
    if unit is Unit.hours and _ROUND_THE_CLOCK.search(digits):
        return 168.0
    if bare and NOTHING.search(digits):
        return 0.0
    if unit in DAYS_IN:
        digits = _ONE_OF.sub(r"\g<before>1 \g<unit>", digits)
    found = [quantity for quantity in quantities(digits) if not quantity.pounds]
    days = 7.0
    if unit is Unit.hours:
        found = [quantity for quantity in found if not _is_of_work(digits, quantity, bare)]
        if _EVERY_DAY.search(digits) and not _IN_ALL.search(digits):  # "5 hours, Monday to Friday"
            found = [replace(each, per="day") if each.unit == "hour" and each.per is None else each for each in found]
            if any(each.per == "day" and each.high > _MOST_A_DAY for each in found):
                return None
        told = _days_a_week(digits) if any(quantity.per in _DAILY for quantity in found) else days
        if told is None:
            return None
        days = told
    exact = [value for quantity in found if quantity.unit and (value := _in_unit(quantity, unit, days)) is not None]
    alone = [quantity for quantity in found if quantity.unit is None and not _is_age(digits, quantity)]
    if exact:  # "10 hours on saturday and 10 on sunday" is not ten
        return None if len(exact) + len(alone) > 1 and len(set(exact)) + len(alone) > 1 else _one(exact)
    return _one([_told(quantity, quantity.low) for quantity in alone]) if bare else None


def _is_of_work(text: str, quantity: Quantity, asked: bool) -> bool:
    """ "I work 16 hours", "a zero hours contract": hours of a job are no hours of care."""
    before, after = text[: quantity.start], text[quantity.end :]
    is_contract = quantity.high == 0 and not asked
    return is_contract or _WORK.search(before) is not None or _WORK_AFTER.match(after) is not None


def _is_age(text: str, quantity: Quantity) -> bool:
    """ "I'm 45" and "since 2019" beside what was asked."""
    return bool(re.search(r"\b(?:i'?m|i am|aged?|s?he'?s|is|since|in) $", text[: quantity.start]))


def _days_a_week(text: str) -> Optional[float]:
    """On how many days of a week: 7 where nothing is said; None where what is said is no number, as 'most days'."""
    named = _SO_MANY_DAYS.search(text)
    if named:
        return float(named[1])
    in_the_week, at_weekends = _WEEKDAYS.search(text) is not None, re.search(r"\bweek ?ends?\b", text) is not None
    if in_the_week or at_weekends:
        return None if in_the_week and at_weekends else 5.0 if in_the_week else 2.0
    return None if _SOME_DAYS.search(text) else 7.0


def _in_unit(quantity: Quantity, unit: Unit, days_a_week: float = 7.0) -> Optional[float]:
    low = _told(quantity, quantity.low)
    if unit is Unit.percent:
        return low if quantity.unit == "percent" else None
    if unit is Unit.hours:
        hours = {"hour": low, "minute": low / 60}.get(quantity.unit or "")
        return (
            None
            if hours is None
            else round(hours / WEEKS_IN[quantity.per or "week"] * (days_a_week / 7 if quantity.per in _DAILY else 1), 2)
        )
    days = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 365.25 / 12, "year": 365.25}.get(quantity.unit or "")
    return None if days is None or unit not in DAYS_IN else round(low * days / DAYS_IN[unit], 2)


def _told(quantity: Quantity, value: float) -> float:
    """'Under 35' is not 35, and 'over 35' neither."""
    step = {"under": -1, "below": -1, "less than": -1, "fewer than": -1, "over": 1, "above": 1, "more than": 1}
    return max(0.0, value + step.get(quantity.how, 0))


def _one(values: List[float]) -> Optional[float]:
    return values[0] if values and len(set(values)) == 1 else None
