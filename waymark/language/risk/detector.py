"""The danger detector: reviewed patterns and a learnt model, either of which can raise the alarm."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Optional

import numpy as np

from waymark.language.arrays import Array
from waymark.language.encoder import SentenceEncoder
from waymark.language.risk.model import RiskModel
from waymark.language.risk.patterns import RiskPatterns
from waymark.language.words import sentences

logger = logging.getLogger(__name__)

CERTAIN, POSSIBLE = "certain", "possible"
#: Sentences of a long message that are looked at one by one.
MOST_SENTENCES = 20


@dataclass(frozen=True)
class Limits:
    """From which probability the model's word counts; set on cross-validated folds (docs/danger.md)."""

    certain: float = 0.80
    possible: float = 0.55


@dataclass(frozen=True)
class Finding:
    """A kind of knowledge/lists/risk_kinds.yml, and `certain` or `possible`."""

    kind: str
    level: str


class Detector:
    """Looks at a message whole and sentence by sentence; the gravest finding counts."""

    def __init__(
        self, patterns: RiskPatterns, model: Optional[RiskModel], encoder: SentenceEncoder, limits: Limits = Limits()
    ) -> None:
        self._patterns = patterns
        self._model = model
        self._encoder = encoder
        self._limits = limits

    def look(self, text: str, vector: Optional[Array] = None) -> Optional[Finding]:
        """What danger `text` speaks of. Never raises: a failing half leaves the other one working."""
        by_pattern = self._patterns.look(text)
        if by_pattern and by_pattern.level == CERTAIN:
            return Finding(by_pattern.kind, CERTAIN)
        learnt: Optional[Finding] = None
        try:
            learnt = self._learnt(text, vector)
        except Exception:
            logger.exception("The learnt half of the danger detector failed; the patterns still stand.")
        if learnt and learnt.level == CERTAIN:
            return learnt
        if by_pattern:
            return Finding(by_pattern.kind, POSSIBLE)
        return learnt

    def _learnt(self, text: str, vector: Optional[Array]) -> Optional[Finding]:
        if self._model is None:
            return None
        parts = sentences(text)[-MOST_SENTENCES:]
        texts = [text] if len(parts) < 2 else [text, *parts]
        vectors = self._encoder.encode(texts[1:] if vector is not None else texts)
        if vector is not None:
            vectors = np.vstack([vector[None, :], vectors]) if len(vectors) else vector[None, :]
        looked = self._model.look(texts, vectors)
        gravest = max(looked, key=lambda found: (found[0].explicit >= self._limits.certain, found[0].any))
        gravity, kind = gravest
        if gravity.explicit >= self._limits.certain:
            return Finding(kind, CERTAIN)
        return Finding(kind, POSSIBLE) if gravity.any >= self._limits.possible else None
