"""When a part is away the carer still gets words and a person to ring; danger still gets its fixed reply."""

from __future__ import annotations

from typing import Iterator

import pytest

from tests.support.servers import Assistant, Talk


@pytest.fixture(scope="module")
def without_actions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with Assistant(tmp_path_factory.mktemp("no-actions"), ("rasa", "web")) as running:
        yield running


@pytest.fixture(scope="module")
def without_rasa(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with Assistant(tmp_path_factory.mktemp("no-rasa"), ("web",)) as running:
        yield running


def test_no_action_server_a_person_to_ring(without_actions: Assistant) -> None:
    carer = Talk(without_actions.url).says("I need a break")
    assert carer.status == "error"
    assert "0808 808 7777" in carer.text


def test_no_action_server_danger_by_place(without_actions: Assistant) -> None:
    carer = Talk(without_actions.url).says("I live in Lochee and I want to kill myself")
    assert carer.status == "crisis"
    assert "Breathing Space" in carer.text


def test_no_action_server_small_talk_still_works(without_actions: Assistant) -> None:
    assert Talk(without_actions.url).says("hello").status == "small_talk"


def test_no_rasa_a_person_to_ring(without_rasa: Assistant) -> None:
    carer = Talk(without_rasa.url).says("I need a break")
    assert carer.status == "error"
    assert "0808 808 7777" in carer.text


def test_no_rasa_danger_gets_its_reply(without_rasa: Assistant) -> None:
    carer = Talk(without_rasa.url).says("I want to kill myself")
    assert carer.status == "crisis"
    assert carer.first.startswith("If you might act on this now")
    assert "116 123" in carer.text
