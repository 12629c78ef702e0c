"""A support vector machine on embeddings: learnt with scikit-learn, then kept as one table that scores quickly.

Beside the regression it sees which whole sentences a text is near to, not only which words and directions it leans to.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from sklearn.svm import SVC

from waymark.language.arrays import Array

#: Megabytes of kernel rows that learning may keep.
_CACHE_MB = 1500


def fit_kernel(vectors: Array, positive: Array, strength: float, width: float) -> SVC:
    """Fitted on unit vectors, shape (n, dimensions), and booleans, both classes weighing the same.

    `strength` is the inverse of regularisation; `width` the factor of the squared distance in the kernel.
    """
    machine = SVC(C=strength, gamma=width, class_weight="balanced", cache_size=_CACHE_MB, tol=0.01)
    return machine.fit(vectors, positive)


class Kernel:
    """The support vectors of a fitted machine and their weights."""

    def __init__(self, machine: SVC) -> None:
        self._width = float(machine.gamma)
        self._supports = np.ascontiguousarray(machine.support_vectors_, dtype=np.float32)
        self._weights = machine.dual_coef_[0].astype(np.float32)
        self._bias = float(machine.intercept_[0])

    def scores(self, vectors: Array) -> Array:
        """Signed distance from the border for each unit vector, shape (n,); above zero is the positive class."""
        likeness: Any = np.exp(2.0 * self._width * (vectors @ self._supports.T - 1.0))
        scores: Array = likeness @ self._weights + self._bias
        return scores
