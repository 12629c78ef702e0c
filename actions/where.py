"""Take in where someone lives, or that the carer would rather not say."""

from __future__ import annotations

from actions.base import Skill
from waymark.dialogue.answering import Known
from waymark.dialogue.placing import place_said, place_skipped
from waymark.dialogue.reply import Reply
from waymark.dialogue.situation import Situation


class ActionSayWhere(Skill):
    """Take in where someone lives."""

    def name(self) -> str:
        return "action_say_where"

    def reply(self, situation: Situation, known: Known) -> Reply:
        return place_said(situation, known)


class ActionSkipWhere(Skill):
    """Go on without knowing where."""

    def name(self) -> str:
        return "action_skip_where"

    def reply(self, situation: Situation, known: Known) -> Reply:
        return place_skipped(situation, known)
