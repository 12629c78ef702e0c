"""A guide as it runs: what is known, what is asked next, how far it is. Pure: a step makes a new state."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Dict, List, Optional

from waymark.dialogue.guides.facts import homes, known_answers, merged
from waymark.dialogue.guides.state import GuideState
from waymark.dialogue.situation import Situation
from waymark.knowledge.guides.evaluate import Ground, every, ground
from waymark.knowledge.guides.walking import questions_in
from waymark.knowledge.homes import Home
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import Guide, Kind, Question

#: With so many questions left at most, a carer is told of about how many.
_FEW_LEFT = 6


@dataclass(frozen=True)
class Running:
    """A guide with all that is known for it at one moment."""

    guide: Guide
    state: GuideState
    ground: Ground
    homes: Dict[str, Home]

    @property
    def home(self) -> Home:
        """The home that decides the guide's words."""
        return self.homes[self.guide.home]

    def home_of(self, whose: Optional[str]) -> Home:
        return self.homes[whose or self.guide.home]

    @property
    def next_question(self) -> Optional[Question]:
        """The first question that is to be asked and has no answer; None when the result is due."""
        return next(
            (
                question
                for question in self.guide.questions
                if question.id not in self.ground.answers and self.ground.asks(question)
            ),
            None,
        )

    @property
    def open_questions(self) -> List[Question]:
        """All questions without an answer that may still be asked."""
        found = []
        for question in self.guide.questions:
            home = question.home or self.guide.home
            may_be = every([self.ground.holds(condition, home) for condition in question.ask_if]) is not False
            if question.id not in self.ground.answers and may_be and self.ground.is_in(question.nations, home):
                found.append(question)
        return found

    @property
    def progress(self) -> tuple[int, Optional[int]]:
        """Which question this is, and of about how many; None while that is open, since most that may be asked are not."""
        number = len(self.state.order) + 1
        left = max(1, len(self.open_questions))
        return number, number - 1 + left if left <= _FEW_LEFT else None


def run(
    guide: Guide, state: GuideState, situation: Situation, knowledge: Knowledge, day: Optional[datetime.date] = None
) -> Running:
    """The guide with the carer's answers and what the conversation knows."""
    where = homes(guide, situation, state.answers)
    found = _found(guide, state, situation, knowledge, where, day)
    stand_in = _one_for_both(found, where)
    return found if stand_in == where else _found(guide, state, situation, knowledge, stand_in, day)


def _found(
    guide: Guide,
    state: GuideState,
    situation: Situation,
    knowledge: Knowledge,
    where: Dict[str, Home],
    day: Optional[datetime.date],
) -> Running:
    known = known_answers(guide, situation, where)
    for name in state.reopened:
        known.pop(name, None)
    scopes = {whose: home.scopes for whose, home in where.items()}
    answers = merged(guide, known, state.answers)
    return Running(guide, state, ground(guide, knowledge.figures, answers, scopes, day), where)


def _one_for_both(running: Running, where: Dict[str, Home]) -> Dict[str, Home]:
    """Where the second home is not asked for, since they live together, the first one stands in for it."""
    found = dict(where)
    for question in running.guide.questions:
        whose = question.home or running.guide.home
        other = "person" if whose == "carer" else "carer"
        settled = questions_in(running.guide, question.ask_if) <= set(running.ground.answers)
        is_left_out = bool(question.ask_if) and settled and not running.ground.asks(question)
        if question.kind is Kind.nation and is_left_out and where[whose].nation is None:
            found[whose] = where[other]
    return found
