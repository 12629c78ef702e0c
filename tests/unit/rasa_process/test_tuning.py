"""Rasa tuned in the process does what Rasa does, only sooner."""

from __future__ import annotations

from typing import Any, Callable

import pytest
from jsonschema import ValidationError
from rasa.core.actions import action
from rasa.shared.core import events
from rasa.shared.core.events import Event

from waymark.rasa.tune import tune_rasa

#: As Rasa comes, kept before anything is tuned.
ORIGINAL = action.RemoteAction._validate_action_result
ORIGINAL_RESOLVE = Event.resolve_by_type

SLOT = {"event": "slot", "timestamp": None, "name": "topic", "value": "money"}
RESPONSE = {"custom": {"messages": [], "turn": {}}, "text": None, "buttons": [], "elements": [], "attachment": None}
GOOD = {
    "nothing": {"events": [], "responses": []},
    "a slot": {"events": [SLOT], "responses": []},
    "a slot of a list": {"events": [{**SLOT, "value": ["a", "b"]}], "responses": []},
    "a response": {"events": [], "responses": [RESPONSE]},
    "several": {
        "events": [SLOT, {"event": "followup", "name": "action_listen", "timestamp": 1.5}],
        "responses": [RESPONSE],
    },
    "more than is known": {"events": [], "responses": [], "extra": 1},
    "no events": {"responses": []},
    "no responses": {"events": []},
    "an empty object": {},
}
BAD = {
    "events that are none": {"events": "none", "responses": []},
    "an event without a kind": {"events": [{"name": "topic"}], "responses": []},
    "an event that is words": {"events": ["slot"], "responses": []},
    "an event that is nothing": {"events": [None], "responses": []},
    "responses that are none": {"events": [], "responses": {}},
    "a response that is words": {"events": [], "responses": ["hello"]},
    "a list": [],
    "words": "hello",
    "nothing at all": None,
}


@pytest.fixture
def tuned() -> Callable[[Any], bool]:
    assert tune_rasa(3.0)
    assert action.RemoteAction._validate_action_result is not ORIGINAL
    remote = action.RemoteAction("action_answer", None)
    return lambda result: bool(remote._validate_action_result(result))


def verdict(check: Callable[[Any], bool], result: Any) -> str:
    try:
        return str(check(result))
    except ValidationError:
        return "refused"


def as_rasa_comes(result: Any) -> bool:
    return bool(ORIGINAL(action.RemoteAction("action_answer", None), result))


@pytest.mark.parametrize("name", [*GOOD, *BAD])
def test_both_checks_agree(name: str, tuned: Callable[[Any], bool]) -> None:
    result = {**GOOD, **BAD}[name]
    assert verdict(tuned, result) == verdict(as_rasa_comes, result)


@pytest.mark.parametrize("name", ["nothing", "a slot", "a response", "several"])
def test_what_actions_answer_is_taken(name: str, tuned: Callable[[Any], bool]) -> None:
    assert tuned(GOOD[name]) is True


@pytest.mark.parametrize(
    "name", ["events that are none", "an event without a kind", "a response that is words", "a list"]
)
def test_what_no_action_answers_is_refused(name: str, tuned: Callable[[Any], bool]) -> None:
    with pytest.raises(ValidationError):
        tuned(BAD[name])


def test_an_action_is_waited_for_as_long_as_it_is_set(tuned: Callable[[Any], bool]) -> None:
    assert action.DEFAULT_REQUEST_TIMEOUT == 3.0


def test_events_are_found_as_before(tuned: Callable[[Any], bool]) -> None:
    for name in ("user", "bot", "slot", "action", "session_started", "followup", "restart", "reset_slots"):
        assert Event.resolve_by_type(name) is ORIGINAL_RESOLVE(name)
    with pytest.raises(ValueError, match="Unknown event name 'nothing'"):
        Event.resolve_by_type("nothing")
    assert Event.resolve_by_type("slot", events.SlotSet) is events.SlotSet
    assert events.Event.from_parameters(SLOT) == events.SlotSet("topic", "money")
