"""Offer the nearest supports."""

from __future__ import annotations

from actions.base import Skill
from waymark.dialogue.answering import Known
from waymark.dialogue.reply import Reply
from waymark.dialogue.situation import Situation
from waymark.dialogue.unsure import search


class ActionSearch(Skill):
    """Offer the nearest supports."""

    def name(self) -> str:
        return "action_search"

    def reply(self, situation: Situation, known: Known) -> Reply:
        return search(situation, known)
