"""All parts of a guide, with where they stand in its file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator, List, Optional, Sequence, Set, Tuple, Union

from waymark.knowledge.guides.evaluate import operands_of
from waymark.knowledge.schema import NATIONS, Condition, Guide, Operand, Text

Where = Tuple[Union[str, int], ...]


@dataclass(frozen=True)
class TextAt:
    """One text: where it stands, for which nations (none named: all), whose home picks its variant."""

    where: Where
    text: Text
    nations: Sequence[str] = ()
    home: Optional[str] = None
    is_button: bool = False


@dataclass(frozen=True)
class ConditionsAt:
    """One list of conditions. `before`: only the questions above this index may be named. `private`: may name private ones."""

    where: Where
    conditions: List[Condition]
    nations: Sequence[str] = ()
    home: Optional[str] = None
    before: Optional[int] = None
    private: bool = False


def texts_of(guide: Guide) -> Iterator[TextAt]:
    """Every text that carers read."""
    yield TextAt(("title",), guide.title, is_button=True)
    yield TextAt(("intro",), guide.intro)
    yield from (TextAt(("lead", index, "text"), lead.text) for index, lead in enumerate(guide.lead))
    yield from _question_texts(guide)
    for index, outcome in enumerate(guide.outcomes):
        at: Where = ("outcomes", index)
        yield TextAt((*at, "title"), outcome.title, outcome.nations, outcome.home)
        for number, rule in enumerate(outcome.rules):
            nations = rule.nations or outcome.nations
            yield TextAt((*at, "rules", number, "reason"), rule.reason, nations, outcome.home)
        yield TextAt((*at, "otherwise", "reason"), outcome.otherwise.reason, outcome.nations, outcome.home)
    for field in ("points", "steps"):
        for index, part in enumerate(getattr(guide, field)):
            yield TextAt((field, index, "text"), part.text, part.nations, part.home)
    if guide.points_title is not None:
        yield TextAt(("points_title",), guide.points_title)


def _question_texts(guide: Guide) -> Iterator[TextAt]:
    for index, question in enumerate(guide.questions):
        for field in ("ask", "help", "why", "not_sure", "point", "not_sure_point"):
            text = getattr(question, field)
            if text is not None:
                button = field == "not_sure"
                yield TextAt(("questions", index, field), text, question.nations, question.home, button)
        for number, option in enumerate(question.options):
            at = ("questions", index, "options", number)
            yield TextAt((*at, "label"), option.label, question.nations, question.home, True)
            if option.point is not None:
                yield TextAt((*at, "point"), option.point, question.nations, question.home)


def conditions_of(guide: Guide) -> Iterator[ConditionsAt]:
    """Every list of conditions."""
    for index, question in enumerate(guide.questions):
        at: Where = ("questions", index, "ask_if")
        yield ConditionsAt(at, question.ask_if, question.nations, question.home, index, question.private)
    for index, outcome in enumerate(guide.outcomes):
        at = ("outcomes", index)
        yield ConditionsAt((*at, "show_if"), outcome.show_if, outcome.nations, outcome.home, private=outcome.private)
        for number, rule in enumerate(outcome.rules):
            nations = rule.nations or outcome.nations
            where = (*at, "rules", number, "when")
            yield ConditionsAt(where, rule.when, nations, outcome.home, private=outcome.private)
    for field in ("lead", "person"):
        for index, part in enumerate(getattr(guide, field)):
            yield ConditionsAt((field, index, "show_if"), part.show_if)
    for field in ("points", "steps"):
        for index, part in enumerate(getattr(guide, field)):
            yield ConditionsAt((field, index, "show_if"), part.show_if, part.nations, part.home, private=part.private)
    for index, support in enumerate(guide.supports):
        yield ConditionsAt(
            ("supports", index, "show_if"), support.show_if, support.nations, None, private=support.private
        )


def atoms_of(condition: Condition) -> Iterator[Condition]:
    """The comparisons in a condition."""
    if condition.comparison is not None:
        yield condition
    for part in condition.parts:
        yield from atoms_of(part)


def placed_atoms(condition: Condition, where: Where) -> Iterator[Tuple[Condition, Where]]:
    """The comparisons in a condition, each with where it stands."""
    if condition.comparison is not None:
        yield condition, where
    for name in ("all", "any"):
        for index, part in enumerate(getattr(condition, name) or []):
            yield from placed_atoms(part, (*where, name, index))
    if condition.negated is not None:
        yield from placed_atoms(condition.negated, (*where, "not"))


def operands_in(guide: Guide, condition: Condition) -> Iterator[Operand]:
    """All that a condition compares, down to questions and figures."""
    values = {value.id: value for value in guide.values}
    for atom in atoms_of(condition):
        first = Operand(question=atom.question, value=atom.value)
        for operand in (first, *atom.limits):
            yield from operands_of(values, operand)


def questions_in(guide: Guide, conditions: Sequence[Condition]) -> Set[str]:
    """Ids of the questions that conditions depend on, through values too."""
    return {
        operand.question
        for condition in conditions
        for operand in operands_in(guide, condition)
        if operand.question is not None
    }


def questions_behind(guide: Guide, conditions: Sequence[Condition]) -> Set[str]:
    """The same, with the questions on which it depends whether those are asked."""
    found: Set[str] = set()
    open_ = questions_in(guide, conditions)
    while open_:
        name = open_.pop()
        question = guide.question(name)
        if name in found or question is None:
            continue
        found.add(name)
        open_ |= questions_in(guide, question.ask_if)
    return found


def nations_or_all(nations: Sequence[str]) -> Sequence[str]:
    return nations or NATIONS
