"""Rasa's own classifiers as contestants: trained by `rasa train nlu` in a temporary folder, asked through its Agent."""

from __future__ import annotations

import asyncio
import logging
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Dict, List, Sequence

import yaml

from waymark.operations.paths import ROOT

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
            _write(folder, self._pipeline, texts, intents)
            started = time.perf_counter()
            _train(folder)
            seconds = time.perf_counter() - started
            self._agent = Agent.load(str(folder / "model.tar.gz"))
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


def _write(folder: Path, pipeline: List[Dict[str, Any]], texts: Sequence[str], intents: Sequence[str]) -> None:
    from rasa.shared.nlu.training_data.message import Message
    from rasa.shared.nlu.training_data.training_data import TrainingData

    config = {"recipe": "default.v1", "assistant_id": "bench", "language": "en", "pipeline": pipeline}
    (folder / "config.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    examples = [Message.build(text=text, intent=intent) for text, intent in zip(texts, intents)]
    TrainingData(examples).persist_nlu(str(folder / "nlu.yml"))


def _train(folder: Path) -> None:
    """Run `rasa train nlu` there, with a cache of its own.

    Raises:
        RuntimeError: it failed; the message holds the end of its output.
        subprocess.TimeoutExpired: it took too long, and was ended.
    """
    command = [
        sys.executable, "-m", "rasa", "train", "nlu", "--config", str(folder / "config.yml"),
        "--nlu", str(folder / "nlu.yml"), "--out", str(folder), "--fixed-model-name", "model",
    ]  # fmt: skip
    environment = {
        **os.environ,
        "RASA_CACHE_DIRECTORY": str(folder / "cache"),
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
    }
    ended = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=TRAIN_WITHIN_S
    )
    if ended.returncode or not (folder / "model.tar.gz").exists():
        raise RuntimeError(f"rasa train nlu failed:\n{ended.stderr[-2000:]}")
