"""Read from Rasa's tracker what a follow-up asks, and what was shown before it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Dict, Iterator, List, Optional, Tuple

from rasa_sdk import Tracker

from actions.situations import memory_of
from waymark.dialogue.answering import Known
from waymark.dialogue.follow_ups.asked import Asked, Listing, read_listing
from waymark.dialogue.follow_ups.reply import after_danger, follow_up
from waymark.dialogue.follow_ups.topic import subjects
from waymark.dialogue.reply import Reply, Shown
from waymark.dialogue.situation import CommonQuestion, Situation
from waymark.language.encoder import load_encoder
from waymark.language.nearest_questions import NearestQuestions
from waymark.language.topics.gate import Thresholds

#: What the gate would have decided of a message that is not read as a follow-up after all.
UNSURE = "nlu_fallback"
#: Messages about the assistant itself: "is this confidential" asks nothing of a support.
_OF_ITS_OWN = ("about_bot", "help")


def followed_up(tracker: Tracker, situation: Situation, known: Known) -> Optional[Reply]:
    """The reply to the latest message as a follow-up; None where it is none, or follows nothing up."""
    asked = asked_of(tracker)
    if asked is None:
        return None
    if is_after_danger(tracker) and asked.support is None:
        return after_danger(situation, known)
    own = otherwise(tracker)
    if asked.kind == "about" and own in _OF_ITS_OWN:
        return None
    near = _near(asked, situation, known)
    has_own_topic = own.startswith("out_of_scope") or (own == "ask" and situation.confidence >= Thresholds().clear)
    return follow_up(asked, listing_of(tracker), situation, known, near, has_own_topic)


def _near(asked: Asked, situation: Situation, known: Known) -> Optional[CommonQuestion]:
    if asked.kind != "about" or not situation.topic:
        return None
    called = subjects(situation, known.knowledge)
    near = _questions().nearest(situation.text, called, known.knowledge.answers, situation.topic)
    return CommonQuestion(near.id, situation.topic, 1.0) if near else None


@lru_cache(maxsize=1)
def _questions() -> NearestQuestions:
    return NearestQuestions(load_encoder())


def asked_of(tracker: Tracker) -> Optional[Asked]:
    """What the latest message asks; None where it is no follow-up."""
    message: Dict[str, Any] = tracker.latest_message or {}
    if (message.get("intent") or {}).get("name") != "follow_up":
        return None
    found: Dict[str, Any] = message.get("follow_up") or {}
    if found:
        return Asked(found["kind"], found.get("which"), found.get("name"), bool(found.get("is_other")))
    pressed = [str(each["value"]) for each in message.get("entities") or [] if each.get("entity") == "support"]
    return Asked("more_about", support=pressed[0]) if pressed else None


def otherwise(tracker: Tracker) -> str:
    """The intent of the latest message where it follows nothing up."""
    return str(((tracker.latest_message or {}).get("otherwise") or {}).get("intent") or UNSURE)


def listing_of(tracker: Tracker) -> Listing:
    """What was shown before the latest message, in this conversation."""
    replies = list(_replies(tracker))
    shown: Tuple[Shown, ...] = next((cards for cards in map(_cards, replies) if cards), ())
    turn: Dict[str, Any] = (replies[0].get("turn") or {}) if replies else {}
    offered = tuple(turn.get("topics_offered") or ()) if turn.get("status") == "clarify" else ()
    return read_listing(shown, memory_of(tracker).get("follow_up"), offered)


def is_after_danger(tracker: Tracker) -> bool:
    """Whether the message before this one got the fixed reply to danger."""
    said = [event for event in tracker.events if event.get("event") == "user"]
    return len(said) > 1 and _intent(said[-2]) == "risk"


def _replies(tracker: Tracker) -> Iterator[Dict[str, Any]]:
    """What was said, the latest first, back to where the conversation, or the carer, started again."""
    for event in reversed(tracker.events):
        if event.get("event") == "user" and _intent(event) == "restart_chat":
            return
        if event.get("event") == "action" and event.get("name") == "action_session_start":
            return
        custom = (event.get("data") or {}).get("custom") if event.get("event") == "bot" else None
        if isinstance(custom, dict) and custom.get("messages"):
            yield custom


def _cards(reply: Dict[str, Any]) -> Tuple[Shown, ...]:
    cards: List[Dict[str, Any]] = [card for message in reply["messages"] for card in message.get("cards") or ()]
    return tuple(Shown(str(card["id"]), str(card["why"])) for card in cards)


def _intent(event: Dict[str, Any]) -> Optional[str]:
    name = ((event.get("parse_data") or {}).get("intent") or {}).get("name")
    return str(name) if name else None
