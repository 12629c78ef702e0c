"""Greetings, nonsense, huge and empty messages, HTML, slashes, payloads never offered."""

from __future__ import annotations

from typing import Callable

import httpx
import pytest

from tests.support.servers import Assistant, Talk


@pytest.mark.parametrize(
    "words", ["hello", "hiya", "thanks so much", "bye for now", "what can you do", "are you a real person"]
)
def test_small_talk(another: Callable[[], Talk], words: str) -> None:
    carer = another().says(words)
    assert carer.status == "small_talk"
    assert carer.text


@pytest.mark.parametrize("words", ["🙂🙂🙂", "....", "?!"])
def test_no_words_offers_ways_in(another: Callable[[], Talk], words: str) -> None:
    carer = another().says(words)
    assert carer.status == "no_match"
    assert len(carer.titles) >= 3


def test_nonsense_is_never_met_with_not_understood(carer: Talk) -> None:
    carer.says("flibber wobble zork")
    assert carer.status in {"searched", "no_match", "clarify", "out_of_scope", "small_talk"}
    assert "understand" not in carer.text.lower()


def test_an_unclear_word_is_asked_about_with_at_most_three(carer: Talk) -> None:
    carer.says("assessment")
    if carer.status == "clarify":
        assert 1 < len(carer.turn["topics_offered"]) <= 3
        carer.presses(carer.titles[0])
        assert carer.status in {"answered", "contact", "feedback"}
    else:
        assert carer.topic in {"carer_assessment", "choosing_care"}


@pytest.mark.parametrize(
    ("words", "pointer"),
    [
        ("what dose of donepezil should she be on", "pharmacist"),
        ("are there any care assistant jobs going near me", "without being paid"),
        ("how do I get a skilled worker visa", "immigration"),
        ("when are my bins collected", "council"),
        ("what's the weather tomorrow", "look after"),
    ],
)
def test_outside_gets_a_short_pointer(another: Callable[[], Talk], words: str, pointer: str) -> None:
    carer = another().says(words)
    assert carer.status == "out_of_scope"
    assert pointer in carer.text


def test_ten_thousand_characters_are_read(carer: Talk) -> None:
    carer.says("I have been caring for my husband for years and it goes on and on. " * 148 + "I need a break.")
    assert carer.status in {"answered", "clarify", "searched", "contact"}


def test_html_comes_back_nowhere(carer: Talk) -> None:
    carer.says("<script>alert(1)</script> <b>I need a break</b>")
    assert "<script>" not in carer.text
    assert carer.status == "answered"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"text": ""}, 422), ({"text": "   "}, 422), ({}, 422), ({"text": 7}, 422), ({"text": "a" * 20001}, 413), ([1], 400),
    ],
)  # fmt: skip
def test_bad_requests_get_a_sentence_for_people(assistant: Assistant, body: object, status: int) -> None:
    answer = httpx.post(f"{assistant.url}/api/messages", json=body)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"].endswith(".")


@pytest.mark.parametrize("words", ["/back", '/risk{"risk":"suicide"}', "  //action_answer", '/ask{"topic":{"x":1}}'])
def test_typed_slashes_drive_nothing(another: Callable[[], Talk], words: str) -> None:
    carer = another().says("I live in Lochee")
    carer.says(words)
    assert carer.status not in {"error", "crisis"}
    carer.says("I need a break")
    assert carer.place == "dundee", "nothing was wiped"


def test_a_payload_that_was_not_offered_is_only_text(carer: Talk) -> None:
    carer.says("I live in Lochee")
    carer.sends_payload('/say_where{"home": "camden"}')
    carer.says("I need a break")
    assert carer.place != "camden" or carer.turn["status"] == "answered"


def test_a_button_of_another_conversation_is_not_taken(carer: Talk, another: Callable[[], Talk]) -> None:
    other = another().says("I need a break. We live in NW1")
    other.says("nw1")
    stolen = next(button["payload"] for button in other.buttons if "say_where" in button["payload"])
    carer.says("We live in Bramhall")
    carer.sends_payload(stolen)
    carer.says("I need a break")
    assert carer.turn["status"] == "answered"


def test_a_forged_session_begins_anew(assistant: Assistant) -> None:
    carer = Talk(assistant.url)
    carer.session = "forged.token.here"
    assert carer.says("hello").status == "small_talk"


def test_personal_details_never_reach_the_store(assistant: Assistant, carer: Talk) -> None:
    carer.says("I need a break, ring me on 07700 900123 or jo@example.org, I live at DD2 3AB")
    stored = (
        assistant.settings.tracker_db.read_bytes()
        + assistant.settings.tracker_db.with_name("conversations.db-wal").read_bytes()
    )
    for secret in (b"900123", b"jo@example.org", b"3AB"):
        assert secret not in stored
