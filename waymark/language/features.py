"""What classifiers see of a text: its embedding beside the words and letter groups in it.

Embeddings carry meaning; words and letter groups carry names ("PIP", "blue badge") and survive misspelling.
Measured together in docs/decisions/003-topic-classifier.md.
"""

from __future__ import annotations

from typing import List, Sequence

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from waymark.language.arrays import Array
from waymark.language.words import plain


class TextFeatures:
    """Fitted once on training texts; then turns texts and their embeddings into one sparse matrix."""

    def __init__(self, most_letter_groups: int = 30000, word_run: int = 2) -> None:
        self._letters = TfidfVectorizer(
            analyzer="char_wb",
            ngram_range=(2, 5),
            min_df=2,
            sublinear_tf=True,
            max_features=most_letter_groups,
            dtype=np.float32,
        )
        self._words = TfidfVectorizer(ngram_range=(1, word_run), min_df=2, sublinear_tf=True, dtype=np.float32)

    def fit(self, texts: Sequence[str]) -> TextFeatures:
        tidy = [plain(text) for text in texts]
        self._letters.fit(tidy)
        self._words.fit(tidy)
        return self

    def rows(self, texts: Sequence[str], vectors: Array) -> csr_matrix:
        """One row a text. `vectors` are their embeddings, shape (len(texts), 384)."""
        tidy: List[str] = [plain(text) for text in texts]
        return hstack([csr_matrix(vectors), self._letters.transform(tidy), self._words.transform(tidy)], format="csr")
