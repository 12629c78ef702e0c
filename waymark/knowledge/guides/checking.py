"""What is wrong with guides: names, texts and kinds here; what answers lead to in reach.py."""

from __future__ import annotations

from typing import Dict, Iterator, List, Sequence, Tuple

from waymark.knowledge.guides.answers import NOT_SURE
from waymark.knowledge.guides.evaluate import Ground, operands_of
from waymark.knowledge.guides.kept import kept
from waymark.knowledge.guides.measures import Measures
from waymark.knowledge.guides.questions import question_problems
from waymark.knowledge.guides.reach import reach_problems
from waymark.knowledge.guides.texts import text_problems
from waymark.knowledge.guides.using import idle_problems, private_problems
from waymark.knowledge.guides.walking import (
    ConditionsAt,
    Where,
    conditions_of,
    placed_atoms,
)
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import NATIONS, Condition, Guide, Kind, Operand, Status

#: Where in a guide, and what is wrong.
Found = Tuple[Where, str]


def guide_problems(knowledge: Knowledge) -> Iterator[Tuple[str, Where, str]]:
    """(guide, where, what is wrong) of every guide, and of phrases that start two."""
    said: Dict[str, str] = {}
    for key, guide in knowledge.guides.items():
        named = [*_names(guide, knowledge), *_conditions(guide, knowledge), *question_problems(guide, knowledge)]
        yield from ((key, where, what) for where, what in [*named, *text_problems(guide, knowledge)])
        if not named:  # what answers lead to can only be seen where every name is known
            day_one = Ground(guide, knowledge.figures, {})
            yield from (
                (key, where, what)
                for where, what in [*kept(day_one, reach_problems), *private_problems(guide), *idle_problems(guide)]
            )
        for index, phrase in enumerate(guide.says):
            if guide.status is not Status.closed and said.setdefault(phrase.lower(), key) != key:
                yield key, ("says", index), f"'{phrase}' is said for two guides: {said[phrase.lower()]} too"


def _names(guide: Guide, knowledge: Knowledge) -> Iterator[Found]:
    """Topics, supports, figures and nations that do not exist; the same id twice."""
    for name in (guide.topic, *guide.offered_on):
        if name not in knowledge.topics:
            yield ("topic" if name == guide.topic else "offered_on",), f"'{name}' is not in knowledge/topics"
    yield from _figures(guide, knowledge)
    for index, support in enumerate(guide.supports):
        found = knowledge.supports.get(support.id)
        if found is None or not found.is_live:
            yield ("supports", index, "id"), f"'{support.id}' is no live support"
    for index, person in enumerate(guide.person):
        for name in dict.fromkeys(person.support.values()):
            found = knowledge.supports.get(name)
            if found is None or not found.is_live or not found.shows_numbers or not found.contact.phone:
                yield ("person", index, "support"), f"'{name}' is no live support with a number to show"
    for field, last in (("lead", guide.lead[-1].show_if), ("person", guide.person[-1].show_if)):
        if last:
            yield (field,), "must end with one that has no show_if, for when no other fits"
    for field, ids in (
        ("questions", [question.id for question in guide.questions]),
        ("values", [value.id for value in guide.values]),
        ("outcomes", [outcome.about for outcome in guide.outcomes]),
        ("steps", [step.id for step in guide.steps]),
        ("supports", [support.id for support in guide.supports]),
    ):
        yield from (
            ((field, index), f"'{name}' is there twice") for index, name in enumerate(ids) if name in ids[:index]
        )
    for where, nations in _nations(guide):
        yield from ((where, f"'{name}' is none of {', '.join(NATIONS)}") for name in nations if name not in NATIONS)


def _nations(guide: Guide) -> Iterator[Tuple[Where, Sequence[str]]]:
    for field in ("questions", "outcomes", "points", "steps", "supports"):
        yield from (((field, index, "nations"), part.nations) for index, part in enumerate(getattr(guide, field)))
    for index, outcome in enumerate(guide.outcomes):
        for number, rule in enumerate(outcome.rules):
            yield ("outcomes", index, "rules", number, "nations"), rule.nations


def _figures(guide: Guide, knowledge: Knowledge) -> Iterator[Found]:
    own = Measures(guide, dict(knowledge.figures))
    for name, by_scope in guide.figures.items():
        if name in knowledge.figures:
            yield ("figures", name), "is already the name of a figure in knowledge/figures: choose another"
        for scope, figure in by_scope.items():
            if figure not in knowledge.figures:
                yield ("figures", name), f"'{figure}' is not in knowledge/figures (for {scope})"
        if all(figure in knowledge.figures for figure in by_scope.values()) and own.of(Operand(figure=name)) is None:
            yield ("figures", name), "its figures are not of one unit"
    for index, outcome in enumerate(guide.outcomes):
        for scope, name in (outcome.figure or {}).items():
            if name not in knowledge.figures and name not in guide.figures:
                yield ("outcomes", index, "figure"), f"'{name}' is not in knowledge/figures (for {scope})"


def _conditions(guide: Guide, knowledge: Knowledge) -> Iterator[Found]:
    """Names, order and units in conditions and values."""
    measures = Measures(guide, dict(knowledge.figures))
    for index, value in enumerate(guide.values):
        where: Where = ("values", index, value.working)
        above = [earlier.id for earlier in guide.values[:index]]
        for operand in value.operands:
            yield from ((where, what) for what in _operand(operand, guide, knowledge, above))
        yield from ((where, what) for what in measures.wrong_in_value(value))
    for at in conditions_of(guide):
        for index, condition in enumerate(at.conditions):
            for atom, where in placed_atoms(condition, (*at.where, index)):
                yield from ((where, what) for what in _atom(atom, at, guide, knowledge, measures))


def _atom(atom: Condition, at: ConditionsAt, guide: Guide, knowledge: Knowledge, measures: Measures) -> Iterator[str]:
    subject = Operand(question=atom.question, value=atom.value)
    values = {value.id: value for value in guide.values}
    unknown = [
        what for operand in (subject, *atom.limits) for what in _operand(operand, guide, knowledge, list(values))
    ]
    yield from unknown
    if unknown:
        return
    order = [question.id for question in guide.questions]
    for operand in (subject, *atom.limits):
        for part in operands_of(values, operand):
            if at.before is not None and part.question and order.index(part.question) >= at.before:
                yield f"'{part.question}' is asked later: a question can only depend on those above it"
    yield from measures.wrong_in_comparison(atom)
    yield from _options(atom, guide)


def _options(atom: Condition, guide: Guide) -> Iterator[str]:
    question = guide.question(atom.question or "")
    if question is None:
        return
    known = [str(option.id) for option in question.options]
    known += [*NATIONS] if question.kind is Kind.nation else ["yes", "no"] if question.kind is Kind.yes_no else []
    named = [name for name in (atom.equals, atom.includes) if name] + (atom.is_any_of or []) + (atom.is_none_of or [])
    for name in named:
        if name == NOT_SURE:
            yield "write not_sure: true for an answer of 'not sure'"
        elif name not in known:
            yield f"'{name}' is no option of '{question.id}': {', '.join(known)}"


def _operand(operand: Operand, guide: Guide, knowledge: Knowledge, values: List[str]) -> Iterator[str]:
    question = guide.question(operand.question or "")
    if operand.question is not None and question is None:
        yield f"'{operand.question}' is no question of this guide"
    if question is not None and question.kind is Kind.words:
        yield f"'{operand.question}' is answered in the carer's own words: nothing can depend on it"
    if operand.value is not None and operand.value not in values:
        yield f"'{operand.value}' is no value above this one"
    if operand.on is not None:
        yield from _operand(operand.on, guide, knowledge, values)
    if operand.figure is not None and operand.figure not in {*knowledge.figures, *guide.figures}:
        yield f"'{operand.figure}' is neither in knowledge/figures nor under figures here"
