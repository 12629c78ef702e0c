"""What counts as a hit in the benchmark of understanding, and how far a share can be trusted."""

from __future__ import annotations

from typing import Dict, List

import pytest

from bench.heard import Heard
from bench.intervals import wilson
from bench.labelled import Sentence
from bench.measures import ANY, Measure, measures
from bench.targets import UNDERSTANDING, understanding_rows
from bench.told import fact_right, homes_right
from bench.understanding import heard as heard_turn
from waymark.knowledge.knowledge import Knowledge

BREAK = Sentence("a week off", "breaks", frozenset({"breaks", "money"}))
DANGER = Sentence("i want to die", kind="suicide", explicit=True)
FAILED = Heard(failed=True)


def share(name: str, **files: list[tuple[Sentence, Heard]]) -> float:
    return {one.name: one.share for one in measures(dict(files))}[name]


@pytest.mark.parametrize(
    ("hits", "cases", "low", "high"),
    [(0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (160, 179, 0.840, 0.931), (50, 100, 0.404, 0.596), (0, 0, 0.0, 1.0)],
)
def test_an_interval_is_that_of_wilson(hits: int, cases: int, low: float, high: float) -> None:
    assert wilson(hits, cases) == (pytest.approx(low, abs=0.001), pytest.approx(high, abs=0.001))


def test_a_topic_that_is_right_too_is_right() -> None:
    assert share("topic", topics=[(BREAK, Heard(topic="money")), (BREAK, Heard(topic="work"))]) == 0.5


def test_a_topic_offered_counts_for_clarify_only_and_only_among_three() -> None:
    asked, late = Heard(offered=("work", "breaks")), Heard(offered=("work", "legal", "crisis", "breaks"))
    files = {"topics": [(BREAK, asked), (BREAK, late)]}
    assert share("topic", **files) == 0.0
    assert share("topic_or_clarify", **files) == 0.5


def test_danger_is_caught_at_either_level_but_explicit_danger_needs_the_fixed_reply() -> None:
    files = {"crisis": [(DANGER, Heard(kind="suicide", certain=True)), (DANGER, Heard(kind="self_harm"))]}
    assert share("risk", **files) == 1.0
    assert share("risk_certain", **files) == 0.5
    assert share("risk_kind", **files) == 0.5


def test_a_kind_told_apart_later_counts_as_the_older_one_in_older_files() -> None:
    other = Heard(kind="suicide_of_other", certain=True)
    assert share("risk_kind", crisis=[(DANGER, other)]) == 1.0
    newer = Sentence("my son wants to die", kind="suicide_of_other")
    assert share("risk_kind", crisis=[(DANGER, other), (newer, other)]) == 0.5


def test_who_cannot_tell_the_kind_is_not_judged_by_it() -> None:
    names = {one.name for one in measures({"crisis": [(DANGER, Heard(kind=ANY, certain=True))]})}
    assert "risk" in names
    assert "risk_kind" not in names


def test_false_alarms_are_counted_by_level_and_together() -> None:
    said = Sentence("this queue is killing me")
    files = {
        "not_crisis": [(said, Heard(kind="suicide", certain=True)), (said, Heard(kind="suicide")), (said, Heard())]
    }
    assert share("alarm", **files) == share("alarm_soft", **files) == pytest.approx(1 / 3)
    assert share("alarm_any", **files) == pytest.approx(2 / 3)


def test_a_turn_that_failed_is_no_hit_anywhere() -> None:
    files = {
        "topics": [(BREAK, FAILED)],
        "crisis": [(DANGER, FAILED)],
        "not_crisis": [(Sentence("x"), FAILED)],
        "out_of_scope": [(Sentence("weather"), FAILED)],
    }
    found = {one.name: one for one in measures(files)}
    assert found.pop("errors") == Measure("errors", 4, 4)
    assert not any(one.hits for one in found.values())


def test_of_two_needs_both_must_be_noted() -> None:
    both = Sentence("tired and broke", topics=frozenset({"breaks", "money"}))
    one, two = Heard(topic="breaks", noted=("breaks",)), Heard(topic="breaks", noted=("breaks", "money"))
    files = {"two_needs": [(both, one), (both, two)]}
    assert share("two_either", **files) == 1.0
    assert share("two_noted", **files) == 0.5


def test_answering_a_refused_topic_is_counted() -> None:
    said = Sentence("no break, money", "money", frozenset({"money"}), refused=frozenset({"breaks"}))
    assert share("refused_answered", refused=[(said, Heard(topic="breaks")), (said, Heard(topic="money"))]) == 0.5


def test_facts_are_judged_where_they_are_looked_for_and_one_that_is_not_told_must_not_be_found() -> None:
    told = Sentence("my wife", facts={"relationship": "wife", "carer_age": None})
    files = {
        "voices": [
            (told, Heard(facts={"relationship": ("partner",)})),
            (told, Heard(facts={"relationship": ("parent",), "carer_age": ("40",)})),
        ]
    }
    assert share("fact:relationship", **files) == 0.5
    assert share("fact:carer_age", **files) == 0.5
    assert not [one for one in measures({"voices": [(told, Heard())]}) if one.name.startswith("fact")]


@pytest.mark.parametrize(
    ("name", "wanted", "found", "right"),
    [
        ("relationship", "mother", ["parent", "child"], True),
        ("relationship", "mother", ["child", "parent"], False),  # who is named first is looked after
        ("relationship", "other", ["relative"], True),
        ("condition", "copd", ["stroke", "lung"], True),
        ("condition", None, ["stroke"], False),
        ("carer_age", "71", ["71"], True),
        ("voice", "carer", [], True),
        ("voice", "professional", [], False),
    ],
)
def test_a_fact_is_right_by_the_words_of_the_lists(name: str, wanted: str, found: List[str], right: bool) -> None:
    assert fact_right(name, wanted, found) is right


@pytest.mark.parametrize(
    ("carer", "person", "found", "right"),
    [
        ("dundee/dundee-city", None, {"home:carer": ["dorset", "dundee"]}, True),  # one council, so the same help
        ("dundee", "dundee", {"home:carer": ["dundee"]}, True),  # it stands in for the other
        ("dundee", None, {"home:carer": ["dundee"], "home:person": ["dorset"]}, False),
        ("outside_uk", None, {"home:carer": ["outside_uk/France"]}, True),
        (None, None, {}, True),
        (None, "dundee", {}, False),
    ],
)
def test_homes_are_right_that_lead_to_the_same_help(
    carer: str, person: str, found: Dict[str, List[str]], right: bool, knowledge: Knowledge
) -> None:
    assert homes_right({"home:carer": carer, "home:person": person}, found, knowledge) is right


def test_every_measure_has_a_line_in_the_report() -> None:
    rows = understanding_rows([Measure(name, 1, 2) for name in UNDERSTANDING])
    assert [row.what for row in rows] == [what for what, _, _ in UNDERSTANDING.values()]
    assert all("(1/2)" in row.ours for row in rows)


TURNS: list[tuple[Dict[str, object], Heard]] = [
    ({"status": "answered", "topic": "money"}, Heard(topic="money")),
    ({"status": "clarify", "topics_offered": ["money", "work"]}, Heard(offered=("money", "work"), held_back=True)),
    ({"status": "searched", "topic": None}, Heard(held_back=True)),
    ({"status": "searched", "topic": "money"}, Heard()),
    ({"status": "crisis", "risk": {"kind": "suicide", "level": "certain"}}, Heard(kind="suicide", certain=True)),
    (
        {"status": "answered", "topic": "breaks", "risk": {"kind": "suicide", "level": "possible"}},
        Heard(topic="breaks", kind="suicide"),
    ),
    ({"status": "error", "topic": "money"}, FAILED),
]


@pytest.mark.parametrize(("turn", "found"), TURNS)
def test_a_turn_record_in_the_words_of_the_comparison(turn: Dict[str, object], found: Heard) -> None:
    assert heard_turn(turn) == found
