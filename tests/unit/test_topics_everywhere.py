"""Every topic is answered in every home: words without holes, one to three cards, one next step."""

from __future__ import annotations

from typing import Optional

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


@everywhere
@every_topic
def test_a_topic_ends_in_a_next_step_with_somebody_to_ring(
    topic: str, key: Optional[str], knowledge: Knowledge, words: Words
) -> None:
    last = asked(topic, read_home(key, knowledge), knowledge, words).said[-1].text
    _, lead, step = last.partition("**Next step:**")
    assert lead, last
    assert NUMBER.search(step) or any(who in step for who in ("GP", "school", "council", "hospital", "ward")), step


@everywhere
@every_topic
def test_a_topic_offers_at_most_three_ways_on_beside_skipping_the_place(
    topic: str, key: Optional[str], knowledge: Knowledge, words: Words
) -> None:
    buttons = asked(topic, read_home(key, knowledge), knowledge, words).said[-1].buttons
    assert 1 <= len([button for button in buttons if button.payload != "/skip"]) <= 3
    assert len({button.title for button in buttons}) == len(buttons)


@everywhere
@every_topic
def test_the_first_contact_of_the_place_leads(
    topic: str, key: Optional[str], knowledge: Knowledge, words: Words
) -> None:
    home = read_home(key, knowledge)
    contacts = knowledge.topics[topic].first_contact
    first = next((contacts[scope].support for scope in home.scopes if scope in contacts), None)
    if first:
        assert cards_of(asked(topic, home, knowledge, words))[0] == first


@every_topic
@pytest.mark.parametrize("key", HOMES[:6], ids=called)
def test_a_local_support_is_shown_first_where_we_hold_one(
    topic: str, key: str, knowledge: Knowledge, words: Words
) -> None:
    home = read_home(key, knowledge)
    local = [s for s in knowledge.supports_about(topic) if home.place in s.areas and serves(s, home)]
    plain = [s for s in local if not s.eligibility and not s.conditions]
    if plain:
        assert home.place in knowledge.supports[cards_of(asked(topic, home, knowledge, words))[0]].areas


@every_topic
def test_the_place_is_asked_only_where_it_is_not_known(topic: str, knowledge: Knowledge, words: Words) -> None:
    question = words.say("utter_ask_where")
    unknown = asked(topic, read_home(None, knowledge), knowledge, words)
    assert question in unknown.said[-1].text
    assert unknown.remember["asked_where"] is True
    for key in HOMES[:-1]:
        assert question not in asked(topic, read_home(key, knowledge), knowledge, words).said[-1].text
