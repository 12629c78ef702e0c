"""Answer a topic."""

from __future__ import annotations

from actions.starting import StartsGuides
from waymark.dialogue.answering import Known
from waymark.dialogue.more import ways_in
from waymark.dialogue.reply import Reply
from waymark.dialogue.second_need import answer_both
from waymark.dialogue.situation import Situation


class ActionAnswer(StartsGuides):
    """Answer a topic."""

    def name(self) -> str:
        return "action_answer"

    def reply(self, situation: Situation, known: Known) -> Reply:
        if not situation.topics or situation.topics[0] not in known.knowledge.topics:
            return ways_in(situation, known)
        return answer_both(situation, known)
