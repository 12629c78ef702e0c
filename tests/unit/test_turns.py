"""The way of a message through the web service, with Rasa answering, slow, broken and away."""

from __future__ import annotations

import logging
from typing import Any, Dict, Iterator

import pytest
from starlette.testclient import TestClient

from tests.unit.fake_rasa import FakeRasa, item, turn
from waymark.dialogue.words import Words
from waymark.knowledge.knowledge import Knowledge

ASK = '/ask{"topic": "money"}'
DANGER = "I want to kill myself"


def send(service: TestClient, text: str | None = None, session: str | None = None, **body: Any) -> Dict[str, Any]:
    given = {"text": text, "session": session, **body}
    response = service.post("/api/messages", json={key: value for key, value in given.items() if value is not None})
    assert response.status_code == 200, response.text
    return response.json()  # type: ignore[no-any-return]


def test_a_message_gets_rasas_reply_and_a_session(service: TestClient, rasa: FakeRasa) -> None:
    rasa.items = [item("Help is here.", topic="money")]
    reply = send(service, "money please")
    assert [message["text"] for message in reply["messages"]] == ["Help is here."]
    assert reply["turn"] == turn(topic="money")
    assert reply["session"]
    assert rasa.said == "money please"


def test_one_session_is_one_conversation_and_no_session_a_new_one(service: TestClient, rasa: FakeRasa) -> None:
    session = send(service, "one")["session"]
    send(service, "two", session)
    send(service, "three")
    send(service, "four", "forged")
    senders = [message["sender"] for message in rasa.received]
    assert senders[0] == senders[1]
    assert len(set(senders)) == 3


def test_personal_details_never_reach_rasa(service: TestClient, rasa: FakeRasa) -> None:
    send(service, "I'm jo@example.org, 07911 123456, DD2 3AB")
    assert rasa.said == "I'm [e-mail], [phone number], DD2"


@pytest.mark.parametrize(
    ("typed", "heard"),
    [("/restart_chat", "restart_chat"), (f"//{ASK}", ASK[1:]), (" / hello", "hello"), ("/ /restart", "restart")],
)
def test_what_is_typed_is_never_a_payload(typed: str, heard: str, service: TestClient, rasa: FakeRasa) -> None:
    send(service, typed)
    assert rasa.said == heard


@pytest.mark.parametrize("typed", ["/", "///", " / "])
def test_a_message_of_slashes_alone_is_not_sent_empty(typed: str, service: TestClient, rasa: FakeRasa) -> None:
    send(service, typed)
    assert rasa.said.strip()


def test_buttons_go_out_signed_and_are_taken_back(service: TestClient, rasa: FakeRasa) -> None:
    rasa.items = [item(buttons=[{"title": "Work", "payload": '/ask{"topic": "work"}'}])]
    reply = send(service, "money please")
    offered = reply["messages"][0]["buttons"][0]
    assert offered["title"] == "Work"
    assert offered["payload"] != '/ask{"topic": "work"}'
    send(service, session=reply["session"], payload=offered["payload"])
    assert rasa.said == '/ask{"topic": "work"}'
    send(service, payload=offered["payload"])
    assert rasa.said == 'ask{"topic": "work"}', "another conversation's button is read as text"


@pytest.mark.parametrize(
    "payload", ['/ask{"topic": "advocacy"}', "/restart", '/say_where{"home": "dundee"}~0123456789abcdef0123']
)
def test_a_payload_that_was_not_offered_is_read_as_text(payload: str, service: TestClient, rasa: FakeRasa) -> None:
    send(service, payload=payload)
    assert not rasa.said.startswith("/")


def test_the_first_screens_buttons_need_no_session(service: TestClient, rasa: FakeRasa, words: Words) -> None:
    for payload in words.payloads():
        send(service, payload=payload)
        assert rasa.said == payload


def test_cards_are_filled_from_the_knowledge(service: TestClient, rasa: FakeRasa, knowledge: Knowledge) -> None:
    closed = next(support.id for support in knowledge.supports.values() if not support.is_live)
    names = ["carers-uk-helpline", closed, "nobody"]
    rasa.items = [item(cards=[{"id": name, "why": "for you"} for name in names])]
    cards = send(service, "hello")["messages"][0]["cards"]
    assert [(card["id"], card["why"]) for card in cards] == [("carers-uk-helpline", "for you")]
    assert cards[0]["phone"] == knowledge.supports["carers-uk-helpline"].contact.phone


def test_two_items_are_one_reply(service: TestClient, rasa: FakeRasa) -> None:
    rasa.items = [item("First.", topic="money"), item("Second.", topic="work")]
    reply = send(service, "hello")
    assert [message["text"] for message in reply["messages"]] == ["First.", "Second."]
    assert reply["turn"]["topic"] == "work"


def test_the_danger_record_beats_the_others(service: TestClient, rasa: FakeRasa) -> None:
    rasa.items = [item("Ring 999.", "crisis", risk={"kind": "suicide", "level": "certain"}), item("Second.")]
    reply = send(service, DANGER)
    assert reply["turn"]["status"] == "crisis"
    assert reply["messages"][0]["text"] == "Ring 999."


BROKEN: Dict[str, Dict[str, Any]] = {
    "nothing": {"items": []},
    "an error": {"status": 500, "body": b"oh no"},
    "an error with items": {"status": 500},
    "too slow": {"delay_s": 1.0},
    "not JSON": {"body": b"<html>"},
    "not text": {"body": b"\xff\xfe"},
    "an object": {"body": b'{"error": "x"}'},
    "null": {"body": b"null"},
    "a list of words": {"body": b'["hello"]'},
    "a list of nothing": {"body": b"[null]"},
    "words without a record": {"items": [{"recipient_id": "x", "text": "hello"}]},
    "a record that is none": {"items": [{"custom": {"turn": None, "messages": []}}]},
    "a record without a status": {"items": [{"custom": {"turn": {}, "messages": []}}]},
    "a record without messages": {"items": [{"custom": {"turn": turn()}}]},
    "a record with no message": {"items": [{"custom": {"turn": turn(), "messages": []}}]},
    "a message without buttons": {"items": [{"custom": {"turn": turn(), "messages": [{"text": "hello"}]}}]},
}


@pytest.fixture(params=BROKEN)
def broken(request: pytest.FixtureRequest, service: TestClient, rasa: FakeRasa) -> Iterator[TestClient]:
    """The service in front of a Rasa that is broken in one of many ways."""
    logging.disable(logging.ERROR)
    for name, value in BROKEN[request.param].items():
        setattr(rasa, name, value)
    yield service
    logging.disable(logging.NOTSET)


def test_whatever_fails_there_is_somebody_to_ring(broken: TestClient, knowledge: Knowledge) -> None:
    reply = send(broken, "I need a break")
    assert reply["turn"] == turn("error")
    text = reply["messages"][0]["text"]
    assert str(knowledge.supports["carers-uk-helpline"].contact.phone) in text
    assert "999" in text


def test_whatever_fails_danger_gets_its_fixed_reply(broken: TestClient, knowledge: Knowledge) -> None:
    reply = send(broken, DANGER)
    assert reply["turn"]["status"] == "crisis"
    assert reply["turn"]["risk"] == {"kind": "suicide", "level": "certain"}
    text = reply["messages"][0]["text"]
    assert text.startswith(knowledge.danger_replies["suicide"].first_line)
    assert "116 123" in text
    assert "/carry_on" in reply["messages"][0]["buttons"][1]["payload"]
