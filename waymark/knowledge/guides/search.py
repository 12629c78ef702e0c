"""Find answers for which some conditions hold and others do not, with a SAT solver (decision 016)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Dict, Optional, Tuple

from waymark.knowledge.guides.answers import Answer
from waymark.knowledge.guides.clauses import Clauses
from waymark.knowledge.guides.evaluate import Ground
from waymark.knowledge.guides.walking import conditions_of
from waymark.knowledge.schema import Condition


@dataclass(frozen=True)
class Goal:
    """Lists of conditions that must all hold, and lists of which at least one condition must not. `home`: whose counts."""

    holds: Tuple[Tuple[Condition, ...], ...]
    fails: Tuple[Tuple[Condition, ...], ...] = ()
    home: str = "carer"


@dataclass
class Found:
    """`answers` for which a goal is met; None where there are none. `is_whole`: something is claimed either way."""

    answers: Optional[Dict[str, Answer]]
    is_whole: bool


class Searcher:
    """Searches of one guide. The clauses of each nation are kept from search to search."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._conditions = {id(each): each for at in conditions_of(ground.guide) for each in at.conditions}
        self._clauses: Dict[Optional[str], Clauses] = {}

    def find(self, goal: Goal, nation: Optional[str]) -> Found:
        """Answers in `nation` (None: not known) that meet the goal."""
        named = {id(each): each for part in (*goal.holds, *goal.fails) for each in part}
        if not named.keys() <= self._conditions.keys():  # none of the guide's: other answers tell them apart
            self._conditions.update(named)
            self._clauses.clear()
        if nation not in self._clauses:
            self._clauses[nation] = Clauses(self._in(nation), nation, self._conditions.values())
        answers = self._clauses[nation].some(goal.holds, goal.fails, goal.home)
        if answers is not None and not self._meets(
            answers, goal, nation
        ):  # a comparison of too many answers was left open
            return Found(None, False)
        return Found(answers, True)

    def _in(self, nation: Optional[str]) -> Ground:
        """The ground with both homes there."""
        scopes = [nation] if nation else []
        return replace(self._ground, scopes={"carer": scopes, "person": scopes})

    def _meets(self, answers: Dict[str, Answer], goal: Goal, nation: Optional[str]) -> bool:
        ground = replace(self._in(nation), answers=answers)
        return all(ground.all_hold(list(part), goal.home) for part in goal.holds) and not any(
            ground.all_hold(list(part), goal.home) for part in goal.fails
        )
