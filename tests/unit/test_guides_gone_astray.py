"""Conversations with guides that went badly once: what was typed, and what should come of it."""

from __future__ import annotations

import pytest

from tests.unit.talking import Talking
from waymark.dialogue.answering import Known
from waymark.dialogue.guides.commands import is_stop, is_taken_up
from waymark.dialogue.words import Words
from waymark.knowledge.knowledge import Knowledge

BREAK, CARER = "find_a_break", "am_i_a_carer"


@pytest.fixture(scope="module")
def known(knowledge: Knowledge, words: Words) -> Known:
    return Known(knowledge, words)


@pytest.fixture
def at_length(known: Known) -> Talking:
    """Asked what kind of break would help."""
    carer = Talking(known, relationship="partner").lives("stockport").starts(BREAK)
    assert carer.asks == "length", "a partner is an adult: that is known"
    return carer


def test_an_answer_that_sounds_like_a_goodbye_is_an_answer(at_length: Talking) -> None:
    at_length.types("a week away", intent="goodbye")
    assert at_length.answers["length"] == "week"


@pytest.mark.parametrize("typed", ["bye then", "goodbye", "see you later"])
def test_a_goodbye_ends_it(typed: str) -> None:
    assert is_stop(typed, "goodbye")


def test_a_few_hours_off_are_no_hours_of_care(at_length: Talking) -> None:
    at_length.types("a week away").types("just a few hours a week")
    assert "hours" not in at_length.answers


def test_carry_on_where_nothing_waits_asks_again_without_a_sorry(at_length: Talking) -> None:
    at_length.types("carry on")
    assert at_length.asks == "length"
    assert "Sorry" not in at_length.text


def test_a_question_we_cannot_answer_is_said_to_be_one(at_length: Talking) -> None:
    at_length.types("what if they say no to me?")
    assert "I don't have an answer to that here" in at_length.text
    assert "Talk to a person" in at_length.titles
    assert at_length.asks == "length"


def test_why_is_answered_where_the_guide_gives_no_reason(at_length: Talking) -> None:
    assert "You can leave any question out" in at_length.types("why do you ask?").text


def test_a_question_that_names_an_option_is_an_answer(known: Known) -> None:
    carer = (
        Talking(known, person_age=17)
        .lives("wales")
        .starts("preparing_for_adulthood")
        .presses("My son or daughter, who is ill or disabled")
    )
    while carer.asks != "theirs" and carer.status == "guide_question":
        carer.sends(next(button.payload for button in carer.buttons if '"not_sure"' in button.payload))
    carer.types("who decides for them then?")
    assert carer.answers["theirs"] == ["decisions"]


@pytest.mark.parametrize("typed", ["change my age to 17", "sorry, my age is 17"])
def test_an_age_is_changed_by_its_name(known: Known, typed: str) -> None:
    carer = Talking(known).starts(CARER).types("dementia").types("shopping").types("no").types("71")
    carer.types(typed)
    assert carer.answers["age"] == 17


def test_a_yes_or_no_corrected_by_its_name_is_asked_again(known: Known) -> None:
    carer = Talking(known).starts(CARER).types("dementia").types("shopping").types("no").types("71")
    carer.types("actually it is my job")
    assert carer.asks == "job"


def test_another_answer_does_not_offer_the_guide_under_two_names(at_length: Talking) -> None:
    at_length.types("who pays for respite care?", intent="ask", topics=("breaks",), confidence=0.9)
    assert at_length.titles[0] == "Carry on with: Find a break"
    assert "Find a break" not in at_length.titles


@pytest.mark.parametrize(
    ("typed", "takes_up"),
    [
        ("carry on", True),
        ("actually yes carry on", True),
        ("back to the questions", True),
        ("yes", False),
        ("I can't carry on", False),
    ],
)
def test_a_guide_that_was_left_is_taken_up_in_so_many_words(typed: str, takes_up: bool) -> None:
    assert is_taken_up(typed) is takes_up


def test_a_phrase_is_not_found_inside_its_own_denial(known: Known) -> None:
    """ "I could" is an option's phrase, and "I couldn't" is not it."""
    carer = Talking(known, relationship="partner").lives("england").starts("prepare_assessment")
    while carer.asks != "able":
        carer.sends(next(button.payload for button in carer.buttons if '"not_sure"' in button.payload))
    carer.types("i can't")
    assert carer.answers["able"] == "not_so"
