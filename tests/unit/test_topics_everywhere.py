"""Every topic is answered in every home: words without holes, one to three cards, one next step."""

from __future__ import annotations

from typing import Iterator, Optional, Tuple

import pytest

from tests.unit.homes import HOMES, called
from tests.unit.replies import NUMBER, cards_of, check_cards, check_words
from tests.unit.test_real_knowledge import TOPICS
from waymark.dialogue.answering import Known, answer
from waymark.dialogue.choose import serves
from waymark.dialogue.reply import Reply
from waymark.dialogue.situation import Situation
from waymark.dialogue.words import Words
from waymark.knowledge.homes import Home, read_home
from waymark.knowledge.knowledge import Knowledge

everywhere = pytest.mark.parametrize("key", HOMES, ids=called)
every_topic = pytest.mark.parametrize("topic", TOPICS)


def asked(topic: str, home: Home, knowledge: Knowledge, words: Words) -> Reply:
    return answer(Situation(topics=(topic,), person_home=home, carer_home=home), Known(knowledge, words))


def only_for_others(topic: str, home: Home, knowledge: Knowledge) -> bool:
    """Whether nothing we hold about `topic` reaches this home and is for any carer: the one reason to show no card."""
    about = knowledge.supports_about(topic)
    return not any(serves(support, home) and not support.eligibility and not support.conditions for support in about)


@everywhere
@every_topic
def test_a_topic_is_answered(topic: str, key: Optional[str], knowledge: Knowledge, words: Words) -> None:
    home = read_home(key, knowledge)
    reply = asked(topic, home, knowledge, words)
    assert reply.turn.status in ("answered", "feedback", "contact")
    assert reply.turn.topic == topic
    check_words(reply, home)
    check_cards(reply, home, knowledge)
    assert cards_of(reply) or only_for_others(topic, home, knowledge)


def walked(topic: str, knowledge: Knowledge, words: Words) -> Iterator[Tuple[str, Home, Reply]]:
    """The reply in each home, with the home's name for the message of a failing test."""
    for key in HOMES:
        home = read_home(key, knowledge)
        yield called(key), home, asked(topic, home, knowledge, words)


@every_topic
def test_a_topic_ends_in_a_next_step_with_somebody_to_ring(topic: str, knowledge: Knowledge, words: Words) -> None:
    for home, _, reply in walked(topic, knowledge, words):
        _, lead, step = reply.said[-1].text.partition("**Next step:**")
        assert lead, home
        assert NUMBER.search(step) or any(who in step for who in ("GP", "school", "council", "hospital", "ward")), home


@every_topic
def test_a_topic_offers_at_most_three_ways_on_beside_the_place(topic: str, knowledge: Knowledge, words: Words) -> None:
    for home, _, reply in walked(topic, knowledge, words):
        buttons = reply.said[-1].buttons
        onward = [button for button in buttons if not button.payload.startswith(("/skip", "/say_where"))]
        asks_which_council = any(button.payload.startswith("/say_where") for button in buttons)
        assert (0 if asks_which_council else 1) <= len(onward) <= 3, home
        assert len({button.title for button in buttons}) == len(buttons), home


@every_topic
def test_the_first_contact_of_the_place_leads(topic: str, knowledge: Knowledge, words: Words) -> None:
    contacts = knowledge.topics[topic].first_contact
    wrong = []
    for name, home, reply in walked(topic, knowledge, words):
        first = next((contacts[scope].support for scope in home.scopes if scope in contacts), None)
        if first and cards_of(reply)[0] != first:
            wrong.append(f"{name}: {cards_of(reply)[0]} before {first}")
    assert wrong == []


@every_topic
def test_a_local_support_is_shown_first_where_we_hold_one(topic: str, knowledge: Knowledge, words: Words) -> None:
    for name, home, reply in walked(topic, knowledge, words):
        local = [s for s in knowledge.supports_about(topic) if home.place in s.areas and serves(s, home)]
        contact = next(
            (
                knowledge.topics[topic].first_contact[key]
                for key in home.scopes
                if key in knowledge.topics[topic].first_contact
            ),
            None,
        )
        if any(not s.eligibility and not s.conditions for s in local) and not contact:
            assert home.place in knowledge.supports[cards_of(reply)[0]].areas, name


@every_topic
def test_the_place_is_asked_only_where_it_is_not_known(topic: str, knowledge: Knowledge, words: Words) -> None:
    def asks(key: Optional[str]) -> bool:
        reply = asked(topic, read_home(key, knowledge), knowledge, words)
        return any(button.payload == "/skip" for button in reply.said[-1].buttons)

    not_settled = [called(key) for key in HOMES if asks(key)]
    assert {name for name in not_settled if not name.startswith("shared")} == {"not known"}
