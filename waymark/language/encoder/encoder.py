"""Turn sentences into unit vectors of 384 numbers whose dot product is their similarity."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import List, Sequence

import ctranslate2
import numpy as np
from tokenizers import Tokenizer

from waymark.language.arrays import Array
from waymark.language.encoder.convert import PUBLISHED_SHA256, convert
from waymark.operations.paths import CACHE

DIMENSIONS = 384
#: Tokens read of one text. The model was trained on 128; carers' stories run longer, and later ones still help.
MOST_TOKENS = 256


class SentenceEncoder:
    """all-MiniLM-L6-v2 with mean pooling, in int8."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self._model = ctranslate2.Encoder(
            str(folder), device="cpu", compute_type="int8", inter_threads=1, intra_threads=threads
        )
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MOST_TOKENS)

    def encode(self, texts: Sequence[str], batch: int = 32) -> Array:
        """Unit vectors, shape (len(texts), 384), float32. An empty text gives the vector of no words."""
        if not texts:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        tokens = [encoding.tokens for encoding in self._tokenizer.encode_batch(list(texts))]
        order = sorted(range(len(tokens)), key=lambda index: len(tokens[index]))
        vectors = np.empty((len(tokens), DIMENSIONS), dtype=np.float32)
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            for index, vector in zip(chosen, self._pooled([tokens[index] for index in chosen])):
                vectors[index] = vector
        unit: Array = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return unit

    def _pooled(self, tokens: List[List[str]]) -> Array:
        states = np.asarray(self._model.forward_batch(tokens).last_hidden_state)
        lengths = np.array([len(row) for row in tokens])
        mask = np.arange(states.shape[1])[None, :] < lengths[:, None]
        return (states * mask[:, :, None]).sum(axis=1) / lengths[:, None]  # type: ignore[no-any-return]


@lru_cache(maxsize=2)
def load_encoder(threads: int = 1) -> SentenceEncoder:
    """The encoder, converted on first use and kept in the project's cache folder."""
    folder = CACHE / f"minilm-int8-{PUBLISHED_SHA256[:12]}"
    if not (folder / "model.bin").exists():
        convert(folder)
    return SentenceEncoder(folder, threads)
