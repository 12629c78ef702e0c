"""More of the same, the same again, asking which, and offering what is nearest."""

from __future__ import annotations

import pytest

from tests.unit.homes import HOMES, called
from tests.unit.replies import cards_of, check_cards, check_words, words_of
from waymark.dialogue.answering import Known, answer
from waymark.dialogue.more import carry_on, more, repeat
from waymark.dialogue.situation import CommonQuestion, Danger, Situation
from waymark.dialogue.unsure import clarify, search
from waymark.dialogue.words import Words
from waymark.knowledge.homes import read_home
from waymark.knowledge.knowledge import Knowledge

MAYBE = Danger("suicide", "possible")


@pytest.fixture
def known(knowledge: Knowledge, words: Words) -> Known:
    return Known(knowledge, words)


@pytest.mark.parametrize("key", HOMES, ids=called)
@pytest.mark.parametrize("topic", ["breaks", "money", "advocacy", "contact_person"])
def test_more_never_shows_the_same_twice_and_comes_to_an_end(topic: str, key: str | None, known: Known) -> None:
    home = read_home(key, known.knowledge)
    shown = tuple(cards_of(answer(Situation(topics=(topic,), person_home=home, carer_home=home), known)))
    for _ in range(100):
        reply = more(Situation(topic=topic, person_home=home, carer_home=home, shown=shown), known)
        check_words(reply, home)
        check_cards(reply, home, known.knowledge)
        if not cards_of(reply):
            break
        assert not set(cards_of(reply)) & set(shown)
        shown = tuple(reply.remember["shown"])
    else:
        pytest.fail("it never ends")
    assert known.words.say("utter_no_more") in words_of(reply)
    assert [button.payload for button in reply.said[-1].buttons][-1] == '/ask{"topic": "contact_person"}'


@pytest.mark.parametrize("skill", [more, repeat, carry_on])
def test_with_nothing_asked_before_the_ways_in_are_offered(skill, known: Known) -> None:  # type: ignore[no-untyped-def]
    for topic in (None, "nothing"):
        reply = skill(Situation(topic=topic), known)
        assert reply.turn.status == "small_talk"
        assert len(reply.said[0].buttons) == 4


def test_the_same_again_is_the_same_without_asking_the_place(known: Known) -> None:
    again = repeat(Situation(topic="breaks"), known)
    first = answer(Situation(topics=("breaks",), asked_where=True), known)
    assert again.to_dict() == first.to_dict()


def test_the_same_again_is_the_same_answer_to_a_common_question(known: Known) -> None:
    common = next(each for each in known.knowledge.answers.values() if each.topic == "money" and not each.only_in)
    question = CommonQuestion(common.id, "money", 0.9)
    first = answer(Situation(topics=("money",), question=question, asked_where=True), known)
    again = repeat(Situation(topic="money", answered_with=common.id), known)
    assert words_of(again) == words_of(first)


def test_asking_which_offers_at_most_three_topics_in_carers_words(known: Known) -> None:
    reply = clarify(Situation(topics=("money", "nothing", "breaks", "work", "legal")), known)
    assert reply.turn.status == "clarify"
    assert list(reply.turn.topics_offered) == ["money", "breaks", "work"]
    assert [b.title for b in reply.said[0].buttons][:3] == [
        known.knowledge.topics[name].title for name in ("money", "breaks", "work")
    ]


@pytest.mark.parametrize("key", HOMES, ids=called)
def test_the_nearest_supports_are_offered_where_they_serve(key: str | None, known: Known) -> None:
    home = read_home(key, known.knowledge)
    relevance = {name: 0.9 - number / 10_000 for number, name in enumerate(known.knowledge.supports)}
    reply = search(Situation(person_home=home, relevance=relevance, topics=("money",)), known)
    assert reply.turn.status == "searched"
    check_words(reply, home)
    check_cards(reply, home, known.knowledge)
    assert len(cards_of(reply)) == 3


def test_what_is_not_near_is_not_offered(known: Known) -> None:
    reply = search(Situation(relevance={"carers-uk-helpline": 0.1, "nobody": 0.9}), known)
    assert reply.turn.status == "no_match"
    assert cards_of(reply) == []
    assert reply.said[0].buttons


@pytest.mark.parametrize("skill", [answer, clarify, search, more, repeat])
def test_possible_danger_leads_every_reply(skill, known: Known) -> None:  # type: ignore[no-untyped-def]
    line = known.knowledge.danger_replies["suicide"].possible_line
    for relevance in ({}, {"carers-uk-helpline": 0.9}):
        told = Situation(topics=("breaks",), topic="breaks", danger=MAYBE, strained=True, relevance=relevance)
        reply = skill(told, known)
        assert reply.said[0].text.startswith(line)
        assert words_of(reply).count(line) == 1
        assert reply.turn.to_dict()["risk"] == {"kind": "suicide", "level": "possible"}


def test_strain_is_heard_before_anything_is_told(known: Known) -> None:
    heard = known.words.say("utter_heard")
    assert answer(Situation(topics=("breaks",), strained=True), known).said[0].text.startswith(heard)
    assert heard not in words_of(answer(Situation(topics=("breaks",)), known))
    assert heard not in words_of(answer(Situation(topics=("feedback",), strained=True), known))


def test_a_second_need_is_the_first_button(known: Known) -> None:
    reply = answer(Situation(topics=("breaks", "money"), asked_where=True), known)
    assert reply.said[-1].buttons[0].payload == '/ask{"topic": "money"}'
