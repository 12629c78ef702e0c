"""What counts as a hit, the same for every contestant; a turn that failed is a miss in all but its own measure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, List, Tuple

from bench.heard import Heard, HeardFiles, Pairs
from bench.intervals import wilson
from bench.labelled import Sentence
from bench.told import fact_right, homes_right

#: Kinds of risk told apart since files were labelled: the newer kind counts as the older one.
OLDER_KIND = {"suicide_of_other": "suicide", "child_in_danger": "child_at_risk"}
#: Topics offered that a carer can be expected to read.
FIRST = 3

Hit = Callable[[Sentence, Heard], bool]


@dataclass(frozen=True)
class Measure:
    """`hits` of `cases`."""

    name: str
    hits: int
    cases: int

    @property
    def share(self) -> float:
        return self.hits / self.cases if self.cases else float("nan")

    @property
    def interval(self) -> Tuple[float, float]:
        """95 % confidence."""
        return wilson(self.hits, self.cases)


def measures(heard: HeardFiles) -> List[Measure]:
    """Every measure that the files and the contestant allow."""
    topics, crisis, harmless = heard.get("topics", []), heard.get("crisis", []), heard.get("not_crisis", [])
    two, refused = heard.get("two_needs", []), heard.get("refused", [])
    counted = [
        _count("topic", topics, answered),
        _count("topic_or_clarify", topics, lambda said, found: answered(said, found) or offered(said, found)),
        _count("topic_in_three", _ranked(topics), among_three),
        _count("risk", crisis, risky),
        _count("risk_certain", [pair for pair in crisis if pair[0].explicit], lambda _, found: found.certain),
        _count("risk_kind", [pair for pair in crisis if risky(*pair) and pair[1].kind != ANY], _same_kind(crisis)),
        _count("alarm", harmless, lambda _, found: found.certain),
        _count("alarm_any", harmless, risky),
        _count("alarm_soft", harmless, lambda said, found: risky(said, found) and not found.certain),
        _count("outside", heard.get("out_of_scope", []), lambda _, found: found.held_back and not found.failed),
        _count("two_either", two, answered),
        _count("two_in_three", _ranked(two), lambda said, found: said.topics <= set((found.ranked or ())[:FIRST])),
        _count("two_noted", [pair for pair in two if pair[1].noted is not None], both_noted),
        _count("refused", refused, answered),
        _count("refused_answered", refused, lambda said, found: found.topic in said.refused),
        *_told(heard),
        _count("errors", [pair for pairs in heard.values() for pair in pairs], lambda _, found: found.failed),
    ]
    return [one for one in counted if one.cases]


#: The kind of contestants that see danger but not which.
ANY = "any"


def answered(said: Sentence, found: Heard) -> bool:
    return found.topic in said.topics


def offered(said: Sentence, found: Heard) -> bool:
    return bool(said.topics & set(found.offered[:FIRST]))


def among_three(said: Sentence, found: Heard) -> bool:
    return bool(said.topics & set((found.ranked or ())[:FIRST]))


def risky(_: Sentence, found: Heard) -> bool:
    return found.kind is not None


def _same_kind(crisis: Pairs) -> Hit:
    """Whether the kind is the labelled one. A file in which a newer kind never stands is taken to be older than it."""
    newer = {said.kind for said, _ in crisis} & OLDER_KIND.keys()

    def same(said: Sentence, found: Heard) -> bool:
        kind = str(found.kind)
        return kind == said.kind or (kind not in newer and OLDER_KIND.get(kind) == said.kind)

    return same


def both_noted(said: Sentence, found: Heard) -> bool:
    return said.topics <= set(found.noted or ())


def _ranked(pairs: Pairs) -> Pairs:
    return [pair for pair in pairs if pair[1].ranked is not None]


def _told(heard: HeardFiles) -> List[Measure]:
    """One measure for both homes, and one for each fact that sentences are labelled with and the contestant looks for."""
    places = [pair for pair in heard.get("places", []) if pair[1].facts is not None]
    voices = [pair for pair in heard.get("voices", []) if pair[1].facts is not None]
    found = {name for _, one in voices for name in one.facts or ()}
    names = sorted({name for said, _ in voices for name in said.facts} & found)
    return [
        _count("homes", places, lambda said, one: homes_right(said.facts, one.facts or {})),
        *(_count(f"fact:{name}", [pair for pair in voices if name in pair[0].facts], _fact(name)) for name in names),
    ]


def _fact(name: str) -> Hit:
    return lambda said, found: fact_right(name, said.facts[name], (found.facts or {}).get(name, ()))


def _count(name: str, pairs: Pairs, hit: Hit) -> Measure:
    return Measure(name, sum(hit(said, found) for said, found in pairs), len(pairs))
