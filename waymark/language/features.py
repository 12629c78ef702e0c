"""What classifiers see of a text: its embedding beside the words and letter groups in it.

Embeddings carry meaning; words and letter groups carry names ("PIP", "blue badge") and survive misspelling.
Measured together in docs/decisions/003-topic-classifier.md.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, Callable, Dict, List, Sequence, Tuple

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from waymark.language.arrays import Array
from waymark.language.words import plain

Analyzer = Callable[[str], Sequence[str]]


class TextFeatures:
    """Fitted once on training texts. `rows` serves training; `row` gives the same for one message, in a tenth of the time."""

    def __init__(self, most_letter_groups: int = 30000, word_run: int = 2) -> None:
        common: Dict[str, Any] = {"min_df": 2, "sublinear_tf": True, "dtype": np.float32}
        self._parts = [
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), max_features=most_letter_groups, **common),
            TfidfVectorizer(ngram_range=(1, word_run), **common),
        ]
        self._analyzers: List[Analyzer] = []
        self._rarity: List[Array] = []  # scikit-learn computes it anew at every look

    def fit(self, texts: Sequence[str]) -> TextFeatures:
        tidy = [plain(text) for text in texts]
        for part in self._parts:
            part.fit(tidy)
        self._rarity = [np.asarray(part.idf_) for part in self._parts]
        return self

    def rows(self, texts: Sequence[str], vectors: Array) -> csr_matrix:
        """One row a text: the embedding, then letter groups and words. `vectors` has the shape (len(texts), 384)."""
        tidy = [plain(text) for text in texts]
        return hstack([csr_matrix(vectors), *(part.transform(tidy) for part in self._parts)], format="csr")

    def row(self, text: str) -> Tuple[Array, Array]:
        """Columns (counted after the embedding) and values of one text's letter groups and words."""
        tidy = plain(text)
        columns: List[int] = []
        values: List[Array] = []
        offset = 0
        for part, analyze, rarity in zip(self._parts, self._analyze(), self._rarity):
            vocabulary = part.vocabulary_
            counts = Counter(vocabulary[token] for token in analyze(tidy) if token in vocabulary)
            if counts:
                found = np.fromiter(counts, dtype=np.int64, count=len(counts))
                weights = (1.0 + np.log(np.fromiter(counts.values(), dtype=np.float64, count=len(counts)))) * rarity[
                    found
                ]
                columns.extend((found + offset).tolist())
                values.append(weights / np.linalg.norm(weights))
            offset += len(vocabulary)
        return np.asarray(columns, dtype=np.int64), np.concatenate(values) if values else np.zeros(0)

    def _analyze(self) -> List[Analyzer]:
        if not self._analyzers:
            self._analyzers = [part.build_analyzer() for part in self._parts]
        return self._analyzers

    def __getstate__(self) -> Dict[str, Any]:
        return {**self.__dict__, "_analyzers": []}  # closures cannot be saved; they are built again on first use
