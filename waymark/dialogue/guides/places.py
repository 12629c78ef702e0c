"""Where people live, as guides need it: a nation answered is noted for the conversation; a bare town is the home asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Dict, Optional, Tuple

from waymark.dialogue.answering import Known
from waymark.dialogue.guides.running import Running
from waymark.dialogue.guides.turn import GuideTurn
from waymark.dialogue.situation import Situation
from waymark.knowledge.homes import NOWHERE, OUTSIDE_UK, SHARED, Home, read_home
from waymark.knowledge.schema import NATIONS, Guide, Kind, Question

#: What to remember beside a reply: slot -> value.
Slots = Dict[str, Any]


def nation_noted(turn: GuideTurn, name: str) -> Tuple[Situation, Slots]:
    """The situation after an answer to question `name`, and the slot that holds it, where it tells a nation not known so far."""
    question, answer = turn.guide.question(name), turn.state.answers.get(name)
    if question is None or question.kind is not Kind.nation or answer not in NATIONS:
        return turn.situation, {}
    whose = question.home or turn.guide.home
    own = turn.situation.carer_home if whose == "carer" else turn.situation.person_home
    if own.nation == answer:
        return turn.situation, {}
    return _moved(turn.situation, whose, replace(NOWHERE, nation=str(answer))), {f"{whose}_home": str(answer)}


def only_home_asked_for(turn: GuideTurn, question: Question, known: Known) -> Tuple[Situation, Slots]:
    """A bare town is taken for both homes by the pipeline. Asked for one home, it is meant for that one: the other stays."""
    before, situation = turn.state.other_home, turn.situation
    if before is None or situation.carer_home != situation.person_home:
        return situation, {}
    other = _other(question.home or turn.guide.home)
    return _moved(situation, other, read_home(before, known.knowledge)), {f"{other}_home": before}


def other_home(question: Question, running: Running) -> Optional[str]:
    """Key of the home that is not asked for, where the guide tells both apart and knows that one."""
    guide: Guide = running.guide
    asked = {each.home or guide.home for each in guide.questions if each.kind is Kind.nation}
    if question.kind is not Kind.nation or len(asked) < 2:
        return None
    return home_key(running.home_of(_other(question.home or guide.home)))


def home_key(home: Home) -> Optional[str]:
    """A home as a slot holds it (see waymark/knowledge/homes.py); None where nothing is known."""
    if home.outside_uk:
        return OUTSIDE_UK
    if home.shared:
        return f"{SHARED}/{home.shared}"
    if home.place:
        return f"{home.place}/{home.council}" if home.council else home.place
    if home.nation:
        return f"{home.nation}/{home.town}" if home.town else home.nation
    return None


def _other(whose: str) -> str:
    return "person" if whose == "carer" else "carer"


def _moved(situation: Situation, whose: str, home: Home) -> Situation:
    return replace(situation, carer_home=home) if whose == "carer" else replace(situation, person_home=home)
