"""Logistic regression on many sparse features: learnt with scikit-learn, then kept as plain weights that score quickly."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from typing import Any, Iterator, List, Sequence, Tuple, Union

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from waymark.language.arrays import Array
from waymark.language.features import TextFeatures


def fit_regression(rows: Any, labels: Union[Array, Sequence[str]], rounds: int, strength: float) -> LogisticRegression:
    """Fitted with every class weighing the same, stopped when more rounds change nothing that can be measured.

    `strength` is the inverse of regularisation. Call it within `stopped_early()`.
    """
    regression = LogisticRegression(C=strength, solver="saga", max_iter=rounds, class_weight="balanced", random_state=0)
    return regression.fit(rows, labels)


@contextmanager
def stopped_early() -> Iterator[None]:
    """Leave out the warning that the solver could go on: it is stopped on purpose.

    Around all that learns at once, not in each: Python's list of warnings belongs to the whole process, and threads that
    change it at the same time undo each other.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        yield


class Weights:
    """A fitted regression as two contiguous tables. scikit-learn copies all of them for every message (5 ms)."""

    def __init__(self, regression: LogisticRegression, dimensions: int) -> None:
        """`dimensions`: columns of the embedding, which come first."""
        self.classes: List[str] = [str(name) for name in regression.classes_]
        self._dense = np.ascontiguousarray(regression.coef_[:, :dimensions].T, dtype=np.float32)
        self._sparse = np.ascontiguousarray(regression.coef_[:, dimensions:].T, dtype=np.float32)
        self._bias = regression.intercept_.astype(np.float32)

    def scores(self, features: TextFeatures, texts: Sequence[str], vectors: Array) -> Array:
        """Unscaled scores, shape (len(texts), len(classes)). `vectors` has the shape (len(texts), dimensions)."""
        return self.scores_of([features.row(text) for text in texts], vectors)

    def scores_of(self, rows: Sequence[Tuple[Array, Array]], vectors: Array) -> Array:
        """The same of texts whose rows are known already: their columns and values (`TextFeatures.row`)."""
        scores: Array = vectors @ self._dense + self._bias
        for index, (columns, values) in enumerate(rows):
            scores[index] += values.astype(np.float32) @ self._sparse[columns]
        return scores


def softmax(scores: Array) -> Array:
    """Probabilities of each row."""
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Array = shifted / shifted.sum(axis=1, keepdims=True)
    return chances
