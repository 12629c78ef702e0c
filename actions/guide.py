"""Run a guide: all of them, by their data."""

from __future__ import annotations

from dataclasses import replace

from rasa_sdk import Tracker

from actions.base import Skill
from actions.guide_turns import aside_on_what_was_shown, guide_turn, is_running
from actions.relatives import RELATIONSHIP, as_before, known_before, names_a_helper
from waymark.dialogue.answering import Known, answer
from waymark.dialogue.guides.conversation import take
from waymark.dialogue.guides.stepping import begin
from waymark.dialogue.more import ways_in
from waymark.dialogue.reply import Reply
from waymark.dialogue.situation import Situation


class ActionGuide(Skill):
    """A message or button press of a carer in a guide, or a button of one at any time."""

    def name(self) -> str:
        return "action_guide"

    def reply_to(self, tracker: Tracker, situation: Situation, known: Known) -> Reply:
        turn = guide_turn(tracker, situation, known)
        if turn is None:  # the guide has gone since its button was offered
            return self.reply(situation, known)
        if turn.intent == "guide" and not is_running(turn, tracker):
            return begin(turn, known)
        if not names_a_helper(tracker, turn):
            return aside_on_what_was_shown(turn, tracker, known) or take(turn, known)
        reply = take(as_before(turn, tracker), known)
        if not reply.turn.status.startswith("guide_"):  # no answer after all, but another subject
            return take(turn, known)
        return replace(reply, remember={**reply.remember, RELATIONSHIP: known_before(tracker)})

    def reply(self, situation: Situation, known: Known) -> Reply:
        """Without a guide: the message is answered as ever."""
        is_topic = bool(situation.topics) and situation.topics[0] in known.knowledge.topics
        reply = answer(situation, known) if is_topic else ways_in(situation, known)
        return replace(reply, remember={**reply.remember, "guide_on": False})
