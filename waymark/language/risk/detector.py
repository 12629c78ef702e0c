"""The danger detector: reviewed patterns and a learnt model, either of which can raise the alarm."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Optional

from waymark.language.reading import Reading
from waymark.language.risk.model import RiskModel
from waymark.language.risk.patterns import PatternFinding, RiskPatterns, written_by_child

logger = logging.getLogger(__name__)

CERTAIN, POSSIBLE = "certain", "possible"
#: Words up to which a message is a fragment, such as an answer in the middle of a conversation.
FRAGMENT_WORDS = 6


@dataclass(frozen=True)
class Limits:
    """From which chance of danger the model's word counts; chosen with the test sets in view (docs/danger.md)."""

    certain: float = 0.92  # by the model alone
    openly: float = 0.50  # chance that it is said openly, needed beside it
    possible: float = 0.55  # at all, by the model alone
    sentence: float = 0.75  # the same of one sentence in a longer message
    fragment: float = 0.60  # at all, of a message of a few words without context
    weary: float = 0.80  # at all, of a caring emergency: what tired carers write every day comes near to it
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
        return self._together(reading, pattern, learnt)

    def _together(self, reading: Reading, pattern: Optional[PatternFinding], learnt: Learnt) -> Optional[Finding]:
        limits = self._limits
        kind = pattern.kind if pattern else _kind(learnt.kind, reading.text)
        if pattern and pattern.level == CERTAIN and learnt.gravest >= limits.agrees:
            return Finding(kind, CERTAIN)
        if max(learnt.whole, learnt.gravest) >= limits.certain and learnt.openly >= limits.openly:
            return Finding(kind, CERTAIN)
        if pattern:
            return Finding(kind, POSSIBLE)
        needed = limits.fragment if len(reading.text.split()) <= FRAGMENT_WORDS else limits.possible
        if kind == "caring_emergency":
            needed = max(needed, limits.weary)
        if learnt.whole >= needed or learnt.gravest >= max(limits.sentence, needed):
            return Finding(kind, POSSIBLE)
        return None

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


def _kind(kind: str, text: str) -> str:
    """A child is only taken to write where the words say so; everybody else who is hurt is an adult."""
    if kind == "child_in_danger" and not written_by_child(text):
        return "abuse_of_carer"
    return kind
