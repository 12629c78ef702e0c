"""What conditions and values mean: three truths, figures by day and nation; and the search agrees with trying everything."""

from __future__ import annotations

import datetime
import itertools
import random
from typing import Any, Dict, List, Optional

import pytest

from waymark.knowledge.guides.answers import Answer
from waymark.knowledge.guides.evaluate import Ground, ground
from waymark.knowledge.guides.reach import reach_problems
from waymark.knowledge.guides.search import Goal, Searcher
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import Condition, Guide

TODAY = datetime.date(2026, 11, 27)
QUESTIONS: List[Dict[str, Any]] = [
    {"id": "nation", "kind": "nation", "ask": "?"},
    {"id": "age", "kind": "age", "ask": "?"},
    {"id": "job", "kind": "yes_no", "ask": "?"},
    {"id": "pay", "kind": "money", "ask": "?", "ask_if": [{"question": "job", "equals": True}]},
    {"id": "hard", "kind": "several", "ask": "?", "options": [{"id": name, "label": name} for name in "abc"] + [{"id": "none", "label": "None", "alone": True}]},
    {"id": "born", "kind": "date", "ask": "?"},
]  # fmt: skip


def guide(**given: Any) -> Guide:
    whole = {
        "id": "g", "title": "T", "topic": "money", "says": ["a", "b", "c"], "intro": "I", "questions": QUESTIONS, "lead": "L",
        "steps": [{"id": "s", "text": "S"}], "person": "carers-uk-helpline", "status": "live", "sources": ["x"],
        "figures": {"limit": {"uk": "carers_allowance_earnings_limit", "scotland": "carer_support_payment_earnings_limit"}},
        "values": [
            {"id": "half", "half": {"question": "pay", "if_not_asked": 0}},
            {"id": "left", "minus": [{"question": "pay"}, {"value": "half"}, 50]},
            {"id": "many", "count": "hard"},
            {"id": "years", "years_between": [{"question": "born"}, "today"]},
            {"id": "months", "months_between": [{"question": "born"}, "today"]},
            {"id": "weeks", "weeks_between": [{"question": "born"}, "today"]},
            {"id": "twice", "times": [{"question": "pay"}, 2]},
            {"id": "lowest", "lowest": [{"question": "pay"}, {"figure": "limit"}]},
            {"id": "highest", "highest": [{"question": "pay"}, 100]},
            {"id": "total", "sum": [{"question": "pay"}, {"value": "half"}]},
            {"id": "hundreds", "times": [{"question": "pay"}, 0.01]},
            {"id": "thirds", "times": [{"question": "pay"}, 0.0333]},
            {"id": "started_hundreds", "rounded_up": {"value": "hundreds"}},
            {"id": "started_thirds", "rounded_up": {"value": "thirds"}},
        ],
        "review": {"owner": "x", "checked_on": TODAY, "review_by": TODAY},
    }  # fmt: skip
    return Guide.parse_obj({**whole, **given})


@pytest.fixture(scope="module")
def plain(knowledge: Knowledge) -> Ground:
    return ground(guide(), knowledge.figures, {}, day=TODAY)


def given(plain: Ground, answers: Dict[str, Answer], nation: Optional[str] = None) -> Ground:
    scopes = [nation] if nation else []
    return ground(plain.guide, plain.figures, answers, {"carer": scopes, "person": scopes}, TODAY)


def holds(found: Ground, condition: Dict[str, Any]) -> Optional[bool]:
    return found.holds(Condition.parse_obj(condition))


KNOWN: Dict[str, Answer] = {"age": 45.0, "job": "yes", "pay": 200.0, "hard": ["a", "b"], "born": "1960-04-06"}


@pytest.mark.parametrize(
    ("condition", "truth"),
    [
        ({"question": "age", "at_least": 45}, True), ({"question": "age", "at_least": 46}, False), ({"question": "age", "at_most": 45}, True),
        ({"question": "age", "more_than": 45}, False), ({"question": "age", "less_than": 46}, True), ({"question": "age", "between": [40, 45]}, True),
        ({"question": "job", "equals": True}, True), ({"question": "job", "is_any_of": ["no"]}, False), ({"question": "job", "is_none_of": ["no"]}, True),
        ({"question": "hard", "includes": "a"}, True), ({"question": "hard", "includes": "c"}, False),
        ({"question": "age", "answered": True}, True), ({"question": "age", "not_sure": True}, False), ({"question": "age", "answered": False}, False),
        ({"question": "born", "less_than": datetime.date(1960, 4, 7)}, True), ({"question": "born", "at_least": datetime.date(1960, 4, 7)}, False),
        ({"value": "half", "at_most": 100}, True), ({"value": "left", "between": [50, 50]}, True), ({"value": "many", "at_least": 3}, False),
        ({"value": "years", "between": [66, 66]}, True), ({"value": "months", "between": [799, 799]}, True), ({"value": "weeks", "more_than": 3000}, True),
        ({"value": "twice", "between": [400, 400]}, True), ({"value": "highest", "between": [200, 200]}, True), ({"value": "total", "between": [300, 300]}, True),
        ({"value": "started_hundreds", "between": [2, 2]}, True), ({"value": "started_thirds", "between": [7, 7]}, True),
        ({"value": "lowest", "at_most": {"figure": "limit"}}, True), ({"question": "pay", "less_than": {"figure": "limit"}}, True),
        ({"any": [{"question": "age", "at_least": 66}, {"question": "job", "equals": True}]}, True),
        ({"all": [{"question": "age", "at_least": 66}, {"question": "job", "equals": True}]}, False),
        ({"not": {"question": "age", "at_least": 66}}, True),
    ],
)  # fmt: skip
def test_what_is_known_holds_or_does_not(condition: Dict[str, Any], truth: bool, plain: Ground) -> None:
    assert holds(given(plain, KNOWN), condition) is truth


@pytest.mark.parametrize(
    "condition",
    [
        {"question": "age", "at_least": 45}, {"question": "age", "less_than": 45}, {"not": {"question": "age", "at_least": 45}}, {"question": "job", "is_none_of": ["no"]},
        {"not": {"question": "hard", "includes": "a"}}, {"value": "left", "at_most": 5}, {"value": "years", "at_least": 1},
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "answers", [{}, dict.fromkeys(("age", "job", "pay", "hard", "born"), "not_sure")], ids=["not asked", "not sure"]
)
def test_what_is_not_known_holds_neither_way(
    condition: Dict[str, Any], answers: Dict[str, Answer], plain: Ground
) -> None:
    assert holds(given(plain, answers), condition) is None


def test_one_thing_known_may_be_enough(plain: Ground) -> None:
    unknown, true, false = (
        {"question": "age", "at_least": 1},
        {"question": "job", "equals": True},
        {"question": "job", "equals": False},
    )
    found = given(plain, {"job": "yes"})
    assert holds(found, {"any": [unknown, true]}) is True
    assert holds(found, {"all": [unknown, false]}) is False
    assert holds(found, {"any": [unknown, false]}) is None
    assert holds(found, {"all": [unknown, true]}) is None


def test_not_asked_counts_as_said_and_not_sure_stays_not_known(plain: Ground) -> None:
    at_most = {"value": "half", "at_most": 10}
    assert holds(given(plain, {"job": "no"}), at_most) is True
    assert holds(given(plain, {"job": "yes", "pay": "not_sure"}), at_most) is None


def test_an_answer_to_a_question_no_longer_asked_does_not_count(plain: Ground) -> None:
    assert "pay" not in given(plain, {"job": "no", "pay": 900.0}).answers


def test_a_figure_is_that_of_the_nation(knowledge: Knowledge, plain: Ground) -> None:
    for nation, name in (
        ("scotland", "carer_support_payment_earnings_limit"),
        ("wales", "carers_allowance_earnings_limit"),
        (None, "carers_allowance_earnings_limit"),
    ):
        assert given(plain, {}, nation).figure_name("limit", "carer") == name


def test_a_figure_may_be_that_of_a_day_answered(knowledge: Knowledge) -> None:
    """As for State Pension age, which goes by the day of birth."""
    name = "carers_allowance_weekly"
    condition = Condition.parse_obj({"question": "pay", "between": [{"figure": name, "on": {"question": "born"}}] * 2})
    for day, amount in (("2025-05-01", 83.3), ("2026-05-01", 86.45)):
        found = ground(guide(), knowledge.figures, {"job": "yes", "pay": amount, "born": day}, day=TODAY)
        assert found.holds(condition) is True
    assert (
        ground(guide(), knowledge.figures, {"job": "yes", "pay": 83.3, "born": "1999-01-01"}, day=TODAY).holds(
            condition
        )
        is None
    )


def test_conditions_with_a_name_are_written_out(knowledge: Knowledge) -> None:
    named = guide(
        conditions={"old": [{"question": "age", "at_least": 66}], "old_and_working": [{"condition": "old"}, {"question": "job", "equals": True}]},
        steps=[{"id": "s", "text": "S", "show_if": [{"not": {"condition": "old_and_working"}}]}],
    )  # fmt: skip
    found = ground(named, knowledge.figures, {"age": 70.0, "job": "yes"}, day=TODAY)
    assert found.all_hold(named.steps[0].show_if) is False
    with pytest.raises(ValueError, match="'nobody' is no name under conditions"):
        guide(steps=[{"id": "s", "text": "S", "show_if": [{"condition": "nobody"}]}])


ATOMS: List[Dict[str, Any]] = [
    {"question": "age", "at_least": 18}, {"question": "age", "less_than": 66}, {"question": "job", "equals": True}, {"question": "job", "not_sure": True},
    {"question": "pay", "more_than": 100}, {"value": "half", "at_most": 50}, {"question": "hard", "includes": "a"}, {"value": "many", "at_least": 2}, {"question": "age", "answered": True},
]  # fmt: skip
#: Answers that tell all of these apart, for trying everything.
ALL_ANSWERS: Dict[str, List[Answer]] = {
    "age": [10.0, 18.0, 40.0, 66.0, "not_sure"],
    "job": ["yes", "no", "not_sure"],
    "pay": [0.0, 100.0, 101.0, 300.0, "not_sure"],
    "hard": [["a"], ["b"], ["a", "b"], ["b", "c"], ["none"], "not_sure"],
}


def drawn(draw: random.Random, depth: int = 2) -> Dict[str, Any]:
    kind = draw.choice(["atom", "atom", "any", "all", "not"]) if depth else "atom"
    if kind == "atom":
        return draw.choice(ATOMS)
    return (
        {"not": drawn(draw, depth - 1)}
        if kind == "not"
        else {kind: [drawn(draw, depth - 1) for _ in range(draw.randint(1, 3))]}
    )


@pytest.mark.parametrize("seed", range(60))
def test_the_search_finds_answers_exactly_where_there_are_some(seed: int, plain: Ground) -> None:
    draw = random.Random(seed)
    hold = tuple(Condition.parse_obj(drawn(draw)) for _ in range(draw.randint(1, 3)))
    fail = tuple(Condition.parse_obj(drawn(draw)) for _ in range(draw.randint(1, 2)))

    def meets(answers: Dict[str, Answer]) -> bool:
        found = given(plain, answers)
        return found.all_hold(list(hold)) and not found.all_hold(list(fail))

    everything = (dict(zip(ALL_ANSWERS, chosen)) for chosen in itertools.product(*ALL_ANSWERS.values()))
    found = Searcher(plain).find(Goal((hold,), (fail,)), None)
    assert found.is_whole
    assert (found.answers is not None) is any(meets(answers) for answers in everything)
    assert found.answers is None or meets(found.answers)


def test_nothing_is_found_in_a_long_guide_whose_rules_are_all_reached(knowledge: Knowledge) -> None:
    questions: List[Dict[str, Any]] = [*QUESTIONS]
    grown = {"question": "age", "at_least": 16}
    questions += [{"id": f"q{number}", "kind": "yes_no", "ask": "?", "ask_if": [grown]} for number in range(20)]
    outcomes = []
    for number in range(15):
        said = [{"question": f"q{(number + by) % 20}", "equals": False} for by in range(5)]
        rules = [{"state": "not_likely", "when": [{"question": "age", "less_than": 16}], "reason": "x"}]
        rules += [{"state": "need_to_ask", "when": [grown, {**each, "equals": True}], "reason": "x"} for each in said]
        rules.append(
            {
                "state": "likely",
                "when": [grown, *said, {"value": "half", "at_most": {"figure": "limit"}}],
                "reason": "x",
            }
        )
        outcomes.append(
            {"about": f"o{number}", "title": "T", "rules": rules, "otherwise": {"state": "need_to_ask", "reason": "x"}}
        )
    assert (
        list(reach_problems(ground(guide(questions=questions, outcomes=outcomes), knowledge.figures, {}, day=TODAY)))
        == []
    )
