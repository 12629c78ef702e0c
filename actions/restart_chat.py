"""Start again: everything told before is forgotten."""

from __future__ import annotations

from typing import List

from rasa_sdk.events import AllSlotsReset, EventType

from actions.base import Skill
from waymark.dialogue.answering import Known
from waymark.dialogue.reply import Reply, Said, Turn
from waymark.dialogue.situation import Situation


class ActionRestartChat(Skill):
    """Forget the conversation and offer the ways in."""

    def name(self) -> str:
        return "action_restart_chat"

    def forget(self) -> List[EventType]:
        return [AllSlotsReset()]

    def reply(self, situation: Situation, known: Known) -> Reply:
        restart = known.words.response("utter_restart")
        return Reply([Said(restart.text, restart.buttons)], Turn("small_talk", danger=situation.danger))
