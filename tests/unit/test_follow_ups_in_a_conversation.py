"""Follow-ups as the actions read them from a conversation: what was shown last, a guide that waits, and the gate's part."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

import pytest
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa_sdk import Tracker

from actions.follow_ups import asked_of, followed_up, listing_of, otherwise
from actions.guide_turns import aside_on_what_was_shown, guide_turn
from waymark.dialogue.answering import Known, answer
from waymark.dialogue.guides.state import FOR_TOPIC, GuideState
from waymark.dialogue.reply import Reply
from waymark.dialogue.situation import Danger, Situation
from waymark.dialogue.words import Words
from waymark.knowledge.homes import read_home
from waymark.knowledge.knowledge import Knowledge
from waymark.language.encoder import load_encoder
from waymark.language.follow_ups.component import FollowUps
from waymark.language.nearest_questions import NearestQuestions
from waymark.language.topics.gate_component import TopicGate

START = {"event": "action", "name": "action_session_start"}


@pytest.fixture
def known(knowledge: Knowledge, words: Words) -> Known:
    return Known(knowledge, words)


def said(text: str, intent: str = "ask") -> Dict[str, Any]:
    return {"event": "user", "text": text, "parse_data": {"intent": {"name": intent}}}


def told(reply: Reply) -> Dict[str, Any]:
    return {"event": "bot", "data": {"custom": reply.to_dict()}}


def asking(
    events: List[Dict[str, Any]], kind: str = "number", memory: Optional[Dict[str, Any]] = None, **slots: Any
) -> Tracker:
    """A conversation whose latest message is a follow-up of `kind`."""
    latest = {
        "text": "what's their number",
        "intent": {"name": "follow_up", "confidence": 0.2},
        "follow_up": {"kind": kind, "which": None, "name": None, "is_other": False},
        "otherwise": {"intent": "nlu_fallback", "topics": ["money"]},
        "entities": [],
    }
    events = [*events, {"event": "user", "text": latest["text"], "parse_data": latest}]
    return Tracker("1", {"memory": memory or {}, **slots}, latest, events, False, None, {}, "action_listen")


@pytest.fixture
def breaks(known: Known) -> Reply:
    home = read_home("dundee", known.knowledge)
    return answer(Situation(topics=("breaks",), person_home=home, carer_home=home), known)


def ids(reply: Reply) -> List[str]:
    return [card.id for message in reply.said for card in message.cards]


def test_what_was_shown_last_is_followed_up(breaks: Reply, known: Known) -> None:
    tracker = asking([START, said("a break"), told(breaks), said("thanks", "thanks")])
    assert [card.id for card in listing_of(tracker).cards] == ids(breaks)
    reply = followed_up(tracker, Situation(topic="breaks"), known)
    assert reply is not None
    assert reply.turn.status == "contact"
    assert "01382" in reply.said[0].text


@pytest.mark.parametrize("again", [START, said("/restart_chat", "restart_chat")])
def test_starting_again_ends_what_was_shown(breaks: Reply, known: Known, again: Dict[str, Any]) -> None:
    tracker = asking([START, said("a break"), told(breaks), again])
    assert listing_of(tracker).cards == ()
    assert followed_up(tracker, Situation(topic="breaks"), known) is None
    assert otherwise(tracker) == "nlu_fallback"


def test_right_after_danger_no_card_from_before_is_meant(breaks: Reply, known: Known) -> None:
    tracker = asking([START, said("a break"), told(breaks), said("…", "risk")])
    reply = followed_up(tracker, Situation(topic="breaks", danger_before="suicide"), known)
    assert reply is not None
    assert "116 123" in reply.said[0].text
    assert "01382" not in reply.said[0].text


def test_an_ordinary_message_is_none(breaks: Reply) -> None:
    tracker = asking([told(breaks)])
    tracker.latest_message["intent"] = {"name": "ask"}
    assert asked_of(tracker) is None


def in_a_guide(
    known: Known, breaks: Reply, kind: str, paused: Optional[str] = None, **situation: Any
) -> Optional[Reply]:
    guide = known.knowledge.live_guides()[0]
    memory = {"guide": GuideState(guide.id, current=guide.questions[0].id, paused=paused).to_dict()}
    tracker = asking([START, said("a break"), told(breaks)], kind, memory, guide_on=True)
    turn = guide_turn(tracker, Situation(topic="breaks", **situation), known)
    assert turn is not None
    assert turn.intent == "nlu_fallback", "the guide reads it as any other message"
    return aside_on_what_was_shown(turn, tracker, known)


def test_in_a_guide_it_is_an_aside_and_the_guide_waits(known: Known, breaks: Reply) -> None:
    reply = in_a_guide(known, breaks, "number")
    assert reply is not None
    assert "01382" in reply.said[0].text
    assert reply.remember["guide_on"] is True
    assert reply.remember["guide"]["paused"] == FOR_TOPIC
    assert reply.said[-1].buttons[0].payload.startswith("/guide_resume")


def test_what_may_be_an_answer_is_left_to_the_guide_unless_it_waits(known: Known, breaks: Reply) -> None:
    assert in_a_guide(known, breaks, "which_one") is None
    assert in_a_guide(known, breaks, "more_about", paused=FOR_TOPIC) is not None


def test_danger_in_a_guide_is_left_to_the_guide(known: Known, breaks: Reply) -> None:
    assert in_a_guide(known, breaks, "number", danger=Danger("suicide", "possible")) is None


def through_the_gate(text: str, entities: Optional[List[Dict[str, Any]]] = None) -> Message:
    ranking = [{"name": "topic_money", "confidence": 0.9}, {"name": "topic_breaks", "confidence": 0.05}]
    message = Message({TEXT: text, ENTITIES: entities or [], INTENT_RANKING_KEY: ranking})
    FollowUps({}).process([message])
    TopicGate(TopicGate.get_default_config()).process([message])
    return message


def test_the_gate_keeps_what_it_would_have_decided() -> None:
    message = through_the_gate("is it free?")
    assert message.get(INTENT)["name"] == "follow_up"
    assert message.get("otherwise") == {"intent": "ask", "topics": ["money"]}
    assert message.get("follow_up")["kind"] == "cost"
    assert not message.get(ENTITIES), "the topic talked about is kept"


def test_the_gate_leaves_other_messages_alone() -> None:
    message = through_the_gate("can I get carer's allowance")
    assert message.get(INTENT)["name"] == "ask"
    assert message.get("follow_up") is None


def test_the_gate_leaves_a_bare_place_to_saying_where() -> None:
    home = {"entity": "home", "value": "dundee", "start": 4, "end": 10}
    assert through_the_gate("and Dundee", [home]).get(INTENT)["name"] == "say_where"
    assert through_the_gate("and in Dundee?", [{**home, "start": 7, "end": 13}]).get(INTENT)["name"] == "follow_up"


def test_a_brother_who_may_come_too_is_not_the_one_looked_after() -> None:
    told_of = {"entity": "relationship", "value": "brother", "start": 7, "end": 14}
    assert through_the_gate("can my brother come too", [told_of]).get(ENTITIES) == []


def test_it_is_read_with_the_topic_talked_about(knowledge: Knowledge) -> None:
    questions = NearestQuestions(load_encoder())

    def nearest(text: str, topic: str) -> Optional[str]:
        words = getattr(knowledge.lists["subjects"][topic], "words")  # noqa: B009  # lists are told by their base
        found = questions.nearest(text, words, knowledge.answers, topic)
        return found.id if found else None

    assert nearest("who pays for it?", "breaks") == "who-pays-for-respite"
    assert nearest("who pays for it?", "choosing_care") == "who-pays-for-care"
    assert nearest("how long does it take?", "carer_assessment") == "waiting-or-nothing-came-of-it"
    assert nearest("what if they say no", "carer_assessment") == "refused-or-not-eligible"
    assert nearest("is it confidential", "breaks") is None
    assert nearest("can my brother come too", "breaks") is None
