"""Whom a carer looks after is not whom they name in an answer: "my sister could step in" tells of a helper."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Dict, List, Optional

from rasa_sdk import Tracker

from waymark.dialogue.guides.turn import GuideTurn
from waymark.knowledge.schema import Fact

#: Slot of whom the carer looks after.
RELATIONSHIP = "relationship"


def names_a_helper(tracker: Tracker, turn: GuideTurn) -> bool:
    """Whether the relative in a typed answer is another one than the person looked after.

    So it is where that person is known already, or where the word belongs to an answer of the question asked.
    """
    question = turn.guide.question(turn.state.current or "")
    words = _relatives(tracker)
    if turn.press is not None or question is None or not words or question.known_from is Fact.relationship:
        return False
    said = [phrase for option in question.options for phrase in (*option.says, *option.label.values())]
    in_answer = any(re.search(rf"\b{re.escape(word)}\b", phrase.lower()) for word in words for phrase in said)
    return known_before(tracker) is not None or in_answer


def as_before(turn: GuideTurn, tracker: Tracker) -> GuideTurn:
    """The turn with the person looked after as known before it."""
    before = known_before(tracker)
    first = before[0] if isinstance(before, list) and before else before  # of several the first (situations.py)
    known = first if isinstance(first, str) else None
    return replace(turn, situation=replace(turn.situation, relationship=known))


def known_before(tracker: Tracker) -> Optional[Any]:
    """What the slot held before the latest message."""
    held: Optional[Any] = None
    value: Optional[Any] = None
    for event in tracker.events:
        if event.get("event") == "user":
            held = value
        elif event.get("event") == "slot" and event.get("name") == RELATIONSHIP:
            value = event.get("value")
    return held


def _relatives(tracker: Tracker) -> List[str]:
    """The carer's own words for relatives in the latest message."""
    message: Dict[str, Any] = tracker.latest_message or {}
    text = str(message.get("text") or "")
    found = [each for each in message.get("entities") or [] if each.get("entity") == RELATIONSHIP]
    return [word for each in found if (word := text[each.get("start") or 0 : each.get("end") or 0].lower().strip())]
