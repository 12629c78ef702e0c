"""Which supports are chosen, and in which order: what must stay true whatever the weights are."""

from __future__ import annotations

import pytest

from tests.unit.supports import BCP, DORSET, DUNDEE, LEEDS, NOWHERE, chosen, support
from waymark.dialogue.situation import Situation
from waymark.knowledge.homes import Home
from waymark.knowledge.knowledge import Knowledge


@pytest.mark.parametrize(
    ("areas", "home", "shown"),
    [
        (["uk"], NOWHERE, True),
        (["scotland"], NOWHERE, False),
        (["dundee"], NOWHERE, False),
        (["uk"], LEEDS, True),
        (["england"], LEEDS, True),
        (["scotland"], LEEDS, False),
        (["dorset"], LEEDS, False),
        (["england", "wales"], Home(nation="wales"), True),
        (["england", "wales"], Home(nation="northern_ireland"), False),
        (["scotland"], DUNDEE, True),
        (["dundee"], DUNDEE, True),
        (["dorset"], DUNDEE, False),
        (["uk"], Home(outside_uk=True), True),
        (["england"], Home(outside_uk=True), False),
    ],
)
def test_nation_and_place_are_hard_filters(areas: list[str], home: Home, shown: bool, knowledge: Knowledge) -> None:
    assert chosen(knowledge, support("one", areas=areas), home=home) == (["one"] if shown else [])


@pytest.mark.parametrize(("home", "shown"), [(BCP, ["both", "ours"]), (DORSET, ["both", "ours", "theirs"])])
def test_a_support_of_the_other_council_is_not_shown(home: Home, shown: list[str], knowledge: Knowledge) -> None:
    ours = support("ours", areas=["dorset"], councils=["bcp"])
    theirs = support("theirs", areas=["dorset"], councils=["dorset-council"])
    both = support("both", areas=["dorset"], councils=["bcp", "dorset-council"])
    assert sorted(chosen(knowledge, ours, theirs, both, home=home)) == shown


def test_the_place_comes_before_the_nation_and_the_nation_before_the_uk(knowledge: Knowledge) -> None:
    supports = [support("a-uk"), support("b-nation", areas=["scotland"]), support("c-place", areas=["dundee"])]
    assert chosen(knowledge, *supports, home=DUNDEE) == ["c-place", "b-nation", "a-uk"]


def test_a_wider_support_keeps_a_card_beside_local_ones(knowledge: Knowledge) -> None:
    local = [support(f"local-{letter}", areas=["dundee"]) for letter in "abcd"]
    assert chosen(knowledge, *local, support("wide"), home=DUNDEE) == ["local-a", "local-b", "wide"]


def test_at_most_three_are_shown(knowledge: Knowledge) -> None:
    assert len(chosen(knowledge, *(support(f"s{number}") for number in range(9)))) == 3
    assert chosen(knowledge) == []


def test_at_most_two_are_of_one_organisation(knowledge: Knowledge) -> None:
    big = [support(f"a-big-{letter}", organisation="Big") for letter in "abcd"]
    assert chosen(knowledge, *big, support("z-small")) == ["a-big-a", "a-big-b", "z-small"]


def test_at_most_two_are_of_one_organisation_beside_local_ones_too(knowledge: Knowledge) -> None:
    supports = [
        support("a", organisation="Big", areas=["dundee"]),
        support("b", organisation="Big", areas=["dundee"]),
        support("c", organisation="Big", topics=["breaks"]),
        support("d", organisation="Small", areas=["dundee"], topics=["money", "work", "breaks"], phone=None),
    ]
    assert "d" in chosen(knowledge, *supports, home=DUNDEE)


def test_what_was_shown_before_is_left_out(knowledge: Knowledge) -> None:
    supports = [support(f"s{number}") for number in range(5)]
    assert chosen(knowledge, *supports, leave_out=["s0", "s1", "s2"]) == ["s3", "s4"]


def test_a_support_that_is_mostly_about_the_topic_leads(knowledge: Knowledge) -> None:
    supports = [support("a", topics=["money", "work", "breaks"]), support("b", topics=["breaks", "money"])]
    assert chosen(knowledge, *supports) == ["b", "a"]


def test_a_second_need_counts(knowledge: Knowledge) -> None:
    supports = [support("a"), support("b", topics=["breaks", "money"])]
    assert chosen(knowledge, *supports, situation=Situation(topics=("breaks", "money"))) == ["b", "a"]


def test_a_support_of_another_topic_is_not_shown(knowledge: Knowledge) -> None:
    assert chosen(knowledge, support("a", topics=["money"])) == []


def test_drafts_and_closed_supports_are_never_shown(knowledge: Knowledge) -> None:
    hidden = [support("draft", status="draft"), support("closed", status="closed")]
    assert chosen(knowledge, *hidden) == []
    assert chosen(knowledge, *hidden, leads=["draft"]) == []


def test_the_condition_named_leads(knowledge: Knowledge) -> None:
    supports = [support("a-any"), support("b-stroke", conditions=["stroke"]), support("c-ms", conditions=["ms"])]
    told = Situation(conditions=frozenset({"stroke"}))
    assert chosen(knowledge, *supports, situation=told) == ["b-stroke", "a-any"]


def test_without_a_condition_only_help_for_any_carer_is_shown(knowledge: Knowledge) -> None:
    supports = [support("a-any"), support("b-stroke", conditions=["stroke"])]
    assert chosen(knowledge, *supports) == ["a-any"]


def test_asked_about_a_condition_not_named_help_for_one_condition_is_not_guessed(knowledge: Knowledge) -> None:
    for_stroke = support("stroke", conditions=["stroke"], topics=["condition_support"])
    assert chosen(knowledge, for_stroke, topic="condition_support") == []


def test_past_its_review_a_support_ranks_lower_and_is_still_shown(knowledge: Knowledge) -> None:
    supports = [support("a-old", review_by="2026-11-30"), support("b-new", review_by="2026-12-01")]
    assert chosen(knowledge, *supports) == ["b-new", "a-old"]


@pytest.mark.parametrize(
    "worse", [{"phone": None}, {"phone": None, "confidence": "unconfirmed"}], ids=["no number", "unsure"]
)
def test_a_support_with_a_number_ranks_higher(worse: dict, knowledge: Knowledge) -> None:  # type: ignore[type-arg]
    assert chosen(knowledge, support("a", **worse), support("b")) == ["b", "a"]


def test_words_near_the_message_rank_higher(knowledge: Knowledge) -> None:
    told = Situation(relevance={"a": 0.1, "b": 0.8})
    assert chosen(knowledge, support("a"), support("b"), situation=told) == ["b", "a"]


@pytest.mark.parametrize("home", [NOWHERE, DUNDEE])
def test_the_first_contact_leads(home: Home, knowledge: Knowledge) -> None:
    """Even when it is mainly about something else, has no number, or is wider than the others."""
    best = support("a-best", areas=["dundee", "uk"], conditions=["stroke"], eligibility=["parent_carer"])
    first = support("z-first", topics=["money"], phone=None)
    told = Situation(
        conditions=frozenset({"stroke"}), relationship="child", relevance={"a-best": 0.9}, topics=("breaks", "work")
    )
    assert chosen(knowledge, best, first, home=home, situation=told, leads=["z-first"]) == ["z-first", "a-best"]


def test_a_first_contact_that_does_not_serve_the_home_is_not_shown(knowledge: Knowledge) -> None:
    first = support("first", areas=["england"])
    assert chosen(knowledge, first, home=DUNDEE, leads=["first"]) == []
    assert chosen(knowledge, support("a"), leads=["nobody"]) == ["a"]
    assert chosen(knowledge, support("a"), leads=["a"], leave_out=["a"]) == []


def test_equal_supports_keep_one_order(knowledge: Knowledge) -> None:
    supports = [support(name) for name in ("c", "a", "b")]
    assert chosen(knowledge, *supports) == chosen(knowledge, *reversed(supports)) == ["a", "b", "c"]
