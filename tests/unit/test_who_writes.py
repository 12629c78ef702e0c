"""The reply suits who writes: a parent, somebody at work, somebody for another, or the person looked after."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.replies import cards_of, words_of
from tests.unit.supports import chosen, support
from waymark.dialogue.answering import Known, answer
from waymark.dialogue.situation import Situation
from waymark.dialogue.words import Words
from waymark.knowledge.homes import read_home
from waymark.knowledge.knowledge import Knowledge

PARENT = Situation(relationship="child", person_age=7, voice="parent_carer")


@pytest.fixture
def known(knowledge: Knowledge, words: Words) -> Known:
    return Known(knowledge, words)


def asked(topic: str, **told: Any) -> Situation:
    return Situation(topics=(topic,), **told)


@pytest.mark.parametrize(
    "place", ["dundee", "dorset/bcp", "camden", "stockport", "england/Leeds", "scotland/Perth", None]
)
@pytest.mark.parametrize("topic", ["carer_assessment", "breaks", "choosing_care"])
def test_a_parent_of_a_child_gets_parents_law_and_help(topic: str, place: str | None, known: Known) -> None:
    home = read_home(place, known.knowledge)
    told = asked(topic, relationship="child", person_age=9, person_home=home, carer_home=home)
    reply = answer(told, known)
    assert reply.turn.topic == "parent_carers"
    contacts = {contact.support for contact in known.knowledge.topics["parent_carers"].first_contact.values()}
    for name in cards_of(reply):
        assert name in contacts or "parent_carers" in known.knowledge.supports[name].topics, name


def test_in_england_that_is_the_parent_carers_needs_assessment(known: Known) -> None:
    home = read_home("england/Leeds", known.knowledge)
    reply = answer(asked("carer_assessment", relationship="child", person_age=9, person_home=home), known)
    assert "parent carer's needs assessment" in words_of(reply)
    assert reply.turn.answer_id == "parent-carers-assessment"


@pytest.mark.parametrize(
    "told",
    [
        {"relationship": "child", "person_age": 31},
        {"relationship": "parent", "person_age": 84},
        {"relationship": "child"},
    ],
    ids=["a grown-up daughter", "a mother", "of no known age"],
)
def test_a_grown_up_person_is_not_a_child(told: dict[str, Any], known: Known) -> None:
    assert answer(asked("carer_assessment", **told), known).turn.topic == "carer_assessment"


@pytest.mark.parametrize("place", ["england/Leeds", "wales/Cardiff", "dundee", "camden"])
def test_an_adults_benefits_are_not_offered_for_a_child(place: str, known: Known) -> None:
    home = read_home(place, known.knowledge)
    shown = cards_of(
        answer(asked("money", relationship="child", person_age=6, carer_home=home, person_home=home), known)
    )
    assert not {"attendance-allowance", "personal-independence-payment", "pension-credit-carer-addition"} & set(shown)
    assert any("parent_carer" in known.knowledge.supports[name].eligibility for name in shown)


@pytest.mark.parametrize(
    ("audience", "eligibility", "age", "shown"),
    [
        ("Adults under State Pension age with a disability", ["disabled_person"], 6, False),
        ("Adults under State Pension age with a disability", ["disabled_person"], 16, True),
        ("Adults under State Pension age with a disability", ["disabled_person"], 84, False),
        ("Adults under State Pension age with a disability", ["disabled_person"], 50, True),
        ("People over State Pension age who need help", ["disabled_person"], 84, True),
        ("People over State Pension age who need help", ["disabled_person"], 40, False),
        ("People over State Pension age who need help", ["disabled_person"], None, True),
        ("Adults who care for another adult", [], 6, False),
        ("Adults who care for another adult", [], 84, True),
        ("Carers of adults; parents of disabled children can ring too", [], 6, True),
        ("Unpaid adult carers", [], 6, True),
        ("Older people and their carers", ["older_person"], 6, False),
        ("Older people and their carers", ["older_person"], 84, True),
        ("Older people and their carers", ["older_person"], 40, False),
    ],
)
def test_a_support_fits_the_age_of_the_person(
    audience: str, eligibility: list[str], age: int | None, shown: bool, knowledge: Knowledge
) -> None:
    relationship = "child" if age in (6, 16) else "parent"
    told = Situation(relationship=relationship, person_age=age, text="my mum")
    one = support("one", topics=["money"], audience=audience, eligibility=eligibility)
    assert chosen(knowledge, one, topic="money", situation=told) == (["one"] if shown else [])


def test_somebody_at_work_is_answered_as_a_professional(known: Known) -> None:
    assert (
        answer(asked("carer_assessment", voice="professional", voice_now="professional"), known).turn.topic
        == "professionals"
    )
    assert answer(asked("safeguarding", voice_now="professional"), known).turn.topic == "safeguarding"


def test_a_button_pressed_later_is_taken_at_its_word(known: Known) -> None:
    assert answer(asked("money", voice="professional"), known).turn.topic == "money"


@pytest.mark.parametrize(
    ("voice", "line"), [("third_person", "utter_for_another"), ("person_cared_for", "utter_for_the_cared_for")]
)
def test_the_words_say_whom_they_are_for(voice: str, line: str, known: Known) -> None:
    told = asked("breaks", voice=voice, voice_now=voice, strained=True)
    text = words_of(answer(told, known))
    assert known.words.say(line) in text
    assert known.words.say("utter_heard") not in text, "the other is worn down, not the writer"
    assert known.words.say(line) not in words_of(answer(asked("breaks", voice=voice), known)), "said once"
    assert known.words.say(line) not in words_of(answer(asked("feedback", voice_now=voice), known))


def test_where_is_asked_of_the_right_one(known: Known) -> None:
    assert "Where do you live?" in words_of(answer(asked("breaks", voice="person_cared_for"), known))
    assert "the person live in?" in words_of(answer(asked("money", voice="third_person"), known))


def test_a_grown_up_who_asks_for_a_child_who_cares_is_answered_as_one(known: Known) -> None:
    reply = answer(asked("young_carers", carer_age=10, voice="third_person", voice_now="third_person"), known)
    assert reply.turn.answer_id == "worried-about-a-child-who-cares"
    assert known.words.say("utter_for_another") not in words_of(reply)


def test_a_child_who_tells_no_age_is_answered_as_a_child(known: Known) -> None:
    assert answer(asked("breaks", voice="young_carer", voice_now="young_carer"), known).turn.topic == "young_carers"
    assert not asked("breaks", voice="young_carer", carer_age=40).is_young


def test_a_nation_told_by_a_benefit_chooses_help_and_the_town_is_still_asked(known: Known) -> None:
    told = asked("carer_assessment", nation="scotland")
    reply = answer(told, known)
    assert "Adult Carer Support Plan" in words_of(reply)
    assert reply.turn.home.nation == "scotland"
    assert "/skip" in [button.payload for button in reply.said[-1].buttons]
    lives = read_home("wales/Cardiff", known.knowledge)
    assert asked("breaks", nation="scotland", person_home=lives).home_for("person") == lives, (
        "a home told counts for more"
    )
