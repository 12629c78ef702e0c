"""Skills that answer what was typed: where a message asks for a guide, that starts instead."""

from __future__ import annotations

from typing import Optional

from rasa_sdk import Tracker

from actions.base import Skill
from actions.guide_turns import guide_turn
from actions.situations import results_kept
from waymark.dialogue.answering import Known
from waymark.dialogue.guides.commands import is_taken_up
from waymark.dialogue.guides.conversation import corrected
from waymark.dialogue.guides.state import GuideState
from waymark.dialogue.guides.stepping import begin, go_on
from waymark.dialogue.guides.turn import GuideTurn
from waymark.dialogue.offering import asked_for
from waymark.dialogue.reply import Reply
from waymark.dialogue.situation import Situation


class StartsGuides(Skill):
    """A skill for typed messages."""

    def reply_to(self, tracker: Tracker, situation: Situation, known: Known) -> Reply:
        return self.guide_for(tracker, situation, known) or self.reply(situation, known)

    def guide_for(self, tracker: Tracker, situation: Situation, known: Known) -> Optional[Reply]:
        """A guide's result changed, a guide that was left taken up, or one begun, where the message asks for that."""
        changed = self._changed(tracker, situation, known) if _told_a_result(tracker) else None
        if changed is not None:
            return changed
        if is_taken_up(situation.text):
            left = guide_turn(tracker, situation, known)
            if left is not None and left.state.order and not left.state.done:
                return go_on(left, known)
        guide = asked_for(situation, known.knowledge)
        if guide is None:
            return None
        return begin(GuideTurn(guide, GuideState(guide.id), situation, kept=results_kept(tracker)), known)

    @staticmethod
    def _changed(tracker: Tracker, situation: Situation, known: Known) -> Optional[Reply]:
        """Right after a guide's result: a message that changes one of its answers."""
        turn = guide_turn(tracker, situation, known)
        return corrected(turn, known) if turn is not None and situation.danger is None else None


def _told_a_result(tracker: Tracker) -> bool:
    """Whether the reply before this message was the result of a guide."""
    for event in reversed(tracker.events):
        if event.get("event") == "bot":
            custom = (event.get("data") or {}).get("custom") or {}
            return bool((custom.get("turn") or {}).get("status") == "guide_result")
    return False
