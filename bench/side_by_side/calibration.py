"""Whether a contestant that says 0.8 is right eight times out of ten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Sequence, Tuple

from bench.heard import HeardFiles
from waymark.language.topics.gate import OUTSIDE, PREFIX

BINS = 10


@dataclass(frozen=True)
class Bin:
    """Sentences whose confidence lay in one tenth: how many, their mean confidence, and the share that was right."""

    count: int
    confidence: float
    right: float


def judged(heard: HeardFiles) -> List[Tuple[float, bool]]:
    """Confidence in the likeliest intent, before anything is decided on it, and whether that intent was right.

    Of sentences in scope and outside it; empty for a contestant that tells no confidence.
    """
    inside = [
        (found.guess.confidence, found.guess.intent in {PREFIX + topic for topic in said.topics})
        for said, found in heard.get("topics", [])
        if found.guess
    ]
    outside = [
        (found.guess.confidence, found.guess.intent.startswith(OUTSIDE))
        for _, found in heard.get("out_of_scope", [])
        if found.guess
    ]
    return inside + outside


def bins(sure: Sequence[Tuple[float, bool]]) -> List[Bin]:
    """Tenths of the confidence, those that hold anything."""
    held: List[List[Tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in sure:
        held[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    return [
        Bin(len(each), sum(c for c, _ in each) / len(each), sum(r for _, r in each) / len(each))
        for each in held
        if each
    ]


def expected_error(sure: Sequence[Tuple[float, bool]]) -> float:
    """Expected calibration error: how far confidence and being right lie apart, over the bins, weighed by their number."""
    total = len(sure)
    return sum(one.count * abs(one.confidence - one.right) for one in bins(sure)) / total if total else float("nan")
