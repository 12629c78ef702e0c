"""One message or button press of a carer who is in a guide, and what is known of it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace
from typing import Any, Dict, List, Optional

from waymark.dialogue.answering import Known
from waymark.dialogue.guides.running import Running, run
from waymark.dialogue.guides.state import GuideState
from waymark.dialogue.situation import Situation
from waymark.knowledge.schema import Guide, Question


@dataclass(frozen=True)
class Press:
    """What a button of a guide holds, as it came in."""

    guide: Optional[str] = None
    question: Optional[str] = None
    answer: Optional[str] = None


@dataclass(frozen=True)
class GuideTurn:
    """What came in."""

    guide: Guide
    state: GuideState
    situation: Situation
    intent: str = ""  # as the gate decided; of a button: its own
    press: Optional[Press] = None  # of any button; empty for a button of another kind
    after_danger: bool = False  # the reply before was the fixed reply to danger
    kept: List[Dict[str, Any]] = field(default_factory=list)  # results remembered before
    today: datetime.date = field(default_factory=datetime.date.today)

    @property
    def text(self) -> str:
        return self.situation.text

    def at(self, state: GuideState) -> GuideTurn:
        """The same with the guide in another state."""
        return replace(self, state=state)

    def running(self, known: Known) -> Running:
        return run(self.guide, self.state, self.situation, known.knowledge, self.today)


def waiting_question(running: Running) -> Optional[Question]:
    """The question that waits for its answer: the one asked last, or the next one; None when the result is due."""
    question = running.guide.question(running.state.current or "")
    if question is not None and question.id not in running.ground.answers and running.ground.asks(question):
        return question
    return running.next_question


def asked_question(running: Running) -> Optional[Question]:
    """The question that a typed message may answer: the one asked last, also where the message has just made it known."""
    question = running.guide.question(running.state.current or "")
    if question is not None and question.id not in running.state.answers and running.ground.asks(question):
        return question
    return running.next_question
