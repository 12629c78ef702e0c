"""The situation as Rasa's slots hold it, without a message: for looking back on a conversation."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, List, Mapping, Optional

from waymark.dialogue.situation import Situation
from waymark.knowledge.homes import NOWHERE, read_home
from waymark.knowledge.knowledge import Knowledge

#: The slot of the carer's home, and the name in the memory of homes that the site took for granted, by slot.
CARER_HOME, PRESET = "carer_home", "preset"
#: What a carer tells of themselves and the one they look after; a slot each.
FACTS = ("relationship", "condition", "carer_age", "person_age", "voice")


def situation_outside_danger(slots: Mapping[str, Any], knowledge: Knowledge) -> Situation:
    """The same without what was told in a message about danger: slots cannot tell it from the rest, `memory` can."""
    facts = memory_in(slots).get("told")
    told = situation_of(facts if isinstance(facts, dict) else {}, knowledge)
    return replace(situation_of(slots, knowledge), **{name: getattr(told, name) for name in _OF_SITUATION})


def word_in(slots: Mapping[str, Any]) -> Optional[str]:
    """'parent/mum': whom they look after, and the carer's own word for them."""
    facts = memory_in(slots).get("told")
    relationship, word = (
        (next(iter(_texts(facts.get("relationship"))), None), facts.get("word"))
        if isinstance(facts, dict)
        else (None, None)
    )
    return f"{relationship}/{word}" if relationship and isinstance(word, str) else None


def situation_of(slots: Mapping[str, Any], knowledge: Knowledge) -> Situation:
    """What the conversation knows. A slot that holds something else than it should counts as empty."""
    return Situation(
        person_home=read_home(_last(slots.get("person_home")), knowledge),
        carer_home=read_home(_last(slots.get("carer_home")), knowledge),
        conditions=frozenset(_texts(slots.get("condition"))),
        relationship=next(iter(_texts(slots.get("relationship"))), None),  # people begin with the one they look after
        carer_age=_age(slots.get("carer_age")),
        person_age=_age(slots.get("person_age")),
        danger_before=_last(slots.get("danger")),
        topic=next(iter(_texts(slots.get("topic"))), None),  # the main one of a message stands first
        voice=_last(slots.get("voice")),
    )


def as_told(situation: Situation, slots: Mapping[str, Any], knowledge: Knowledge) -> Situation:
    """Without the home that only the site took for granted on which the conversation began."""
    preset = memory_in(slots).get(PRESET)
    if not isinstance(preset, dict) or preset.get(CARER_HOME) != _last(slots.get(CARER_HOME)):
        return situation
    return replace(situation, carer_home=NOWHERE)


def memory_in(slots: Mapping[str, Any]) -> Mapping[str, Any]:
    """What earlier turns said and showed."""
    memory = slots.get("memory")
    return memory if isinstance(memory, dict) else {}


def results_in(slots: Mapping[str, Any]) -> List[Mapping[str, Any]]:
    """Results of guides, newest first."""
    kept = memory_in(slots).get("kept")
    return [each for each in reversed(kept) if isinstance(each, dict)] if isinstance(kept, list) else []


_OF_SITUATION = ("relationship", "conditions", "carer_age", "person_age", "voice")


def _texts(value: Any) -> List[str]:
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, str) and each]


def _last(value: Any) -> Optional[str]:
    found = _texts(value)
    return found[-1] if found else None


def _age(value: Any) -> Optional[int]:
    text = _last(value)
    return int(text) if text and text.isdecimal() and len(text) < 4 else None
