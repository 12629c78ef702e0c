"""What is no proper request is answered with a problem in words; a proper one never with a failure."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.unit.fake_rasa import FakeRasa
from waymark.operations.settings import Settings
from waymark.web.app import create_app
from waymark.web.bodies import MOST_BYTES

URL = "/api/messages"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"hello", 400),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b"[" * 50_000, 400),
        (b"[]", 400),
        (b'"text"', 400),
        (b"null", 400),
        (b"42", 400),
        (b"{}", 422),
        (b'{"text": ""}', 422),
        (b'{"text": " \\n\\t "}', 422),
        (b'{"text": null}', 422),
        (b'{"payload": ""}', 422),
        (b'{"text": 42}', 422),
        (b'{"text": ["hello"]}', 422),
        (b'{"text": {"a": 1}}', 422),
        (b'{"payload": {"intent": "ask"}}', 422),
        (b'{"text": "hi", "session": 7}', 422),
        (json.dumps({"text": "a" * 20_001}).encode(), 413),
        (json.dumps({"text": "a" * MOST_BYTES}).encode(), 413),
        (b"x" * (MOST_BYTES + 1), 413),
    ],
    ids=lambda value: value[:24].decode("latin-1") if isinstance(value, bytes) else str(value),
)
def test_it_is_told_in_words_what_is_wrong(body: bytes, status: int, service: TestClient, rasa: FakeRasa) -> None:
    response = service.post(URL, content=body)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert problem["status"] == status
    assert problem["detail"].endswith(".")
    assert len(problem["detail"].split()) >= 4
    assert rasa.received == []


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", URL, 405), ("PUT", URL, 405), ("GET", "/nothing", 404), ("POST", "/", 405)]
)
def test_another_address_or_way_is_a_problem_too(method: str, path: str, status: int, service: TestClient) -> None:
    response = service.request(method, path)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["detail"]


ODD = [
    "🙂",
    "é" * 1_000,
    "\u0000",
    "\ud800",
    '/ask{"topic": "\ud800"}~x',
    "‮abc",
    "{}",
    "<script>alert(1)</script>",
    "NaN",
    "?",
    "~",
    "a~b",
]


@pytest.mark.parametrize("text", ODD, ids=[repr(text[:10]) for text in ODD])
@pytest.mark.parametrize("field", ["text", "payload"])
def test_whatever_is_typed_gets_a_turn(field: str, text: str, service: TestClient) -> None:
    response = service.post(URL, content=json.dumps({field: text}))
    assert response.status_code == 200
    assert response.json()["turn"]["status"]


@pytest.mark.parametrize("session", ["", "x", "é.é.é", "a" * 10_000, "~", "\u0000", "\ud800"])
def test_a_session_that_is_not_ours_starts_a_new_conversation(session: str, service: TestClient) -> None:
    response = service.post(URL, content=json.dumps({"text": "hello", "session": session}))
    assert response.status_code == 200
    assert response.json()["session"] != session


def test_the_longest_message_in_any_script_is_taken(service: TestClient) -> None:
    """As a browser sends it, and with every character escaped."""
    body = {"text": "語" * 20_000}
    for content in (json.dumps(body, ensure_ascii=False).encode(), json.dumps(body).encode()):
        assert service.post(URL, content=content).status_code == 200


@pytest.mark.parametrize("piece", ["a", "0", "<script ", "<script>", "<b", "kill my", "i want to ", "\n", "/"])
def test_no_message_holds_up_the_others(piece: str, service: TestClient) -> None:
    """One process answers everybody: looking at the longest message must take next to nothing."""
    text = piece * (20_000 // len(piece))
    started = time.process_time()
    assert service.post(URL, json={"text": text}).status_code in (200, 422)
    assert time.process_time() - started < 0.6


def test_nobody_may_begin_conversations_without_end(web_settings: Settings, rasa: FakeRasa) -> None:
    few = Settings(**{**vars(web_settings), "conversations_a_minute": 3})
    with TestClient(create_app(few)) as client:
        answers: list[Any] = [client.post(URL, json={"text": "hello"}) for _ in range(4)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
        assert "wait" in answers[-1].json()["detail"]
        session = answers[0].json()["session"]
        assert client.post(URL, json={"text": "hello", "session": session}).status_code == 200
        assert len(rasa.received) == 4


def test_nobody_may_send_without_end_in_one_conversation(web_settings: Settings, rasa: FakeRasa) -> None:
    few = Settings(**{**vars(web_settings), "messages_a_minute": 3})
    with TestClient(create_app(few)) as client:
        session = client.post(URL, json={"text": "hello"}).json()["session"]
        answers = [client.post(URL, json={"text": "hello", "session": session}).status_code for _ in range(4)]
        assert answers == [200, 200, 200, 429]
        assert client.post(URL, json={"text": "hello"}).status_code == 200, "the others are not held up"
