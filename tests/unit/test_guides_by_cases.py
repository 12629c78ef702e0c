"""Every guide does what its cases in tests/guides say, and its cases reach all it can say."""

from __future__ import annotations

from typing import Set, Tuple

import pytest

from tests.unit.guide_cases import Case, needed, read_cases, walk
from waymark.dialogue.answering import Known
from waymark.dialogue.words import Words
from waymark.knowledge.knowledge import Knowledge
from waymark.operations.paths import KNOWLEDGE

CASES = read_cases()
GUIDES = sorted(path.stem for path in (KNOWLEDGE / "guides").glob("*.yml"))


@pytest.fixture(scope="module")
def known(knowledge: Knowledge, words: Words) -> Known:
    return Known(knowledge, words)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_given_these_answers(case: Case, known: Known) -> None:
    walked = walk(case, known)
    expect = case.expect
    assert walked.asks == expect.get("asks")
    if walked.result is None:
        return
    result = walked.result
    states = {told.about: told.state.value for told in result.outcomes}
    assert {about: states.get(about, "hidden") for about in expect.get("outcomes") or {}} == (
        expect.get("outcomes") or {}
    )
    shown = [name for name, _ in result.supports]
    assert set(expect.get("shows") or []) <= set(shown), shown
    steps = [step.id for step in result.steps]
    assert set(expect.get("steps") or []) <= set(steps), steps
    points = "\n".join(line.text for line in result.points)
    assert [words for words in expect.get("points") or [] if words not in points] == [], points
    text = "\n".join(
        [
            *(f"{told.title} {told.figure or ''} {told.reason}" for told in result.outcomes),
            *(step.text for step in result.steps),
            points,
        ]
    )
    assert [words for words in expect.get("says") or [] if words not in text] == [], text
    assert [words for words in expect.get("not_says") or [] if words in text] == [], text
    assert all(told.title and told.reason for told in result.outcomes), "a text could not be filled"
    assert result.lead
    assert result.steps
    assert result.person in known.knowledge.supports


@pytest.mark.parametrize("guide", GUIDES)
def test_cases_reach_every_rule_in_each_nation(guide: str, known: Known) -> None:
    """And what holds where no rule does, in some nation."""
    reached: Set[Tuple[str, int | None, str]] = set()
    for case in (case for case in CASES if case.guide == guide):
        walked = walk(case, known)
        for told in walked.result.outcomes if walked.result else ():
            outcome = next(each for each in walked.running.guide.outcomes if each.about == told.about)
            nation = walked.running.home_of(outcome.home).nation
            if nation is not None:
                reached.add((told.about, told.rule, nation))
    found = known.knowledge.guides[guide]
    assert sorted(needed(found) - reached, key=str) == [], "add a case for each (outcome, rule counted from 0, nation)"
    others = {outcome.about for outcome in found.outcomes} - {about for about, rule, _ in reached if rule is None}
    assert others == set(), "add a case in which no rule holds"


def test_every_case_is_of_a_guide_that_exists() -> None:
    assert sorted({case.guide for case in CASES} - set(GUIDES)) == []
