"""Guides as the action server runs them: read from Rasa's tracker, remembered in slots, and every turn ends with a listen."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

import actions.base
from actions.answer import ActionAnswer
from actions.guide import ActionGuide
from actions.guide_turns import guide_turn
from waymark.dialogue.answering import Known
from waymark.dialogue.guides.turn import Press
from waymark.dialogue.situation import Situation
from waymark.dialogue.words import Words
from waymark.knowledge.knowledge import Knowledge

CARER = "am_i_a_carer"
RUNNING: Dict[str, Any] = {"id": CARER, "answers": {"need": ["memory"]}, "order": ["need"], "current": "help"}


class NoVectors:
    """Stands in for what needs the encoder."""

    def relevance(self, vector: object) -> Dict[str, float]:
        return {}

    def likeness(self, vector: object, part: object = None) -> Dict[str, float]:
        return {CARER: 0.98}

    def the_very_one(self, text: str, vector: object, found: object) -> object:
        return found


class Desk:
    def __init__(self, known: Known) -> None:
        self.known = known
        self.words = known.words
        self.nearest = self.nearest_guides = self.nearest_answers = NoVectors()


@pytest.fixture
def known(knowledge: Knowledge, words: Words, monkeypatch: pytest.MonkeyPatch) -> Known:
    found = Known(knowledge, words)
    monkeypatch.setattr(actions.base, "desk", lambda: Desk(found))
    return found


def user(text: str, intent: str) -> Dict[str, Any]:
    return {"event": "user", "text": text, "parse_data": {"intent": {"name": intent, "confidence": 1.0}}}


def bot(status: str) -> Dict[str, Any]:
    return {"event": "bot", "text": None, "data": {"custom": {"messages": [], "turn": {"status": status}}}}


def tracker(
    text: str, intent: str, slots: Dict[str, Any], before: Optional[List[Dict[str, Any]]] = None, **message: Any
) -> Tracker:
    latest = {"text": text, "intent": {"name": intent, "confidence": 1.0}, "entities": [], **message}
    return Tracker("x", slots, latest, [*(before or []), user(text, intent)], False, None, {}, "action_listen")


def pressed(
    intent: str, slots: Dict[str, Any], before: Optional[List[Dict[str, Any]]] = None, **entities: str
) -> Tracker:
    found = [{"entity": name, "value": value} for name, value in entities.items()]
    return tracker(f"/{intent}{{}}", intent, slots, before, entities=found)


def run(skill: Any, at: Tracker) -> Dict[str, Any]:
    """Slots set, and what was said; the last event is the listen, always."""
    dispatcher = CollectingDispatcher()
    events = skill.run(dispatcher, at, {})
    assert (events[-1]["event"], events[-1]["name"]) == ("followup", "action_listen")
    slots = {event["name"]: event["value"] for event in events if event["event"] == "slot"}
    return {
        "slots": slots,
        "turn": dispatcher.messages[0]["custom"]["turn"],
        "said": dispatcher.messages[0]["custom"]["messages"],
    }


def test_a_guides_button_starts_it_and_sets_the_slot_that_rules_look_at(known: Known) -> None:
    found = run(ActionGuide(), pressed("guide", {"guide_on": False}, guide=CARER))
    assert found["slots"]["guide_on"] is True
    assert found["slots"]["memory"]["guide"] == {"id": CARER, "current": "need"}
    assert found["turn"]["status"] == "guide_question"
    assert found["turn"]["guide"] == CARER
    assert found["said"][0]["question"]["id"] == "need"


def test_a_typed_answer_goes_on_with_the_guide_in_memory(known: Known) -> None:
    slots = {"guide_on": True, "memory": {"guide": RUNNING, "shown": ["x"]}}
    found = run(ActionGuide(), tracker("washing and dressing", "nlu_fallback", slots))
    assert found["slots"]["memory"]["guide"]["answers"] == {"need": ["memory"], "help": ["personal"]}
    assert found["slots"]["memory"]["shown"] == ["x"], "the rest of the memory stays"
    assert "guide_on" not in found["slots"], "as it was"


def test_the_end_of_a_guide_clears_the_slot_and_notes_the_nation(known: Known) -> None:
    answers = {"need": ["memory"], "help": ["home"], "job": "no", "age": 50.0}
    state = {**RUNNING, "answers": answers, "order": list(answers), "current": "nation"}
    found = run(
        ActionGuide(),
        pressed(
            "guide_answer",
            {"guide_on": True, "memory": {"guide": state}},
            guide=CARER,
            question="nation",
            answer="wales",
        ),
    )
    assert found["slots"]["guide_on"] is False
    assert found["slots"]["carer_home"] == "wales"
    assert found["slots"]["memory"]["kept"][0]["guide"] == CARER
    assert found["turn"]["status"] == "guide_result"


def test_the_message_after_a_danger_reply_is_told_from_others(known: Known) -> None:
    slots = {"guide_on": True, "memory": {"guide": RUNNING}}
    after, before = (
        [user("I want to die", "risk"), bot("crisis")],
        [user("I want to die", "risk"), user("dementia", "ask")],
    )
    for events, expected in ((after, True), (before, False), ([], False)):
        turn = guide_turn(tracker("washing", "nlu_fallback", slots, events), Situation(), known)
        assert turn is not None
        assert turn.after_danger is expected
    found = run(ActionGuide(), tracker("washing", "nlu_fallback", slots, after))
    assert "help" not in found["slots"]["memory"]["guide"]["answers"]


def test_a_press_is_told_from_what_was_typed(known: Known) -> None:
    slots = {"guide_on": True, "memory": {"guide": RUNNING}}
    entities = [
        {"entity": "question", "value": "job"},
        {"entity": "answer", "value": ["x"]},
        {"entity": "topic", "value": "money"},
    ]
    turn = guide_turn(tracker("/guide_answer{}", "guide_answer", slots, entities=entities), Situation(), known)
    assert turn is not None
    assert turn.press == Press(None, "job", None), "an answer that is no text is none"
    typed = guide_turn(tracker("money", "ask", slots, entities=entities), Situation(), known)
    assert typed is not None
    assert typed.press is None


@pytest.mark.parametrize("memory", [None, {}, {"guide": None}, {"guide": 7}, {"guide": {"id": "gone"}}])
def test_a_guide_that_is_gone_leaves_an_answer_and_a_free_conversation(memory: Any, known: Known) -> None:
    at = tracker(
        "money please", "ask", {"guide_on": True, "memory": memory}, entities=[{"entity": "topic", "value": "money"}]
    )
    found = run(ActionGuide(), at)
    assert found["slots"]["guide_on"] is False
    assert found["turn"]["topic"] == "money"


def test_a_typed_message_that_asks_for_a_guide_starts_it(known: Known, knowledge: Knowledge) -> None:
    import base64

    embedding = base64.b64encode(bytes([1] * 384)).decode()
    at = tracker(
        "check if I am a carer",
        "ask",
        {},
        entities=[{"entity": "topic", "value": "identification"}],
        embedding=embedding,
    )
    found = run(ActionAnswer(), at)
    assert found["turn"]["status"] == "guide_question"
    assert found["slots"]["guide_on"] is True


def test_right_after_the_result_an_answer_may_be_corrected(known: Known) -> None:
    answers = {"need": ["memory"], "help": ["home"], "job": "no", "age": 50.0, "nation": "wales"}
    slots = {
        "guide_on": False,
        "memory": {"guide": {"id": CARER, "answers": answers, "order": list(answers), "done": True}},
    }
    changed = run(ActionAnswer(), tracker("actually I'm 15", "ask", slots, [bot("guide_result")]))
    assert changed["turn"]["status"] == "guide_result"
    assert changed["slots"]["memory"]["guide"]["answers"]["age"] == 15
    later = run(ActionAnswer(), tracker("actually I'm 15", "ask", slots, [bot("guide_result"), bot("answered")]))
    assert later["turn"]["guide"] is None


def test_a_guide_that_fails_says_so_with_somebody_to_ring_and_stays_where_it_was(
    known: Known, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("actions.guide.take", lambda *_: 1 / 0)
    found = run(ActionGuide(), tracker("x", "ask", {"guide_on": True, "memory": {"guide": RUNNING}}))
    assert found["turn"]["status"] == "error"
    assert "0808 808 7777" in found["said"][0]["text"]
    assert "guide_on" not in found["slots"]
