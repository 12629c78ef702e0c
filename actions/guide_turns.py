"""Read one turn of a guide from Rasa's tracker."""

from __future__ import annotations

from typing import Any, Dict, Optional

from rasa_sdk import Tracker

from actions.follow_ups import asked_of, followed_up, is_after_danger, otherwise
from actions.situations import memory_of, results_kept
from waymark.dialogue.answering import Known
from waymark.dialogue.follow_ups.reply import CONTACT
from waymark.dialogue.guides.aside import waiting
from waymark.dialogue.guides.state import FOR_DANGER, FOR_TOPIC, GuideState, read_state
from waymark.dialogue.guides.turn import GuideTurn, Press
from waymark.dialogue.reply import Reply
from waymark.dialogue.situation import Situation


def guide_turn(tracker: Tracker, situation: Situation, known: Known) -> Optional[GuideTurn]:
    """The turn for the guide that a button names, or that is on; None where there is none."""
    message: Dict[str, Any] = tracker.latest_message or {}
    memory = memory_of(tracker)
    press = _press(message)
    kept = memory.get("guide") if isinstance(memory.get("guide"), dict) else {}
    guide = known.knowledge.guides.get((press.guide if press else None) or kept.get("id") or "")
    if guide is None or not guide.is_live:
        return None
    return GuideTurn(
        guide=guide,
        state=read_state(kept, guide) or GuideState(guide.id),
        situation=situation,
        intent=_intent(tracker, press),
        press=press,
        after_danger=is_after_danger(tracker),
        kept=results_kept(tracker),
    )


def _intent(tracker: Tracker, press: Optional[Press]) -> str:
    """As the gate decided; a guide reads what may be a follow-up as it would be read where nothing was shown."""
    name = str(((tracker.latest_message or {}).get("intent") or {}).get("name") or "")
    return otherwise(tracker) if name == "follow_up" and press is None else name


def aside_on_what_was_shown(turn: GuideTurn, tracker: Tracker, known: Known) -> Optional[Reply]:
    """The reply to 'what's their number' in the middle of a guide, which waits; None for all that the guide must read.

    How to reach somebody is asked of no guide. Other kinds may be answers, unless the guide waits already.
    """
    asked = asked_of(tracker)
    is_held = turn.situation.danger is not None or turn.after_danger or turn.state.paused == FOR_DANGER
    if asked is None or is_held or turn.state.picking:
        return None
    if asked.kind not in CONTACT and turn.state.paused != FOR_TOPIC and turn.press is None:
        return None
    reply = followed_up(tracker, turn.situation, known)
    return waiting(reply, turn.running(known), known) if reply is not None else None


def is_running(turn: GuideTurn, tracker: Tracker) -> bool:
    """Whether this guide is in the middle: its button goes on with it instead of starting anew."""
    return bool(tracker.get_slot("guide_on")) and memory_of(tracker).get("guide", {}).get("id") == turn.guide.id


def _press(message: Dict[str, Any]) -> Optional[Press]:
    """What a pressed button holds; None for typed text."""
    if not str(message.get("text") or "").startswith("/"):
        return None
    values = {entity["entity"]: entity["value"] for entity in message.get("entities") or []}
    given = {name: value for name in ("guide", "question", "answer") if isinstance(value := values.get(name), str)}
    return Press(**given)
