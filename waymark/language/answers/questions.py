"""The common questions of knowledge/answers: all that is learnt of an answer. Its words can change without learning anew."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import List

import yaml


@dataclass(frozen=True)
class Question:
    """One way to ask for `answer` (its id)."""

    answer: str
    topic: str
    text: str


def questions(root: Path) -> List[Question]:
    """Every question, by file."""
    found: List[Question] = []
    for path in sorted((root / "answers").rglob("*.yml")):
        entry = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        found += [Question(entry["id"], entry["topic"], text) for text in entry["questions"]]
    return found


def questions_hash(root: Path) -> str:
    """Changes when a question does."""
    digest = hashlib.sha256()
    for question in questions(root):
        digest.update(f"{question.answer}\0{question.topic}\0{question.text}\0".encode())
    return digest.hexdigest()
