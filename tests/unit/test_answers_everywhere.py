"""Every answer to a common question fills for each home it is for."""

from __future__ import annotations

from typing import Optional

import pytest

from tests.unit.homes import HOMES, called
from tests.unit.replies import cards_of, check_cards, check_words, words_of
from waymark.dialogue.answering import Known, answer
from waymark.dialogue.choose import serves
from waymark.dialogue.reply import Reply
from waymark.dialogue.situation import CommonQuestion, Situation
from waymark.dialogue.texts import told
from waymark.dialogue.words import Words
from waymark.knowledge.homes import Home, read_home
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import Answer, pick

everywhere = pytest.mark.parametrize("key", HOMES, ids=called)


def is_for(common: Answer, home: Home) -> bool:
    """Whether it has words for this home: its own, or the UK's."""
    return pick(dict(common.words), *home.scopes) is not None and (
        not common.only_in or bool(set(common.only_in) & set(home.scopes)) or not home.scopes
    )


def asked(common: Answer, home: Home, knowledge: Knowledge, words: Words) -> Reply:
    question = CommonQuestion(common.id, common.topic, 0.95)
    situation = Situation(topics=(common.topic,), person_home=home, carer_home=home, question=question)
    return answer(situation, Known(knowledge, words))


@everywhere
def test_every_answer_fills_for_the_homes_it_is_for(key: Optional[str], knowledge: Knowledge, words: Words) -> None:
    home = read_home(key, knowledge)
    walked = [common for common in knowledge.answers.values() if is_for(common, home)]
    assert len(walked) > 150
    for common in walked:
        reply = asked(common, home, knowledge, words)
        assert reply.turn.answer_id == common.id
        expected = told(common.words, home, knowledge, words)
        assert expected, common.id
        assert expected in reply.said[0].text


@everywhere
def test_every_answer_keeps_to_what_any_reply_must(key: Optional[str], knowledge: Knowledge, words: Words) -> None:
    home = read_home(key, knowledge)
    wrong = []
    for common in knowledge.answers.values():
        reply = asked(common, home, knowledge, words)
        try:
            check_words(reply, home)
            check_cards(reply, home, knowledge)
            assert "**Next step:**" in words_of(reply)
        except AssertionError as error:
            wrong.append(f"{common.id}: {error}".splitlines()[0])
    assert wrong == []


@everywhere
def test_the_support_an_answer_names_is_among_its_cards(key: Optional[str], knowledge: Knowledge, words: Words) -> None:
    home = read_home(key, knowledge)
    missing = []
    for common in (each for each in knowledge.answers.values() if is_for(each, home)):
        named = [name for name in common.supports if serves(knowledge.supports[name], home)]
        if named and named[0] not in cards_of(asked(common, home, knowledge, words)):
            missing.append(f"{common.id} names {named[0]}")
    assert missing == []


def test_an_answer_for_one_nation_is_not_given_in_another_unless_that_very_question_is_asked(
    knowledge: Knowledge, words: Words
) -> None:
    only = [common for common in knowledge.answers.values() if common.only_in]
    assert only
    for common in only:
        for key in HOMES[:10]:
            home = read_home(key, knowledge)
            if set(common.only_in) & set(home.scopes):
                continue
            question = CommonQuestion(common.id, common.topic, 0.75)
            situation = Situation(topics=(common.topic,), person_home=home, carer_home=home, question=question)
            assert answer(situation, Known(knowledge, words)).turn.answer_id is None, (common.id, key)


def test_a_question_only_somewhat_alike_gets_the_topics_own_answer(knowledge: Knowledge, words: Words) -> None:
    common = next(iter(knowledge.answers.values()))
    situation = Situation(topics=(common.topic,), question=CommonQuestion(common.id, common.topic, 0.60))
    assert answer(situation, Known(knowledge, words)).turn.answer_id is None


def test_a_question_of_another_topic_must_be_nearly_the_same(knowledge: Knowledge, words: Words) -> None:
    common = next(each for each in knowledge.answers.values() if each.topic == "money" and not each.only_in)
    for score, expected in ((0.75, None), (0.85, common.id)):
        situation = Situation(topics=("breaks",), question=CommonQuestion(common.id, "money", score))
        assert answer(situation, Known(knowledge, words)).turn.answer_id == expected
