"""What all tests share: the real knowledge and the real words, read once."""

from __future__ import annotations

import pytest

from waymark.dialogue.words import Words
from waymark.knowledge.checking import check
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.loading import load_knowledge
from waymark.operations.paths import KNOWLEDGE


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The knowledge of the project, checked as `make check` does."""
    return load_knowledge(KNOWLEDGE, check)


@pytest.fixture(scope="session")
def words() -> Words:
    """The words of domain.yml."""
    return Words.read()
