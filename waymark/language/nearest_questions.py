"""The common question of a topic that a short follow-up means: "who pays for it", read with what was talked about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Dict, List, Mapping, Optional, Sequence

import numpy as np

from waymark.knowledge.schema import Answer
from waymark.language.arrays import Array
from waymark.language.encoder import SentenceEncoder

#: Words in whose place the subject stands.
_MEANS_BEFORE = re.compile(r"\b(?:it|that|this|them|these|those)\b", re.IGNORECASE)
#: Likeness from which a question is the one meant: as a whole, and in what is asked of the subject. The whole alone would
#: not do: all questions that name the subject are alike. Set on questions of other words than the answers' own.
LEAST_LIKE, LEAST_LIKE_IN_WHAT_IS_ASKED = 0.70, 0.60


@dataclass(frozen=True)
class Near:
    """An answer's id, and how like one of its questions the message is, from 0 to 1."""

    id: str
    likeness: float


def with_subject(text: str, subject: str) -> str:
    """'who pays for it' with the subject 'a break': 'who pays for a break'."""
    asked = text.strip().rstrip("?.! ")
    named, count = _MEANS_BEFORE.subn(lambda _: subject, asked, count=1)
    return named if count else f"{asked}: {subject}"


class NearestQuestions:
    """Embeds the questions of a topic when they are first needed; only new ones later."""

    def __init__(self, encoder: SentenceEncoder) -> None:
        self._encoder = encoder
        self._kept: Dict[str, Array] = {}

    def nearest(self, text: str, subjects: Sequence[str], answers: Mapping[str, Answer], topic: str) -> Optional[Near]:
        """The answer about `topic` that `text` asks for if it is about one of `subjects`; None where none is near."""
        asked = [(key, question) for key, each in answers.items() if each.topic == topic for question in each.questions]
        if not asked:
            return None
        questions = self._vectors([question for _, question in asked])
        best: Optional[Near] = None
        for subject in subjects:
            alone = self._vectors([subject])[0]
            read = self._encoder.encode([with_subject(text, subject)])[0]  # never kept: a carer typed it
            whole, what = questions @ read, _without(questions, alone) @ _without(read[None, :], alone)[0]
            index = int(np.argmax(whole + what))
            near = Near(asked[index][0], float(whole[index]))
            is_near = whole[index] >= LEAST_LIKE and what[index] >= LEAST_LIKE_IN_WHAT_IS_ASKED
            if is_near and (best is None or near.likeness > best.likeness):
                best = near
        return best

    def _vectors(self, texts: List[str]) -> Array:
        missing = [text for text in dict.fromkeys(texts) if text not in self._kept]
        if missing:
            self._kept.update(zip(missing, self._encoder.encode(missing)))
        return np.vstack([self._kept[text] for text in texts])


def _without(vectors: Array, subject: Array) -> Array:
    """Unit vectors, shape (n, 384), with what they share with `subject` taken out."""
    rest = vectors - np.outer(vectors @ subject, subject)
    lengths = np.linalg.norm(rest, axis=1, keepdims=True)
    unit: Array = rest / np.maximum(lengths, 1e-6)
    return unit
