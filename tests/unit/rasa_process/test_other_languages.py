"""The component for other languages in Rasa's pipeline, and the gate behind it."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

import pytest
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from waymark.language.tongues.component import OtherLanguages
from waymark.language.tongues.detector import English, TongueDetector
from waymark.language.topics.gate_component import TopicGate

ENGLISH = English.of(["my mum has dementia and i need a break", "i need a break and my mum has dementia"])
POLISH = "Mieszkam w Camden i opiekuję się mamą"


@pytest.fixture
def part() -> OtherLanguages:
    part = OtherLanguages(OtherLanguages.get_default_config(), None, None)  # type: ignore[arg-type]
    part._detector = TongueDetector(ENGLISH)
    return part


def heard(part: OtherLanguages, text: str, entities: Optional[List[Dict[str, Any]]] = None) -> Message:
    message = Message({TEXT: text, ENTITIES: entities or []})
    return part.process([message])[0]


def entities(message: Message) -> Dict[str, Any]:
    return {entity["entity"]: entity["value"] for entity in message.get(ENTITIES)}


def test_another_language_becomes_an_entity(part: OtherLanguages) -> None:
    assert entities(heard(part, POLISH)) == {"language": "pl"}


def test_what_english_words_found_in_it_goes_and_the_place_stays(part: OtherLanguages) -> None:
    """ "son mari" is a husband, not a son."""
    text = "Elle s'occupe de son mari qui est malade à Camden"
    home = {"entity": "home", "role": "person", "value": "camden/camden-council", "start": 43, "end": 49}
    son = {"entity": "relationship", "value": "son", "start": 17, "end": 20}
    assert entities(heard(part, text, [son, home])) == {"home": "camden/camden-council", "language": "fr"}


def test_english_is_left_as_it_is(part: OtherLanguages) -> None:
    son = {"entity": "relationship", "value": "son", "start": 3, "end": 6}
    assert heard(part, "my son has dementia and I need a break", [son]).get(ENTITIES) == [son]


@pytest.mark.parametrize("text", ['/ask{"topic": "money"}', "", "…"])
def test_buttons_and_text_without_words_pass(part: OtherLanguages, text: str) -> None:
    assert heard(part, text).get(ENTITIES) == []


def test_the_gate_gives_it_an_intent_of_its_own_whatever_the_classifier_says(part: OtherLanguages) -> None:
    gate = TopicGate(TopicGate.get_default_config())
    message = heard(part, POLISH)
    message.set(INTENT_RANKING_KEY, [{"name": "topic_money", "confidence": 0.99}])
    assert gate.process([message])[0].get(INTENT)["name"] == "other_language"
    assert entities(message) == {"language": "pl"}, "no topic: the one talked about before stays"
