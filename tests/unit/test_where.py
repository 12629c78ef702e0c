"""Asking and understanding where people live: once, never in the way of an answer, and the nation right."""

from __future__ import annotations

import json
from typing import Any, Optional

import pytest

from tests.unit.homes import HOMES, called
from tests.unit.replies import cards_of, check_cards, check_words, words_of
from waymark.dialogue.answering import Known, answer
from waymark.dialogue.placing import place_said, place_skipped
from waymark.dialogue.reply import Reply
from waymark.dialogue.situation import Danger, Situation
from waymark.dialogue.words import Words
from waymark.knowledge.homes import NOWHERE, read_home
from waymark.knowledge.knowledge import Knowledge


@pytest.fixture
def known(knowledge: Knowledge, words: Words) -> Known:
    return Known(knowledge, words)


def said(known: Known, key: Optional[str], topic: Optional[str] = None, **given: Any) -> Reply:
    """The reply to a message that only says `key`."""
    home = read_home(key, known.knowledge)
    return place_said(Situation(person_home=home, topic=topic, homes_in_message=key is not None, **given), known)


def homes_offered(reply: Reply) -> list[str]:
    payloads = [button.payload for button in reply.said[-1].buttons if button.payload.startswith("/say_where")]
    return [json.loads(payload.removeprefix("/say_where"))["home"] for payload in payloads]


def test_the_answer_never_waits_for_the_place(known: Known) -> None:
    reply = answer(Situation(topics=("breaks",)), known)
    assert reply.turn.status == "answered"
    assert cards_of(reply)
    assert reply.said[-1].buttons[0].payload == "/skip"


def test_the_place_is_asked_once(known: Known) -> None:
    first = answer(Situation(topics=("breaks",)), known)
    assert known.words.say("utter_ask_where") in words_of(first)
    again = answer(Situation(topics=("breaks",), asked_where=first.remember["asked_where"]), known)
    assert known.words.say("utter_ask_where") not in words_of(again)
    assert not [button for button in again.said[-1].buttons if button.payload == "/skip"]


def test_which_council_of_a_place_is_asked_once(known: Known) -> None:
    home = read_home("dorset", known.knowledge)
    first = answer(Situation(topics=("carer_assessment",), person_home=home), known)
    assert homes_offered(first) == ["dorset/dorset-council", "dorset/bcp"]
    told = Situation(topics=("carer_assessment",), person_home=home, asked_where=first.remember["asked_where"])
    assert homes_offered(answer(told, known)) == []


@pytest.mark.parametrize("key", [home for home in HOMES if home and not home.startswith("shared")], ids=called)
def test_a_place_said_brings_help_near_it_for_the_topic_asked_about(key: str, known: Known) -> None:
    home = read_home(key, known.knowledge)
    reply = said(known, key, "breaks")
    assert reply.turn.status == "answered"
    assert reply.turn.to_dict()["place"] == home.place
    assert reply.turn.to_dict()["nation"] == home.nation
    check_words(reply, home)
    check_cards(reply, home, known.knowledge)
    assert cards_of(reply)


@pytest.mark.parametrize("key", ["dundee", "wales/Cardiff", "scotland", "outside_uk"])
def test_a_place_said_before_anything_was_asked_offers_the_ways_in(key: str, known: Known) -> None:
    reply = said(known, key)
    assert reply.turn.status == "small_talk"
    assert len(reply.said[-1].buttons) == 4


@pytest.mark.parametrize(
    ("key", "homes"),
    [("shared/NW1", ["camden/camden-council", "england/Westminster"]), ("shared/DD2", ["dundee/dundee-city"])],
)
def test_a_shared_district_is_asked_about(key: str, homes: list[str], known: Known) -> None:
    reply = said(known, key, "breaks")
    assert reply.turn.status == "clarify"
    assert set(homes) <= set(homes_offered(reply))
    assert reply.said[-1].buttons[-1].payload == "/skip"
    titles = [button.title for button in reply.said[-1].buttons]
    assert len(set(titles)) == len(titles)


def test_every_home_offered_for_a_shared_name_is_understood(known: Known) -> None:
    for place in known.knowledge.places.values():
        for district in place.postcodes:
            if district.councils and district.shared_with:
                for home in homes_offered(said(known, f"shared/{district.district}", "breaks")):
                    found = read_home(home, known.knowledge)
                    assert found != NOWHERE
                    assert found.shared is None


def test_a_place_that_is_not_found_is_asked_for_again(known: Known) -> None:
    reply = said(known, None, "breaks")
    assert reply.turn.status == "clarify"
    assert known.words.say("utter_place_not_found") in words_of(reply)


def test_a_carer_may_keep_the_place_to_themselves(known: Known) -> None:
    reply = place_skipped(Situation(topic="breaks"), known)
    assert reply.remember["asked_where"]
    assert reply.turn.status == "small_talk"
    assert reply.said[0].buttons


def test_that_we_hold_nothing_local_is_said_once_a_town(known: Known) -> None:
    home = read_home("england/Leeds", known.knowledge)
    note = known.words.say("utter_not_local", town="Leeds", nation="England")
    assert note in words_of(answer(Situation(topics=("breaks",), person_home=home), known))
    again = Situation(topics=("breaks",), person_home=home, told_not_local="Leeds")
    assert note not in words_of(answer(again, known))


@pytest.mark.parametrize(("topic", "local"), [("money", "camden"), ("work", "camden"), ("carer_assessment", "dundee")])
def test_two_homes_are_held_apart(topic: str, local: str, known: Known) -> None:
    """The carer's decides money and work; the person's decides care and the assessment."""
    homes = {name: read_home(name, known.knowledge) for name in ("camden", "dundee")}
    reply = answer(
        Situation(topics=(topic,), carer_home=homes["camden"], person_home=homes["dundee"], asked_where=True), known
    )
    assert reply.turn.to_dict()["place"] == local
    check_cards(reply, homes[local], known.knowledge)


@pytest.mark.parametrize("key", ["dundee", "england/Leeds", "shared/NW1", None])
def test_possible_danger_in_a_message_about_the_place_is_answered_first(key: Optional[str], known: Known) -> None:
    reply = said(known, key, "breaks", danger=Danger("suicide", "possible"))
    assert reply.said[0].text.startswith(known.knowledge.danger_replies["suicide"].possible_line)
    assert reply.turn.to_dict()["risk"] == {"kind": "suicide", "level": "possible"}
