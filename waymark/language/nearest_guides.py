"""How near a message is to asking for each guide, kept up with the knowledge as it changes: nothing is trained for a guide."""

from __future__ import annotations

from typing import Dict, List, Optional

import numpy as np

from waymark.knowledge.knowledge import Knowledge
from waymark.language.arrays import Array
from waymark.language.encoder import SentenceEncoder


class NearestGuides:
    """One vector for each phrase under `says` of a live guide. Only new phrases are embedded."""

    def __init__(self, encoder: SentenceEncoder, knowledge: Knowledge) -> None:
        self._encoder = encoder
        self._kept: Dict[str, Array] = {}
        self._ids: List[str] = []
        self._vectors = np.zeros((0, 0), dtype=np.float32)
        self.learn(knowledge)

    def learn(self, knowledge: Knowledge) -> None:
        """Take in a new version of the knowledge."""
        said = [(guide.id, phrase) for guide in knowledge.live_guides() for phrase in guide.says]
        missing = [phrase for _, phrase in said if phrase not in self._kept]
        fresh = dict(zip(missing, self._encoder.encode(missing))) if missing else {}
        self._kept = {phrase: self._kept[phrase] if phrase in self._kept else fresh[phrase] for _, phrase in said}
        self._ids = [guide for guide, _ in said]
        self._vectors = np.vstack([self._kept[phrase] for _, phrase in said]) if said else np.zeros((0, 0), np.float32)

    def likeness(self, vector: Array, part: Optional[str] = None) -> Dict[str, float]:
        """Guide id -> cosine similarity of its nearest phrase with a message's vector.

        `part`: a part of the message that holds a wish of its own; the nearer of both counts.
        """
        found: Dict[str, float] = {}
        vectors = [vector, *(self._encoder.encode([part]) if part else ())]
        for guide, phrase in zip(self._ids, self._vectors):
            found[guide] = max(*(float(phrase @ each) for each in vectors), found.get(guide, -1.0))
        return found
