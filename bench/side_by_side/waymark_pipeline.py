"""This project's pipeline as it is in production: the trained model, loaded by Rasa's Agent."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple

from bench.heard import DangerScores, Guess, Heard
from bench.side_by_side.danger_scores import risk_scores
from bench.side_by_side.rasa_model import Parsed, RasaModel
from waymark.language.graph import DANGER, HOME, TOPIC, reading_of
from waymark.language.topics.gate import PREFIX

#: Intents that are answered as if the sentence were in scope. `risk` is: the fixed reply is help.
ANSWERS = frozenset({"ask", "risk"})


class WaymarkPipeline:
    """Without the actions: what follows the pipeline in a turn is measured by the running service."""

    name = "Waymark"
    about = (
        "The trained model as in production, asked through Rasa's Agent; intent and topics are those after the gate, "
        "before any action."
    )

    def __init__(self, model: Path) -> None:
        self._path = model
        self._model = RasaModel(model)
        self._scores: Optional[DangerScores] = None
        self._model.watch("RiskDetector", self._score)

    def hear(self, text: str) -> Heard:
        self._scores = None
        parsed = self._model.parse(text)
        return heard(parsed, self._scores, self._model.took_ms)

    def times(self) -> Dict[str, List[float]]:
        return self._model.milliseconds

    def memory_of(self) -> str:
        return str(self._path)

    def _score(self, part: Any, message: Any) -> None:
        reading = reading_of(message)
        if reading is not None and part._detector is not None:
            self._scores = risk_scores(part._detector, reading)


def heard(parsed: Parsed, scores: Optional[DangerScores] = None, milliseconds: float = 0.0) -> Heard:
    """What the pipeline found, in the words of the comparison."""
    intent, risk = parsed["intent"]["name"], parsed.get("risk")
    topics = tuple(entity["value"] for entity in parsed["entities"] if entity["entity"] == TOPIC)
    ranking = parsed.get("intent_ranking") or []
    return Heard(
        topic=topics[0] if topics and intent in ANSWERS else None,
        offered=topics if intent == "clarify" else (),
        ranked=ranked_topics(ranking),
        noted=topics if intent in (*ANSWERS, "clarify") else (),
        held_back=intent not in ANSWERS,
        kind=risk["kind"] if risk else None,
        certain=bool(risk) and intent == "risk",
        guess=Guess(ranking[0]["name"], ranking[0]["confidence"]) if ranking else None,
        scores=scores,
        facts=_facts(parsed["entities"]),
        milliseconds=milliseconds,
    )


def ranked_topics(ranking: List[Dict[str, Any]]) -> Tuple[str, ...]:
    """Topics of a ranking of intents, likeliest first."""
    return tuple(intent["name"][len(PREFIX) :] for intent in ranking if intent["name"].startswith(PREFIX))


def _facts(entities: List[Dict[str, Any]]) -> Dict[str, Tuple[str, ...]]:
    found: Dict[str, Tuple[str, ...]] = {}
    for entity in entities:
        name = f"{HOME}:{entity.get('role')}" if entity["entity"] == HOME else entity["entity"]
        if name not in (TOPIC, DANGER):
            found[name] = (*found.get(name, ()), str(entity["value"]))
    return found
