"""The learnt half of the danger detector: how likely a text speaks of danger, how openly, and of which kind.

Trained on the reviewed expressions of data/risk, both classes weighing the same, and on topic utterances as harmless
ones. Two learners judge together, because they miss different sentences: a regression on embedding, words and letter
groups, and a kernel machine on the embedding and runs of tidied words (measured in
docs/decisions/014-danger-by-two-learners.md). The other half of the detector, reviewed patterns, stands beside it
(patterns.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import List, Optional, Sequence

import numpy as np
from joblib import Parallel, delayed

from waymark.language.arrays import Array
from waymark.language.features import TextFeatures
from waymark.language.kernel import Kernel, Machine, fit_kernel
from waymark.language.regression import Weights, fit_regression, softmax, stopped_early
from waymark.language.risk.examples import EXPLICIT, NONE, Example
from waymark.language.risk.word_runs import WordRuns

#: The same danger, told by a child or by a grown-up.
CHILD, ADULT = "child_in_danger", "abuse_of_carer"
#: Columns of the kernel machine before those of the kinds.
_DANGER, _OPENLY, _KINDS = 0, 1, 2


@dataclass(frozen=True)
class Options:
    """How the two learners learn, and how their scores are put together.

    The weights are a logistic regression on scores for hands that the learners had not read (`python -m bench.hands`).
    """

    strength: float = 8.0  # of the regressions
    rounds: int = 20  # of their solver
    machine: Machine = field(default_factory=Machine)
    most_harmless: int = 3000  # topic utterances that the kernel machine learns from; the regression takes all
    regression_weight: float = 0.16
    kernel_weight: float = 2.63
    bias: float = 0.23
    kind_share: float = 0.1  # of the regression's log chances, beside the kernel machine's scores
    child_lead: float = 0.4  # by which a child's own danger must lead abuse of the writer: most who write are grown up


@dataclass(frozen=True)
class Seen:
    """What the model sees in a text: chance of danger at all, chance that it is said openly, likeliest kind."""

    danger: float
    explicit: float
    kind: str


@dataclass(frozen=True)
class Heard:
    """The learners' scores for danger, each alone and unscaled, and what they say together of openness and kind; of n texts."""

    leaning: Array  # (n,); log odds by the regression
    kernel: Array  # (n,); about 1 for danger, -1 for none
    openly: Array  # (n,); 0 to 1
    kinds: List[str]


class RiskModel:
    """Fitted, saved and loaded as a whole."""

    def __init__(self, options: Options = Options()) -> None:
        self.options = options
        self._features = TextFeatures(most_letter_groups=20000, word_run=3)
        self._runs = WordRuns()
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
        with stopped_early():
            self._kernel, level, kind = Parallel(n_jobs=2, prefer="threads")(
                [
                    delayed(self._machine)(examples, vectors),
                    delayed(fit_regression)(rows, levels, options.rounds, options.strength),
                    delayed(fit_regression)(rows[dangers], kinds, options.rounds, options.strength),
                ]
            )
        dimensions = vectors.shape[1]
        self._level, self._kind = Weights(level, dimensions), Weights(kind, dimensions)
        return self

    def _machine(self, examples: Sequence[Example], vectors: Array) -> Kernel:
        """The kernel machine, taught whether a text is danger, whether openly said, and for each kind whether it is that."""
        near = self._for_the_kernel(examples)
        learnt = [examples[index] for index in near]
        texts = [example.text for example in learnt]
        kinds = sorted({example.kind for example in learnt} - {NONE})
        told = [
            [example.kind != NONE, example.level == EXPLICIT, *(example.kind == kind for kind in kinds)]
            for example in learnt
        ]
        targets = np.where(told, 1.0, -1.0).astype(np.float32)
        dangers = targets[:, _DANGER] > 0
        weighing = np.where(dangers, 0.5 / max(dangers.mean(), 1e-9), 0.5 / max((~dangers).mean(), 1e-9))
        return fit_kernel(vectors[near], self._runs.fit(texts).rows(texts), targets, weighing, self.options.machine)

    def _for_the_kernel(self, examples: Sequence[Example]) -> Array:
        """Every reviewed expression, and an even sample of the utterances that are harmless anyway."""
        plain = [index for index, example in enumerate(examples) if not example.hand]
        every = max(1, len(plain) // self.options.most_harmless)
        chosen: Array = np.array(sorted({*range(len(examples))} - {*plain} | {*plain[::every]}))
        return chosen

    def look(self, texts: Sequence[str], vectors: Array) -> List[Seen]:
        """What is seen in each text. `vectors`: their embeddings, shape (len(texts), 384)."""
        heard = self.hear(texts, vectors)
        dangers = chance(heard.leaning, heard.kernel, self.options)
        return [
            Seen(float(danger), float(openly), kind) for danger, openly, kind in zip(dangers, heard.openly, heard.kinds)
        ]

    def hear(self, texts: Sequence[str], vectors: Array) -> Heard:
        """What the learners say of each text before their scores for danger are put together."""
        assert self._level is not None, "fit or load the model first"
        assert self._kind is not None, "fit or load the model first"
        assert self._kernel is not None, "fit or load the model first"
        rows = [self._features.row(text) for text in texts]
        levels = softmax(self._level.scores_of(rows, vectors))
        machine = self._kernel.scores(vectors, [self._runs.row(text) for text in texts])
        harmless = levels[:, self._level.classes.index(NONE)].astype(np.float64)
        openly = levels[:, self._level.classes.index(EXPLICIT)] + np.clip((machine[:, _OPENLY] + 1.0) / 2.0, 0.0, 1.0)
        kinds = machine[:, _KINDS:] + self.options.kind_share * np.log(
            softmax(self._kind.scores_of(rows, vectors)) + 1e-9
        )
        return Heard(
            np.log((1.0 - harmless + 1e-9) / (harmless + 1e-9)),
            machine[:, _DANGER].astype(np.float64),
            openly / 2.0,
            [self._likeliest(scores) for scores in kinds],
        )

    def _likeliest(self, scores: Array) -> str:
        assert self._kind is not None, "fit or load the model first"
        kind = self._kind.classes[int(scores.argmax())]
        if kind == CHILD and ADULT in self._kind.classes:
            lead = scores.max() - scores[self._kind.classes.index(ADULT)]
            return CHILD if lead >= self.options.child_lead else ADULT
        return kind


def chance(leaning: Array, kernel: Array, options: Options) -> Array:
    """Chance of danger, from the two learners' scores."""
    together: Array = options.regression_weight * leaning + options.kernel_weight * kernel + options.bias
    odds: Array = 1.0 / (1.0 + np.exp(-together))
    return odds
