"""Words that Rasa says itself: the reply to danger, with its turn record."""

from __future__ import annotations

import asyncio
from typing import Any, Dict, Iterator, List, Optional

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from waymark.operations.paths import ROOT
from waymark.rasa.nlg import WaymarkWords

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")  # of Rasa, about domain.yml


@pytest.fixture(scope="module")
def domain() -> Domain:
    return Domain.load(str(ROOT / "domain.yml"))


@pytest.fixture(scope="module")
def words(domain: Domain) -> Iterator[WaymarkWords]:
    made = WaymarkWords(domain=domain)
    yield made
    if made._live is not None:
        made._live.stop()


def told(words: WaymarkWords, domain: Domain, topics: List[str], before: Optional[str] = None) -> Dict[str, Any]:
    """The turn record of the reply to a certain danger, in a message that clearly names these topics."""
    entities = [{"entity": "topic", "value": topic, "group": str(rank)} for rank, topic in enumerate(topics)]
    risk = {"kind": "suicide", "level": "certain"}
    parsed = {"intent": {"name": "risk"}, "entities": entities, "risk": risk, "text": "x"}
    said = UserUttered("x", {"name": "risk"}, entities, parsed)
    tracker = DialogueStateTracker.from_events("x", [SlotSet("topic", before), said], domain.slots)
    reply = asyncio.run(words.generate("utter_risk", tracker, "rest"))
    assert reply is not None
    return dict(reply["custom"]["turn"])


@pytest.mark.parametrize(
    ("topics", "before", "topic"),
    [
        (["money", "breaks"], None, "money"),
        (["work", "legal", "money"], "breaks", "work"),
        (["money"], None, "money"),
        ([], "breaks", "breaks"),
        ([], None, None),
    ],
)
def test_the_reply_to_danger_keeps_the_main_topic(
    topics: List[str], before: Optional[str], topic: Optional[str], words: WaymarkWords, domain: Domain
) -> None:
    turn = told(words, domain, topics, before)
    assert turn["status"] == "crisis"
    assert turn["topic"] == topic
    assert turn["risk"] == {"kind": "suicide", "level": "certain"}
