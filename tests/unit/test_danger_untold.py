"""A danger that was answered while Rasa was away: Rasa hears of it before the next message, once."""

from __future__ import annotations

from typing import Any, Dict, List

import pytest
from starlette.testclient import TestClient

from tests.unit.fake_rasa import FakeRasa
from tests.unit.test_turns import DANGER, send
from waymark.knowledge.knowledge import Knowledge
from waymark.operations.settings import Settings
from waymark.web.app import create_app
from waymark.web.sessions import Session
from waymark.web.untold import MOST, Untold


def noted(rasa: FakeRasa) -> List[Dict[str, Any]]:
    """Messages that Rasa was told of as having been answered without it."""
    conversation = rasa.received[-1]["sender"]
    return [each for each in rasa.events[conversation] if (each.get("parse_data") or {}).get("intent")]


def answered_alone(service: TestClient, rasa: FakeRasa, text: str = DANGER) -> str:
    """A guide asks; the message of danger comes while Rasa is away. The session to go on with."""
    session = send(service, "find a break")["session"]
    rasa.status = 500
    reply = send(service, text, session)
    assert reply["turn"]["risk"] is not None
    rasa.status = 200
    return str(reply["session"])


def test_rasa_hears_of_it_before_the_next_message(service: TestClient, rasa: FakeRasa, knowledge: Knowledge) -> None:
    session = answered_alone(service, rasa)
    send(service, "40 hours", session)
    events = rasa.events[rasa.received[-1]["sender"]]
    told = noted(rasa)
    assert [each["parse_data"]["intent"]["name"] for each in told] == ["risk"]
    assert told[0]["parse_data"]["risk"] == {"kind": "suicide", "level": "certain"}
    place = events.index(told[0])
    assert [each["event"] for each in events[place : place + 5]] == ["user", "slot", "action", "bot", "action"]
    assert events[place + 1] == {"event": "slot", "name": "danger", "value": "suicide"}
    custom = events[place + 3]["data"]["custom"]
    assert custom["messages"][0]["text"].startswith(knowledge.danger_replies["suicide"].first_line)
    assert events[place + 5]["text"] == "40 hours"
    assert DANGER not in str(events), "the words were never stored"


def test_it_is_told_once(service: TestClient, rasa: FakeRasa) -> None:
    session = answered_alone(service, rasa)
    for text in ("40 hours", "and 20 minutes"):
        session = send(service, text, session)["session"]
    assert len(noted(rasa)) == 1


def test_a_page_that_goes_on_with_its_older_token_is_not_told_again(service: TestClient, rasa: FakeRasa) -> None:
    session = answered_alone(service, rasa)
    for text in ("40 hours", "and 20 minutes", "and more"):
        send(service, text, session)
    assert len(noted(rasa)) == 1


def test_a_page_that_goes_on_with_its_first_token_is_told(service: TestClient, rasa: FakeRasa) -> None:
    first = send(service, "find a break")["session"]
    rasa.status = 500
    send(service, DANGER, first)
    rasa.status = 200
    send(service, "40 hours", first)
    assert len(noted(rasa)) == 1


def test_a_restart_between_loses_nothing(service: TestClient, rasa: FakeRasa, web_settings: Settings) -> None:
    session = answered_alone(service, rasa)
    with TestClient(create_app(web_settings)) as restarted:
        send(restarted, "40 hours", session)
    assert len(noted(rasa)) == 1


def test_while_rasa_stays_away_it_waits(service: TestClient, rasa: FakeRasa) -> None:
    session = answered_alone(service, rasa)
    rasa.status = 500
    session = send(service, "40 hours", session)["session"]
    rasa.status = 200
    send(service, "40 hours", session)
    assert len(noted(rasa)) == 1


def test_a_pressed_button_comes_after_it_too(service: TestClient, rasa: FakeRasa) -> None:
    session = answered_alone(service, rasa)
    send(service, session=session, payload="/carry_on")
    assert len(noted(rasa)) == 1
    assert rasa.said == "/carry_on"


def test_a_possible_danger_is_told_too(service: TestClient, rasa: FakeRasa, knowledge: Knowledge) -> None:
    maybe = next(p for p in knowledge.risk_patterns if (p.kind, p.level) == ("suicide", "possible"))
    session = answered_alone(service, rasa, maybe.example)
    send(service, "40 hours", session)
    assert len(noted(rasa)) == 1


@pytest.mark.parametrize("text", ["I need a break", "hello"])
def test_a_harmless_message_leaves_nothing_to_tell(text: str, service: TestClient, rasa: FakeRasa) -> None:
    session = send(service, "find a break")["session"]
    rasa.status = 500
    session = send(service, text, session)["session"]
    rasa.status = 200
    send(service, "40 hours", session)
    assert noted(rasa) == []


def test_what_is_cleared_is_not_told(service: TestClient, rasa: FakeRasa) -> None:
    session = answered_alone(service, rasa)
    service.post("/api/clear", json={"session": session})
    send(service, "40 hours", session)
    assert noted(rasa) == []


def test_only_so_many_are_remembered() -> None:
    untold = Untold()
    for number in range(MOST + 5):
        untold.note(str(number), "suicide")
    assert untold.of("0") is None
    assert untold.of(str(MOST + 4)) == "suicide"
    untold.recall(Session("0", untold="self_harm"))
    assert untold.of("0") == "self_harm"
