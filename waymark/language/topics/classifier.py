"""The topic classifier: logistic regression on embeddings, words and letter groups, with calibrated confidence."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, List, Optional, Sequence, Tuple

import joblib
import numpy as np
from joblib import Parallel, delayed
from scipy.optimize import minimize_scalar
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from waymark.language.arrays import Array
from waymark.language.features import TextFeatures
from waymark.language.reading import Reading
from waymark.language.regression import Weights, fit_regression, softmax, stopped_early


@dataclass(frozen=True)
class Options:
    """How the classifier learns and reads."""

    strength: float = 3.0  # inverse of regularisation
    rounds: int = 20  # of the solver; more changes nothing that can be measured
    folds: int = 3  # for the calibration
    sentence_share: float = 0.5  # weight of the sentences beside the whole message


class IntentModel:
    """Gives every intent a probability. Fitted, saved and loaded as a whole."""

    def __init__(self, options: Options = Options()) -> None:
        self.options = options
        self.intents: List[str] = []
        self._features = TextFeatures()
        self._weights: Optional[Weights] = None
        self._temperature = 1.0

    def fit(self, texts: Sequence[str], intents: Sequence[str], vectors: Array) -> IntentModel:
        """Learn from texts, their intents and embeddings, shape (len(texts), 384)."""
        self._features.fit(texts)
        rows = self._features.rows(texts, vectors)
        labels = np.asarray(intents)
        learnt = self._in_parallel([(rows, labels, self.options.rounds), *self._folds(rows, labels)])
        self._weights = Weights(learnt[0], vectors.shape[1])
        self.intents = self._weights.classes
        self._temperature = self._calibrated(rows, labels, learnt[1:])
        return self

    def _in_parallel(self, jobs: List[Tuple[Any, Array, int]]) -> List[LogisticRegression]:
        """Fit on both cores: the solver lets go of Python's lock."""
        with stopped_early():
            fitted: List[LogisticRegression] = Parallel(n_jobs=2, prefer="threads")(
                delayed(fit_regression)(*job, self.options.strength) for job in jobs
            )
        return fitted

    def _folds(self, rows: Any, labels: Array) -> List[Tuple[Any, Array, int]]:
        rounds = max(8, self.options.rounds // 2)
        return [(rows[learn], labels[learn], rounds) for learn, _ in self._splits(labels)]

    def _splits(self, labels: Array) -> List[Tuple[Array, Array]]:
        splitter = StratifiedKFold(self.options.folds, shuffle=True, random_state=0)
        return list(splitter.split(np.zeros(len(labels)), labels))

    def _calibrated(self, rows: Any, labels: Array, folds: List[LogisticRegression]) -> float:
        """The temperature at which confidence on folds not learnt from is right most often (least log loss)."""
        scores = np.zeros((len(labels), len(self.intents)))
        for (_, judge), fold in zip(self._splits(labels), folds):
            scores[judge] = fold.decision_function(rows[judge])
        truth = np.searchsorted(self.intents, labels)

        def loss(temperature: float) -> float:
            return float(-np.log(softmax(scores / temperature)[np.arange(len(truth)), truth] + 1e-12).mean())

        return float(minimize_scalar(loss, bounds=(0.2, 3.0), method="bounded").x)

    def probabilities(self, reading: Reading) -> Array:
        """Probability of each of `intents`, shape (len(intents),).

        A long message is also judged sentence by sentence, later ones counting more: carers tell the story first
        and say what they need last.
        """
        chances = self._probabilities(reading.texts, reading.vectors)
        whole: Array = chances[0]
        if len(chances) == 1:
            return whole
        weights = np.linspace(1.0, 2.0, len(chances) - 1)
        share = self.options.sentence_share
        blended: Array = (1 - share) * whole + share * (weights @ chances[1:]) / weights.sum()
        return blended

    def _probabilities(self, texts: Sequence[str], vectors: Array) -> Array:
        assert self._weights is not None, "fit or load the model first"
        return softmax(self._weights.scores(self._features, texts, vectors) / self._temperature)

    def ranking(self, reading: Reading) -> List[Tuple[str, float]]:
        """(intent, probability), most likely first."""
        chances = self.probabilities(reading)
        return [(self.intents[index], float(chances[index])) for index in np.argsort(-chances)]

    def save(self, folder: Path) -> None:
        joblib.dump(self, folder / "intents.joblib", compress=0)

    @staticmethod
    def load(folder: Path) -> IntentModel:
        model: IntentModel = joblib.load(folder / "intents.joblib")
        return model
