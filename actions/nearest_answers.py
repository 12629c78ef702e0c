"""The very question of a common answer, kept up with the knowledge as it changes: a new answer needs no training to be found so.

The pipeline finds the nearest question about the topic it decided on. This finds the one that was asked nearly word for word,
whatever its topic.
"""

from __future__ import annotations

from typing import Dict, List, Optional

import numpy as np

from waymark.dialogue.situation import CommonQuestion
from waymark.knowledge.knowledge import Knowledge
from waymark.language.arrays import Array
from waymark.language.encoder.kept import encode_training_texts

#: Similarity from which a question is the very one asked.
THE_VERY_ONE = 0.92
#: A search of a few words is near to many questions.
LEAST_WORDS = 3


class NearestAnswers:
    """One vector for each question of an answer; those the model has learnt from are on disk already."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._asked: List[CommonQuestion] = []
        self._vectors = np.zeros((0, 0), dtype=np.float32)
        self._kept: Dict[str, Array] = {}
        self.learn(knowledge)

    def learn(self, knowledge: Knowledge) -> None:
        """Take in a new version of the knowledge."""
        said = [(answer, text) for answer in knowledge.answers.values() for text in answer.questions]
        missing = [text for _, text in said if text not in self._kept]
        if missing:
            self._kept.update(zip(missing, encode_training_texts(missing)))
        self._kept = {text: self._kept[text] for _, text in said}
        self._asked = [CommonQuestion(answer.id, answer.topic, 1.0) for answer, _ in said]
        self._vectors = np.vstack([self._kept[text] for _, text in said]) if said else self._vectors[:0]

    def the_very_one(self, text: str, vector: Array, found: Optional[CommonQuestion]) -> Optional[CommonQuestion]:
        """The question asked nearly word for word; else the one that the pipeline found."""
        if not self._asked or len(text.split()) < LEAST_WORDS:
            return found
        similar = self._vectors @ vector
        best = int(np.argmax(similar))
        score = float(similar[best])
        if score < THE_VERY_ONE or (found is not None and found.score >= score):
            return found
        return CommonQuestion(self._asked[best].id, self._asked[best].topic, score)
