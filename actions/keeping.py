"""What a turn adds to the memory for the page to keep: what was shown, and what the carer told outside of danger."""

from __future__ import annotations

import logging
from typing import Any, Container, Dict, List, Optional

from rasa_sdk import Tracker

from actions.situations import memory_of
from waymark.dialogue.keeping.seen import is_apart, seen_after
from waymark.dialogue.keeping.slots import FACTS, PRESET
from waymark.dialogue.reply import Reply

logger = logging.getLogger(__name__)


def to_keep(reply: Reply, tracker: Tracker) -> Dict[str, Any]:
    """Only what this turn changes. Whatever fails here, the reply goes out."""
    try:
        memory = memory_of(tracker)
        danger = tracker.get_slot("danger")
        found = {
            "seen": seen_after(memory.get("seen"), reply, danger if isinstance(danger, str) else None),
            "told": _told(tracker.latest_message or {}, memory.get("told"), leave_out=reply.remember),
            PRESET: _still_preset(tracker.latest_message or {}, memory.get(PRESET)),
        }
        return {name: value for name, value in found.items() if (value or name == PRESET) and value != memory.get(name)}
    except Exception:
        logger.exception("What was shown could not be remembered for the page to keep.")
        return {}


def _told(message: Dict[str, Any], before: Any, leave_out: Container[str] = ()) -> Any:
    """Facts of the conversation with those of this message; none of a message about danger, whose "husband" who hits
    is not the one looked after, and which nobody else should read."""
    if is_apart((message.get("risk") or {}).get("kind")):
        return before
    facts = dict(before) if isinstance(before, dict) else {}
    entities: List[Dict[str, Any]] = message.get("entities") or []
    for name in FACTS:
        values = [entity for entity in entities if entity.get("entity") == name]
        if name in leave_out:  # a helper's: see relatives.py
            continue
        if values:
            facts[name] = [str(entity["value"]) for entity in values]
        if values and name == "relationship":
            facts["word"] = _word(str(message.get("text") or ""), values[0])
    return facts


def _still_preset(message: Dict[str, Any], before: Any) -> Any:
    """The home that the site took for granted, until a message tells the carer's own."""
    if not isinstance(before, dict):
        return before
    homes = [entity for entity in message.get("entities") or [] if entity.get("entity") == "home"]
    return {} if any(home.get("role") == "carer" for home in homes) else before


def _word(text: str, entity: Dict[str, Any]) -> Optional[str]:
    """'mum': the carer's own word for whom they look after."""
    start, end = entity.get("start"), entity.get("end")
    if not isinstance(start, int) or not isinstance(end, int) or start >= end:
        return None
    return text[start:end].lower().replace("-", " ").replace("’", "'").removesuffix("'s") or None
