"""The learnt half of the danger detector: how grave a text is, and which kind of danger it speaks of.

Trained on the reviewed expressions of data/risk with class weights for recall, and on all topic utterances as
harmless ones. The other half, reviewed patterns, stands beside it (patterns.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import List, Optional, Sequence, Tuple

import numpy as np
import yaml
from joblib import Parallel, delayed

from waymark.language.arrays import Array
from waymark.language.features import TextFeatures
from waymark.language.regression import Weights, fit_regression, softmax

NONE, QUIET, EXPLICIT = "none", "quiet", "explicit"
_LEVELS = {"explicit": EXPLICIT, "quiet": QUIET, "alarming": NONE}


@dataclass(frozen=True)
class Example:
    """A labelled sentence. `kind` is `none` for a harmless one."""

    text: str
    kind: str
    level: str


def read_examples(folder: Path) -> List[Example]:
    """The reviewed expressions of data/risk, every file.

    Raises:
        ValueError: an entry has an unknown field; the message names file and kind.
    """
    examples: List[Example] = []
    for path in sorted(folder.glob("*.yml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            for field, texts in entry.items():
                if field == "kind":
                    continue
                if field not in _LEVELS:
                    raise ValueError(f"{path.name}: {entry.get('kind')}: unknown field '{field}'")
                examples += [Example(str(text), entry["kind"], _LEVELS[field]) for text in texts]
    return examples


@dataclass(frozen=True)
class Gravity:
    """Probabilities that a text speaks of danger at all, and openly."""

    any: float
    explicit: float


class RiskModel:
    """Two logistic regressions on the same features: gravity and kind."""

    def __init__(self, strength: float = 2.0, rounds: int = 20) -> None:
        self._strength = strength
        self._rounds = rounds
        self._features = TextFeatures(most_letter_groups=20000, word_run=3)
        self._gravity: Optional[Weights] = None
        self._kind: Optional[Weights] = None

    def fit(self, examples: Sequence[Example], vectors: Array) -> RiskModel:
        """Learn from examples and their embeddings, shape (len(examples), 384)."""
        texts = [example.text for example in examples]
        rows = self._features.fit(texts).rows(texts, vectors)
        dangers = np.array([example.kind != NONE for example in examples])
        jobs = [
            (rows, np.array([example.level for example in examples])),
            (rows[dangers], np.array([example.kind for example in examples if example.kind != NONE])),
        ]
        gravity, kind = Parallel(n_jobs=2, prefer="threads")(
            delayed(fit_regression)(features, labels, self._rounds, self._strength) for features, labels in jobs
        )
        self._gravity, self._kind = Weights(gravity, vectors.shape[1]), Weights(kind, vectors.shape[1])
        return self

    def look(self, texts: Sequence[str], vectors: Array) -> List[Tuple[Gravity, str]]:
        """Gravity and likeliest kind of each text. `vectors`: their embeddings, shape (len(texts), 384)."""
        assert self._gravity is not None, "fit or load the model first"
        assert self._kind is not None, "fit or load the model first"
        chances = softmax(self._gravity.scores(self._features, texts, vectors))
        none, explicit = self._gravity.classes.index(NONE), self._gravity.classes.index(EXPLICIT)
        kinds = self._kind.scores(self._features, texts, vectors).argmax(axis=1)
        return [
            (Gravity(1.0 - float(row[none]), float(row[explicit])), self._kind.classes[kind])
            for row, kind in zip(chances, kinds)
        ]
