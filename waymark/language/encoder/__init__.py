"""Sentence embeddings: all-MiniLM-L6-v2, read from its PyPI package and run by CTranslate2 in int8."""

from waymark.language.encoder.encoder import SentenceEncoder, load_encoder

__all__ = ["SentenceEncoder", "load_encoder"]
