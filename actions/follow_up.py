"""Answer a follow-up on what was shown."""

from __future__ import annotations

from rasa_sdk import Tracker

from actions.follow_ups import UNSURE, followed_up, otherwise
from actions.starting import StartsGuides
from waymark.dialogue.answering import Known
from waymark.dialogue.follow_ups.ordinary import ordinary
from waymark.dialogue.reply import Reply
from waymark.dialogue.situation import Situation


class ActionFollowUp(StartsGuides):
    """Answer a follow-up on what was shown; where nothing was, answer the message as any other."""

    def name(self) -> str:
        return "action_follow_up"

    def reply_to(self, tracker: Tracker, situation: Situation, known: Known) -> Reply:
        reply = followed_up(tracker, situation, known) or self.guide_for(tracker, situation, known)
        return reply or ordinary(situation, otherwise(tracker), known)

    def reply(self, situation: Situation, known: Known) -> Reply:
        return ordinary(situation, UNSURE, known)
