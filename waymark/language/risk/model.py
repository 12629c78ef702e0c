"""The learnt half of the danger detector: how likely a text speaks of danger, how openly, and of which kind.

Trained on the reviewed expressions of data/risk with class weights for recall, and on topic utterances as harmless
ones. Two learners judge together, because they miss different sentences: a regression on embedding, words and letter
groups, and a kernel machine on the embedding (measured in docs/decisions/014-danger-by-two-learners.md). The other
half of the detector, reviewed patterns, stands beside it (patterns.py).
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
from waymark.language.kernel import Kernel, fit_kernel
from waymark.language.regression import Weights, fit_regression, softmax, stopped_early

NONE, QUIET, EXPLICIT = "none", "quiet", "explicit"
_LEVELS = {"explicit": EXPLICIT, "quiet": QUIET, "alarming": NONE}
#: Files of data/risk whose name begins so hold harmless utterances of the dialogue; all others are hands that wrote alone.
_NOT_A_HAND = "follow_ups"


@dataclass(frozen=True)
class Example:
    """A labelled sentence. `kind` is `none` for a harmless one; `hand` names the file, and so who wrote it."""

    text: str
    kind: str
    level: str
    hand: str = ""


def read_examples(folder: Path) -> List[Example]:
    """The reviewed expressions of data/risk, every file.

    Raises:
        ValueError: an entry has an unknown field; the message names file and kind.
    """
    examples: List[Example] = []
    for path in sorted(folder.glob("*.yml")):
        for entry in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
            for field, texts in entry.items():
                if field == "kind":
                    continue
                if field not in _LEVELS:
                    raise ValueError(f"{path.name}: {entry.get('kind')}: unknown field '{field}'")
                examples += [Example(str(text), entry["kind"], _LEVELS[field], path.stem) for text in texts]
    return examples


@dataclass(frozen=True)
class Options:
    """How the two learners learn, and how their scores are put together.

    The weights are a logistic regression on scores for hands that the learners had not read (`python -m bench.hands`).
    """

    strength: float = 8.0  # of the regressions
    rounds: int = 20  # of their solver
    kernel_strength: float = 4.0
    kernel_width: float = 2.0
    most_harmless: int = 3000  # topic utterances that the kernel machine learns from; the regression takes all
    regression_weight: float = 0.27
    kernel_weight: float = 2.23
    bias: float = 0.47


@dataclass(frozen=True)
class Seen:
    """What the model sees in a text: chance of danger at all, chance that it is said openly, likeliest kind."""

    danger: float
    explicit: float
    kind: str


class RiskModel:
    """Fitted, saved and loaded as a whole."""

    def __init__(self, options: Options = Options()) -> None:
        self.options = options
        self._features = TextFeatures(most_letter_groups=20000, word_run=3)
        self._level: Optional[Weights] = None
        self._kind: Optional[Weights] = None
        self._kernel: Optional[Kernel] = None

    def fit(self, examples: Sequence[Example], vectors: Array) -> RiskModel:
        """Learn from examples and their embeddings, shape (len(examples), 384)."""
        options = self.options
        texts = [example.text for example in examples]
        rows = self._features.fit(texts).rows(texts, vectors)
        dangers = np.array([example.kind != NONE for example in examples])
        levels = np.array([example.level for example in examples])
        kinds = np.array([example.kind for example in examples if example.kind != NONE])
        near = self._for_the_kernel(examples)
        with stopped_early():
            machine, level, kind = Parallel(n_jobs=2, prefer="threads")(
                [
                    delayed(fit_kernel)(vectors[near], dangers[near], options.kernel_strength, options.kernel_width),
                    delayed(fit_regression)(rows, levels, options.rounds, options.strength),
                    delayed(fit_regression)(rows[dangers], kinds, options.rounds, options.strength),
                ]
            )
        dimensions = vectors.shape[1]
        self._kernel = Kernel(machine)
        self._level, self._kind = Weights(level, dimensions), Weights(kind, dimensions)
        return self

    def _for_the_kernel(self, examples: Sequence[Example]) -> Array:
        """Every reviewed expression, and an even sample of the utterances that are harmless anyway."""
        plain = [index for index, example in enumerate(examples) if not example.hand]
        every = max(1, len(plain) // self.options.most_harmless)
        chosen: Array = np.array(sorted({*range(len(examples))} - {*plain} | {*plain[::every]}))
        return chosen

    def look(self, texts: Sequence[str], vectors: Array) -> List[Seen]:
        """What is seen in each text. `vectors`: their embeddings, shape (len(texts), 384)."""
        assert self._level is not None, "fit or load the model first"
        assert self._kind is not None, "fit or load the model first"
        options = self.options
        levels = self._levels(texts, vectors)
        leaning, kernel = self._leaning(levels), self._near(vectors)
        dangers = 1.0 / (
            1.0 + np.exp(-(options.regression_weight * leaning + options.kernel_weight * kernel + options.bias))
        )
        kinds = self._kind.scores(self._features, texts, vectors).argmax(axis=1)
        explicit = self._level.classes.index(EXPLICIT)
        return [
            Seen(float(danger), float(row[explicit]), self._kind.classes[kind])
            for danger, row, kind in zip(dangers, levels, kinds)
        ]

    def both(self, texts: Sequence[str], vectors: Array) -> Tuple[Array, Array]:
        """What each learner says alone, unscaled, shapes (len(texts),): above zero is danger."""
        return self._leaning(self._levels(texts, vectors)), self._near(vectors)

    def _levels(self, texts: Sequence[str], vectors: Array) -> Array:
        assert self._level is not None, "fit or load the model first"
        return softmax(self._level.scores(self._features, texts, vectors))

    def _leaning(self, levels: Array) -> Array:
        """Log odds of danger by the regression."""
        assert self._level is not None, "fit or load the model first"
        harmless = levels[:, self._level.classes.index(NONE)].astype(np.float64)
        odds: Array = np.log((1.0 - harmless + 1e-9) / (harmless + 1e-9))
        return odds

    def _near(self, vectors: Array) -> Array:
        assert self._kernel is not None, "fit or load the model first"
        return self._kernel.scores(vectors)


def hands(examples: Sequence[Example]) -> List[str]:
    """Who wrote: the names by which examples can be held back for judging."""
    return sorted({example.hand for example in examples if example.hand and example.hand != _NOT_A_HAND})
