"""Answer a message that is not in English."""

from __future__ import annotations

from actions.base import Skill
from waymark.dialogue.answering import Known
from waymark.dialogue.other_language import in_their_language
from waymark.dialogue.reply import Reply
from waymark.dialogue.situation import Situation


class ActionOtherLanguage(Skill):
    """Answer a message that is not in English."""

    def name(self) -> str:
        return "action_other_language"

    def reply(self, situation: Situation, known: Known) -> Reply:
        return in_their_language(situation, known)
