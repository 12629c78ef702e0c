"""Say what the carer has told, for reading out to the next person."""

from __future__ import annotations

from rasa_sdk import Tracker

from actions.base import Skill
from waymark.dialogue.answering import Known
from waymark.dialogue.keeping.kept import told_so_far
from waymark.dialogue.more import ways_in
from waymark.dialogue.reply import Button, Reply, Said, Turn
from waymark.dialogue.situation import Situation
from waymark.dialogue.words import payload


class ActionTold(Skill):
    """'What have I told you?'"""

    def name(self) -> str:
        return "action_told"

    def reply_to(self, tracker: Tracker, situation: Situation, known: Known) -> Reply:
        told = told_so_far(tracker.current_slot_values(), known.knowledge)
        if not told:
            return self.reply(situation, known)
        person = Button(known.words.say("utter_button_person"), payload("ask", topic="contact_person"))
        return Reply([Said(known.words.say("utter_told", told=told), (person,))], _record(situation))

    def reply(self, situation: Situation, known: Known) -> Reply:
        """Nothing was told yet: say so, and offer the ways in."""
        routes = ways_in(situation, known).said[0].buttons
        return Reply([Said(known.words.say("utter_told_nothing"), routes)], _record(situation))


def _record(situation: Situation) -> Turn:
    return Turn("small_talk", None, (), situation.home_for("person"), situation.danger)
