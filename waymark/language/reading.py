"""A message as it is read: whole and sentence by sentence, each with its embedding, made once for all components."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List

from waymark.language.arrays import Array
from waymark.language.encoder import SentenceEncoder
from waymark.language.words import sentences

#: Sentences of a long message that are read one by one: the last ones, where the need mostly stands.
MOST_SENTENCES = 16


@dataclass(frozen=True)
class Reading:
    """`texts` holds the whole message first, then its sentences where it has more than one.

    `vectors`: their embeddings, shape (len(texts), 384).
    """

    texts: List[str]
    vectors: Array

    @property
    def text(self) -> str:
        return self.texts[0]

    @property
    def vector(self) -> Array:
        """The embedding of the whole message, shape (384,)."""
        whole: Array = self.vectors[0]
        return whole


def read(text: str, encoder: SentenceEncoder) -> Reading:
    """Read a message with letters or digits in it."""
    parts = sentences(text)[-MOST_SENTENCES:]
    texts = [text, *parts] if len(parts) > 1 else [text]
    return Reading(texts, encoder.encode(texts))
