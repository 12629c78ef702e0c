"""Ages in a message, and whose each is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Iterator, List, Optional

from waymark.language.facts.people import Someone, nearest_before

OLDEST = 115
_ONES = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_TENS["fourty"] = 40
_WORDS = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(list(_ONES)[1:10])}))?|{'|'.join(sorted(list(_ONES)[2:], key=len, reverse=True))}|(?:a )?hundred(?: and \w+)?)"
_NUMBER = rf"(\d{{1,3}}|{_WORDS})(?![\d.,:]\d|(?:st|nd|rd|th)\b)"
_OLD = r" ?(?:(year|yr|month|mth|week|wk|day)s?[ -]?(?:and a half )?olds?|y ?/? ?o|yo)\b"
#: What makes a number no age: "24/7", "10 minutes", "30 years a carer", "2 of them", "fifty odd".
_NO_AGE = (
    r"(?! ?(?:/|%|-|\+|£|to \d|odd\b|ish\b|hours?\b|hrs?\b|weeks?\b|months?\b|minutes?\b|mins\b|stone\b|miles?\b|percent\b|pm\b|am\b|days?\b|kgs?\b|times?\b|people\b|of\b|to one\b|to 1\b"
    r"|in (?:my|her|his) bubble|carers?\b|kids\b|children\b|brothers\b|sisters\b|sons\b|daughters\b|visits\b|tablets\b|nights\b|falls\b|strokes\b|feet\b|foot\b|grand\b|pounds\b|quid\b|doors\b|metres\b|steps\b|weeks\b|siblings\b|adults\b|beds?\b|bedroom|points\b)"
    r"| ?(?:years?|yrs?)\b(?! ?-?old|,? and\b|[.,)]|$| (?:this|next|last)| young)|(?:st|nd|rd|th)\b)"
)
_BARELY = r"(?:(?:only|just|nearly|almost|now|aged?|about|around|approaching|rising|coming up(?: to)?|a|an|all of|already|still) )*"
_FUTURE = r"(?:will be|'ll be|turns|turning|is turning|going to be|about to be|be)"
_BECAME = rf"(?:turned|turns|turning|reached|reaches|hits?|hitting|{_FUTURE})"
#: The writer's: "I'm 13", "me eighty", "at 52 I", "I turned 60", "as a 17 year old", "45, single".
_WRITER = re.compile(
    rf"\b(?:i'?m|i am|i'?ll be|i will be|ah'm|ah am) {_BARELY}{_NUMBER}{_NO_AGE}"
    rf"|\b(?:i'?m|i am|as|i'm only) an? (?:\w+ ){{0,3}}?(?:of |aged |age ){_NUMBER}{_NO_AGE}"
    rf"|\b(?:i'?m|i am|as|am i,?) an? {_NUMBER}[ -](?:year|yr)s?[ -]?old\b"
    rf"|\b(?:i'?m|i am) an? (?:\w+ ){{0,3}}?\w+, (?:aged )?{_NUMBER}{_NO_AGE}(?=[,.]| and\b)"
    rf"|\bi(?:'ve| have)?(?: just| only| recently)? {_BECAME} {_BARELY}{_NUMBER}{_NO_AGE}"
    rf"|\bi(?:'m| am) in [^.!?]{{0,20}}, (?:just )?{_BECAME} {_NUMBER}{_NO_AGE}"
    rf"|^(?:hi,? |hello,? )?(?:me |myself,? |carer,? )?(?:aged? )?{_NUMBER}(?:,| and | n | & |yo\b|\.)(?! ?(?:year|month))"
    rf"|(?:^|[.!?,] )(?:me|myself|carer|single mum|single dad),? (?:aged? |being )?{_NUMBER}{_NO_AGE}|\bcarer,? (?:aged?|of) {_NUMBER}{_NO_AGE}"
    rf"|(?:^|[.!?] )(?:at|aged) {_NUMBER},? i\b"
    rf"|\b{_NUMBER}[ -]?(?:year|yr)s?[ -]?old (?:and i|here)\b"
    rf"|^(?:i'?m |i am |im )\w+ (?:and |, )?(?:i'?m |im |i am )?{_NUMBER}{_NO_AGE}",
    re.IGNORECASE,
)
_HIM = r"(?P<who>he|she|they|who|it)(?:'s|'re|s| is| are|'ll be| was)?"
_AS_HE_IS = re.compile(rf"\b{_HIM} (?:{_BECAME} )?{_BARELY}{_NUMBER}{_NO_AGE}(?! (?:one|more|other))", re.IGNORECASE)
_OLD_NOUN = re.compile(rf"\b{_NUMBER}(?: and a half)?[ -]?{_OLD}(?! (?:and i|here|carer)\b)", re.IGNORECASE)
_AGED = re.compile(rf"\b(?:aged|age|at the age of) {_BARELY}{_NUMBER}{_NO_AGE}", re.IGNORECASE)
#: Straight behind a person: "mum, 84,", "dad (78)", "mum's 79", "the wife seventy eight", "a boy of ten", "my son turned 3".
_BEHIND = re.compile(
    rf"^(?: (?:in|from|over in|up in|down in) \w+(?: \w+)?)?(?:(?:'s|s| is| are|'s now| will be|'ll be)? ?,? ?\(?{_BARELY}|,? (?:is |has )?(?:just |only )?{_BECAME} {_BARELY}|,? of )"
    rf"{_NUMBER}{_NO_AGE}(?= ?(?:[.,;:!?)\-]|$|\b(?:and|n|but|with|now|next|this|last|in|on|so|who|whose|he|she|i|we|has|have|had|lives?|living|years|yrs|yo|too|or|then|as|when|since|blind|deaf|autistic|disabled|still|already|just|also|frail|housebound|bedbound|my|can|cannot|can't|because|cos|coming|soon|today|tomorrow|going|from|at)\b))",
    re.IGNORECASE,
)
#: "since I was 11", "when she was four", "over 65s": ages of another time, or of nobody.
_ANOTHER_TIME = re.compile(
    r"\b(?:since|when|until|till|before|from) (?:i|he|she|they|we) (?:was|were|is|turned?|turns) (?:\w+ )?$|\blike (?:i'?m )?$|\b(?:over|under|above|below|until|till|since|past|from) (?:the )?(?:age of )?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Age:
    """An age in whole years. `of` is the person it was said of; None with `writer` False: of whom is not clear."""

    years: int
    writer: bool
    of: Optional[Someone]
    start: int
    end: int


def find_ages(text: str, people: List[Someone]) -> List[Age]:
    """In their order. `text` has straight apostrophes and no hyphens."""
    taken: List[Age] = []
    for age in [*_writers(text), *_behind(text, people), *_of_nouns(text, people), *_of_pronouns(text, people)]:
        if all(age.end <= other.start or other.end <= age.start for other in taken) and 0 <= age.years <= OLDEST:
            taken.append(age)
    return sorted(taken, key=lambda age: age.start)


def _writers(text: str) -> Iterator[Age]:
    for match in _WRITER.finditer(text):
        group = next(index for index in range(1, len(match.groups()) + 1) if match.group(index))
        years = _years(match.group(group))
        said = match.group().lower()
        if years is not None and years >= 5 and not _ANOTHER_TIME.search(text[: match.start(group)][-40:]):
            later = re.search(r"\b(?:i'?ll be|i will be|turns|turning)\b", said)
            yield Age(years - 1 if later else years, True, None, match.start(), match.end(group))


def _behind(text: str, people: List[Someone]) -> Iterator[Age]:
    for someone in people:
        match = _BEHIND.match(text[someone.end : someone.end + 60])
        if match and someone.kin + someone.word:
            years = _years(match.group(1))
            if years is not None:
                yield Age(years, False, someone, someone.start, someone.end + match.end(1))


def _of_nouns(text: str, people: List[Someone]) -> Iterator[Age]:
    for match in _OLD_NOUN.finditer(text):
        years = _years(match.group(1))
        if years is None:
            continue
        years = (
            0
            if (match.group(2) or "y").lower()[:1] in "wd"
            else years // 12
            if (match.group(2) or "").lower()[:1] == "m"
            else years
        )
        after = next((one for one in people if match.end() <= one.start <= match.end() + 16), None)
        before = nearest_before(people, match.start())
        close = before if before and match.start() - before.end < 20 else None
        yield Age(years, False, after or close, match.start(), match.end())
    for match in _AGED.finditer(text):
        years = _years(match.group(1))
        if years is not None and not _ANOTHER_TIME.search(text[: match.start()][-40:]):
            yield Age(years, False, nearest_before(people, match.start()), match.start(), match.end())


def _of_pronouns(text: str, people: List[Someone]) -> Iterator[Age]:
    for match in _AS_HE_IS.finditer(text):
        years = _years(match.group(2))
        if years is None or _ANOTHER_TIME.search(text[: match.start(2)][-40:]):
            continue
        sex = {"he": "m", "she": "f"}.get(match.group("who").lower(), "")
        meant = nearest_before(people, match.start(), sex) or next(
            (one for one in people if one.start >= match.end() and one.sex in ("", sex)), None
        )
        yield Age(years, False, meant, match.start(), match.end())


def _years(word: str) -> Optional[int]:
    """The number that digits or words say."""
    lower = word.lower().replace("-", " ").strip()
    if lower.isdigit():
        return int(lower)
    if "hundred" in lower:
        rest = lower.rpartition(" and ")[2]
        return 100 + _ONES.get(rest, 0)
    parts = lower.split()
    numbers = [_TENS.get(part, _ONES.get(part)) for part in parts]
    return None if not parts or None in numbers else sum(number for number in numbers if number is not None)
