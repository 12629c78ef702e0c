"""A carer's situation as the actions read it from Rasa's tracker."""

from __future__ import annotations

from typing import Any, Dict, List

import pytest
from rasa_sdk import Tracker

from actions.situations import read_situation
from waymark.dialogue.answering import Known
from waymark.dialogue.situation import CommonQuestion, Danger, Situation
from waymark.dialogue.words import Words
from waymark.knowledge.homes import Home
from waymark.knowledge.knowledge import Knowledge


class Desk:
    """A desk without an encoder: no message here carries an embedding."""

    def __init__(self, known: Known) -> None:
        self.known = known


@pytest.fixture(scope="module")
def desk(knowledge: Knowledge, words: Words) -> Desk:
    return Desk(Known(knowledge, words))


def situation(desk: Desk, slots: Dict[str, Any], **message: Any) -> Situation:
    tracker = Tracker("x", slots, {"text": "hello", "entities": [], **message}, [], False, None, {}, "action_listen")
    return read_situation(tracker, desk)  # type: ignore[arg-type]


def entity(name: str, value: str, **more: Any) -> Dict[str, Any]:
    return {"entity": name, "value": value, "start": 0, "end": 0, **more}


def test_slots_are_what_was_told_before(desk: Desk) -> None:
    found = situation(
        desk,
        {"person_home": "dorset/bcp", "carer_home": "wales/Cardiff", "condition": "stroke", "relationship": "parent",
         "carer_age": "17", "topic": "money",
         "memory": {"shown": ["a", "b"], "asked_where": "where", "told_not_local": "Cardiff"}},
    )  # fmt: skip
    assert found.person_home == Home("england", "dorset", "bcp")
    assert found.carer_home == Home("wales", town="Cardiff")
    assert found.conditions == {"stroke"}
    assert (found.relationship, found.carer_age, found.topic) == ("parent", 17, "money")
    assert (found.shown, bool(found.asked_where), found.told_not_local) == (("a", "b"), True, "Cardiff")
    assert found.is_young
    assert found.is_young_adult


def test_who_writes_and_a_second_need_are_read(desk: Desk) -> None:
    slots = {"voice": "third_person", "nation": "scotland", "person_age": "84"}
    found = situation(desk, slots, entities=[entity("voice", "third_person")], second_need="money")
    assert (found.voice, found.voice_now, found.second_need) == ("third_person", "third_person", "money")
    assert (found.nation, found.person_age) == ("scotland", 84)
    later = situation(desk, {**slots, "nation": "atlantis"})
    assert (later.voice, later.voice_now, later.nation, later.second_need) == ("third_person", None, None, None)


def test_an_empty_tracker_is_an_empty_situation(desk: Desk) -> None:
    found = situation(desk, {}, text=None, entities=None)
    assert (found.topics, found.person_home, found.carer_age, found.question, found.danger) == (
        (),
        Home(),
        None,
        None,
        None,
    )


def test_topics_come_in_the_gates_order(desk: Desk) -> None:
    entities = [entity("topic", "work", group="1"), entity("condition", "ms"), entity("topic", "money", group="0")]
    assert situation(desk, {}, entities=entities).topics == ("money", "work")


def test_a_pressed_button_names_its_topic_and_has_no_text(desk: Desk) -> None:
    found = situation(desk, {}, text='/ask{"topic": "money"}', entities=[entity("topic", "money")])
    assert (found.topics, found.text) == (("money",), "")


def test_the_message_adds_its_question_danger_and_strain(desk: Desk) -> None:
    found = situation(
        desk,
        {"condition": "stroke"},
        entities=[entity("strain", "strain"), entity("condition", "ms"), entity("home", "dundee")],
        answer={"id": "carers-credit", "topic": "money", "score": 0.9},
        risk={"kind": "suicide", "level": "possible"},
    )
    assert found.question == CommonQuestion("carers-credit", "money", 0.9)
    assert found.danger == Danger("suicide", "possible")
    assert found.strained
    assert found.homes_in_message
    assert found.conditions == {"ms", "stroke"}


@pytest.mark.parametrize(
    ("value", "home"),
    [(["dundee", "camden"], "camden"), ([], None), (None, None), (7, None), ("", None), ("nonsense", None)],
)
def test_of_several_values_the_last_counts_and_nonsense_none(value: Any, home: str | None, desk: Desk) -> None:
    assert situation(desk, {"person_home": value}).person_home.place == home


@pytest.mark.parametrize(("value", "age"), [("13", 13), (["12", "13"], 13), ("old", None), (None, None), ("-3", None)])
def test_an_age_is_a_number(value: Any, age: int | None, desk: Desk) -> None:
    assert situation(desk, {"carer_age": value}).carer_age == age


@pytest.mark.parametrize(
    ("intent", "topics", "expected"),
    [
        ("risk", ["money", "breaks"], "money"),
        ("risk", [], "work"),
        ("ask", ["money"], "work"),
    ],
    ids=["danger with two topics", "danger alone", "an answered message"],
)
def test_after_danger_the_topic_is_that_of_the_message_which_told_it(
    intent: str, topics: List[str], expected: str, desk: Desk
) -> None:
    """No action answered that message, so no slot holds its topic."""
    named = [entity("topic", topic, group=str(rank)) for rank, topic in enumerate(topics)]
    said = [
        {"event": "user", "parse_data": {"intent": {"name": intent}, "entities": named[::-1]}},
        {"event": "user", "parse_data": {"intent": {"name": "carry_on"}, "entities": []}},
    ]
    tracker = Tracker(
        "x", {"topic": "work"}, {"text": "/carry_on", "entities": []}, said, False, None, {}, "action_listen"
    )
    assert read_situation(tracker, desk).topic == expected  # type: ignore[arg-type]
