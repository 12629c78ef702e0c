"""Read the word lists of knowledge/lists that facts are found by."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List, Tuple

import yaml


def words_by_id(root: Path, name: str) -> Dict[str, List[str]]:
    """id -> words of knowledge/lists/<name>.yml."""
    entries = yaml.safe_load((root / "lists" / f"{name}.yml").read_text(encoding="utf-8"))
    return {entry["id"]: [str(word).lower() for word in entry["words"]] for entry in entries}


def people_words(root: Path) -> Dict[str, str]:
    """Every single word for the person looked after -> the relationship it names."""
    relationships = words_by_id(root, "relationships")
    return {word: key for key, words in relationships.items() for word in words if " " not in word}


def two_meanings(root: Path) -> Dict[str, Tuple[str, ...]]:
    """Short message -> the topics it can mean, of knowledge/lists/two_meanings.yml."""
    entries = yaml.safe_load((root / "lists" / "two_meanings.yml").read_text(encoding="utf-8"))
    return {str(word).lower(): tuple(entry["topics"]) for entry in entries for word in entry["words"]}
