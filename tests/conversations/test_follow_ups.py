"""Short messages that mean what was shown: their number, the second one, and in another place."""

from __future__ import annotations

from typing import Callable

import pytest

from tests.support.servers import Talk


@pytest.fixture
def shown(carer: Talk) -> Talk:
    """A carer in Dundee who has been shown supports for a break."""
    return carer.says("I need a break from looking after my mum, we live in Dundee")


def test_their_number(shown: Talk) -> None:
    shown.says("what's their number?")
    assert (shown.status, shown.topic, shown.place) == ("contact", "breaks", "dundee")
    assert "01382 200422" in shown.text


def test_the_second_one_is_the_one_meant_from_then_on(shown: Talk) -> None:
    second = shown.cards[1]
    shown.says("the second one")
    assert [card["id"] for card in shown.cards] == [second["id"]]
    assert second["name"] in shown.text
    shown.says("is it free?")
    assert second["name"] in shown.text
    assert (shown.status, shown.topic) == ("answered", "breaks")
    shown.says("are they open now")
    assert second["name"] in shown.text


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("are they open now", "contact"),
        ("what about at weekends", "contact"),
        ("where are they?", "contact"),
        ("do they have a website", "contact"),
        ("can I email them", "contact"),
        ("is it wheelchair accessible", "answered"),
        ("who is it for", "answered"),
        ("tell me more", "answered"),
        ("why did you show me that", "answered"),
    ],
)
def test_each_kind_is_answered_and_the_topic_kept(shown: Talk, said: str, status: str) -> None:
    shown.says(said)
    assert (shown.status, shown.topic) == (status, "breaks")


def test_a_button_tells_more_about_one(shown: Talk) -> None:
    name = shown.cards[0]["name"]
    shown.says("tell me more")
    shown.presses(f"About {name}")
    assert [card["name"] for card in shown.cards] == [name]


def test_the_same_in_another_place(shown: Talk) -> None:
    shown.says("and in Stockport?")
    assert (shown.topic, shown.place) == ("breaks", "stockport")
    assert "stockport" in shown.cards[0]["areas"]


def test_the_same_for_a_condition(shown: Talk) -> None:
    shown.says("do you have it for someone with dementia?")
    assert shown.topic == "breaks"
    assert "dementia" in shown.text


def test_a_short_question_takes_up_the_topic(shown: Talk) -> None:
    shown.says("who pays for it")
    assert shown.topic == "breaks"
    assert shown.status == "answered"


@pytest.mark.parametrize("said", ["what's their number", "are they open now", "the second one", "is it free"])
def test_with_nothing_shown_before_it_is_an_ordinary_message(another: Callable[[], Talk], said: str) -> None:
    carer = another().says(said)
    assert carer.status != "error"
    assert carer.text


def test_danger_stands_above_a_follow_up(shown: Talk) -> None:
    shown.says("what's the number, i want to kill myself")
    assert shown.status == "crisis"
    shown.says("what's their number")
    assert "116 123" in shown.text
    assert "01382 200422" not in shown.text
