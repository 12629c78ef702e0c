"""Where people live: said, changed, shared, skipped, elsewhere, and two homes held apart."""

from __future__ import annotations

from typing import Callable

import pytest

from tests.support.servers import Talk


@pytest.mark.parametrize(
    ("said", "place", "nation"),
    [
        ("i live in lochee", "dundee", "scotland"),
        ("bramhall", "stockport", "england"),
        ("SK8", "stockport", "england"),
        ("we're near Wimborne", "dorset", "england"),
        ("brmhall", "stockport", "england"),
        ("im in leeds", None, "england"),
        ("Cardiff", None, "wales"),
        ("Belfast", None, "northern_ireland"),
        ("we live in Aberdeen", None, "scotland"),
    ],
)
def test_a_place_said_alone_is_understood(another: Callable[[], Talk], said: str, place: str, nation: str) -> None:
    carer = another().says(said)
    assert (carer.place, carer.nation) == (place, nation)


def test_a_place_can_be_changed(carer: Talk) -> None:
    carer.says("I need a break, my dad lives in Lochee")
    assert carer.place == "dundee"
    carer.says("actually he lives in Poole")
    assert (carer.place, carer.nation, carer.topic) == ("dorset", "england", "breaks")
    assert all("scotland" not in card["areas"] and "dundee" not in card["areas"] for card in carer.cards)


def test_two_homes_are_held_apart(carer: Talk) -> None:
    carer.says("my mum lives in Dundee but I live in Stockport. How do I get a carer's assessment?")
    assert carer.place == "dundee", "the plan goes by where the person lives"
    carer.says("can I get any benefits?")
    assert (carer.topic, carer.place) == ("money", "stockport"), "money goes by where the carer lives"


def test_a_shared_postcode_asks_which_council(carer: Talk) -> None:
    carer.says("I need a break from caring for my mum")
    carer.says("dd2")
    assert carer.status == "clarify"
    assert "Dundee City Council" in carer.titles
    assert len(carer.titles) >= 3
    carer.presses("Dundee City Council")
    assert (carer.place, carer.topic) == ("dundee", "breaks")


def test_skip_is_fine_and_asked_only_once(carer: Talk) -> None:
    carer.says("I need a break from caring")
    carer.presses("Skip")
    assert carer.status == "small_talk"
    carer.says("how do I get respite")
    assert carer.topic == "breaks"
    assert "Where does the person" not in carer.text


def test_elsewhere_is_told_plainly_and_gets_national_help(carer: Talk) -> None:
    carer.says("I need a break, I live in Leeds")
    assert (carer.place, carer.nation) == (None, "england")
    assert "I don't hold local entries for Leeds yet" in carer.text
    assert carer.cards
    carer.says("what about money")
    assert "I don't hold local entries" not in carer.text, "said once"


def test_no_111_where_the_nation_is_not_known(carer: Talk) -> None:
    carer.says("is there an urgent mental health number")
    assert "111" not in carer.text.replace("0800 1111", "").replace("0808 801 1111", "")
