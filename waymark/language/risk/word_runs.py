"""Runs of up to three words of tidied text, weighed by how rare they are.

Tidied as for the patterns (tidy.py): "gonnae dae masel in" and "going to do myself in" have the same runs, so that what is
learnt from one writer serves another.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, Dict, List, Sequence, Tuple

import numpy as np
from scipy.sparse import csr_matrix

from waymark.language.arrays import Array
from waymark.language.risk.tidy import tidy

#: Words in a run at most.
LONGEST_RUN = 3
#: Texts that a run must stand in to be learnt.
LEAST_TEXTS = 2


class WordRuns:
    """Fitted once on training texts."""

    def __init__(self) -> None:
        self._columns: Dict[str, int] = {}
        self._rarity: Array = np.zeros(0)

    def fit(self, texts: Sequence[str]) -> WordRuns:
        standing = Counter(run for text in texts for run in set(_runs(text)))
        known = sorted(run for run, number in standing.items() if number >= LEAST_TEXTS)
        self._columns = {run: column for column, run in enumerate(known)}
        self._rarity = np.log((1 + len(texts)) / (1 + np.array([standing[run] for run in known]))) + 1.0
        return self

    def row(self, text: str) -> Tuple[Array, Array]:
        """Columns and values of the runs of one text; values have length 1 together."""
        counts = Counter(self._columns[run] for run in _runs(text) if run in self._columns)
        columns: Any = np.fromiter(counts, dtype=np.int64, count=len(counts))
        values = (1.0 + np.log(np.fromiter(counts.values(), dtype=np.float64, count=len(counts)))) * self._rarity[
            columns
        ]
        length = np.linalg.norm(values)
        return columns, (values / length if len(values) else values).astype(np.float32)

    def rows(self, texts: Sequence[str]) -> csr_matrix:
        """One row a text."""
        rows = [self.row(text) for text in texts]
        ends = np.cumsum([0, *(len(columns) for columns, _ in rows)])
        columns, values = (np.concatenate([row[part] for row in rows]) for part in (0, 1))
        return csr_matrix((values, columns, ends), shape=(len(texts), len(self._columns)))


def _runs(text: str) -> List[str]:
    words = tidy(text).split()
    return [
        " ".join(words[start : start + length])
        for length in range(1, LONGEST_RUN + 1)
        for start in range(len(words) - length + 1)
    ]
