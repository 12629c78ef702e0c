"""Judge the whole danger detector on messages it had not read, and choose the limits from which its findings count.

What is weighed against what: harmless expressions of the hands are near-twins of danger, written to be taken for it. What
people send with alarming words in it is mostly far milder. So false alarms are counted as a mean of two shares: of the
near-twins, which weigh `TWINS`, and of topic utterances held back with them, which weigh the rest. Of the limits that keep to
`MOST_CRISIS` and `MOST_LED` by that count, those are taken that meet most open danger with the fixed reply, and then those
that catch most danger.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import Callable, Dict, List, Sequence

import numpy as np

from bench.held_back import Held
from waymark.language.risk.detector import CERTAIN, POSSIBLE, Learnt, Limits, together
from waymark.language.risk.examples import EXPLICIT, NONE
from waymark.language.risk.model import Options, chance

#: Most that may be sent to `crisis`, and most that may be led by a kind line, of harmless messages.
MOST_CRISIS, MOST_LED = 0.02, 0.10
#: How much the near-twins weigh among harmless messages. A guess, and the whole curve stands in docs/danger.md beside it.
TWINS = 0.25
#: Values that are tried for each limit: first those of a certain finding, then those of a possible one.
_CERTAIN: Dict[str, Sequence[float]] = {
    "agrees": (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9),
    "certain": (0.7, 0.75, 0.8, 0.85, 0.9, 0.92, 0.94, 0.96, 0.97, 0.98, 0.99),
    "openly": (0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8),
}
_POSSIBLE: Dict[str, Sequence[float]] = {
    "possible": tuple(np.round(np.arange(0.3, 0.9, 0.05), 3).tolist()),
    "sentence": tuple(np.round(np.arange(0.4, 0.98, 0.05), 3).tolist()),
    "fragment": tuple(np.round(np.arange(0.3, 0.95, 0.05), 3).tolist()),
    "weary": tuple(np.round(np.arange(0.4, 0.98, 0.05), 3).tolist()),
}
_ROUNDS = 3


@dataclass(frozen=True)
class Asked:
    """A message reduced to what the detector decides by."""

    level: str  # what it is: none, quiet, explicit
    ordinary: bool  # a topic utterance
    words: int
    pattern: str  # the level of the pattern met; '' for none
    kind: str  # as found
    learnt: Learnt


@dataclass(frozen=True)
class Judged:
    """Shares of messages."""

    caught: float  # danger, certain or possible
    openly: float  # open danger, certain
    crisis: float  # near-twins, certain
    led: float  # near-twins, possible
    ordinary_crisis: float
    ordinary_led: float

    def worth_certain(self) -> float:
        """Open danger met with the fixed reply, less what is sent there over the most that may be."""
        return self.openly - 50.0 * max(0.0, _weighed(self.crisis, self.ordinary_crisis) - MOST_CRISIS)

    def worth_possible(self) -> float:
        """Danger caught, less what is led over the most that may be."""
        return self.caught - 50.0 * max(0.0, _weighed(self.led, self.ordinary_led) - MOST_LED)


def _weighed(twins: float, ordinary: float) -> float:
    return TWINS * twins + (1.0 - TWINS) * ordinary


def asked(held: Sequence[Held], options: Options) -> List[Asked]:
    """The messages as the detector sees them, with the learners' scores put together by the weights of `options`."""
    seen = []
    for each in held:
        dangers = chance(each.heard.leaning, each.heard.kernel, options)
        gravest = int(np.argmax(dangers))
        learnt = Learnt(
            each.heard.kinds[gravest], float(dangers[0]), float(dangers[gravest]), float(each.heard.openly[gravest])
        )
        seen.append(
            Asked(
                each.example.level,
                not each.example.hand,
                len(each.example.text.split()),
                each.pattern.level if each.pattern else "",
                each.pattern.kind if each.pattern else learnt.kind,
                learnt,
            )
        )
    return seen


def judge(messages: Sequence[Asked], limits: Limits) -> Judged:
    """How the whole detector does with these limits."""
    found = np.array([together(one.pattern or None, one.learnt, one.kind, one.words, limits) or "" for one in messages])
    levels = np.array([one.level for one in messages])
    ordinary = np.array([one.ordinary for one in messages])
    danger, twins = levels != NONE, (levels == NONE) & ~ordinary
    return Judged(
        _share(found[danger] != ""),
        _share(found[levels == EXPLICIT] == CERTAIN),
        _share(found[twins] == CERTAIN),
        _share(found[twins] == POSSIBLE),
        _share(found[ordinary] == CERTAIN),
        _share(found[ordinary] == POSSIBLE),
    )


def choose(messages: Sequence[Asked], start: Limits) -> Limits:
    """The limits that are worth most: those of a certain finding, then those of a possible one."""
    certain = _climbed(messages, start, _CERTAIN, Judged.worth_certain)
    return _climbed(messages, certain, _POSSIBLE, Judged.worth_possible)


def _climbed(
    messages: Sequence[Asked], start: Limits, tried: Dict[str, Sequence[float]], worth: Callable[[Judged], float]
) -> Limits:
    """One or two limits changed at a time, until nothing is bettered."""
    best, most = start, worth(judge(messages, start))
    for _ in range(_ROUNDS):
        before = most
        for one, other in combinations(tried, 2):
            for values in product(tried[one], tried[other]):
                limits = replace(best, **dict(zip((one, other), values)))
                reached = worth(judge(messages, limits))
                if reached > most + 1e-9:
                    best, most = limits, reached
        if most == before:
            break
    return best


def _share(of: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> float:
    return float(of.mean()) if len(of) else 0.0
