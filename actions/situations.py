"""Read a carer's situation from Rasa's tracker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Optional

from rasa_sdk import Tracker

from waymark.dialogue.situation import CommonQuestion, Danger, Situation
from waymark.dialogue.wishes import wish_in
from waymark.knowledge.homes import read_home
from waymark.knowledge.schema import NATIONS
from waymark.language.compact import from_text

if TYPE_CHECKING:
    from actions.base import Desk


def read_situation(tracker: Tracker, desk: Desk) -> Situation:
    """Slots are what earlier turns told; the latest message adds its topics, question, danger and embedding."""
    message: Dict[str, Any] = tracker.latest_message or {}
    entities: List[Dict[str, Any]] = message.get("entities") or []
    memory = memory_of(tracker)
    knowledge = desk.known.knowledge
    embedding = message.get("embedding")
    text = str(message.get("text") or "")
    return Situation(
        text="" if text.startswith("/") else text,
        topics=tuple(_topics(entities) or (message.get("otherwise") or {}).get("topics") or ()),  # see follow_ups.py
        second_need=_text(message.get("second_need")),
        confidence=float((message.get("intent") or {}).get("confidence") or 0.0),
        person_home=read_home(_text(tracker.get_slot("person_home")), knowledge),
        carer_home=read_home(_text(tracker.get_slot("carer_home")), knowledge),
        conditions=frozenset([*_values(entities, "condition"), *filter(None, [_text(tracker.get_slot("condition"))])]),
        relationship=_first(tracker.get_slot("relationship")),
        carer_age=_age(tracker.get_slot("carer_age")),
        person_age=_age(tracker.get_slot("person_age")),
        voice=_text(tracker.get_slot("voice")),
        voice_now=next(iter(_values(entities, "voice")), None),
        nation=_nation(tracker.get_slot("nation")),
        strained=bool(_values(entities, "strain")),
        question=_question(message, text, desk),
        danger=_danger(message.get("risk")),
        homes_in_message=bool(_values(entities, "home")),
        asked_where=_text(memory.get("asked_where")),
        told_not_local=_text(memory.get("told_not_local")),
        shown=tuple(memory.get("shown") or ()),
        answered=_text(memory.get("answered")),
        answered_home=_text(memory.get("answered_home")) or "",
        danger_before=_text(tracker.get_slot("danger")),
        answered_with=_text(memory.get("question")),
        topic=_topic_before(tracker),
        language=next(iter(_values(entities, "language")), None),
        relevance=desk.nearest.relevance(from_text(embedding)) if embedding else {},
        guides=desk.nearest_guides.likeness(from_text(embedding), wish_in(text)) if embedding else {},
    )


def memory_of(tracker: Tracker) -> Dict[str, Any]:
    """What earlier turns said and showed."""
    memory = tracker.get_slot("memory")
    return memory if isinstance(memory, dict) else {}


def results_kept(tracker: Tracker) -> List[Dict[str, Any]]:
    """Results of guides remembered in this conversation, newest last."""
    kept = memory_of(tracker).get("kept")
    return [each for each in kept if isinstance(each, dict)] if isinstance(kept, list) else []


def _topics(entities: List[Dict[str, Any]]) -> List[str]:
    """Topics of the message, main one first (the gate numbers them in `group`)."""
    found = [entity for entity in entities if entity["entity"] == "topic" and isinstance(entity["value"], str)]
    return [entity["value"] for entity in sorted(found, key=lambda entity: str(entity.get("group") or "0"))]


def _topic_before(tracker: Tracker) -> Optional[str]:
    """The topic talked about before this message: the one that a message of danger named, whose reply no action gave."""
    said = [event for event in tracker.events if event.get("event") == "user"]
    before: Dict[str, Any] = (said[-2].get("parse_data") or {}) if len(said) > 1 else {}
    named = _topics(before.get("entities") or []) if (before.get("intent") or {}).get("name") == "risk" else []
    return named[0] if named else _first(tracker.get_slot("topic"))


def _values(entities: List[Dict[str, Any]], name: str) -> List[str]:
    return [str(entity["value"]) for entity in entities if entity["entity"] == name]


def _text(value: Any) -> Optional[str]:
    """A slot's text. Several values in one message arrive as a list, of which the last counts."""
    if isinstance(value, list):
        value = value[-1] if value else None
    return value if isinstance(value, str) and value else None


def _first(value: Any) -> Optional[str]:
    """Of several the first: people begin with the one they look after, and the main topic of a message stands first."""
    return _text(value[:1] if isinstance(value, list) else value)


def _nation(value: Any) -> Optional[str]:
    nation = _text(value)
    return nation if nation in NATIONS else None


def _age(value: Any) -> Optional[int]:
    text = _text(value)
    return int(text) if text and text.isdigit() else None


def _question(message: Dict[str, Any], text: str, desk: Desk) -> Optional[CommonQuestion]:
    """The common question asked: as the pipeline found it, or the very one asked, whatever its topic."""
    noted = message.get("answer")
    found = CommonQuestion(noted["id"], noted["topic"], float(noted["score"])) if noted else None
    embedding = message.get("embedding")
    return desk.nearest_answers.the_very_one(text, from_text(embedding), found) if embedding else found


def _danger(found: Optional[Dict[str, Any]]) -> Optional[Danger]:
    return Danger(found["kind"], found["level"]) if found else None
