"""Match a message with the common questions of knowledge/answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Dict, List, Optional

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from waymark.language.answers.questions import questions, questions_hash
from waymark.language.arrays import Array
from waymark.language.component import Learner
from waymark.language.encoder.kept import encode_training_texts
from waymark.language.graph import fingerprint, reading_of
from waymark.operations.paths import KNOWLEDGE

#: Message key of the nearest common questions, nearest first, one an answer. It stays inside the pipeline.
CANDIDATES = "common_questions"
#: Message key of the one that fits the topic decided on (see the gate): {"id", "topic", "score"}.
ANSWER = "answer"
MOST_CANDIDATES = 5
#: Similarity below which nothing is near enough to be kept at all.
LEAST_SIMILAR = 0.6


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class CommonQuestions(Learner):
    """Notes the nearest common question on the message; who uses it decides how near is near enough."""

    _ids: List[str]
    _topics: List[str]
    _vectors: Optional[Array] = None

    def restore(self, folder: Path) -> None:
        names = json.loads((folder / "questions.json").read_text(encoding="utf-8"))
        self._ids, self._topics = names["ids"], names["topics"]
        self._vectors = np.load(folder / "questions.npy")

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> Optional[str]:
        return fingerprint([]) + questions_hash(KNOWLEDGE)

    def train(self, training_data: TrainingData) -> Resource:
        asked = questions(KNOWLEDGE)
        self._ids, self._topics = [question.answer for question in asked], [question.topic for question in asked]
        self._vectors = encode_training_texts([question.text for question in asked])
        return self.keep(self._write)

    def _write(self, folder: Path) -> None:
        names = json.dumps({"ids": self._ids, "topics": self._topics})
        (folder / "questions.json").write_text(names, encoding="utf-8")
        np.save(folder / "questions.npy", np.asarray(self._vectors))

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            reading = reading_of(message)
            if reading is None or self._vectors is None or not len(self._vectors):
                continue
            message.set(CANDIDATES, self._nearest(reading.vector))
        return messages

    def _nearest(self, vector: Array) -> List[Dict[str, Any]]:
        assert self._vectors is not None
        similar = self._vectors @ vector
        found: Dict[str, Dict[str, Any]] = {}
        for index in np.argsort(-similar):
            score = float(similar[index])
            if score < LEAST_SIMILAR or len(found) == MOST_CANDIDATES:
                break
            found.setdefault(
                self._ids[index], {"id": self._ids[index], "topic": self._topics[index], "score": round(score, 3)}
            )
        return list(found.values())
