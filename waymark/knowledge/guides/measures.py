"""Units of what guides compare, so that hours are never compared with pounds."""

from __future__ import annotations

from typing import Iterator, List, Optional

from waymark.knowledge.schema import CHOICES, Condition, Figure, Guide, Kind, Operand, Question, Unit, Value

DAY = "a day"
OPTIONS = "options"
COUNT = "a count"
#: Of a number written out: it fits any unit but days.
ANY = "any"


class Measures:
    """What each question, value and figure of a guide is counted in."""

    def __init__(self, guide: Guide, figures: dict[str, Figure]) -> None:
        self._guide = guide
        self._figures = figures
        self._values = {value.id: value for value in guide.values}

    def of(self, operand: Operand) -> Optional[str]:
        """Its unit; None where its name is not known (which is told elsewhere)."""
        if operand.number is not None:
            return ANY
        if operand.day is not None or operand.is_today:
            return DAY
        if operand.figure is not None:
            names = self._guide.figures.get(operand.figure, {"uk": operand.figure}).values()
            units = {self._figures[name].unit.value for name in names if name in self._figures}
            return units.pop() if len(units) == 1 else None
        if operand.value is not None:
            value = self._values.get(operand.value)
            return self.of_value(value) if value else None
        question = self._guide.question(operand.question or "")
        return _of_question(question) if question else None

    def of_value(self, value: Value) -> Optional[str]:
        if value.years_between:
            return Unit.years.value
        if value.months_between:
            return Unit.months.value
        if value.weeks_between:
            return Unit.weeks.value
        if value.count:
            return COUNT
        units = [unit for unit in map(self.of, value.operands) if unit not in (None, ANY)]
        if value.times:
            units = [unit for unit in units if unit != COUNT]
        return units[0] if units else ANY

    def wrong_in_value(self, value: Value) -> Iterator[str]:
        """What does not fit in how a value is worked out."""
        units = [unit for unit in map(self.of, value.operands) if unit is not None]
        if value.count:
            question = self._guide.question(value.count)
            if question is not None and question.kind is not Kind.several:
                yield f"'{value.count}' is no question of kind several"
        elif value.years_between or value.months_between or value.weeks_between:
            if any(unit != DAY for unit in units):
                yield f"{value.working} needs two days"
        elif any(unit in (DAY, OPTIONS) for unit in units):
            yield f"{value.working} needs numbers"
        elif value.times:
            if len({unit for unit in units if unit not in (ANY, COUNT)}) > 1:
                yield f"times: two units, {' and '.join(sorted(set(units) - {ANY}))}, cannot be multiplied"
        else:
            yield from _two_units(units)

    def wrong_in_comparison(self, atom: Condition) -> Iterator[str]:
        """What does not fit in one comparison."""
        question = self._guide.question(atom.question or "")
        name = atom.comparison or ""
        left = self.of(Operand(question=atom.question, value=atom.value))
        if left is None:
            return
        if atom.limits:
            if left == OPTIONS:
                yield f"'{atom.question}' is answered with an option: it cannot be compared with {name}"
                return
            units = [unit for unit in map(self.of, atom.limits) if unit is not None]
            yield from _two_units([left, *units])
        elif name in CHOICES:
            fits = question is not None and left == OPTIONS and (question.kind is Kind.several) is (name == "includes")
            if not fits:
                yield f"'{atom.question or atom.value}' cannot be compared with {name}"
        elif name == "not_sure" and atom.value is not None:
            yield "a value is not answered: use answered"


def _two_units(units: List[str]) -> Iterator[str]:
    counted = list(dict.fromkeys(COUNT if unit == ANY else unit for unit in units))
    if ANY in units and DAY in units:
        yield "a day cannot be compared with a number"
    named = [unit for unit in counted if unit != COUNT]
    if len(named) > 1:
        yield f"one is in {named[0]}, the other in {named[1]}"


def _of_question(question: Question) -> Optional[str]:
    if question.kind is Kind.number:
        return question.unit.value if question.unit else None
    return {Kind.money: Unit.pounds.value, Kind.age: Unit.years.value, Kind.date: DAY}.get(question.kind, OPTIONS)
