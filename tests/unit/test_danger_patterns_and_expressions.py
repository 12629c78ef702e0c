"""What the patterns alone make of the reviewed expressions: most of what is said openly, next to nothing of the harmless twins."""

from __future__ import annotations

from collections import Counter
from typing import Dict, List, Optional, Tuple

import pytest

from waymark.knowledge.loading import load_knowledge
from waymark.language.risk.examples import NONE, Example, read_examples
from waymark.language.risk.patterns import CERTAIN, KINDS, PatternFinding, RiskPatterns
from waymark.operations.paths import DATA, KNOWLEDGE

#: Every so many expressions are read: enough to see a fault, quick enough for a unit test.
EVERY = 3
Judged = List[Tuple[Example, Optional[PatternFinding]]]


@pytest.fixture(scope="module")
def judged() -> Judged:
    patterns = RiskPatterns(load_knowledge(KNOWLEDGE).risk_patterns)
    return [(example, patterns.look(example.text)) for example in read_examples(DATA / "risk")[::EVERY]]


def share(of: List[bool]) -> float:
    return sum(of) / max(1, len(of))


@pytest.mark.parametrize("kind", KINDS)
def test_of_each_kind_most_that_is_said_openly_is_met_as_certain(kind: str, judged: Judged) -> None:
    said = [found for example, found in judged if (example.kind, example.level) == (kind, "explicit")]
    assert said
    assert share([found is not None and found.level == CERTAIN for found in said]) >= 0.65


def test_harmless_sentences_that_sound_alarming_are_mostly_left_alone(judged: Judged) -> None:
    """A third of them came after the patterns, from people who wrote them to be taken for danger."""
    harmless = [found for example, found in judged if example.level == NONE]
    assert share([found is not None and found.level == CERTAIN for found in harmless]) <= 0.04
    assert share([found is not None and found.level != CERTAIN for found in harmless]) <= 0.03


def test_no_pattern_fires_mostly_on_what_is_harmless(judged: Judged) -> None:
    met: Dict[str, Counter[bool]] = {}
    for example, found in judged:
        if found is not None:
            met.setdefault(found.example, Counter())[example.level == NONE] += 1
    wrong = {pattern: dict(count) for pattern, count in met.items() if count[True] > max(1, count[False])}
    assert not wrong
