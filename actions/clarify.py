"""Ask which topic is meant."""

from __future__ import annotations

from actions.starting import StartsGuides
from waymark.dialogue.answering import Known
from waymark.dialogue.reply import Reply
from waymark.dialogue.situation import Situation
from waymark.dialogue.unsure import clarify


class ActionClarify(StartsGuides):
    """Ask which topic is meant."""

    def name(self) -> str:
        return "action_clarify"

    def reply(self, situation: Situation, known: Known) -> Reply:
        return clarify(situation, known)
