"""A relative named in an answer of a guide is not taken for the one looked after."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

import pytest
from rasa_sdk import Tracker

from actions.guide import ActionGuide
from actions.help import ActionHelp
from tests.unit.rasa_process.test_guide_actions import Desk, run, user
from waymark.dialogue.answering import Known
from waymark.dialogue.words import Words
from waymark.knowledge.knowledge import Knowledge

PLAN: Dict[str, Any] = {"id": "emergency_plan", "current": "step_in"}


@pytest.fixture
def known(knowledge: Knowledge, words: Words, monkeypatch: pytest.MonkeyPatch) -> Known:
    found = Known(knowledge, words)
    monkeypatch.setattr("actions.base.desk", lambda: Desk(found))
    return found


def answering(text: str, word: str, kin: str, before: Optional[str] = None, **guide: Any) -> Tracker:
    """A typed answer in which the pipeline has heard a relative; Rasa has set the slot already."""
    start = text.index(word)
    entity = {"entity": "relationship", "value": kin, "start": start, "end": start + len(word)}
    events: List[Dict[str, Any]] = []
    if before:
        events += [user("my mum", "ask"), {"event": "slot", "name": "relationship", "value": before}]
    events += [user(text, "nlu_fallback"), {"event": "slot", "name": "relationship", "value": kin}]
    slots = {"guide_on": True, "person_home": "wales", "relationship": kin, "memory": {"guide": {**PLAN, **guide}}}
    latest = {"text": text, "intent": {"name": "nlu_fallback", "confidence": 1.0}, "entities": [entity]}
    return Tracker("x", slots, latest, events, False, None, {}, "action_listen")


def test_a_sister_who_steps_in_is_not_the_one_looked_after(known: Known) -> None:
    found = run(ActionGuide(), answering("my sister could for some days", "sister", "sibling"))
    assert found["slots"]["memory"]["guide"]["answers"]["step_in"] == "someone"
    assert found["slots"]["relationship"] is None
    assert "relationship" not in (found["slots"]["memory"].get("told") or {})


def test_the_one_looked_after_stays_the_one(known: Known) -> None:
    found = run(ActionGuide(), answering("a cousin of mine", "cousin", "relative", before="parent"))
    assert found["slots"]["relationship"] == "parent"


def test_one_named_beside_the_answer_is_heard(known: Known) -> None:
    found = run(ActionGuide(), answering("no, mum would be on her own", "mum", "parent"))
    assert "relationship" not in found["slots"], "as Rasa has set it"
    assert found["slots"]["memory"]["told"]["relationship"] == ["parent"]


def test_help_says_what_it_can_do(known: Known, words: Words) -> None:
    latest = {"text": "help", "intent": {"name": "help", "confidence": 1.0}, "entities": []}
    found = run(ActionHelp(), Tracker("x", {}, latest, [user("help", "help")], False, None, {}, "action_listen"))
    assert found["turn"]["status"] == "small_talk"
    assert found["said"][0]["text"] == words.response("utter_help").text
