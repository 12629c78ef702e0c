"""What answers can lead to: rules that nothing reaches, rules that contradict each other, questions never asked."""

from __future__ import annotations

import itertools
from typing import Dict, Iterator, List, Optional, Sequence, Tuple

from waymark.knowledge.guides.answers import Answer
from waymark.knowledge.guides.evaluate import Ground
from waymark.knowledge.guides.search import Found, Goal, Searcher
from waymark.knowledge.guides.walking import ConditionsAt, Where, conditions_of, nations_or_all
from waymark.knowledge.schema import NATIONS, Condition, Outcome, Rule, State


def reach_problems(ground: Ground) -> Iterator[Tuple[Where, str]]:
    """Everything that no answers reach, and rules that hold together."""
    searcher = Searcher(ground)
    home = ground.guide.home
    for index, outcome in enumerate(ground.guide.outcomes):
        looking = _Looking(searcher, outcome, outcome.home or home)
        yield from ((("outcomes", index, *where), what) for where, what in looking.problems())
    for at in conditions_of(ground.guide):
        if at.conditions and at.where[-1] != "when" and not _is_ever(searcher, at, at.home or home):
            yield at.where, "is never asked" if at.where[0] == "questions" else "is never reached: it can never hold"


def _is_ever(searcher: Searcher, at: ConditionsAt, home: str) -> bool:
    goal = Goal((tuple(at.conditions),), (), home)
    return any(_may_be(searcher.find(goal, nation)) for nation in nations_or_all(at.nations))


def _may_be(found: Found) -> bool:
    return found.answers is not None or not found.is_whole


class _Looking:
    """The rules of one outcome."""

    def __init__(self, searcher: Searcher, outcome: Outcome, home: str) -> None:
        self._searcher = searcher
        self._outcome = outcome
        self._home = home
        self._shown: Tuple[Condition, ...] = tuple(outcome.show_if)

    def problems(self) -> Iterator[Tuple[Where, str]]:
        if self._outcome.rules:
            yield from self._never_reached()
            yield from self._contradictions()

    def _never_reached(self) -> Iterator[Tuple[Where, str]]:
        for number, rule in enumerate(self._outcome.rules):
            nations = rule.nations or nations_or_all(self._outcome.nations)
            missed = [nation for nation in nations if not self._is_reached(number, nation)]
            if missed:
                yield ("rules", number), f"is never reached{_in_words(missed)}"
        if not any(self._is_reached(None, nation) for nation in nations_or_all(self._outcome.nations)):
            yield ("otherwise",), "is never reached"

    def _is_reached(self, number: Optional[int], nation: str) -> bool:
        """Whether some answers lead to a rule, or to `otherwise`: it holds, and none before it does."""
        rules = self._outcome.rules
        earlier = [rule for rule in rules[:number] if _is_in(rule, nation)]
        wanted = [tuple(rules[number].when)] if number is not None else []
        holds = tuple(part for part in (*wanted, self._shown) if part)
        goal = Goal(holds, tuple(tuple(rule.when) for rule in earlier), self._home)
        return _may_be(self._searcher.find(goal, nation))

    def _contradictions(self) -> Iterator[Tuple[Where, str]]:
        """Pairs of rules that can hold at once, exactly one of them `likely`; with answers for which they do."""
        for (first, one), (second, other) in itertools.combinations(enumerate(self._outcome.rules), 2):
            if (one.state is State.likely) is (other.state is State.likely):
                continue
            for nation in (*nations_or_all(self._outcome.nations), *(() if self._outcome.nations else (None,))):
                if not (_is_in(one, nation) and _is_in(other, nation)):
                    continue
                holds = tuple(part for part in (tuple(one.when), tuple(other.when), self._shown) if part)
                found = self._searcher.find(Goal(holds, (), self._home), nation).answers
                if found is not None:
                    yield ("rules", second), _contradiction(first, one, found, nation)
                    break


def _is_in(rule: Rule, nation: Optional[str]) -> bool:
    return not rule.nations or nation in rule.nations


def _contradiction(number: int, rule: Rule, answers: Dict[str, Answer], nation: Optional[str]) -> str:
    given = ", ".join(f"{name}: {_shown(answer)}" for name, answer in answers.items())
    where = f" in {nation}" if nation else ""
    return f"holds together with rule {number + 1} ({rule.state.value}), for instance with {given}{where}"


def _shown(answer: Answer) -> str:
    return f"{answer:g}" if isinstance(answer, (int, float)) else str(answer)


def _in_words(nations: Sequence[str]) -> str:
    found: List[str] = list(nations)
    return "" if set(found) == set(NATIONS) else f" in {', '.join(found)}"
