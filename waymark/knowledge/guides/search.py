"""Find answers for which some conditions hold and others do not: depth first, cut as soon as it cannot be any more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Dict, FrozenSet, List, Optional, Sequence, Set, Tuple

from waymark.knowledge.guides.answers import Answer
from waymark.knowledge.guides.evaluate import Ground
from waymark.knowledge.guides.possible import ANY, BITS, NOT_TRUE, TRUE, Tree, bits_of, tree_of_all
from waymark.knowledge.guides.sampling import Told, samples, told_apart
from waymark.knowledge.guides.walking import atoms_of, questions_in
from waymark.knowledge.schema import Condition, Kind, Question

#: Answers tried in one search; beyond, nothing is claimed.
MOST_STEPS = 4_000


@dataclass(frozen=True)
class Goal:
    """Lists of conditions that must all hold, and lists of which at least one condition must not. `home`: whose counts."""

    holds: Tuple[Tuple[Condition, ...], ...]
    fails: Tuple[Tuple[Condition, ...], ...] = ()
    home: str = "carer"


@dataclass
class Found:
    """`answers` for which a goal is met; None where there are none. `is_whole`: everything was tried."""

    answers: Optional[Dict[str, Answer]]
    is_whole: bool


class Searcher:
    """Searches of one guide. What is found is kept, since most nations differ in nothing, and so is what each comparison is about."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._kept: Dict[Tuple[object, ...], Found] = {}
        self._needs: Dict[int, FrozenSet[str]] = {}
        self._behind: Dict[FrozenSet[str], List[Question]] = {}
        self._told: Dict[Tuple[int, Optional[str]], Dict[str, Told]] = {}
        self._grounds: Dict[Optional[str], Ground] = {}

    def find(self, goal: Goal, nation: Optional[str]) -> Found:
        """Answers in `nation` (None: not known) that meet the goal."""
        search = _Search(self, goal, nation)
        key = (
            *map(id, (each for part in (*goal.holds, *goal.fails) for each in part)),
            len(goal.holds),
            search.differs,
        )
        if key not in self._kept:
            self._kept[key] = search.run()
        return self._kept[key]

    def in_nation(self, nation: Optional[str]) -> Ground:
        """The ground with both homes there."""
        if nation not in self._grounds:
            scopes = [nation] if nation else []
            self._grounds[nation] = replace(self.ground, scopes={"carer": scopes, "person": scopes})
        return self._grounds[nation]

    def needs(self, atom: Condition) -> FrozenSet[str]:
        """The questions that a comparison looks at."""
        if id(atom) not in self._needs:
            self._needs[id(atom)] = frozenset(questions_in(self.ground.guide, [atom]))
        return self._needs[id(atom)]

    def behind(self, names: FrozenSet[str]) -> List[Question]:
        """Those questions and all on which it depends whether they are asked, in the guide's order."""
        if names not in self._behind:
            guide = self.ground.guide
            found: Set[str] = set()
            open_ = set(names)
            while open_:
                question = guide.question(open_.pop())
                if question is not None and question.id not in found:
                    found.add(question.id)
                    open_ |= questions_in(guide, question.ask_if)
            self._behind[names] = [question for question in guide.questions if question.id in found]
        return self._behind[names]

    def told(self, atom: Condition, nation: Optional[str]) -> Dict[str, Told]:
        """What a comparison tells apart in the answers to each question."""
        key = (id(atom), nation)
        if key not in self._told:
            self._told[key] = told_apart([atom], self.in_nation(nation))
        return self._told[key]


class _Search:
    """One search in one nation."""

    def __init__(self, searcher: Searcher, goal: Goal, nation: Optional[str]) -> None:
        self._searcher, self._goal, self._nation = searcher, goal, nation
        self._ground = searcher.in_nation(nation)
        self._atoms: List[Condition] = []
        self._holds, self._fails = self._trees(goal.holds), self._trees(goal.fails)
        self._order = self._questions()
        asked_for = [atom for question in self._order for each in question.ask_if for atom in atoms_of(each)]
        self._told = self._told_of([*self._atoms, *asked_for])
        self.differs = self._differing()

    def _questions(self) -> List[Question]:
        """In the order in which they are tried: those of the shortest list first, each after what it depends on."""
        found: Dict[str, Question] = {}
        for part in (*sorted(self._goal.holds, key=len), *self._goal.fails):
            names = [self._searcher.needs(atom) for each in part for atom in atoms_of(each)]
            for question in self._searcher.behind(frozenset().union(*names)):
                found.setdefault(question.id, question)
        return list(found.values())

    def _told_of(self, atoms: List[Condition]) -> Dict[str, Told]:
        found: Dict[str, Told] = {}
        for atom in atoms:
            for name, told in self._searcher.told(atom, self._nation).items():
                whole = found.setdefault(name, Told())
                whole.options |= told.options
                whole.limits |= told.limits
        return found

    def _differing(self) -> Tuple[object, ...]:
        """What of this search depends on the nation: with the same here, another nation finds the same."""
        nations = tuple(self._ground.is_in(each.nations, each.home) for each in self._order)
        asked = self._nation if any(each.kind is Kind.nation for each in self._order) else ""
        limits = tuple((name, tuple(sorted(told.limits))) for name, told in sorted(self._told.items()))
        return nations, asked, limits, bool(self._nation)

    def _prepare(self) -> None:
        self._answers: Dict[str, Answer] = {}
        self._steps = 0
        self._live = replace(self._ground, answers=self._answers)
        needs = [self._searcher.needs(atom) for atom in self._atoms]
        self._truths = [
            ANY if names else BITS[self._live.compare(atom, self._goal.home)] for atom, names in zip(self._atoms, needs)
        ]
        place = {question.id: index for index, question in enumerate(self._order)}
        #: For each question in order, the comparisons whose truth is settled once it is.
        self._decided_at: List[List[int]] = [[] for _ in self._order]
        for number, names in enumerate(needs):
            if names:
                self._decided_at[max(place[name] for name in names)].append(number)
        day = self._ground.day
        self._samples = [samples(each, self._told.get(each.id, Told()), self._nation, day) for each in self._order]

    def run(self) -> Found:
        self._prepare()
        answers = self._from(0)
        return Found(answers, answers is not None or self._steps < MOST_STEPS)

    def _from(self, index: int) -> Optional[Dict[str, Answer]]:
        if not self._may_be() or self._steps >= MOST_STEPS:
            return None
        if index == len(self._order):
            return dict(self._answers)
        question = self._order[index]
        if not self._live.asks(question):
            return self._settled(index)
        for answer in self._samples[index]:
            self._steps += 1
            self._answers[question.id] = answer
            found = self._settled(index)
            del self._answers[question.id]
            if found is not None:
                return found
        return None

    def _settled(self, index: int) -> Optional[Dict[str, Answer]]:
        """Go on with the comparisons that this question settles."""
        decided = self._decided_at[index]
        for number in decided:
            self._truths[number] = BITS[self._live.compare(self._atoms[number], self._goal.home)]
        found = self._from(index + 1)
        for number in decided:
            self._truths[number] = ANY
        return found

    def _may_be(self) -> bool:
        return all(bits_of(tree, self._truths) & TRUE for tree in self._holds) and all(
            bits_of(tree, self._truths) & NOT_TRUE for tree in self._fails
        )

    def _trees(self, parts: Sequence[Sequence[Condition]]) -> List[Tree]:
        return [tree_of_all(part, self._atoms) for part in parts]
