"""All answers to a guide in one nation as clauses for a SAT solver: which answers are given, and what conditions are then.

Each answer to a question, and 'not asked', is a variable. Each condition has two: that it surely holds and that it surely does not.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from typing import Dict, Iterable, List, Optional, Sequence, Tuple

from pysat.solvers import Solver

from waymark.knowledge.guides.answers import NOT_SURE, Answer
from waymark.knowledge.guides.evaluate import Ground
from waymark.knowledge.guides.sampling import Told, samples, told_apart
from waymark.knowledge.guides.walking import atoms_of, questions_in
from waymark.knowledge.schema import NATIONS, Condition, Kind, Question

#: So many combinations of answers are looked through for one comparison of several questions; of more nothing is claimed.
MOST_TOGETHER = 20_000


class Clauses:
    """The answers to one guide in one nation (None: not known), as far as `conditions` tell them apart.

    What stands for a condition is a pair of literals: it surely holds, it surely does not; neither: it is not known.
    """

    def __init__(self, ground: Ground, nation: Optional[str], conditions: Iterable[Condition]) -> None:
        self._ground = ground
        self._nation = nation
        self._last = 1
        self._solver = Solver("glucose4", bootstrap_with=[[1]])
        self._true = 1
        self._by_content: Dict[object, Tuple[int, int]] = {}
        self._by_condition: Dict[Tuple[int, str], Tuple[int, int]] = {}
        self._told = told_apart([atom for each in conditions for atom in atoms_of(each)], ground)
        #: By question: each answer it may have, with its variable; None stands for 'not asked'.
        self._answers: Dict[str, List[Tuple[Optional[Answer], int]]] = {}
        for question in ground.guide.questions:
            self._add_question(question)

    def some(
        self, holds: Iterable[Sequence[Condition]], fails: Iterable[Sequence[Condition]], home: str
    ) -> Optional[Dict[str, Answer]]:
        """Answers for which each of the lists `holds` surely holds and none of `fails` does; None where there are none."""
        wanted = [self._all([self._of(each, home) for each in part])[0] for part in holds]
        wanted += [-self._all([self._of(each, home) for each in part])[0] for part in fails]
        if not self._solver.solve(assumptions=wanted):
            return None
        chosen = set(self._solver.get_model())
        return {
            name: answer
            for name, answers in self._answers.items()
            for answer, variable in answers
            if answer is not None and variable in chosen
        }

    def _add_question(self, question: Question) -> None:
        """Exactly one answer, and 'not asked' exactly where its conditions do not all hold."""
        guide = self._ground.guide
        home = question.home or guide.home
        found: List[Optional[Answer]] = [None]
        asked = -self._true
        if self._ground.is_in(question.nations, home):
            asked = self._all([self._of(each, home) for each in question.ask_if])[0]
            found += self._samples(question, home)
        answers = [(answer, self._new() if answer is not None else -asked) for answer in found]
        variables = [variable for _, variable in answers]
        self._solver.add_clause(variables)
        self._solver.append_formula([-one, -other] for one, other in itertools.combinations(variables, 2))
        self._answers[question.id] = answers

    def _samples(self, question: Question, home: str) -> Sequence[Answer]:
        if question.kind is Kind.nation and home != self._ground.guide.home:  # the other home may be anywhere
            return (*NATIONS, NOT_SURE)
        return samples(question, self._told.get(question.id, Told()), self._nation, self._ground.day)

    def _of(self, condition: Condition, home: str) -> Tuple[int, int]:
        known = self._by_condition.get((id(condition), home))
        if known is None:
            known = self._by_condition[id(condition), home] = self._encoded(condition, home)
        return known

    def _encoded(self, condition: Condition, home: str) -> Tuple[int, int]:
        if condition.all is not None:
            return self._all([self._of(each, home) for each in condition.all])
        if condition.any is not None:  # one of them holds: not all of them fail
            return _opposite(self._all([_opposite(self._of(each, home)) for each in condition.any]))
        if condition.negated is not None:
            return _opposite(self._of(condition.negated, home))
        content = (home, condition.copy(update={"named": None}).json())
        if content not in self._by_content:
            self._by_content[content] = self._comparison(condition, home)
        return self._by_content[content]

    def _all(self, parts: List[Tuple[int, int]]) -> Tuple[int, int]:
        """All of `parts` together: holds where each holds, fails where one fails."""
        parts = list(dict.fromkeys(part for part in parts if part != (self._true, -self._true)))
        if not parts:
            return self._true, -self._true
        if len(parts) == 1:
            return parts[0]
        content = ("all", tuple(sorted(parts)))
        if content not in self._by_content:
            self._by_content[content] = (
                self._every([holds for holds, _ in parts]),
                -self._every([-fails for _, fails in parts]),
            )
        return self._by_content[content]

    def _every(self, literals: List[int]) -> int:
        found = self._new()
        self._solver.append_formula([-found, literal] for literal in literals)
        self._solver.add_clause([found, *(-literal for literal in literals)])
        return found

    def _comparison(self, atom: Condition, home: str) -> Tuple[int, int]:
        """A table of what it is for each combination of answers to the questions it looks at."""
        names = sorted(questions_in(self._ground.guide, [atom]))
        holds, fails = self._new(), self._new()
        self._solver.add_clause([-holds, -fails])
        choices = [self._answers[name] for name in names]
        if math.prod(map(len, choices)) > MOST_TOGETHER:
            return holds, fails
        for way in itertools.product(*choices):
            given = {name: answer for name, (answer, _) in zip(names, way) if answer is not None}
            truth = replace(self._ground, answers=given).compare(atom, home)
            unless = [-variable for _, variable in way]
            self._solver.add_clause([*unless, holds if truth is True else -holds])
            self._solver.add_clause([*unless, fails if truth is False else -fails])
        return holds, fails

    def _new(self) -> int:
        self._last += 1
        return self._last


def _opposite(pair: Tuple[int, int]) -> Tuple[int, int]:
    return pair[1], pair[0]
