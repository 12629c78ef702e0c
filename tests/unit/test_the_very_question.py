"""A common question asked nearly word for word is answered, whatever topic the message was given, and without training."""

from __future__ import annotations

import dataclasses

import pytest

from actions.nearest_answers import NearestAnswers
from waymark.dialogue.situation import CommonQuestion
from waymark.knowledge.knowledge import Knowledge
from waymark.language.encoder import load_encoder

IN_TOPIC = CommonQuestion("my-own-assessment", "young_carers", 0.78)


@pytest.fixture(scope="module")
def nearest(knowledge: Knowledge) -> NearestAnswers:
    return NearestAnswers(knowledge)


def found(nearest: NearestAnswers, text: str, before: CommonQuestion | None = None) -> CommonQuestion | None:
    return nearest.the_very_one(text, load_encoder().encode([text])[0], before)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("what is a young carer", "what-is-a-young-carer"),
        ("What is a parent carer?", "what-is-a-parent-carer"),
        ("who is a young adult carer", "what-is-a-young-adult-carer"),
        ("can i change my social worker?", "change-my-social-worker"),
    ],
)
def test_it_goes_before_a_question_that_is_only_like_it(nearest: NearestAnswers, text: str, answer: str) -> None:
    asked = found(nearest, text, IN_TOPIC)
    assert asked is not None
    assert asked.id == answer


@pytest.mark.parametrize("text", ["our group meets on a Tuesday in Leeds", "my mum cannot be left alone", "carer", ""])
def test_what_is_only_like_a_question_stays_with_the_pipeline(nearest: NearestAnswers, text: str) -> None:
    assert found(nearest, text, IN_TOPIC) is IN_TOPIC
    assert found(nearest, text) is None


def test_a_question_just_added_is_found_at_once(nearest: NearestAnswers, knowledge: Knowledge) -> None:
    text = "may I paint the ramp in a cheerful colour"
    old = knowledge.answers["getting-equipment"]
    new = old.copy(update={"id": "painting-the-ramp", "questions": [text]})
    nearest.learn(dataclasses.replace(knowledge, answers={**knowledge.answers, new.id: new}))
    try:
        asked = found(nearest, text)
        assert asked is not None
        assert asked.id == "painting-the-ramp"
    finally:
        nearest.learn(knowledge)
