"""Embeddings of training texts, kept between trainings: two components learn from the same texts, and few change."""

from __future__ import annotations

import hashlib
import os
import zipfile
from typing import Dict, Sequence

import numpy as np

from waymark.language.arrays import Array
from waymark.language.encoder.encoder import load_encoder
from waymark.operations.paths import CACHE

_FILE = CACHE / "training-vectors.npz"


def encode_training_texts(texts: Sequence[str]) -> Array:
    """Unit vectors, shape (len(texts), 384); only texts not seen before are embedded, on two threads."""
    kept = _load()
    keys = [hashlib.sha256(text.encode()).hexdigest()[:20] for text in texts]
    missing = {key: text for key, text in zip(keys, texts) if key not in kept}
    if missing:
        kept.update(zip(missing, load_encoder(2).encode(list(missing.values()))))
        _save(kept)
    return np.vstack([kept[key] for key in keys])


def _load() -> Dict[str, Array]:
    try:
        with np.load(_FILE) as file:
            return dict(zip(file["keys"].tolist(), file["vectors"]))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):  # nothing kept, or a file half written: embed again
        return {}


def _save(kept: Dict[str, Array]) -> None:
    _FILE.parent.mkdir(parents=True, exist_ok=True)
    working = _FILE.with_suffix(f".{os.getpid()}.npz")  # another process may be saving too
    np.savez(working, keys=np.array(list(kept)), vectors=np.vstack(list(kept.values())).astype(np.float32))
    working.replace(_FILE)
