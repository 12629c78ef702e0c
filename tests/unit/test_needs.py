"""A second need is served where it is asked for in words of its own; what only colours a message is not."""

from __future__ import annotations

import pytest

from waymark.language.topics.judging import Judged
from waymark.language.topics.needs import Clause, PlainNeeds, clauses, second_need

LIKELY = {"breaks": 0.6, "money": 0.2, "mental_health": 0.2, "young_carers": 0.1}


def said(*pairs: tuple[str, str]) -> list[Clause]:
    return [Clause(text, topic, 0.9) for text, topic in pairs]


ASKED = said(("can somebody sit with my dad", "breaks"), ("and is there any help with the rent", "money"))


def test_both_needs_are_asked_for() -> None:
    assert second_need("breaks", ASKED, LIKELY) == "money"
    assert second_need("money", ASKED, LIKELY) == "breaks"


def test_a_need_that_is_added_is_served_though_the_first_is_only_told() -> None:
    told = said(("i cry most mornings", "mental_health"), ("also i need a week away", "breaks"))
    assert second_need("mental_health", told, LIKELY) == "breaks"


@pytest.mark.parametrize(
    ("clause", "why"),
    [
        (Clause("and is there any help with the rent", "money", 0.5), "not sure of it"),
        (Clause("my husband lost his job in may", "money", 0.9), "told, not asked for"),
        (Clause("and can i get it backdated", "money", 0.9), "means something said before"),
        (Clause("i don't need money thanks", "money", 0.9), "refused"),
        (Clause("and what is there for children who care", "young_carers", 0.9), "says who writes, not what they need"),
        (Clause("and is there any help with the vet's bill", "", 0.9), "no topic"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_it_stays_a_button(clause: Clause, why: str) -> None:
    assert second_need("breaks", [ASKED[0], clause], LIKELY) is None, why


def test_the_main_need_must_have_words_of_its_own_too() -> None:
    assert second_need("breaks", [ASKED[1]], LIKELY) is None


def test_a_topic_that_the_whole_message_does_not_speak_of_is_not_served() -> None:
    assert second_need("breaks", ASKED, {"breaks": 0.99, "money": 0.001}) is None


def test_of_several_the_surest_is_served() -> None:
    three = [*ASKED, Clause("and i want someone to talk to", "mental_health", 0.99)]
    assert second_need("breaks", three, LIKELY) == "mental_health"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "How do I claim for mum, and can I get a bus pass as well?",
            ["how do i claim for mum", "and can i get a bus pass as well?"],
        ),
        ("I need a ramp. Also who pays for it?", ["i need a ramp.", "also who pays for it?"]),
        ("I need a break", []),
        ("my mum is ill. she fell in march. it was a bad year.", []),
        ("", []),
    ],
)
def test_only_messages_that_may_hold_two_needs_are_read_by_clause(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("I'm skint and I've not slept, can anyone sit with dad", ["money"]),
        ("I’M SKINT. who can sit with dad", ["money"]),
        ("I'm not after money, I'm not skint. who can sit with dad?", []),
        ("the dog broke the gate", []),
    ],
)
def test_some_words_name_a_need_beyond_doubt(text: str, named: list[str]) -> None:
    assert PlainNeeds({"money": ["skint", "in debt", "i'm broke"]}).named(text) == named


def test_a_need_named_in_passing_is_the_second_one() -> None:
    ranking = [("topic_breaks", 0.9), ("topic_money", 0.01)]
    assert Judged(ranking, (), ["money"]).second_need("breaks") == "money"
    assert Judged(ranking, (), ["money"]).second_need("money") is None
    assert Judged(ranking).second_need("breaks") is None
