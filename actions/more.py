"""Show the next supports of the topic."""

from __future__ import annotations

from actions.starting import StartsGuides
from waymark.dialogue.answering import Known
from waymark.dialogue.more import more
from waymark.dialogue.reply import Reply
from waymark.dialogue.situation import Situation


class ActionMore(StartsGuides):
    """Show the next supports of the topic."""

    def name(self) -> str:
        return "action_more"

    def reply(self, situation: Situation, known: Known) -> Reply:
        return more(situation, known)
