"""Two needs in one message: the main one first, the second in brief with one card, and one next step."""

from __future__ import annotations

from dataclasses import replace
from typing import List

import pytest

from tests.unit.homes import HOMES, called
from tests.unit.replies import cards_of, check_cards, check_words, words_of
from tests.unit.test_real_knowledge import TOPICS
from waymark.dialogue.answering import Known
from waymark.dialogue.reply import Reply
from waymark.dialogue.second_need import answer_both
from waymark.dialogue.situation import Danger, Situation
from waymark.dialogue.texts import told_briefly
from waymark.dialogue.words import Words
from waymark.knowledge.homes import read_home
from waymark.knowledge.knowledge import Knowledge

BOTH = Situation(topics=("breaks", "money"), second_need="money", asked_where="part")


@pytest.fixture
def known(knowledge: Knowledge, words: Words) -> Known:
    return Known(knowledge, words)


def titles(reply: Reply) -> List[str]:
    return [button.title for message in reply.said for button in message.buttons]


@pytest.mark.parametrize("key", HOMES, ids=called)
@pytest.mark.parametrize(
    ("main", "second"), [("breaks", "money"), ("legal", "choosing_care"), ("money", "mental_health")]
)
def test_both_are_served_in_every_home(main: str, second: str, key: str | None, known: Known) -> None:
    home = read_home(key, known.knowledge)
    told = Situation(topics=(main, second), second_need=second, person_home=home, carer_home=home)
    reply = answer_both(told, known)
    check_words(reply, home)
    check_cards(reply, home, known.knowledge)
    assert reply.turn.topic == main
    opening, cards, beside, _ = reply.said
    assert len(cards.cards) <= 2
    assert known.knowledge.topics[second].title in beside.text
    assert len(beside.cards) <= 1
    assert words_of(reply).count("**Next step:**") == 1
    assert opening.text
    assert known.knowledge.topics[second].title not in titles(reply), "it is served, and needs no button"


def test_what_was_shown_for_either_is_not_shown_again(known: Known) -> None:
    reply = answer_both(BOTH, known)
    assert reply.remember["shown"] == cards_of(reply)
    assert reply.remember["topic"] == "breaks"


def test_a_second_topic_that_is_only_likely_stays_a_button(known: Known) -> None:
    reply = answer_both(replace(BOTH, second_need=None), known)
    assert "You wrote about a second thing" not in words_of(reply)
    assert known.knowledge.topics["money"].title in titles(reply)


@pytest.mark.parametrize(
    "told",
    [
        replace(BOTH, danger=Danger("suicide", "possible")),
        replace(BOTH, carer_age=12),
        replace(BOTH, topics=("money", "money")),
        replace(BOTH, second_need="nothing"),
        replace(BOTH, topics=("breaks", "contact_person"), second_need="contact_person"),
    ],
    ids=["danger comes first", "a child", "the same twice", "no topic", "a person to ring is always there"],
)
def test_sometimes_there_is_no_room_for_a_second(told: Situation, known: Known) -> None:
    assert "You wrote about a second thing" not in words_of(answer_both(told, known))


def test_the_reply_stays_short_on_a_phone(known: Known) -> None:
    for topic in set(TOPICS) - {"breaks", "contact_person", "identification"}:
        reply = answer_both(replace(BOTH, topics=("breaks", topic), second_need=topic), known)
        beside = next(message for message in reply.said if "second thing" in message.text)
        assert len(beside.text.split()) < 110, topic


@pytest.mark.parametrize("key", HOMES, ids=called)
def test_every_answer_can_be_told_in_brief(key: str | None, known: Known) -> None:
    home = read_home(key, known.knowledge)
    for topic in known.knowledge.topics.values():
        brief = told_briefly(topic.answer, home, known.knowledge, known.words)
        assert brief, topic.id
        assert brief.count("**") % 2 == 0, topic.id
        assert brief.rstrip().endswith((".", "!", ")")), topic.id
