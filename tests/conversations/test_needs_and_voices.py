"""Two needs in one message, what is refused, and who writes: each is heard by the real assistant."""

from __future__ import annotations

from typing import Callable

import pytest

from tests.support.servers import Talk


def test_two_needs_are_both_served_the_main_one_first(carer: Talk) -> None:
    carer.says(
        "Can somebody sit with my dad so I get an afternoon off, and is there any help with the heating bill? We live in Lochee"
    )
    assert carer.status == "answered"
    assert {carer.topic, "breaks", "money"} == {"breaks", "money"}
    assert "You wrote about a second thing too" in carer.text
    assert len(carer.cards) <= 3
    assert carer.text.count("**Next step:**") == 1
    topics = {topic for card in carer.cards for topic in card["topics"]}
    assert {"breaks", "money"} <= topics


def test_a_need_told_in_passing_is_served_too(carer: Talk) -> None:
    carer.says("I'm skint and I've not slept, and can somebody sit with dad")
    assert carer.topic == "breaks"
    assert "Money and benefits" in carer.text


def test_one_need_is_one_answer(carer: Talk) -> None:
    carer.says("My mum has dementia and my brother does nothing. I need somebody to sit with her for an afternoon.")
    assert "You wrote about a second thing too" not in carer.text


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        (
            "We've had the carer's assessment, that's all done. Now who pays for a ramp at the front door?",
            "practical_help",
        ),
        ("This isn't about money. I want to meet other people who look after someone.", "peer_support"),
        ("I don't need a break, I need to know how power of attorney works.", "legal"),
        ("I already get Carer's Allowance, can I get any other benefits?", "money"),
        ("I don't get any respite and I need a break", "breaks"),
        ("nobody ever offered me a carer's assessment", "carer_assessment"),
    ],
)
def test_what_is_refused_or_had_does_not_decide(another: Callable[[], Talk], words: str, topic: str) -> None:
    assert another().says(words).topic == topic


def test_help_for_a_neighbour_can_be_passed_on(carer: Talk) -> None:
    carer.says("My neighbour looks after his wife and never gets a break. Is there anybody who could sit with her?")
    assert carer.topic == "breaks"
    assert "pass it on" in carer.text
    carer.says("and what about money for him?")
    assert "pass it on" not in carer.text, "said once"


def test_the_one_looked_after_is_not_called_a_carer(carer: Talk) -> None:
    carer.says("I have MS and my husband looks after me. Can he get a break?")
    assert "the person who looks after you" in carer.text
    assert "Where do you live?" in carer.text


def test_a_nurse_with_a_mother_of_her_own_is_a_carer(another: Callable[[], Talk]) -> None:
    assert another().says("I'm a nurse and I look after my own mum, can I cut my hours at work?").topic == "work"
    assert another().says("I'm a district nurse, how do I refer a carer I visit?").topic == "professionals"


def test_a_child_is_heard_without_an_age(carer: Talk) -> None:
    carer.says("i miss school cos i look after my mum and my teacher keeps shouting at me")
    assert carer.topic == "young_carers"
    carer.says("i need a break")
    assert carer.topic == "young_carers", "still a child"


def test_a_parent_gets_parents_law(carer: Talk) -> None:
    carer.says("My son is 7 and autistic. How do I get an assessment as his carer? We live in Leeds")
    assert carer.topic == "parent_carers"
    assert "parent carer's needs assessment" in carer.text
    carer.says("what money can we get")
    assert all("Attendance Allowance" not in card["name"] for card in carer.cards)


def test_a_benefit_tells_the_nation_and_the_town_is_still_asked(carer: Talk) -> None:
    carer.says("My wife gets Adult Disability Payment. What am I able to claim for looking after her?")
    assert carer.nation == "scotland"
    assert "Carer Support Payment" in carer.text
    assert "Skip" in carer.titles
