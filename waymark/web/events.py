"""Events as Rasa notes them, for what happened without it."""

from __future__ import annotations

from typing import Any, Dict, List

from waymark.dialogue.keeping.slots import CARER_HOME, PRESET


def danger_events(kind: str, reply: Dict[str, Any]) -> List[Dict[str, Any]]:
    """A message of danger, without its words, and the reply it got (messages and turn record)."""
    entity = {"entity": "danger", "value": kind}
    parsed = {
        "text": "",
        "intent": {"name": "risk", "confidence": 1.0},
        "entities": [entity],
        "risk": {"kind": kind, "level": "certain"},
    }
    return [
        {"event": "user", "text": "", "parse_data": parsed, "input_channel": "rest"},
        {"event": "slot", "name": "danger", "value": kind},
        {"event": "action", "name": "utter_risk"},
        {"event": "bot", "text": None, "data": {"custom": reply}},
        {"event": "action", "name": "action_listen"},
    ]


def home_events(key: str) -> List[Dict[str, Any]]:
    """Where the carer lives, taken for granted because the site that holds the chat serves one area.

    The carer's home alone: it stands in for the person's until that is told, and is replaced when the carer tells theirs.
    """
    return [
        {"event": "slot", "name": CARER_HOME, "value": key},
        {"event": "slot", "name": "memory", "value": {PRESET: {CARER_HOME: key}}},
    ]
