"""Danger interrupts anything, at once and without a question, with the numbers of the nation and the place."""

from __future__ import annotations

from typing import Callable

import pytest

from tests.support.servers import Talk

CERTAIN = {
    "suicide": "I can't do this any more, I want to kill myself",
    "suicide_of_other": "my husband says he is going to kill himself tonight",
    "self_harm": "I've started cutting myself again",
    "harm_by_carer": "I hit my mum last night and I'm scared I'll do it again, I want to hurt her",
    "abuse_of_carer": "my son punches me and kicks me when he gets angry",
    "abuse_of_adult": "her boyfriend hits my mum and takes her pension money",
    "child_in_danger": "im 11 and my stepdad hits me with his belt",
    "medical_emergency": "dad has crushing chest pain and his left arm has gone numb",
    "missing_person": "mum has dementia and she has wandered off, I can't find her anywhere",
}


@pytest.mark.parametrize("kind", CERTAIN)
def test_open_words_of_danger_get_the_fixed_reply(another: Callable[[], Talk], kind: str) -> None:
    carer = another().says(CERTAIN[kind])
    assert carer.status == "crisis"
    assert carer.risk == {"kind": kind, "level": "certain"}
    first = carer.first.split("\n\n")[0]
    assert "999" in first, "the first line is the thing to do now"
    assert "?" not in first


@pytest.mark.parametrize(
    ("where", "has", "has_not"),
    [
        ("Camden", "**111, then option 2**", "Breathing Space"),
        ("Lochee", "Breathing Space", "option 2"),
        ("Cardiff", "then press 2", "option 2"),
        ("Belfast", "Lifeline", "**111"),
    ],
)
def test_the_numbers_are_those_of_the_nation(another: Callable[[], Talk], where: str, has: str, has_not: str) -> None:
    carer = another().says(f"I live in {where}")
    carer.says("I want to die")
    assert carer.status == "crisis"
    assert has in carer.text
    assert has_not not in carer.text
    assert "116 123" in carer.text


def test_nation_unknown_gives_only_what_works_everywhere(carer: Talk) -> None:
    carer.says("I want to die")
    assert "111" not in carer.text
    assert "116 123" in carer.text


def test_the_councils_own_number_for_a_person_at_risk(carer: Talk) -> None:
    carer.says("we live in Bournemouth")
    carer.says("her boyfriend hits my mum")
    assert carer.risk["kind"] == "abuse_of_adult"
    assert "01202 123654" in carer.text
    assert "01305 221016" not in carer.text, "Dorset Council's number is not for Bournemouth"


def test_danger_in_the_middle_and_carrying_on(carer: Talk) -> None:
    carer.says("I live in Camden. How much is Carer's Allowance?")
    assert carer.topic == "money"
    carer.says("actually whats the point, everyone would be better off if i wasnt here")
    assert carer.status == "crisis"
    assert carer.risk["kind"] == "suicide"
    carer.presses("Carry on")
    assert (carer.status, carer.topic, carer.place) == ("answered", "money", "camden")


def test_danger_after_a_place_question_is_not_taken_as_a_place(carer: Talk) -> None:
    carer.says("I need a break")
    carer.says("I am going to end my life")
    assert carer.status == "crisis"


def test_a_quiet_sign_leads_the_normal_answer(carer: Talk) -> None:
    carer.says("we're in Weymouth")
    carer.says("i nearly pushed him today. i walked out the room")
    assert carer.risk["kind"] == "harm_by_carer"
    assert "999" in carer.first
    assert "Samaritans" in carer.first or carer.status == "crisis"


def test_capitals_and_misspellings_are_heard(another: Callable[[], Talk]) -> None:
    for words in ("I WANT TO KILL MYSELF", "i wana kil myself", "im sucidal and dont no wot to do"):
        assert another().says(words).status == "crisis", words


@pytest.mark.parametrize(
    "words",
    [
        "work is killing me",
        "I could murder a cup of tea and a sit down",
        "my dad died last year, can I get help with the funeral costs",
        "is there a suicide prevention course for carers",
        "this paperwork will be the death of me",
        "I'm dying for a break",
    ],
)
def test_alarming_words_without_danger_are_answered_as_usual(another: Callable[[], Talk], words: str) -> None:
    assert another().says(words).status != "crisis"
