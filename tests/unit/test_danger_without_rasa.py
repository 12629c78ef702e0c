"""Danger is seen by the web service itself, so that its reply needs neither Rasa nor the action server."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.unit.fake_rasa import FakeRasa
from tests.unit.test_turns import DANGER, send
from waymark.knowledge.knowledge import Knowledge


@pytest.fixture
def alone(service: TestClient, rasa: FakeRasa) -> TestClient:
    """The service with a Rasa that answers nothing."""
    rasa.items = []
    return service


def test_possible_danger_leads_with_a_kind_line_and_somebody_to_ring(alone: TestClient, knowledge: Knowledge) -> None:
    maybe = next(p for p in knowledge.risk_patterns if (p.kind, p.level) == ("suicide", "possible"))
    reply = send(alone, maybe.example)
    assert reply["turn"]["status"] == "error"
    assert reply["turn"]["risk"] == {"kind": "suicide", "level": "possible"}
    assert reply["messages"][0]["text"].startswith(knowledge.danger_replies["suicide"].possible_line)
    assert "116 123" in reply["messages"][0]["text"]


@pytest.mark.parametrize(
    "typed",
    [
        DANGER,
        DANGER.upper(),
        f"/{DANGER}",
        f"My number is 07911 123456. {DANGER}.",
        f"{'I am tired. ' * 400}{DANGER}.",
        f"<{DANGER}>",
        f"<b>{DANGER}</b>",
        "I want to <b>kill</b> myself",
        f"<p>hello</p> {DANGER}",
    ],
    ids=[
        "plain",
        "capitals",
        "a slash",
        "with a number",
        "at the end of a long story",
        "in brackets",
        "bold",
        "one word bold",
        "after a tag",
    ],
)
def test_it_is_seen_however_it_is_typed(typed: str, alone: TestClient) -> None:
    assert send(alone, typed)["turn"]["status"] == "crisis"


def test_rasa_sees_it_too_when_it_stands_in_brackets(service: TestClient, rasa: FakeRasa) -> None:
    send(service, f"<{DANGER}>")
    assert rasa.said == DANGER


def test_it_is_seen_in_a_payload_that_was_not_offered(alone: TestClient) -> None:
    assert send(alone, payload=DANGER)["turn"]["status"] == "crisis"


def test_a_pressed_button_is_no_danger(alone: TestClient) -> None:
    assert send(alone, payload='/ask{"topic": "mental_health"}')["turn"]["status"] == "error"


def test_every_pattern_of_certain_danger_gets_a_fixed_reply(alone: TestClient, knowledge: Knowledge) -> None:
    for pattern in knowledge.risk_patterns:
        reply = send(alone, pattern.example)
        assert reply["turn"]["risk"] is not None, pattern.example
        assert (reply["turn"]["status"] == "crisis") == (reply["turn"]["risk"]["level"] == "certain")
