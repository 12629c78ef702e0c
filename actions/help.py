"""Say what the assistant can do; where a message asks for a guide ("I'm new to this, where do I start"), that starts."""

from __future__ import annotations

from actions.starting import StartsGuides
from waymark.dialogue.answering import Known
from waymark.dialogue.reply import Reply, Said, Turn
from waymark.dialogue.situation import Situation


class ActionHelp(StartsGuides):
    """Say what the assistant can do."""

    def name(self) -> str:
        return "action_help"

    def reply(self, situation: Situation, known: Known) -> Reply:
        fixed = known.words.response("utter_help")
        turn = Turn(fixed.status or "small_talk", None, (), situation.home_for("person"), situation.danger)
        return Reply([Said(fixed.text, fixed.buttons)], turn)
