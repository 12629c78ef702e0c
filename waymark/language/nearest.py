"""How near each support is in meaning to a message, kept up with the knowledge as it changes."""

from __future__ import annotations

import hashlib
from typing import Dict, List

import numpy as np

from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import Support
from waymark.language.arrays import Array
from waymark.language.encoder import SentenceEncoder
from waymark.operations.paths import CACHE


class NearestSupports:
    """One vector a live support. Only supports whose words changed are embedded anew."""

    def __init__(self, encoder: SentenceEncoder, knowledge: Knowledge) -> None:
        self._encoder = encoder
        self._kept: Dict[str, Array] = _load()
        self._ids: List[str] = []
        self._vectors = np.zeros((0, 0), dtype=np.float32)
        self.learn(knowledge)

    def learn(self, knowledge: Knowledge) -> None:
        """Take in a new version of the knowledge."""
        supports = knowledge.live_supports()
        keys = [_key(support) for support in supports]
        missing = [(key, _words(support)) for key, support in zip(keys, supports) if key not in self._kept]
        for (key, _), vector in zip(missing, self._encoder.encode([words for _, words in missing])):
            self._kept[key] = vector
        self._kept = {key: self._kept[key] for key in keys}
        if missing:
            _save(self._kept)
        self._ids = [support.id for support in supports]
        self._vectors = np.vstack([self._kept[key] for key in keys]) if keys else self._vectors

    def relevance(self, vector: Array) -> Dict[str, float]:
        """Support id -> cosine similarity with a message's vector."""
        return dict(zip(self._ids, map(float, self._vectors @ vector))) if self._ids else {}


def _words(support: Support) -> str:
    return f"{support.name}. {support.summary} {support.audience}"


def _key(support: Support) -> str:
    return hashlib.sha256(_words(support).encode()).hexdigest()[:16]


_FILE = CACHE / "support-vectors.npz"


def _load() -> Dict[str, Array]:
    try:
        with np.load(_FILE) as kept:
            return {key: kept[key] for key in kept.files}
    except (OSError, ValueError):  # nothing kept yet, or a half-written file: embed again
        return {}


def _save(vectors: Dict[str, Array]) -> None:
    _FILE.parent.mkdir(parents=True, exist_ok=True)
    working = _FILE.with_suffix(".part.npz")
    np.savez(working, **vectors)
    working.replace(_FILE)
