"""What sentences of each topic were taken for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Dict, List, Tuple

from bench.heard import Heard, HeardFiles
from bench.labelled import Sentence
from bench.measures import answered

OUTSIDE, ASKED, NOTHING, DANGER = "out of scope", "asked which", "not answered", "danger reply"


@dataclass(frozen=True)
class TopicScore:
    """Sentences of one topic, and those answered right."""

    topic: str
    hits: int
    cases: int


def matrix(heard: HeardFiles) -> Counter[Tuple[str, str]]:
    """(label, taken for) -> how often. What is right by `also` counts as its label."""
    counts: Counter[Tuple[str, str]] = Counter()
    for said, found in heard.get("topics", []):
        counts[said.topic, taken_for(said, found)] += 1
    for said, found in heard.get("out_of_scope", []):
        counts[OUTSIDE, NOTHING if found.held_back and not found.offered else taken_for(said, found)] += 1
    return counts


def taken_for(said: Sentence, found: Heard) -> str:
    """A topic, or what happened instead of an answer."""
    if found.topic is not None:
        return said.topic if answered(said, found) else found.topic
    if found.certain:
        return DANGER
    return ASKED if found.offered else NOTHING


def by_topic(heard: HeardFiles) -> Dict[str, TopicScore]:
    cases: Counter[str] = Counter(said.topic for said, _ in heard.get("topics", []))
    hits: Counter[str] = Counter(said.topic for said, found in heard.get("topics", []) if answered(said, found))
    return {topic: TopicScore(topic, hits[topic], cases[topic]) for topic in sorted(cases)}


def worst(heard: HeardFiles, most: int) -> List[TopicScore]:
    """The topics missed most, worst first."""
    return sorted(by_topic(heard).values(), key=lambda one: one.hits / one.cases)[:most]


def frequent(heard: HeardFiles, most: int) -> List[Tuple[str, str, int]]:
    """(label, taken for, how often) of the most frequent mistakes."""
    wrong = [
        (label, found, count)
        for (label, found), count in matrix(heard).items()
        if label != found and not (label == OUTSIDE and found == NOTHING)
    ]
    return sorted(wrong, key=lambda one: (-one[2], one))[:most]
