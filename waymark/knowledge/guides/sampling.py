"""Few answers that stand for all: for each question those between which some condition tells a difference."""

from __future__ import annotations

import datetime
import itertools
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Dict, FrozenSet, Iterable, Iterator, List, Sequence, Set, Tuple

from waymark.knowledge.guides.answers import NO, NOT_SURE, YES, Answer, least, most
from waymark.knowledge.guides.evaluate import Ground, operands_of
from waymark.knowledge.schema import Condition, Kind, Operand, Question

#: Options of a `several` question whose subsets are all tried.
_MOST_COMBINED = 6
_DAY = datetime.timedelta(days=1)
#: Numbers from here on are days, counted from day 1.
_FIRST_DAY = 100_000.0
#: Options of a question: id, and whether it goes with no other.
Options = Tuple[Tuple[str, bool], ...]


@dataclass
class Told:
    """What conditions tell apart in the answers to one question: options by id, numbers (and days, counted) near limits."""

    options: Set[str] = field(default_factory=set)
    limits: Set[float] = field(default_factory=set)


def told_apart(atoms: Iterable[Condition], ground: Ground) -> Dict[str, Told]:
    """By question, what comparisons tell apart."""
    values = {value.id: value for value in ground.guide.values}
    found: Dict[str, Told] = {}
    for atom in atoms:
        parts = operands_of(values, Operand(question=atom.question, value=atom.value))
        parts += [part for limit in atom.limits for part in operands_of(values, limit)]
        limits = {number for part in parts for number in _numbers(part, ground)}
        for part in parts:
            if part.question:
                found.setdefault(part.question, Told()).limits.update(limits)
        if atom.question:
            options = found.setdefault(atom.question, Told()).options
            options.update(str(name) for name in (atom.equals, atom.includes) if name)
            options.update(str(name) for name in (*(atom.is_any_of or []), *(atom.is_none_of or [])))
    return found


def samples(question: Question, told: Told, nation: str | None, today: datetime.date) -> Sequence[Answer]:
    """What to try for `question`; 'not sure' is always among it."""
    if question.kind is Kind.nation:
        return (nation,) if nation else (NOT_SURE,)
    if question.kind is Kind.words:  # nothing depends on them
        return ("words", NOT_SURE)
    options = tuple((str(option.id), option.alone) for option in question.options)
    return _samples(
        question.kind, options, least(question), most(question), frozenset(told.options), frozenset(told.limits), today
    )


@lru_cache(maxsize=4096)
def _samples(
    kind: Kind,
    options: Options,
    low: float,
    high: float,
    named: FrozenSet[str],
    limits: FrozenSet[float],
    today: datetime.date,
) -> Tuple[Answer, ...]:
    if kind is Kind.yes_no:
        return YES, NO, NOT_SURE
    if kind is Kind.several:
        return (*_subsets(options, named, bool(limits)), NOT_SURE)
    if kind is Kind.choice:
        return (*_telling(options, named), NOT_SURE)
    if kind is Kind.date:
        return (*sorted(_days(limits, today)), NOT_SURE)
    numbers = {0.0, low, *(limit + by for limit in limits for by in (-1, 0, 1)), *(4 * limit for limit in limits)}
    return (*sorted(number for number in numbers if low <= number <= high), NOT_SURE)


def _numbers(operand: Operand, ground: Ground) -> Iterator[float]:
    """What a literal, a day or a figure counts; of a figure on a day of the answers, all amounts and the days they change."""
    if operand.number is not None:
        yield operand.number
    if operand.day is not None:
        yield float(operand.day.toordinal())
    figure = ground.figures.get(ground.figure_name(operand.figure, ground.guide.home) or "") if operand.figure else None
    if figure is None:
        return
    if operand.on is None:
        value = figure.on(ground.day)
        yield from [value.amount] if value else []
        return
    for value in figure.values:
        yield value.amount
        yield from (float(day.toordinal()) for day in (value.valid_from, value.valid_to) if day is not None)


def _days(limits: Iterable[float], today: datetime.date) -> Set[str]:
    """Days around limits that are days; and so many years, months or weeks ago for limits that are numbers."""
    days = {today, today - 40_000 * _DAY}
    for limit in limits:
        if limit >= _FIRST_DAY:
            around = [datetime.date.fromordinal(int(limit))]
        else:
            counts = (int(limit), int(limit) + 1)
            around = [day for count in counts for day in _so_long_ago(today, count)]
        days |= {day + by * _DAY for day in around for by in (-1, 0, 1)}
    return {day.isoformat() for day in days}


def _so_long_ago(today: datetime.date, count: int) -> Iterator[datetime.date]:
    yield today - datetime.timedelta(days=7 * min(count, 5000))
    for months in (count, 12 * count):
        year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
        if year > 1800:
            yield datetime.date(year, month + 1, min(today.day, 28))


def _telling(options: Options, named: Iterable[str]) -> List[str]:
    """The options that are named, and one that stands for all the others."""
    ids = [name for name, _ in options]
    others = [name for name in ids if name not in named]
    return [*(name for name in ids if name in named), *others[:1]]


def _subsets(options: Options, named: Iterable[str], is_counted: bool) -> Iterator[List[str]]:
    """Sets of options: of those named all subsets up to a size, each with none, one or (where they are counted) more of the others."""
    alone = [name for name, is_alone in options if is_alone]
    together = [name for name, is_alone in options if not is_alone and name in named]
    others = [name for name, is_alone in options if not is_alone and name not in named]
    sizes = range(len(together) + 1) if len(together) <= _MOST_COMBINED else (0, 1, 2, len(together))
    for size, more in itertools.product(sizes, range(len(others) + 1) if is_counted else (0, 1)):
        for chosen in itertools.combinations(together, size):
            if (chosen or more) and more <= len(others):
                yield [*chosen, *others[:more]]
    yield [*together, *others]
    yield from ([name] for name in _telling(tuple((name, True) for name in alone), named))
