"""Days, as carers write them: '3/4/1960', 'since march', 'last year', 'two years ago'; and ages from them."""

from __future__ import annotations

import datetime
import re
from typing import Optional

from waymark.dialogue.guides.reading.meant import KIN, is_of_others
from waymark.dialogue.guides.reading.numerals import in_digits

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan|january", "feb|february|febuary", "mar|march", "apr|april", "may", "jun|june", "jul|july", "aug|august",
         "sep|sept|september", "oct|october", "nov|november", "dec|december"), 1)
    for name in names.split("|")
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_NUMERIC = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d\d)\b")
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH})\b[ ,]*(\d{{4}})?")
_MONTH_DAY = re.compile(rf"\b({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)[ ,]*(\d{{4}})?")
_MONTH_YEAR = re.compile(rf"\b({_MONTH})\b(?: of)?(?: last year| ?,? ?(\d{{4}}))?")
_YEAR = re.compile(r"\b(19\d\d|20\d\d)\b")
_AGO = re.compile(
    r"\b(\d+(?:\.\d+)?|an?|1) (day|week|fortnight|month|year)s?(?: or so)? (?:ago|back|now)\b|\b(?:for|about|past|last) (\d+(?:\.\d+)?) (day|week|fortnight|month|year)s?\b"
)
_WORDS = {
    r"\btoday\b|\bjust now\b|\bthis morning\b|\bright now\b": 0,
    r"\byesterday\b|\blast night\b": 1,
    r"\blast week\b": 7,
    r"\blast month\b": 30,
}
_LENGTH = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 365.25 / 12, "year": 365.25}


def read_day(text: str, today: datetime.date) -> Optional[datetime.date]:
    """The day a text names; a month or year alone counts from its first day. None where it names none, or one to come."""
    digits = in_digits(text)
    is_written = any(pattern.search(digits) for pattern in (_ISO, _NUMERIC, _DAY_MONTH, _MONTH_DAY))
    day = _written(digits, today) if is_written else _told(digits, today)
    return day if day is not None and day <= today else None


def _written(text: str, today: datetime.date) -> Optional[datetime.date]:
    for pattern, order in ((_ISO, (1, 2, 3)), (_NUMERIC, (3, 2, 1))):
        match = pattern.search(text)
        if match:
            year, month, day = (int(match[index]) for index in order)
            return _day(_full(year, today), month, day)
    match = _DAY_MONTH.search(text)
    if match:
        return _in_year(match[3], _MONTHS[match[2]], int(match[1]), today)
    match = _MONTH_DAY.search(text)
    return _in_year(match[3], _MONTHS[match[1]], int(match[2]), today) if match else None


def _told(text: str, today: datetime.date) -> Optional[datetime.date]:
    for pattern, ago in _WORDS.items():
        if re.search(pattern, text):
            return today - datetime.timedelta(days=ago)
    match = _AGO.search(text)
    if match:
        number, length = (match[1], match[2]) if match[1] else (match[3], match[4])
        count = 1.0 if number in ("a", "an") else float(number)
        return today - datetime.timedelta(days=round(count * _LENGTH[length]))
    match = _named_month(text)
    if match:
        last_year = str(today.year - 1) if "last year" in match[0] else match[2]
        return _in_year(last_year, _MONTHS[match[1]], 1, today)
    if re.search(r"\blast year\b", text):
        return datetime.date(today.year - 1, 1, 1)
    if re.search(r"\bthis year\b|\bnew year\b", text):
        return datetime.date(today.year, 1, 1)
    match = _YEAR.search(text)
    return datetime.date(int(match[1]), 1, 1) if match else None


def _named_month(text: str) -> Optional[re.Match[str]]:
    """A month by name. 'May' and 'march' are words too: alone they count only where they stand like a month."""
    for match in _MONTH_YEAR.finditer(text):
        alone = match[1] in ("may", "mar", "march", "sep", "jan", "dec") and not match[2]
        before = text[: match.start()].rstrip()
        if not alone or not before or re.search(r"(?:since|in|from|last|early|late|mid|end of|this|of|about)$", before):
            return match
    return None


def _in_year(year: Optional[str], month: int, day: int, today: datetime.date) -> Optional[datetime.date]:
    """That day in `year`; without one, the last that has passed."""
    if year:
        return _day(int(year), month, day)
    this = _day(today.year, month, day)
    return this if this is not None and this <= today else _day(today.year - 1, month, day)


def _full(year: int, today: datetime.date) -> int:
    """Of a year in two digits the last that has passed."""
    if year >= 100:
        return year
    return 2000 + year if 2000 + year <= today.year else 1900 + year


def _day(year: int, month: int, day: int) -> Optional[datetime.date]:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


_IN_THEIR = re.compile(r"\b(early|mid|late|in (?:my|her|his|their|the))?[ -]*(?:my |her |his |their )?(\d)0'?s\b")
_AGE = re.compile(
    r"(?<![\d£./])(\d{1,3})(?:\.5)?(?![\d/%]|\.\d|\s*(?:hours?|hrs?|pounds|a week|a month|weeks?|months?|days?|am|pm)\b)"
)
_OLDEST = 120
#: 'I'm 54', and not 'I'm 5 miles away'.
_OWN_AGE = re.compile(
    r"\b(?:i'?m|i am|im)\s+(?:(?:only|now|just|nearly|almost|about|aged|a)\s+)*(?<!nearly )(?<!almost )(\d{1,3})(?=\s*(?:$|[,.;:!?&)]|(?:and|but|so|years?|yrs?|y/?o|yo|old|now|with|living|from|male|female|m|f)\b))"
)
_AGE_SOON = re.compile(
    r"\b(?:nearly|almost|soon|coming up(?: to| for)?|going on|turning|soon to be) \d{1,3}\b|\b\d{1,3} (?:in (?:january|february|march|april|may|june|july|august|september|october|november|december|a few|2)|next|soon)\b[^,;]*"
)
#: '66 in March' may have been, or be to come.
_TO_COME = re.compile(r"^\W*(?:i'?m |i'?ll be |s?he'?s |s?he'?ll be )?\d{1,3} (?:in|this|next) (?!birthday)")
_OWN = re.compile(r"\b(?:i'?m|i am|im|i was|i turned|myself|me)\b")
_THEIRS = re.compile(
    rf"\b(?:{KIN})(?:'?s| is| was)? (?:is |aged )?\d|\bs?he'?s?(?: is)? \d|\bcared for\b|\bcar(?:ed|ing)\b"
)
_BORN = re.compile(r"\bborn\b|\bd\.?o\.?b\b|birth|\d[./-]\d{1,2}[./-]\d")


def read_age(text: str, today: datetime.date, bare: bool = True, of_carer: Optional[bool] = None) -> Optional[float]:
    """An age in years. 'In her 80s' is 80, 'mid forties' 45; a day of birth is turned into an age.

    `bare`: False where the message was no answer to the question; then only 'I'm 54' is read. `of_carer`: whose age is
    asked; that of the other one, said with it, is left out.
    """
    digits = _of_one(in_digits(text), of_carer)
    if not bare:
        own = _OWN_AGE.search(digits)
        return float(own[1]) if own and of_carer is not False and int(own[1]) <= _OLDEST else None
    if _BORN.search(digits) or (bare and re.fullmatch(r"\W*(?:in )?(?:19|20)\d\d\W*", digits)):
        born = read_day(text, today)
        if born is not None:
            return float(today.year - born.year - ((today.month, today.day) < (born.month, born.day)))
    decade = _IN_THEIR.search(digits)
    if decade:
        return float(int(decade[2]) * 10 + {"mid": 5, "late": 7}.get(decade[1] or "", 0))
    now, soon = _AGE_SOON.subn("", digits)
    ages = [int(number) for number in _AGE.findall(now) if int(number) <= _OLDEST]
    if soon and ages:  # '15, nearly 16'
        return float(ages[0]) if len(set(ages)) == 1 else None
    ages = [int(number) for number in _AGE.findall(digits) if int(number) <= _OLDEST]
    if len(set(ages)) != 1 or _TO_COME.search(digits):
        return None
    return float(
        ages[0] - (1 if re.search(r"\b(?:nearly|almost|not quite|under|coming up|next birthday)\b", digits) else 0)
    )


def _of_one(text: str, of_carer: Optional[bool]) -> str:
    """The parts of a message that speak of the one whose age is asked; all of it where it speaks of one only, or of nobody."""
    if of_carer is None:
        return text
    parts = [
        part
        for part in re.split(r"[,;]|\.(?!\d)| and | but |(?= (?:i'?m|i am|s?he'?s|s?he is|they'?re) )", text)
        if part.strip()
    ]
    theirs = [part for part in parts if is_of_others(part + " ") or _THEIRS.search(part)]
    own = [part for part in parts if part not in theirs]
    chosen = own if of_carer else theirs or parts
    said = [part for part in parts if _OWN.search(part)]
    if of_carer and said and any(re.search(r"\d", part) for part in said):
        chosen = said
    return ", ".join(chosen)
