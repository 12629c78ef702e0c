"""What is wrong with single questions of a guide: the fields that its kind needs or has no use for."""

from __future__ import annotations

from typing import Iterator, List, Mapping, Set, Tuple, Union

from waymark.knowledge.guides.answers import NO, NOT_SURE, NUMBERS, YES
from waymark.knowledge.guides.walking import Where, texts_of
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import NATIONS, Fact, Guide, Kind, Outcome, Per, Point, Question, State, Step

_WITH_OPTIONS = frozenset({Kind.choice, Kind.several, Kind.yes_no})
_KINDS_OF_FACT: Mapping[Fact, frozenset[Kind]] = {
    Fact.carer_age: frozenset({Kind.age}),
    Fact.person_age: frozenset({Kind.age}),
    Fact.condition: frozenset({Kind.choice, Kind.several}),
    Fact.relationship: frozenset({Kind.choice}),
    Fact.topic: frozenset({Kind.choice}),
    Fact.place: frozenset({Kind.choice}),
}


def question_problems(guide: Guide, knowledge: Knowledge) -> Iterator[Tuple[Where, str]]:
    """Everything wrong with questions one by one, and homes whose nation is never asked for."""
    for index, question in enumerate(guide.questions):
        at: Where = ("questions", index)
        yield from (((*at, *where), what) for where, what in _fields(question))
        yield from (((*at, *where), what) for where, what in _options(question))
        yield from (((*at, *where), what) for where, what in _facts(question, knowledge))
    for index, outcome in enumerate(guide.outcomes):
        yield from ((("outcomes", index, *where), what) for where, what in _plainly_told(outcome))
    asked = {question.home or guide.home for question in guide.questions if question.kind is Kind.nation}
    for home in sorted(_homes_needed(guide) - asked):
        yield ("questions",), f"must ask for the nation of the {home}'s home (kind nation): texts or rules differ by it"


def _fields(question: Question) -> Iterator[Tuple[Where, str]]:
    kind = question.kind
    if (kind is Kind.number) is (question.unit is None):
        yield ("unit",), "a number needs a unit" if kind is Kind.number else "only a number has a unit"
    if question.per is Per.once and kind is not Kind.money:
        yield ("per",), "only money is counted per something"
    if kind not in NUMBERS and (question.min is not None or question.max is not None):
        yield ("min" if question.min is not None else "max",), "only numbers have a least and a most"
    if question.min is not None and question.max is not None and question.min > question.max:
        yield ("min",), "is more than max"
    if kind is Kind.words and (question.cues or question.point is None):
        field = "cues" if question.cues else "point"
        yield (
            (field,),
            "own words are only taken when it is their turn" if question.cues else "says what becomes of the words",
        )
    for index, cue in enumerate(question.cues):
        if cue != cue.lower() or not cue.strip():
            yield ("cues", index), f"'{cue}': write it in small letters"


def _plainly_told(outcome: Outcome) -> Iterator[Tuple[Where, str]]:
    """What is told without a state has none in any of its rules, and no amount."""
    states = {outcome.otherwise.state, *(rule.state for rule in outcome.rules)}
    if State.told in states and len(states) > 1:
        yield ("rules",), "'told' goes with no other state in one outcome"
    if State.told in states and outcome.figure is not None:
        yield ("figure",), "goes with no outcome that is only told"


def _options(question: Question) -> Iterator[Tuple[Where, str]]:
    ids = [option.id for option in question.options]
    if question.kind not in _WITH_OPTIONS:
        if ids:
            yield ("options",), f"a question of kind {question.kind.value} has no options"
        return
    if question.kind is Kind.yes_no:
        if not set(ids) <= {YES, NO}:
            yield ("options",), "a question of kind yes_no has only the options yes and no"
    elif len(ids) < 2:
        yield ("options",), "needs at least two options"
    said: Set[str] = set()
    for index, option in enumerate(question.options):
        where: Where = ("options", index)
        if option.id == NOT_SURE:
            yield where, "'not sure' is always there: leave it out"
        if option.id in ids[:index]:
            yield where, f"'{option.id}' is there twice"
        if option.alone and question.kind is not Kind.several:
            yield (*where, "alone"), "is for questions of kind several"
        for phrase in option.says:
            if phrase != phrase.lower() or not phrase.strip():
                yield (*where, "says"), f"'{phrase}': write it in small letters"
            if phrase in said:
                yield (*where, "says"), f"'{phrase}' is said for two options"
            said.add(phrase)


def _facts(question: Question, knowledge: Knowledge) -> Iterator[Tuple[Where, str]]:
    known = question.known_from
    if known is not None and question.kind not in _KINDS_OF_FACT[known]:
        yield ("known_from",), f"{known.value} does not answer a question of kind {question.kind.value}"
    for index, option in enumerate(question.options):
        for fact in option.facts:
            if known is None:
                yield ("options", index, "facts"), "needs known_from on the question"
            elif fact not in _values_of(known, knowledge):
                yield ("options", index, "facts"), f"'{fact}' is no {known.value} that is known"
    if known is not None and question.kind is not Kind.age and not any(option.facts for option in question.options):
        yield ("known_from",), "no option says under facts which value means it"


def _values_of(fact: Fact, knowledge: Knowledge) -> Set[str]:
    return {
        Fact.condition: set(knowledge.conditions),
        Fact.topic: set(knowledge.topics),
        Fact.place: set(knowledge.places),
        Fact.relationship: set(knowledge.lists["relationships"]),
    }.get(fact, set())


def _homes_needed(guide: Guide) -> Set[str]:
    """Homes on whose nation something depends."""
    parts: List[Union[Question, Outcome, Point, Step]] = [
        *guide.questions,
        *guide.outcomes,
        *guide.points,
        *guide.steps,
    ]
    needed = {part.home or guide.home for part in parts if part.nations}
    needed |= {outcome.home or guide.home for outcome in guide.outcomes if any(rule.nations for rule in outcome.rules)}
    needed |= {guide.home for support in guide.supports if support.nations}
    for text in texts_of(guide):
        if set(text.text) & set(NATIONS):
            needed.add(text.home or guide.home)
    return needed | ({guide.home} if guide.figures else set())
