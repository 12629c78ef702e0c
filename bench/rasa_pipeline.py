"""Rasa's own classifiers as contestants: trained by `rasa train nlu` in a temporary folder, asked through its Agent."""

from __future__ import annotations

import asyncio
import logging
import tempfile
import time
from pathlib import Path
from typing import Any, Dict, List, Sequence

from bench.rasa_training import train, write

#: One training may take this long.
TRAIN_WITHIN_S = 1500

SPARSE: List[Dict[str, Any]] = [
    {"name": "WhitespaceTokenizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
]
EMBEDDING = {"name": "bench.dense_featurizer.SentenceEmbedding"}
DIET = {"name": "DIETClassifier", "epochs": 60, "constrain_similarities": True, "random_seed": 42}


class RasaPipeline:
    """A Rasa NLU pipeline. Its seconds of training are those of the whole command, Rasa's own start included."""

    def __init__(self, letter: str, name: str, pipeline: List[Dict[str, Any]], folds: bool) -> None:
        self.letter, self.name, self.folds = letter, name, folds
        self._pipeline = pipeline
        self._loop = asyncio.new_event_loop()

    def learn(self, texts: Sequence[str], intents: Sequence[str]) -> float:
        from rasa.core.agent import Agent
        from rasa.utils.log_utils import configure_structlog

        configure_structlog(logging.ERROR)  # else every message is logged as it is asked, which costs time
        with tempfile.TemporaryDirectory(prefix="waymark-bench-") as working:
            folder = Path(working)
            write(folder, self._pipeline, texts, intents)
            started = time.perf_counter()
            trained = train(folder, TRAIN_WITHIN_S)
            seconds = time.perf_counter() - started
            self._agent = Agent.load(str(trained.model))
        return seconds

    def ranking(self, text: str) -> List[str]:
        parsed = self._loop.run_until_complete(self._agent.parse_message(text))
        return [intent["name"] for intent in parsed["intent_ranking"]]


def rasa_pipelines() -> List[RasaPipeline]:
    """Rasa's logistic regression, DIET, and DIET with our embedding."""
    return [
        RasaPipeline(
            "b",
            "Rasa LogisticRegressionClassifier, word and letter counts",
            [*SPARSE, {"name": "LogisticRegressionClassifier"}],
            folds=True,
        ),
        RasaPipeline("c", "Rasa DIET, 60 epochs, the same counts", [*SPARSE, DIET], folds=False),
        RasaPipeline("d", "Rasa DIET, 60 epochs, counts and our embedding", [*SPARSE, EMBEDDING, DIET], folds=False),
    ]
