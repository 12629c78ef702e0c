"""The danger detector: reviewed patterns and a learnt model, either of which can raise the alarm."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Optional

from waymark.language.reading import Reading
from waymark.language.risk.children import adult_writes, child_writes
from waymark.language.risk.model import ADULT, CHILD, RiskModel
from waymark.language.risk.patterns import RiskPatterns
from waymark.language.risk.tidy import tidy

logger = logging.getLogger(__name__)

CERTAIN, POSSIBLE = "certain", "possible"
#: Words up to which a message is a fragment, such as an answer in the middle of a conversation.
FRAGMENT_WORDS = 6


@dataclass(frozen=True)
class Limits:
    """From which chance of danger the model's word counts; set on two hands of everyday messages (docs/danger.md)."""

    certain: float = 0.85  # by the model alone
    openly: float = 0.80  # chance that it is said openly, needed beside it
    possible: float = 0.525  # at all, by the model alone
    sentence: float = 0.95  # the same of one sentence in a longer message
    fragment: float = 0.60  # at all, of a message of a few words without context
    weary: float = 0.75  # at all, of a caring emergency: what tired carers write every day comes near to it
    agrees: float = 0.45  # a pattern is certain only if the model sees some danger too


@dataclass(frozen=True)
class Finding:
    """A kind of knowledge/lists/risk_kinds.yml, and `certain` or `possible`."""

    kind: str
    level: str


@dataclass(frozen=True)
class Learnt:
    """What the model says: likeliest kind of the gravest part, chance of danger in the whole text and in its gravest part,
    chance that that part says it openly."""

    kind: str
    whole: float
    gravest: float
    openly: float


class Detector:
    """Looks at a message whole and sentence by sentence; the gravest finding counts."""

    def __init__(self, patterns: RiskPatterns, model: Optional[RiskModel], limits: Limits = Limits()) -> None:
        self._patterns = patterns
        self._model = model
        self._limits = limits

    def look(self, reading: Reading) -> Optional[Finding]:
        """What danger a message speaks of. Never raises: a failing half leaves the other one working."""
        pattern = self._patterns.look(reading.text)
        try:
            learnt = self._learnt(reading)
        except Exception:
            logger.exception("The learnt half of the danger detector failed; the patterns still stand.")
            learnt = None
        if learnt is None:
            return Finding(pattern.kind, pattern.level) if pattern else None
        kind = pattern.kind if pattern else _kind(learnt.kind, reading.text)
        level = together(pattern.level if pattern else None, learnt, kind, len(reading.text.split()), self._limits)
        return Finding(kind, level) if level else None

    def scores(self, reading: Reading) -> Learnt:
        """What the learnt half says alone: for measuring and for drawing the curve.

        Raises:
            ValueError: the detector works without a model.
        """
        learnt = self._learnt(reading)
        if learnt is None:
            raise ValueError("this detector has no learnt half")
        return learnt

    def _learnt(self, reading: Reading) -> Optional[Learnt]:
        if self._model is None:
            return None
        looked = self._model.look(reading.texts, reading.vectors)
        gravest = max(looked, key=lambda seen: seen.danger)
        return Learnt(gravest.kind, looked[0].danger, gravest.danger, gravest.explicit)


def together(pattern: Optional[str], learnt: Learnt, kind: str, words: int, limits: Limits) -> Optional[str]:
    """How sure both halves are of danger in a message of so many words: `certain`, `possible` or None.

    `pattern`: the level of the pattern that was met, if one was.
    """
    if pattern == CERTAIN and learnt.gravest >= limits.agrees:
        return CERTAIN
    if max(learnt.whole, learnt.gravest) >= limits.certain and learnt.openly >= limits.openly:
        return CERTAIN
    if pattern:
        return POSSIBLE
    needed = limits.fragment if words <= FRAGMENT_WORDS else limits.possible
    if kind == "caring_emergency":
        needed = max(needed, limits.weary)
    if learnt.whole >= needed or learnt.gravest >= max(limits.sentence, needed):
        return POSSIBLE
    return None


def _kind(kind: str, text: str) -> str:
    """The same danger is a child's or a grown-up's by who writes, where the words show it."""
    if kind not in (CHILD, ADULT):
        return kind
    plain = f" {tidy(text)} "
    if child_writes(plain):
        return CHILD
    return ADULT if adult_writes(plain) else kind
