"""How well the rules read labelled sentences that they were not made from: each figure may rise, never fall."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any, Dict, List, Optional

import pytest

from waymark.language.facts.finder import FactFinder
from waymark.language.topics.refused import part
from waymark.operations.paths import KNOWLEDGE, ROOT

FOLDER = ROOT / "tests" / "data" / "understanding"
#: Labels are finer than the ids of knowledge/lists.
RELATIONSHIPS = {
    **dict.fromkeys(("mother", "father"), "parent"), **dict.fromkeys(("husband", "wife"), "partner"),
    **dict.fromkeys(("son", "daughter"), "child"), **dict.fromkeys(("brother", "sister"), "sibling"), "other": "relative",
}  # fmt: skip
CONDITIONS = {"copd": "lung", "eating_disorder": "mental_illness"}
#: Share of the sentences of voices.jsonl on which each fact must be right.
LEAST = {"relationship": 0.95, "carer_age": 0.95, "person_age": 0.95, "condition": 0.9, "voice": 0.95}
#: Share of refused.jsonl in which the refusal must be found, and of topics.jsonl in which one may be.
LEAST_FOUND, MOST_IN_OTHERS = 0.8, 0.06


def rows(name: str) -> List[Dict[str, Any]]:
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def meant(row: Dict[str, Any], fact: str) -> Optional[str]:
    """The label in the words of knowledge/lists. An aunt and a mother-in-law are both labelled "other"."""
    label = row[fact]
    if fact == "relationship":
        return RELATIONSHIPS.get(label, label)
    return CONDITIONS.get(label, label) if fact == "condition" else None if label is None else str(label)


def is_right(fact: str, found: List[str], row: Dict[str, Any]) -> bool:
    wanted = meant(row, fact)
    if fact == "voice":
        return (found or ["carer"])[0] == wanted
    if fact == "relationship" and row[fact] == "other":
        return found[:1] in (["relative"], ["parent"])
    return not found if wanted is None else wanted in (found if fact == "condition" else found[:1])


@pytest.fixture(scope="module")
def right() -> Dict[str, float]:
    """Share of sentences on which each fact is read right."""
    finder, labelled = FactFinder(KNOWLEDGE), rows("voices")
    hits: Counter[str] = Counter()
    for row in labelled:
        found = finder.find(row["text"])
        for fact in LEAST:
            hits[fact] += is_right(fact, [one.value for one in found if one.entity == fact], row)
    return {fact: hits[fact] / len(labelled) for fact in LEAST}


@pytest.mark.parametrize("fact", LEAST)
def test_a_fact_is_read_right(fact: str, right: Dict[str, float]) -> None:
    assert right[fact] >= LEAST[fact]


def test_refusals_are_found_where_they_are_and_seldom_elsewhere() -> None:
    refused, others = rows("refused"), rows("topics")
    assert sum(bool(part(row["text"]).refused) for row in refused) >= LEAST_FOUND * len(refused)
    assert sum(bool(part(row["text"]).refused) for row in others) <= MOST_IN_OTHERS * len(others)
