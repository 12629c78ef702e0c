"""Ridge regression on a few dense columns beside many sparse ones, for several targets at once.

Solved by conjugate gradients. The dense columns are the hard part (they go together), so their block is solved exactly
in every round and leads the way; the sparse ones are only scaled. A few dozen rounds are then enough.
"""

from __future__ import annotations

from typing import Any, Tuple

import numpy as np
from scipy.linalg import cho_factor, cho_solve

from waymark.language.arrays import Array

#: A target is done when its error has fallen to this share.
_ENOUGH = 1e-3

Pair = Tuple[Array, Array]


def fit_least_squares(
    dense: Array, sparse: Any, targets: Array, weighing: Array, smoothing: float, rounds: int
) -> Pair:
    """Weights of the dense and of the sparse columns, shapes (dense columns, targets) and (sparse columns, targets).

    `targets`: shape (rows, targets). `weighing`: how much each row counts, shape (rows,). `smoothing`: the penalty on
    squared weights; a constant belongs among the columns.
    """
    weights = weighing.astype(np.float32)[:, None]
    across = sparse.T.tocsr()
    block = (dense * weights).T @ dense
    block[np.diag_indices(len(block))] += smoothing
    exact = cho_factor(block.astype(np.float64), lower=True)
    scale = (np.asarray(sparse.multiply(sparse).T @ weights) + smoothing).astype(np.float32)

    def applied(pair: Pair) -> Pair:
        reached = weights * (dense @ pair[0] + sparse @ pair[1])
        return dense.T @ reached + smoothing * pair[0], across @ reached + smoothing * pair[1]

    def led(pair: Pair) -> Pair:
        return cho_solve(exact, pair[0]).astype(np.float32), pair[1] / scale

    left = dense.T @ (weights * targets), across @ (weights * targets)
    found = np.zeros_like(left[0]), np.zeros_like(left[1])
    way = ahead = led(left)
    worth, start = _product(left, ahead), _product(left, left)
    for _ in range(rounds):
        effect = applied(way)
        step = worth / _product(way, effect)
        found = found[0] + step * way[0], found[1] + step * way[1]
        left = left[0] - step * effect[0], left[1] - step * effect[1]
        if np.all(_product(left, left) < _ENOUGH**2 * start):
            break
        ahead = led(left)
        before, worth = worth, _product(left, ahead)
        way = ahead[0] + worth / before * way[0], ahead[1] + worth / before * way[1]
    return found


def _product(one: Pair, other: Pair) -> Array:
    """Scalar product for each target, shape (targets,)."""
    product: Array = (one[0] * other[0]).sum(axis=0) + (one[1] * other[1]).sum(axis=0)
    return product
