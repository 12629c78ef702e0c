"""Classifiers that need no Rasa: our own, and the plainest one on the same embeddings."""

from __future__ import annotations

import time
from typing import List, Protocol, Sequence

import numpy as np
from sklearn.linear_model import LogisticRegressionCV

from waymark.language.encoder import load_encoder
from waymark.language.reading import read
from waymark.language.topics.classifier import IntentModel


class Contestant(Protocol):
    """Something that learns intents from texts and ranks them for a new one."""

    letter: str
    name: str
    folds: bool  # quick enough to learn five times for the cross-validation

    def learn(self, texts: Sequence[str], intents: Sequence[str]) -> float:
        """Learn anew, nothing kept from before; seconds it took."""

    def ranking(self, text: str) -> List[str]:
        """Intents, likeliest first."""


class Ours:
    letter, name, folds = "a", "ours: embedding, words and letter groups", True

    def learn(self, texts: Sequence[str], intents: Sequence[str]) -> float:
        started = time.perf_counter()
        self._model = IntentModel().fit(texts, intents, load_encoder(2).encode(texts))
        return time.perf_counter() - started

    def ranking(self, text: str) -> List[str]:
        encoder = load_encoder()
        return [name for name, _ in self._model.ranking(read(text, encoder))]


class EmbeddingAlone:
    """The regularisation is chosen on folds of the training texts, never on the held-out ones."""

    letter, name, folds = "e", "logistic regression on the embedding alone", True

    def learn(self, texts: Sequence[str], intents: Sequence[str]) -> float:
        started = time.perf_counter()
        self._model = LogisticRegressionCV(Cs=[1.0, 3.0, 10.0], cv=3, class_weight="balanced", max_iter=200, n_jobs=2)
        self._model.fit(load_encoder(2).encode(texts), np.asarray(intents))
        return time.perf_counter() - started

    def ranking(self, text: str) -> List[str]:
        scores = self._model.decision_function(load_encoder().encode([text]))[0]
        return [str(self._model.classes_[index]) for index in np.argsort(-scores)]
