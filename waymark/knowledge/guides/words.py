"""The words of guides for one home: the variant picked, answers, values and figures written in."""

from __future__ import annotations

import re
from typing import Callable, List, Mapping, Optional

from waymark.knowledge.guides.answers import NOT_SURE, Answer, day_of
from waymark.knowledge.guides.evaluate import Ground
from waymark.knowledge.guides.measures import Measures
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import Kind, Operand, Option, Question, Text, Unit, pick
from waymark.knowledge.texts import Filled, UnknownName, fill

#: What only guides write in.
_NAMED = re.compile(r"\{(answer|value|figure):([a-z0-9_]+)\}")


def written(text: Text, ground: Ground, home: Optional[str], knowledge: Knowledge) -> Filled:
    """`text` as a carer of this home reads it.

    Raises:
        UnknownName: there is no variant for the home, or a name in it cannot be filled.
    """
    whose = home or ground.guide.home
    variant = pick(dict(text), *ground.scopes[whose])
    if variant is None:
        raise UnknownName("there is no text for this home")

    def own(match: re.Match[str]) -> str:
        kind, name = match.groups()
        if kind == "figure":
            return f"{{figure:{ground.figure_name(name, whose)}}}"
        return answer_in_words(name, ground) if kind == "answer" else _value(name, ground, whose, knowledge)

    return fill(_NAMED.sub(own, variant), knowledge, ground.day)


def names_in(text: Text, kind: str) -> List[str]:
    """What `{kind:name}` names in any variant of a text."""
    return [name for variant in text.values() for found, name in _NAMED.findall(variant) if found == kind]


def answer_in_words(name: str, ground: Ground) -> str:
    """What was answered, as a sentence says it.

    Raises:
        UnknownName: the question is not known, or has no answer.
    """
    question, answer = ground.guide.question(name), ground.answers.get(name)
    if question is None or answer is None or answer == NOT_SURE:
        raise UnknownName(f"'{name}' has no answer to write out")
    return _WRITTEN.get(question.kind, _chosen)(question, answer)


def label_of(option: Option) -> str:
    """An option's label inside a sentence, the same everywhere."""
    return option.label.get("uk") or next(iter(option.label.values()))


def number(amount: float, unit: Optional[str]) -> str:
    """'40', '£180', '£180.50', '7.5'."""
    rounded = f"{amount:,.2f}" if round(amount, 2) % 1 else f"{amount:,.0f}"
    if unit == Unit.pounds.value:
        return f"£{rounded}"
    return f"{rounded}%" if unit == Unit.percent.value else f"{amount:g}"


def _value(name: str, ground: Ground, home: str, knowledge: Knowledge) -> str:
    worked = ground.value(name, home)
    if worked is None:
        raise UnknownName(f"the value '{name}' is not known")
    return number(worked, Measures(ground.guide, dict(knowledge.figures)).of(Operand(value=name)))


def _chosen(question: Question, answer: Answer) -> str:
    """Labels in the order of the options, however they were chosen."""
    if question.kind is Kind.nation:
        return str(answer).replace("_", " ").title()
    chosen = [str(name) for name in answer] if isinstance(answer, list) else [str(answer)]
    labels = [label_of(option) for option in question.options if option.id in chosen]
    return "; ".join(labels or chosen)


def _day(question: Question, answer: Answer) -> str:
    day = day_of(answer)
    return f"{day.day} {day:%B %Y}"


def _number(question: Question, answer: Answer) -> str:
    return number(float(str(answer)), Unit.pounds.value if question.kind is Kind.money else None)


def _own_words(question: Question, answer: Answer) -> str:
    return str(answer)


_WRITTEN: Mapping[Kind, Callable[[Question, Answer], str]] = {
    Kind.date: _day,
    Kind.number: _number,
    Kind.money: _number,
    Kind.age: _number,
    Kind.words: _own_words,
}
