"""What a typed message says for a question: an answer, 'not sure', or an amount whose time is not told yet."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Optional, Sequence

from waymark.dialogue.guides.reading.amounts import DAYS_IN, read_number
from waymark.dialogue.guides.reading.days import read_age, read_day
from waymark.dialogue.guides.reading.meant import CARER, is_of_others, speaks_of_carer, speaks_of_others, whose
from waymark.dialogue.guides.reading.money import read_money, read_period
from waymark.dialogue.guides.reading.numerals import in_digits
from waymark.dialogue.guides.reading.options import (
    aside_options,
    named_options,
    read_choice,
    read_several,
    read_yes_no,
)
from waymark.knowledge.guides.answers import NOT_SURE, Answer, in_range, own_words
from waymark.knowledge.schema import Fact, Kind, Per, Question, Unit

_NOT_SURE = re.compile(
    r"\b(?:dunno|don'?t know|dont no|do not know|didn'?t know|not (?:really |too |very |quite )?sure|unsure|no idea|no clue|not a clue|idk|i forget|"
    r"can'?t (?:remember|say|tell)|hard to say|who knows|it depends|depends|(?:rather|prefer|like) not(?: to)?(?: say)?|skip|pass|"
    r"no answer|not certain|haven'?t (?:a|got a) clue|couldn'?t say|couldn'?t tell you)\b|^\W*maybe\W*$|^\W*\?+\W*$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^\W*(?:so |and |but |ok |sorry )*(?:what|whats|what's|how|does|do you|do i|can|could|is it|is that|is there|am i|are|will|would|who|who's|when|where|why|which|"
    r"should|shall)\b",
    re.IGNORECASE,
)
#: "A few hours" may be of anything; asked for, it is an answer.
_VAGUE = re.compile(r"\b(?:few|couple|some|several)\b")
_SINCE = re.compile(r"\bsince\b|\bfrom\b|\bstarted\b|\bborn\b")
_LEAVES_OUT = re.compile(
    r"^\W*(?:no|nope|nah|none|nothing|nowt|n/?a|leave (?:it|this) (?:out|blank|empty)|next|skip)(?:,? (?:thanks?|thank you|really|to add|else|it|this|one))*\W*$",
    re.IGNORECASE,
)
#: A longer message with a "don't know" in it says something.
_MOST_WORDS_OF_NOTHING = 5
#: Characters of a message that are read: answers stand in the first ones, and much more would take long.
MOST_READ = 1500
#: A question to us is at least this long; "40 hours?" is an answer.
_LEAST_WORDS_OF_A_QUESTION = 4


@dataclass(frozen=True)
class Read:
    """What was read: an answer; or an amount of money whose time must be asked for; or a number that cannot be right."""

    answer: Optional[Answer] = None
    amount: Optional[float] = None
    is_out_of_range: bool = False


def is_question(text: str) -> bool:
    """Whether the carer asks something back rather than answering."""
    words = text.split()
    return len(words) >= _LEAST_WORDS_OF_A_QUESTION and (text.rstrip().endswith("?") or bool(_ASKS.match(text)))


def read_answer(question: Question, text: str, today: datetime.date, pending: Optional[float] = None) -> Optional[Read]:
    """What `text` answers to the question just asked; None where it is no answer.

    `pending`: an amount given before, for which only the time is missing.
    """
    text = text[:MOST_READ]
    if pending is not None and read_money(text, bare=False) is None:
        period = read_period(text)
        if period:
            money = read_money(f"{pending:g} a {period}")
            return _checked(question, money.a_week) if money else None
    found = _READERS[question.kind](question, text, today, True)
    if found is None and _NOT_SURE.search(text.replace("’", "'")):
        return Read(NOT_SURE)
    return found


def read_aside(question: Question, text: str, today: datetime.date, others: Sequence[Question]) -> Optional[Read]:
    """What a message says for a question that is not being asked: only where it can mean nothing else.

    `others`: the questions of the guide, whose options the words could mean too.
    """
    if question.kind not in (Kind.choice, Kind.several, Kind.yes_no):
        return read_named(question, text, today)
    named = aside_options(question, text[:MOST_READ], others)
    if question.kind is Kind.several:
        return Read(named) if named else None
    return Read(named[0]) if len(named) == 1 else None


def may_be_told_with(asked: Question, other: Question, text: str) -> bool:
    """Whether the answer to `asked` may tell something for `other` too.

    What the carer was asked about themselves says something of the other person only where it names them, and the other
    way round: "PIP" alone is no benefit of both.
    """
    one, two = whose(asked), whose(other)
    if one is None or two is None or one == two:
        return True
    return speaks_of_carer(text) if two == CARER else speaks_of_others(text)


def read_named(question: Question, text: str, today: datetime.date) -> Optional[Read]:
    """What a message that names a question, or one of its options, says for it."""
    text = text[:MOST_READ]
    if question.kind in (Kind.yes_no, Kind.nation):
        return None
    if question.kind in (Kind.choice, Kind.several):
        return _READERS[question.kind](question, text, today, False) if named_options(question, text) else None
    named = [part for part in _clauses(text) if is_named(question, part) and not _VAGUE.search(part)]
    parts = [part for part in named if not _is_of_the_other(question, part)]
    reads = [read for part in parts if (read := _READERS[question.kind](question, part, today, False)) is not None]
    if len(reads) != 1 or reads[0].is_out_of_range or (reads[0].answer == 0 and not _says_none_of_it(question, parts)):
        return None
    return reads[0]


def _says_none_of_it(question: Question, parts: list[str]) -> bool:
    """'0 hours', 'no savings': a 'nothing' that stands with a word for the question may be of something else."""
    cues = "|".join(map(re.escape, question.cues))
    return any(
        re.search(rf"(?<![\d.])0(?![\d.])|\bno (?:\w+ )?(?:{cues or 'hours'})\b", in_digits(part)) for part in parts
    )


def _is_of_the_other(question: Question, part: str) -> bool:
    """Whether a part of a message speaks of somebody else where the carer is asked about."""
    return whose(question) == CARER and is_of_others(part + " ")


def _clauses(text: str) -> list[str]:
    """Parts between commas, full stops and 'and', so that a cue and its number stand together."""
    joined = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text.lower().replace("’", "'"))
    return [part.strip() for part in re.split(r"[,;!?\n]|\.(?!\d)|\band\b|\bbut\b", joined) if part.strip()]


def is_named(question: Question, text: str) -> bool:
    """Whether a text holds a word that points to this question; hours point to themselves, unless its cues say otherwise."""
    plain = text.lower().replace("’", "'")
    names_hours = not question.cues or any(re.fullmatch(r"h(?:ou)?rs?", cue) for cue in question.cues)
    if question.unit is Unit.hours and names_hours and re.search(r"\bh(?:ou)?rs?\b|\dh(?:ou)?rs?\b", plain):
        return True
    if question.kind is Kind.age and _names_age(question, plain):
        return True
    return any(re.search(rf"(?<!\w){re.escape(cue)}(?!\w)", plain) for cue in question.cues)


def _names_age(question: Question, text: str) -> bool:
    """'Change my age to 17', 'her age is 80': by the word, of the one whose age is asked."""
    if not re.search(r"(?<!pension )\bage\b(?! (?:uk|ni|scotland|cymru))", text):
        return False
    is_theirs = re.search(r"(?:\b(?:his|her|their)|'s) age\b", text) is not None
    return {True: not is_theirs, False: is_theirs, None: True}[_is_of_carer(question)]


def _is_of_carer(question: Question) -> Optional[bool]:
    """Whether an age asked for is the carer's; None where the question does not tell."""
    return {Fact.carer_age: True, Fact.person_age: False}.get(question.known_from) if question.known_from else None


def _checked(question: Question, number: Optional[float]) -> Optional[Read]:
    if number is None:
        return None
    return Read(number) if in_range(question, number) else Read(is_out_of_range=True)


def _number(question: Question, text: str, today: datetime.date, asked: bool) -> Optional[Read]:
    unit = question.unit or Unit.hours
    since = read_day(text, today) if unit in DAYS_IN and _SINCE.search(text.lower()) else None
    if since is not None:
        return _checked(question, round((today - since).days / DAYS_IN[unit], 1))
    return _checked(question, read_number(text, unit, bare=asked))


def _money(question: Question, text: str, today: datetime.date, asked: bool) -> Optional[Read]:
    money = read_money(text, bare=True)
    if money is None:
        return None
    if question.per is Per.once:
        return _checked(question, money.amount)
    if money.a_week is None:
        return Read(amount=money.amount)
    return _checked(question, money.a_week)


def _age(question: Question, text: str, today: datetime.date, asked: bool) -> Optional[Read]:
    names_it = _names_age(question, text.lower().replace("’", "'"))
    return _checked(question, read_age(text, today, bare=asked or names_it, of_carer=_is_of_carer(question)))


def _date(question: Question, text: str, today: datetime.date, asked: bool) -> Optional[Read]:
    day = read_day(text, today)
    return Read(day.isoformat()) if day else None


def _yes_no(question: Question, text: str, today: datetime.date, asked: bool) -> Optional[Read]:
    if _NOT_SURE.search(text.replace("’", "'")):
        return None
    answer = read_yes_no(question, text)
    return Read(answer) if answer else None


def _choice(question: Question, text: str, today: datetime.date, asked: bool) -> Optional[Read]:
    answer = read_choice(question, text, numbered=asked)
    return Read(answer) if answer else None


def _several(question: Question, text: str, today: datetime.date, asked: bool) -> Optional[Read]:
    answer = read_several(question, text, numbered=asked)
    return Read(answer) if answer else None


def _nation(question: Question, text: str, today: datetime.date, asked: bool) -> Optional[Read]:
    """A nation by its name or number; towns and postcodes are found by the pipeline."""
    answer = read_choice(question, text, numbered=asked)
    return Read(answer) if answer else None


def _words(question: Question, text: str, today: datetime.date, asked: bool) -> Optional[Read]:
    """All of it, but for a short 'nothing' or 'leave it out'. What was not asked for is never taken."""
    said = own_words(text) if asked else ""
    if not said:
        return None
    is_short = len(said.split()) <= _MOST_WORDS_OF_NOTHING
    leaves_out = _LEAVES_OUT.match(said) or (is_short and _NOT_SURE.search(said.replace("’", "'")))
    return Read(NOT_SURE) if leaves_out else Read(said)


_READERS = {
    Kind.number: _number,
    Kind.money: _money,
    Kind.age: _age,
    Kind.date: _date,
    Kind.yes_no: _yes_no,
    Kind.choice: _choice,
    Kind.several: _several,
    Kind.nation: _nation,
    Kind.words: _words,
}
