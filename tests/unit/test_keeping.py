"""What a conversation remembers of what it showed, and 'What I told you' in the carer's own voice."""

from __future__ import annotations

import json
from typing import Any, List, Optional, Sequence

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import keeping
from actions.restart_chat import ActionRestartChat
from actions.told import ActionTold
from waymark.dialogue.answering import Known
from waymark.dialogue.keeping.seen import MOST_SEEN, seen_after
from waymark.dialogue.keeping.told import MOST_TOPICS, what_i_told
from waymark.dialogue.reply import Reply, Said, Shown, Turn
from waymark.dialogue.situation import Danger, Situation
from waymark.dialogue.words import Words
from waymark.knowledge.homes import read_home
from waymark.knowledge.knowledge import Knowledge


def shown(*supports: str, danger: Optional[str] = None, **turn: Any) -> Reply:
    cards = tuple(Shown(name, "") for name in supports)
    record = Turn(**{"status": "answered", **turn}, danger=Danger(danger, "possible") if danger else None)
    return Reply([Said("Here.", (), cards)], record)


def test_what_was_shown_is_remembered_once_in_the_order_shown() -> None:
    seen = seen_after(None, shown("b", "a", topic="breaks"), None)
    seen = seen_after(seen, shown("a", "c", topic="money", answer_id="how-much"), None)
    assert seen == [
        "topic:breaks", "support:b", "support:a", "asked:money", "answer:how-much", "support:c",
    ]  # fmt: skip


def test_a_turn_that_shows_nothing_changes_nothing() -> None:
    seen = ["topic:breaks", "support:a"]
    assert seen_after(seen, shown(status="small_talk"), None) == seen


@pytest.mark.parametrize("kind", ["suicide", "self_harm", "harm_by_carer", "abuse_of_carer", "abuse_of_adult", "child_at_risk", "child_in_danger", "a_new_kind"])  # fmt: skip
def test_what_goes_with_such_a_danger_is_set_apart(kind: str) -> None:
    seen = seen_after([], shown("samaritans", danger=kind, topic="mental_health"), None)
    assert seen == [f"danger:{kind}:apart", "topic:mental_health:apart", "support:samaritans:apart"]


def test_an_emergency_anybody_may_know_of_is_not() -> None:
    assert seen_after([], shown("a", danger="caring_emergency", topic="crisis"), None)[1:] == [
        "topic:crisis",
        "support:a",
    ]


@pytest.mark.parametrize(("topic", "told"), [("safeguarding", None), ("crisis", "abuse_of_carer")])
def test_the_topic_about_abuse_is_set_apart(topic: str, told: Optional[str]) -> None:
    assert "support:a:apart" in seen_after([], shown("a", topic=topic), told)
    assert "support:a" in seen_after([], shown("a", topic="breaks"), told)


def test_what_was_shown_openly_too_is_not_apart() -> None:
    seen = seen_after(["support:a:apart"], shown("a", topic="breaks"), None)
    assert "support:a" in seen
    assert seen_after(["support:a"], shown("a", topic="safeguarding"), None)[0] == "support:a"


def test_what_a_guide_calls_private_is_set_apart() -> None:
    reply = Reply(
        [Said("Here.", (), (Shown("a", ""), Shown("b", "")))],
        Turn("guide_result", "money", guide="x"),
        result={"supports": [{"id": "a", "private": True}, {"id": "b", "private": False}]},
    )
    assert seen_after([], reply, None) == ["asked:money", "support:a:apart", "support:b"]


def test_memory_stays_small() -> None:
    seen: List[str] = []
    for number in range(100):
        seen = seen_after(seen, shown(f"support-{number}"), None)
    assert len(seen) == MOST_SEEN
    assert seen[-1] == "support:support-99"
    assert len(json.dumps(seen)) < 3000


def told(
    knowledge: Knowledge, topics: List[str], points: Sequence[str] = (), who: Optional[str] = None, **known: Any
) -> str:
    for name in ("carer_home", "person_home"):
        if name in known:
            known[name] = read_home(known[name], knowledge)
    return what_i_told(Situation(**known), who, topics, points, knowledge)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, ""),
        ({"relationship": "parent"}, "I look after a parent."),
        ({"relationship": "parent", "who": "parent/mum"}, "I look after my mum."),
        ({"relationship": "partner", "who": "parent/mum"}, "I look after my partner."),
        ({"relationship": "parent", "who": "parent/mammy"}, "I look after a parent."),
        ({"conditions": frozenset({"stroke", "dementia"})}, "I look after someone who has dementia and has had a stroke."),
        ({"carer_age": 45, "relationship": "child", "person_age": 9, "conditions": frozenset({"autism"})}, "I am 45 and I look after my child, who is 9 and is autistic."),
        ({"carer_age": 45}, "I am 45."),
        ({"person_home": "dorset/bcp"}, "The person I look after lives in the area of BCP Council."),
        ({"carer_home": "england/Leeds", "person_home": "dundee/dundee-city"}, "I live in Leeds and the person I look after lives in Dundee."),
        ({"carer_home": "wales", "person_home": "wales"}, "We both live in Wales."),
        ({"person_home": "outside_uk"}, ""),
        ({"person_home": "shared/NW1"}, "The person I look after lives in England."),
    ],
)  # fmt: skip
def test_only_what_is_known_is_told(known: Any, expected: str, knowledge: Knowledge) -> None:
    assert told(knowledge, [], **known) == expected


@pytest.mark.parametrize("voice", ["professional", "third_person", "person_cared_for"])
def test_who_does_not_care_for_them_is_not_made_to_say_so(voice: str, knowledge: Knowledge) -> None:
    known = {"relationship": "partner", "conditions": frozenset({"ms"}), "carer_home": "wales", "person_home": "wales"}
    assert told(knowledge, ["breaks"], voice=voice, **known) == "I asked about a break."


def test_a_line_of_a_guide_still_leaves_three_sentences(knowledge: Knowledge) -> None:
    words = told(
        knowledge, ["breaks", "money"], ["**Sleep:** I am up at night.", "I care for about 40 hours a week.", "I lift."], relationship="parent",
        carer_home="dundee", person_home="dundee",
    )  # fmt: skip
    assert words == (
        "I look after a parent. We both live in Dundee and I asked about a break and money. "
        "I care for about 40 hours a week."
    )


def test_the_newest_topics_are_named_and_some_never(knowledge: Knowledge) -> None:
    asked = ["breaks", "money", "contact_person", "work", "legal", "advocacy"]
    words = told(knowledge, asked)
    assert "a break" not in words
    assert words.count(",") == MOST_TOPICS - 2
    assert told(knowledge, ["contact_person", "feedback"]) == ""


def tracker(message: Optional[dict[str, Any]] = None, **slots: Any) -> Tracker:
    return Tracker("x", slots, message or {}, [], False, None, {}, None)


def entity(text: str, word: str, value: str) -> dict[str, Any]:
    start = text.index(word)
    return {
        "text": text,
        "entities": [{"entity": "relationship", "value": value, "start": start, "end": start + len(word)}],
    }


@pytest.mark.parametrize(
    ("text", "word", "kin", "expected"),
    [
        ("my mum has dementia", "mum", "parent", "mum"),
        ("My Mum's had a fall", "Mum's", "parent", "mum"),
        ("my mother-in-law", "mother-in-law", "parent", "mother in law"),
    ],
)
def test_the_carers_own_word_for_them_is_remembered(text: str, word: str, kin: str, expected: str) -> None:
    assert keeping.to_keep(shown(), tracker(entity(text, word, kin)))["told"] == {
        "relationship": [kin], "word": expected,
    }  # fmt: skip


def test_nothing_is_taken_from_a_message_about_danger() -> None:
    message = {
        **entity("my husband hits me", "husband", "partner"),
        "risk": {"kind": "abuse_of_carer", "level": "possible"},
    }
    assert keeping.to_keep(shown(danger="abuse_of_carer"), tracker(message)) == {
        "seen": ["danger:abuse_of_carer:apart"]
    }


def test_nothing_new_is_nothing_to_remember() -> None:
    memory = {"seen": ["support:a"], "told": {"relationship": ["parent"], "word": "mum"}}
    assert keeping.to_keep(shown("a", status="searched"), tracker({"text": "hello"}, memory=memory)) == {}


def test_starting_again_forgets_what_was_shown() -> None:
    memory = {"seen": ["support:a"], "told": {"relationship": ["parent"], "word": "mum"}}
    events = ActionRestartChat().run(
        CollectingDispatcher(), tracker({"text": "start again"}, memory=memory, danger="abuse_of_carer"), {}
    )
    assert "memory" not in [event.get("name") for event in events]


def test_what_have_i_told_you_is_said_without_what_is_apart(knowledge: Knowledge, words: Words) -> None:
    slots = {
        "relationship": "parent",
        "memory": {"seen": ["topic:breaks", "topic:safeguarding", "topic:mental_health:apart"]},
    }
    reply = ActionTold().reply_to(tracker(**slots), Situation(), Known(knowledge, words))
    assert '"I look after a parent. I asked about a break."' in reply.said[0].text
    assert reply.turn.status == "small_talk"


def test_it_says_so_when_nothing_was_told(knowledge: Knowledge, words: Words) -> None:
    reply = ActionTold().reply_to(tracker(), Situation(), Known(knowledge, words))
    assert "haven't told me" in reply.said[0].text
    assert len(reply.said[0].buttons) == 4


@pytest.mark.parametrize(
    ("old", "new", "field", "what"),
    [
        ("  partner: my partner\n", "", "people.partner", "is missing"),
        ("  dementia: has dementia\n", "", "conditions.dementia", "is missing"),
        ("  money: money\n", "", "topics.money", "is missing"),
        ("  gone: ", "  went: ", "labels.gone", "is missing"),
        ("I am {age}", "I am old", "told.own_age", "must hold {age}"),
        ("has dementia", "has £20", "conditions.dementia", "amount of money"),
    ],
)
def test_a_mistake_in_its_words_is_told(old: str, new: str, field: str, what: str, folder: Any) -> None:
    folder.change("keep.yml", old, new)
    problems = folder.problems()
    assert any("keep.yml:" in line and f" {field}: " in line and what in line for line in problems), problems
