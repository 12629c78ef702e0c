"""A kernel machine on embeddings beside words: learnt by least squares, then kept as tables that score quickly.

It sees two things of a text: which whole sentences it is near to (an RBF kernel on the embedding, by way of landmarks: a
sample of the sentences learnt from), and which runs of words stand in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Sequence, Tuple

import numpy as np
from scipy.linalg import solve_triangular

from waymark.language.arrays import Array
from waymark.language.least_squares import fit_least_squares

#: Added to each landmark's likeness with itself, so that landmarks that say the same can be told apart.
_APART = 1e-4


@dataclass(frozen=True)
class Machine:
    """How a kernel machine learns."""

    landmarks: int = 4000  # at most
    width: float = 1.0  # factor of the squared distance between unit vectors
    words: float = 0.7  # how much a run of words counts beside the embedding
    smoothing: float = 0.3
    rounds: int = 60  # of the solver, at most


class Kernel:
    """Landmarks and words with their weights, for several targets at once."""

    def __init__(self, landmarks: Array, near: Array, words: Array, bias: Array, width: float) -> None:
        """`near`: shape (landmarks, targets); `words`: shape (columns, targets); `bias`: shape (targets,)."""
        self._landmarks = np.ascontiguousarray(landmarks, dtype=np.float32)
        self._near = near.astype(np.float32)
        self._words = words.astype(np.float32)
        self._bias = bias.astype(np.float32)
        self._width = width

    def scores(self, vectors: Array, rows: Sequence[Tuple[Array, Array]]) -> Array:
        """About 1 where a target holds and -1 where not, shape (n, targets).

        `vectors`: unit vectors, shape (n, dimensions); `rows`: columns and values of each text's words.
        """
        scores: Array = _likeness(vectors, self._landmarks, self._width) @ self._near + self._bias
        for index, (columns, values) in enumerate(rows):
            scores[index] += values @ self._words[columns]
        return scores


def fit_kernel(vectors: Array, rows: Any, targets: Array, weighing: Array, machine: Machine) -> Kernel:
    """Learn `targets`, shape (n, targets), of 1 and -1, from unit vectors and the sparse rows of words.

    `weighing`: how much each text counts, shape (n,).
    """
    chance = np.random.default_rng(0)
    chosen = np.sort(chance.choice(len(vectors), min(machine.landmarks, len(vectors)), replace=False))
    landmarks = vectors[chosen]
    own = _likeness(landmarks, landmarks, machine.width).astype(np.float64)
    own[np.diag_indices(len(own))] += _APART
    root = np.linalg.cholesky(own).astype(np.float32)
    near = solve_triangular(root, _likeness(landmarks, vectors, machine.width), lower=True, check_finite=False)
    dense = np.vstack([near, np.ones((1, len(vectors)), dtype=np.float32)]).T
    share = np.float32(machine.words)
    found, words = fit_least_squares(
        np.ascontiguousarray(dense), rows * share, targets, weighing, machine.smoothing, machine.rounds
    )
    back = solve_triangular(root, found[:-1], lower=True, trans="T", check_finite=False)
    return Kernel(landmarks, back, words * share, found[-1], machine.width)


def _likeness(one: Array, other: Array, width: float) -> Array:
    likeness: Array = np.exp(2.0 * width * (one @ other.T - 1.0))
    return likeness
