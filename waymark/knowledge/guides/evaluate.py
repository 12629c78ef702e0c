"""What a guide's conditions and values mean for given answers.

Three truths: a comparison with something that is not known is None, and None is never enough.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Callable, Dict, List, Mapping, Optional

from waymark.knowledge.guides.answers import NOT_SURE, NUMBERS, Answer, Answers, day_of
from waymark.knowledge.guides.workings import Measure, worked
from waymark.knowledge.schema import Condition, Figure, FigureValue, Guide, Kind, Operand, Question, Value, pick

Truth = Optional[bool]

NO_SCOPES: Mapping[str, List[str]] = {"carer": [], "person": []}


@dataclass(frozen=True)
class Ground:
    """What a guide is judged on: its answers, the figures, the day, and the scopes (most local first) of both homes."""

    guide: Guide
    figures: Mapping[str, Figure]
    answers: Answers
    scopes: Mapping[str, List[str]] = field(default_factory=lambda: dict(NO_SCOPES))
    day: datetime.date = field(default_factory=datetime.date.today)

    def asks(self, question: Question) -> bool:
        """Whether `question` is to be asked, as far as the answers before it tell."""
        home = question.home or self.guide.home
        return self.is_in(question.nations, home) and self.all_hold(question.ask_if, home)

    def is_in(self, nations: List[str], home: Optional[str]) -> bool:
        """Whether the home lies in one of `nations`; none named: everywhere."""
        return not nations or any(nation in self.scopes[home or self.guide.home] for nation in nations)

    def all_hold(self, conditions: List[Condition], home: Optional[str] = None) -> bool:
        """Whether all conditions surely hold."""
        return every([self.holds(condition, home) for condition in conditions]) is True

    def holds(self, condition: Condition, home: Optional[str] = None) -> Truth:
        return combine(condition, lambda atom: self.compare(atom, home or self.guide.home))

    def compare(self, atom: Condition, home: str) -> Truth:
        """The truth of one comparison."""
        if atom.value is not None:
            worked = self.value(atom.value, home)
            return (
                (worked is not None) is atom.answered if atom.answered is not None else self._within(atom, worked, home)
            )
        answer = self.answers.get(atom.question or "")
        known = answer is not None and answer != NOT_SURE
        if atom.answered is not None:
            return known is atom.answered
        if atom.not_sure is not None:
            return (answer == NOT_SURE) is atom.not_sure
        if not known:
            return None
        if atom.limits:
            return self._within(atom, self._measure_of(atom.question or ""), home)
        return _chosen(atom, answer)

    def _within(self, atom: Condition, left: Optional[Measure], home: str) -> Truth:
        limits = [self.measure(limit, home) for limit in atom.limits]
        if left is None or any(limit is None or type(limit) is not type(left) for limit in limits):
            return None
        first = limits[0]
        if atom.at_least is not None:
            return bool(left >= first)  # type: ignore[operator]
        if atom.at_most is not None:
            return bool(left <= first)  # type: ignore[operator]
        if atom.more_than is not None:
            return bool(left > first)  # type: ignore[operator]
        if atom.less_than is not None:
            return bool(left < first)  # type: ignore[operator]
        return bool(first <= left <= limits[1])  # type: ignore[operator]

    def measure(self, operand: Operand, home: str) -> Optional[Measure]:
        """The number or day an operand stands for; None when it is not known."""
        if operand.number is not None:
            return operand.number
        if operand.day is not None or operand.is_today:
            return operand.day or self.day
        if operand.figure is not None:
            return self._amount(operand, home)
        if operand.value is not None:
            return self.value(operand.value, home)
        name = operand.question or ""
        return self._measure_of(name) if name in self.answers else operand.if_not_asked

    def _amount(self, operand: Operand, home: str) -> Optional[float]:
        """The amount of a figure today, or on the day that `on` names."""
        day: Optional[Measure] = self.day if operand.on is None else self.measure(operand.on, home)
        figure = self.figures.get(self.figure_name(operand.figure or "", home) or "")
        found = figure.on(day) if figure is not None and isinstance(day, datetime.date) else None
        return found.amount if found else None

    def _measure_of(self, name: str) -> Optional[Measure]:
        answer, question = self.answers.get(name), self.guide.question(name)
        if answer is None or answer == NOT_SURE or question is None:
            return None
        if question.kind is Kind.date:
            return day_of(answer)
        if question.kind is Kind.several and isinstance(answer, list):
            alone = {option.id for option in question.options if option.alone}
            return float(len(set(answer) - alone))
        return float(answer) if question.kind in NUMBERS and not isinstance(answer, (str, list)) else None

    def value(self, name: str, home: str) -> Optional[float]:
        """A value of the guide; None when a part of it is not known."""
        value = next((value for value in self.guide.values if value.id == name), None)
        if value is None:
            return None
        parts = [self.measure(operand, home) for operand in value.operands]
        known = [part for part in parts if part is not None]
        return worked(value.working, known) if len(known) == len(parts) else None

    def figure(self, name: str, home: str) -> Optional[FigureValue]:
        """The value that a figure, or a name of the guide's own for figures, has today for this home."""
        figure = self.figures.get(self.figure_name(name, home) or "")
        return figure.on(self.day) if figure else None

    def figure_name(self, name: str, home: str) -> Optional[str]:
        own = self.guide.figures.get(name)
        return name if own is None else pick(own, *self.scopes[home])


def combine(condition: Condition, compare: Callable[[Condition], Truth]) -> Truth:
    """The truth of a condition, given that of each comparison in it."""
    if condition.all is not None:
        return every([combine(part, compare) for part in condition.all])
    if condition.any is not None:
        opposite = every([_not(combine(part, compare)) for part in condition.any])
        return _not(opposite)
    if condition.negated is not None:
        return _not(combine(condition.negated, compare))
    return compare(condition)


def every(truths: List[Truth]) -> Truth:
    """False if one is false, else None if one is not known, else True."""
    if False in truths:
        return False
    return None if None in truths else True


def _not(truth: Truth) -> Truth:
    return None if truth is None else not truth


def _chosen(atom: Condition, answer: Optional[Answer]) -> Truth:
    if atom.includes is not None:
        return isinstance(answer, list) and atom.includes in answer
    if atom.equals is not None:
        return answer == atom.equals
    if atom.is_any_of is not None:
        return answer in atom.is_any_of
    return answer not in (atom.is_none_of or [])


def operands_of(values: Mapping[str, Value], operand: Operand) -> List[Operand]:
    """`operand` and all that a value it names is worked out of, down to questions and figures."""
    if operand.on is not None:
        return [operand, *operands_of(values, operand.on)]
    value = values.get(operand.value or "")
    if value is None:
        return [operand]
    return [operand, *(deeper for part in value.operands for deeper in operands_of(values, part))]


def ground(
    guide: Guide,
    figures: Mapping[str, Figure],
    answers: Answers,
    scopes: Mapping[str, List[str]] = NO_SCOPES,
    day: Optional[datetime.date] = None,
) -> Ground:
    """The ground for `answers`, without those to questions that are not asked any more since an earlier answer changed."""
    kept: Dict[str, Answer] = {}
    found = Ground(guide, figures, kept, scopes, day or datetime.date.today())
    for question in guide.questions:
        if question.id in answers and found.asks(question):
            kept[question.id] = answers[question.id]
    return found
