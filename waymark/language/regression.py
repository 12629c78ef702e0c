"""Logistic regression on many sparse features, stopped when more rounds change nothing that can be measured."""

from __future__ import annotations

import warnings
from typing import Any, Sequence, Union

from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from waymark.language.arrays import Array


def fit_regression(rows: Any, labels: Union[Array, Sequence[str]], rounds: int, strength: float) -> LogisticRegression:
    """Fitted with every class weighing the same. `strength` is the inverse of regularisation."""
    regression = LogisticRegression(C=strength, solver="saga", max_iter=rounds, class_weight="balanced", random_state=0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return regression.fit(rows, labels)
