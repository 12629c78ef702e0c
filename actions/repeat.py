"""Give the last answer again."""

from __future__ import annotations

from actions.starting import StartsGuides
from waymark.dialogue.answering import Known
from waymark.dialogue.more import repeat
from waymark.dialogue.reply import Reply
from waymark.dialogue.situation import Situation


class ActionRepeat(StartsGuides):
    """Give the last answer again."""

    def name(self) -> str:
        return "action_repeat"

    def reply(self, situation: Situation, known: Known) -> Reply:
        return repeat(situation, known)
