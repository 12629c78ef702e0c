"""Answers to a guide's questions, as they are kept: small, and ready to be written as JSON."""

from __future__ import annotations

import datetime
import re
from typing import Dict, List, Mapping, Union

from waymark.knowledge.schema import Kind, Question

#: An option's id (also `yes`, `no` and nations), several of them, a number, a day as ``2026-03-01``, or own words.
Answer = Union[str, float, List[str]]
Answers = Mapping[str, Answer]

#: The answer that is always allowed.
NOT_SURE = "not_sure"
YES, NO = "yes", "no"

#: Characters of a carer's own words that a result holds.
MOST_WORDS = 600
#: Names to fill in, bold, and gaps to fill in by hand.
_MARKS = re.compile(r"[{}]|\*\*|__+")

#: Kinds answered with a number, and those answered with one option.
NUMBERS = frozenset({Kind.number, Kind.money, Kind.age})
SINGLE = frozenset({Kind.choice, Kind.yes_no, Kind.nation})


def day_of(answer: Answer) -> datetime.date:
    """The day an answer to a `date` question names."""
    return datetime.date.fromisoformat(str(answer))


def is_well_formed(question: Question, answer: object) -> bool:
    """Whether `answer` is one this question can have: used on whatever comes from outside."""
    if answer == NOT_SURE:
        return True
    if question.kind in NUMBERS:
        return isinstance(answer, (int, float)) and not isinstance(answer, bool) and in_range(question, float(answer))
    if question.kind is Kind.date:
        return isinstance(answer, str) and _is_day(answer)
    if question.kind is Kind.words:
        return isinstance(answer, str) and answer == own_words(answer) != ""
    known = options_of(question)
    if question.kind is Kind.several:
        return isinstance(answer, list) and bool(answer) and all(name in known for name in answer)
    return isinstance(answer, str) and answer in known


def options_of(question: Question) -> Dict[str, str]:
    """Ids that answer a question of options, with no labels for those that the engine makes itself."""
    from waymark.knowledge.schema import NATIONS

    if question.kind is Kind.nation:
        return dict.fromkeys(NATIONS, "")
    if question.kind is Kind.yes_no:
        return dict.fromkeys((YES, NO), "")
    return dict.fromkeys((option.id for option in question.options), "")


def own_words(text: str) -> str:
    """What a carer typed, as it is kept for a result: one paragraph, without what our texts use as marks, cut at a word."""
    plain = " ".join(_MARKS.sub(" ", text).split())
    return plain if len(plain) <= MOST_WORDS else plain[:MOST_WORDS].rsplit(" ", 1)[0]


def least(question: Question) -> float:
    return question.min if question.min is not None else 0.0


def most(question: Question) -> float:
    """The highest number taken without asking again."""
    if question.max is not None:
        return question.max
    return 120.0 if question.kind is Kind.age else 10_000_000.0


def in_range(question: Question, number: float) -> bool:
    return least(question) <= number <= most(question)


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True
