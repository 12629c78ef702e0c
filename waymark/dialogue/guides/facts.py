"""What the conversation knows already, as answers to a guide's questions."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable, Dict, List, Mapping, Optional

from waymark.dialogue.situation import Situation
from waymark.knowledge.guides.answers import Answer, in_range
from waymark.knowledge.homes import NOWHERE, Home
from waymark.knowledge.schema import NATIONS, Fact, Guide, Kind, Question

#: Fact -> its values in a situation.
_VALUES: Mapping[Fact, Callable[[Situation], List[str]]] = {
    Fact.relationship: lambda situation: [situation.relationship] if situation.relationship else [],
    Fact.condition: lambda situation: sorted(situation.conditions),
    Fact.topic: lambda situation: [situation.topic] if situation.topic else [],
    Fact.place: lambda situation: [place] if (place := situation.home_for("person").place) else [],
}


def homes(guide: Guide, situation: Situation, answers: Mapping[str, Answer]) -> Dict[str, Home]:
    """Both homes as the guide sees them: what the conversation knows, else the nation that was answered.

    Where a guide asks for one home only, that one stands in for the other.
    """
    asked = [question for question in guide.questions if question.kind is Kind.nation]
    both = len({question.home or guide.home for question in asked}) > 1
    found: Dict[str, Home] = {}
    for whose in ("carer", "person"):
        own = situation.carer_home if whose == "carer" else situation.person_home
        found[whose] = own if both else situation.home_for(whose)
    for question in asked:
        whose = question.home or guide.home
        answer = answers.get(question.id)
        if answer in NATIONS and found[whose].nation is None:
            found[whose] = replace(NOWHERE, nation=str(answer))
    if not both and asked:
        whose = asked[0].home or guide.home
        other = "person" if whose == "carer" else "carer"
        found[other] = found[whose] if found[other].nation is None else found[other]
    return found


def known_answers(guide: Guide, situation: Situation, where: Mapping[str, Home]) -> Dict[str, Answer]:
    """Answers that need not be asked for."""
    found: Dict[str, Answer] = {}
    for question in guide.questions:
        answer = _known(question, situation, where[question.home or guide.home])
        if answer is not None:
            found[question.id] = answer
    return found


def merged(guide: Guide, known: Mapping[str, Answer], given: Mapping[str, Answer]) -> Dict[str, Answer]:
    """What was answered here beats what was known before, but for homes: those the conversation hears of at any time."""
    nations = {question.id for question in guide.questions if question.kind is Kind.nation}
    return {**known, **given, **{name: answer for name, answer in known.items() if name in nations}}


def _known(question: Question, situation: Situation, home: Home) -> Optional[Answer]:
    if question.kind is Kind.nation:
        return home.nation
    if question.known_from in (Fact.carer_age, Fact.person_age):
        age = situation.carer_age if question.known_from is Fact.carer_age else situation.person_age
        return float(age) if age is not None and in_range(question, age) else None
    if question.known_from is None:
        return None
    values = set(_VALUES[question.known_from](situation))
    chosen = [str(option.id) for option in question.options if values & set(option.facts)]
    if question.kind is Kind.several:
        return chosen or None  # type: ignore[return-value]  # a list of ids is an answer
    return chosen[0] if len(chosen) == 1 else None
