"""A guide's question and result as the web service gives them out."""

from __future__ import annotations

from typing import Any, Dict

from starlette.testclient import TestClient

from tests.unit.fake_rasa import FakeRasa, item
from tests.unit.talking import Talking
from tests.unit.test_turns import send
from waymark.dialogue.answering import Known
from waymark.dialogue.words import Words
from waymark.knowledge.knowledge import Knowledge


def told(carer: Talking) -> Dict[str, Any]:
    """The reply as Rasa passes it on."""
    return {"recipient_id": "x", "custom": carer.reply.to_dict()}


def test_a_question_carries_what_a_form_needs(
    service: TestClient, rasa: FakeRasa, knowledge: Knowledge, words: Words
) -> None:
    rasa.items = [told(Talking(Known(knowledge, words)).starts("am_i_a_carer"))]
    message = send(service, "hello")["messages"][0]
    question = message["question"]
    assert {name: question[name] for name in ("id", "kind", "legend", "help", "why", "number", "of")} == {
        "id": "need", "kind": "several", "legend": "Why does the person need help?", "help": "It doesn't need a diagnosis.", "why": None, "number": 1, "of": 5,
    }  # fmt: skip
    titles = [option["title"] for option in question["options"]]
    assert titles[0] == "Illness or disability"
    assert titles[-1] == "I'm not sure"
    assert "Stop the questions" not in titles, "no answer"
    assert all(option in message["buttons"] for option in question["options"]), "signed the same way"


def test_an_option_is_taken_back_and_another_conversations_is_not(
    service: TestClient, rasa: FakeRasa, knowledge: Knowledge, words: Words
) -> None:
    rasa.items = [told(Talking(Known(knowledge, words)).starts("am_i_a_carer"))]
    reply = send(service, "hello")
    payload = reply["messages"][0]["question"]["options"][0]["payload"]
    send(service, session=reply["session"], payload=payload)
    assert rasa.said == '/guide_answer{"guide": "am_i_a_carer", "question": "need", "answer": "illness"}'
    send(service, payload=payload)
    assert not rasa.said.startswith("/")


def test_a_result_comes_whole(service: TestClient, rasa: FakeRasa, knowledge: Knowledge, words: Words) -> None:
    carer = Talking(Known(knowledge, words)).lives("wales").starts("am_i_a_carer")
    for typed in ("dementia", "shopping", "no", "50"):
        carer.types(typed)
    rasa.items = [told(carer)]
    reply = send(service, "hello")
    assert reply["turn"]["status"] == "guide_result"
    result = reply["result"]
    assert (result["guide"], result["nation"], result["date"]) == ("am_i_a_carer", "wales", "2026-11-27")
    assert result["outcomes"][0] == {
        "about": "carer", "state": "likely", "label": "Likely", "title": "Being a carer", "figure": None, "private": False,
        "reason": "You help someone who needs it, and it isn't your job. That counts, whatever you call yourself, and however few hours it is.",
    }  # fmt: skip
    assert [step["id"] for step in result["steps"]] == ["gp", "ring"]
    assert reply["messages"][1]["cards"][0]["name"], "cards are filled as ever"


def test_other_replies_carry_neither(service: TestClient, rasa: FakeRasa) -> None:
    rasa.items = [item("Help is here.")]
    reply = send(service, "hello")
    assert "result" not in reply
    assert reply["messages"][0]["question"] is None
