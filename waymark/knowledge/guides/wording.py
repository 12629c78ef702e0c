"""Conditions and values as people read them: 'hours is at least 35'. For drawings and for looking over."""

from __future__ import annotations

from typing import List, Sequence

from waymark.knowledge.schema import Condition, Operand, Value

_COMPARED = {
    "at_least": "is at least",
    "at_most": "is at most",
    "more_than": "is more than",
    "less_than": "is less than",
    "equals": "is",
    "includes": "includes",
}
_WORKED = {
    "sum": "sum of",
    "minus": "what is left of",
    "times": "product of",
    "half": "half of",
    "rounded_up": "next whole number of",
    "lowest": "lowest of",
    "highest": "highest of",
    "count": "number chosen of",
    "years_between": "years between",
    "months_between": "months between",
    "weeks_between": "weeks between",
}


def all_in_words(conditions: Sequence[Condition]) -> str:
    """Conditions that must all hold."""
    return " and ".join(in_words(condition) for condition in conditions)


def in_words(condition: Condition) -> str:
    if condition.named is not None:
        return condition.named
    if condition.all is not None:
        return "(" + all_in_words(condition.all) + ")"
    if condition.any is not None:
        return "(" + " or ".join(map(in_words, condition.any)) + ")"
    if condition.negated is not None:
        return f"not ({in_words(condition.negated)})"
    return f"{condition.question or condition.value} {_compared(condition)}"


def operand_in_words(operand: Operand) -> str:
    if operand.number is not None:
        return f"{operand.number:g}"
    if operand.day is not None:
        return operand.day.isoformat()
    if operand.is_today:
        return "today"
    if operand.on is not None:
        return f"the figure {operand.figure} on the day {operand_in_words(operand.on)}"
    return f"the figure {operand.figure}" if operand.figure else str(operand.question or operand.value)


def value_in_words(value: Value) -> str:
    """'what is left of pay, half_pension'."""
    return f"{_WORKED[value.working]} {', '.join(map(operand_in_words, value.operands))}"


def _compared(atom: Condition) -> str:
    if atom.answered is not None:
        return "is answered" if atom.answered else "is not known"
    if atom.not_sure is not None:
        return "is 'not sure'" if atom.not_sure else "is not 'not sure'"
    if atom.between is not None:
        low, high = map(operand_in_words, atom.between)
        return f"is between {low} and {high}"
    if atom.is_any_of is not None:
        return f"is {_listed(atom.is_any_of)}"
    if atom.is_none_of is not None:
        return f"is another than {_listed(atom.is_none_of)}"
    name = atom.comparison or ""
    right = [operand_in_words(limit) for limit in atom.limits] or [str(atom.equals or atom.includes)]
    return f"{_COMPARED[name]} {right[0]}"


def _listed(names: Sequence[str]) -> str:
    plain: List[str] = [str(name) for name in names]
    return " or ".join(plain)
