"""What the learnt half of the danger detector is made of: the solver, the kernel machine, and runs of words."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from waymark.language.arrays import Array
from waymark.language.kernel import Machine, fit_kernel
from waymark.language.least_squares import fit_least_squares
from waymark.language.risk.word_runs import WordRuns


def unit(rows: Array) -> Array:
    lengths: Array = np.linalg.norm(rows, axis=1, keepdims=True)
    return (rows / lengths).astype(np.float32)


def test_the_solver_finds_the_weights_that_the_normal_equations_give() -> None:
    chance = np.random.default_rng(1)
    dense = chance.normal(size=(60, 5)).astype(np.float32)
    sparse = csr_matrix(chance.binomial(1, 0.2, size=(60, 12)).astype(np.float32))
    targets = chance.normal(size=(60, 2)).astype(np.float32)
    weighing = chance.uniform(0.5, 2.0, size=60)
    found = np.vstack(fit_least_squares(dense, sparse, targets, weighing, smoothing=0.4, rounds=200))
    both = np.hstack([dense, sparse.toarray()])
    exact = np.linalg.solve(
        both.T @ (both * weighing[:, None]) + 0.4 * np.eye(17), both.T @ (targets * weighing[:, None])
    )
    assert np.allclose(found, exact, atol=0.01)


def test_a_kernel_machine_learns_what_no_straight_border_parts() -> None:
    """Two opposite corners hold, the other two do not."""
    corners = np.array([[1, 1, 0.1], [-1, -1, 0.1], [1, -1, 0.1], [-1, 1, 0.1]], dtype=np.float32)
    chance = np.random.default_rng(2)
    vectors = unit(np.repeat(corners, 30, axis=0) + chance.normal(scale=0.2, size=(120, 3)))
    targets = np.repeat([1.0, 1.0, -1.0, -1.0], 30)[:, None].astype(np.float32)
    no_words = csr_matrix((120, 1), dtype=np.float32)
    kernel = fit_kernel(vectors, no_words, targets, np.ones(120), Machine(landmarks=40))
    nothing = (np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32))
    scores = kernel.scores(unit(corners), [nothing] * 4)[:, 0]
    assert (scores > 0).tolist() == [True, True, False, False]


def test_a_kernel_machine_learns_words_where_embeddings_are_alike() -> None:
    vectors = unit(np.ones((40, 3), dtype=np.float32))
    targets = np.tile([1.0, -1.0], 20)[:, None].astype(np.float32)
    rows = csr_matrix(np.tile(np.eye(2, dtype=np.float32), (20, 1)))
    kernel = fit_kernel(vectors, rows, targets, np.ones(40), Machine(landmarks=5))
    words = [(np.array([column]), np.ones(1, dtype=np.float32)) for column in (0, 1)]
    scores = kernel.scores(vectors[:2], words)[:, 0]
    assert scores[0] > 0.5
    assert scores[1] < -0.5


def test_runs_of_words_are_the_same_however_they_are_spelt() -> None:
    runs = WordRuns().fit(["I'm going to kill myself", "i am going to kill myself", "I am going to the shop"])
    columns, values = runs.row("im gonna kill maself")
    assert sorted(columns) == sorted(runs.row("I am going to kill myself")[0])
    assert np.isclose(np.linalg.norm(values), 1.0)


def test_words_nobody_used_make_an_empty_row() -> None:
    runs = WordRuns().fit(["one two", "one two"])
    assert len(runs.row("quite different")[0]) == 0
    assert runs.rows(["one two", "quite different"]).shape[0] == 2
