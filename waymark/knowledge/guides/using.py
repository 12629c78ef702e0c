"""What of a guide is used for nothing, and what tells of something private without being private itself."""

from __future__ import annotations

from typing import Iterator, List, Tuple

from waymark.knowledge.guides.evaluate import operands_of
from waymark.knowledge.guides.walking import (
    Where,
    conditions_of,
    placed_atoms,
    questions_behind,
    questions_in,
    texts_of,
)
from waymark.knowledge.guides.words import names_in
from waymark.knowledge.schema import Condition, Guide, Kind, Operand

#: Where in a guide, and what is wrong.
Found = Tuple[Where, str]


def private_problems(guide: Guide) -> Iterator[Found]:
    """What depends on a private question must be private too, or the kept page would tell of it."""
    private = {question.id for question in guide.questions if question.private}
    for at in conditions_of(guide):
        if not at.private:
            for name in sorted(questions_behind(guide, at.conditions) & private):
                yield at.where, f"depends on the private question '{name}': make it private: true too"
    for text in texts_of(guide):
        if (
            text.where[0] in ("outcomes", "points", "steps")
            and not getattr(guide, str(text.where[0]))[text.where[1]].private
        ):
            for name in sorted(set(names_in(text.text, "answer")) & private):
                yield text.where, f"depends on the private question '{name}': make it private: true too"


def idle_problems(guide: Guide) -> Iterator[Found]:
    """Questions whose answer changes nothing, and values that nothing names."""
    used = set().union(*(questions_in(guide, at.conditions) for at in conditions_of(guide)))
    values = _values_used(guide)
    for text in texts_of(guide):
        used |= set(names_in(text.text, "answer"))
    worked = {value.id: value for value in guide.values}
    for name in values:
        parts = operands_of(worked, Operand(value=name))
        used |= {part.question for part in parts if part.question}
    for index, question in enumerate(guide.questions):
        tells = question.point is not None or any(option.point for option in question.options)
        if question.id not in used and not tells and question.kind is not Kind.nation:
            yield ("questions", index, "id"), "is asked for nothing: no condition, value, point or text uses the answer"
    named = {each.named for at in conditions_of(guide) for one in at.conditions for each in _all_parts(one)}
    named |= {each.named for ones in guide.conditions.values() for one in ones for each in _all_parts(one)}
    for name in sorted(set(guide.conditions) - named):
        yield ("conditions", name), "is named nowhere"
    for index, value in enumerate(guide.values):
        if value.id not in values:
            yield ("values", index, "id"), "is worked out for nothing: no condition, value or text names it"


def _all_parts(condition: Condition) -> Iterator[Condition]:
    yield condition
    for part in condition.parts:
        yield from _all_parts(part)


def _values_used(guide: Guide) -> List[str]:
    named = [name for text in texts_of(guide) for name in names_in(text.text, "value")]
    for at in conditions_of(guide):
        for condition in at.conditions:
            for atom, _ in placed_atoms(condition, ()):
                named += [operand.value for operand in (Operand(value=atom.value), *atom.limits) if operand.value]
    named += [operand.value for value in guide.values for operand in value.operands if operand.value]
    return list(dict.fromkeys(named))
