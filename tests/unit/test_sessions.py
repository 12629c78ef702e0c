"""Signed sessions and signed buttons: only what this service gave out is taken."""

from __future__ import annotations

import time

import pytest

from waymark.web.sessions import LONGEST_S, Sessions

ASK = '/ask{"topic": "money"}'


@pytest.fixture
def sessions() -> Sessions:
    return Sessions("a secret of the tests")


def test_a_token_gives_its_conversation_back(sessions: Sessions) -> None:
    conversation = sessions.new()
    assert sessions.conversation(sessions.token(conversation)) == conversation


def test_conversations_are_long_and_never_the_same(sessions: Sessions) -> None:
    made = {sessions.new() for _ in range(100)}
    assert len(made) == 100
    assert min(map(len, made)) >= 20


@pytest.mark.parametrize("token", [None, "", "x", "a.b.c", "ImZvcmdlZCI.aaaa.bbbb", "🙂", "." * 5000])
def test_a_forged_token_gives_none(token: str | None, sessions: Sessions) -> None:
    assert sessions.conversation(token) is None


def test_a_token_that_was_changed_gives_none(sessions: Sessions) -> None:
    token = sessions.token("abc")
    for place in range(0, len(token), 3):
        changed = token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :]
        assert sessions.conversation(changed) in (None, "abc")
    assert sessions.conversation(token[:-2] + "xx") is None


def test_a_token_of_another_service_gives_none(sessions: Sessions) -> None:
    assert sessions.conversation(Sessions("another secret of 16").token("abc")) is None


def test_a_token_of_something_else_than_a_conversation_gives_none(sessions: Sessions) -> None:
    assert sessions.conversation(sessions.token(["abc"])) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(("age", "accepted"), [(LONGEST_S - 60, True), (LONGEST_S + 60, False)])
def test_a_token_too_old_gives_none(
    age: int, accepted: bool, sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now - age)
    token = sessions.token("abc")
    monkeypatch.setattr(time, "time", lambda: now)
    assert (sessions.conversation(token) == "abc") is accepted


@pytest.mark.parametrize(
    "payload", [ASK, "/more", '/say_where{"home": "wales/Môn"}', '/say_where{"home": "shared/King\'s Cross"}']
)
def test_an_offered_payload_is_taken_in_its_conversation(payload: str, sessions: Sessions) -> None:
    assert sessions.accepted("abc", sessions.offer("abc", payload)) == payload


def test_a_payload_offered_in_another_conversation_is_refused(sessions: Sessions) -> None:
    assert sessions.accepted("xyz", sessions.offer("abc", ASK)) is None


@pytest.mark.parametrize(
    "offered",
    [
        ASK,
        ASK + "~",
        ASK + "~0123456789abcdef0123",
        "/restart",
        "",
        "~",
        "hello",
        ASK + "~é",
    ],
)
def test_a_payload_that_was_not_offered_is_refused(offered: str, sessions: Sessions) -> None:
    assert sessions.accepted("abc", offered) is None


def test_an_offered_payload_that_was_changed_is_refused(sessions: Sessions) -> None:
    offered = sessions.offer("abc", ASK)
    assert sessions.accepted("abc", offered.replace("money", "legal")) is None
    assert sessions.accepted("abc", offered + "0") is None
    assert sessions.accepted("abc", offered[:-1]) is None


@pytest.mark.parametrize("payload", ["ask", "/ask{{}}", "/ask {}", "text", '/ask{"a": {"b": 1}}', "/ASK", "/more\n"])
def test_a_payload_out_of_form_is_refused_even_when_signed(payload: str, sessions: Sessions) -> None:
    assert sessions.accepted("abc", sessions.offer("abc", payload)) is None
