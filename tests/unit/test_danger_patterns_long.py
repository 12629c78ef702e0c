"""Messages made to be slow or to hide danger: very long, without full stops, of one sign, of half a pattern again and again."""

from __future__ import annotations

import random

import pytest

from waymark.knowledge.loading import load_knowledge
from waymark.language.risk.patterns import CERTAIN, KINDS, LONGEST, RiskPatterns
from waymark.operations.paths import KNOWLEDGE

MANY = 20_000
#: The beginnings of many patterns: after each of them a careless expression would try every way to go on.
HALVES = (
    "he ",
    "my mum is ",
    "i want to ",
    "i am not going to ",
    "he hits and he ",
    "i can not find ",
    "she said that she ",
    "hit hit hit ",
    "my my my ",
    "not never nobody ",
    "carer carer carer, ",
    "do not let me ",
    "took all the tablets ",
)
SIGNS = (
    "a",
    " ",
    "!",
    "?",
    "'",
    ".",
    ",",
    "*",
    "a'",
    "a.",
    "1",
    "k ",
    "k-",
    "s*",
    "\n",
    "\u200b",
    "\u00e9",
    "<",
    "> ",
    "\U0001f602",
)
OPENLY = "my husband punches me in the face"


@pytest.fixture(scope="module")
def patterns() -> RiskPatterns:
    return RiskPatterns(load_knowledge(KNOWLEDGE).risk_patterns)


@pytest.mark.parametrize("sign", SIGNS)
def test_a_long_message_of_one_sign_is_harmless(sign: str, patterns: RiskPatterns) -> None:
    assert patterns.look(sign * (MANY // len(sign))) is None


@pytest.mark.parametrize("half", HALVES)
def test_a_long_message_of_half_a_pattern_is_read_to_its_end(half: str, patterns: RiskPatterns) -> None:
    found = patterns.look(f"{half * (MANY // len(half))} . {OPENLY}")
    assert found is not None
    assert found.level == CERTAIN


def test_words_in_any_order_are_read_to_their_end(patterns: RiskPatterns) -> None:
    words = [word for pattern in load_knowledge(KNOWLEDGE).risk_patterns for word in pattern.example.split()]
    random.Random(7).shuffle(words)
    found = patterns.look(" ".join(words * 4)[:MANY])
    assert found is None or found.kind in KINDS


@pytest.mark.parametrize("place", ["start", "middle", "end"])
def test_danger_is_found_wherever_it_stands_in_a_long_story(place: str, patterns: RiskPatterns) -> None:
    story = "We moved the bed downstairs and the garden is lovely. " * 120
    text = {"start": f"{OPENLY}. {story}", "middle": f"{story}{OPENLY}. {story}", "end": f"{story}{OPENLY}"}[place]
    found = patterns.look(text)
    assert found is not None
    assert (found.kind, found.level) == ("abuse_of_carer", CERTAIN)


def test_danger_is_found_in_a_long_story_without_full_stops(patterns: RiskPatterns) -> None:
    story = "and we moved the bed downstairs and the garden is lovely and the cat sleeps in the sun " * 60
    found = patterns.look(f"{story} {OPENLY} {story}")
    assert found is not None
    assert found.level == CERTAIN


def test_of_what_is_longer_than_anyone_writes_the_start_and_the_end_are_read(patterns: RiskPatterns) -> None:
    story = "The garden is lovely. " * (4 * LONGEST // 22)
    assert patterns.look(f"{OPENLY}. {story}") is not None
    assert patterns.look(f"{story}{OPENLY}") is not None
    assert patterns.look(story) is None
