"""Offer the nearest supports."""

from __future__ import annotations

from actions.starting import StartsGuides
from waymark.dialogue.answering import Known
from waymark.dialogue.reply import Reply
from waymark.dialogue.situation import Situation
from waymark.dialogue.unsure import search


class ActionSearch(StartsGuides):
    """Offer the nearest supports."""

    def name(self) -> str:
        return "action_search"

    def reply(self, situation: Situation, known: Known) -> Reply:
        return search(situation, known)
