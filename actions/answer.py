"""Answer a topic."""

from __future__ import annotations

from actions.base import Skill
from waymark.dialogue.answering import Known, answer
from waymark.dialogue.more import ways_in
from waymark.dialogue.reply import Reply
from waymark.dialogue.situation import Situation


class ActionAnswer(Skill):
    """Answer a topic."""

    def name(self) -> str:
        return "action_answer"

    def reply(self, situation: Situation, known: Known) -> Reply:
        if not situation.topics or situation.topics[0] not in known.knowledge.topics:
            return ways_in(situation, known)
        return answer(situation, known)
