"""The danger detector as the last part of Rasa's pipeline: what it finds stands above every other intent."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence

import joblib
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from waymark.knowledge.loading import load_knowledge
from waymark.language.component import Learner
from waymark.language.encoder.kept import encode_training_texts
from waymark.language.graph import DANGER, TOPIC, fingerprint, labelled, reading_of
from waymark.language.risk.detector import CERTAIN, Detector, Limits
from waymark.language.risk.examples import NONE, Example, read_examples
from waymark.language.risk.model import RiskModel
from waymark.language.risk.patterns import RiskPatterns
from waymark.language.words import sentences
from waymark.operations.paths import DATA, KNOWLEDGE

logger = logging.getLogger(__name__)

#: Message key of what was found: {"kind", "level"}.
RISK = "risk"
#: Intents whose utterances may speak of danger themselves, and so are no harmless examples.
_NOT_HARMLESS = frozenset({"topic_crisis", "topic_safeguarding"})


#: Utterances of so many sentences are stories, learnt from sentence by sentence too: so are messages judged. Not
#: where somebody tells how they feel, since single sentences of that may well speak of danger.
_STORY_SENTENCES = 4
_NO_SENTENCES = frozenset({"topic_mental_health"})
_LEAST_WORDS = 4


def _harmless(texts: Sequence[str], intents: Sequence[str]) -> List[Example]:
    """Utterances of topics, and the sentences of long ones."""
    plain = [(text, intent) for text, intent in zip(texts, intents) if intent not in _NOT_HARMLESS]
    found = dict.fromkeys(text for text, _ in plain)
    for text, intent in plain:
        parts = sentences(text) if intent not in _NO_SENTENCES else []
        if len(parts) >= _STORY_SENTENCES:
            found.update(dict.fromkeys(part for part in parts if len(part.split()) >= _LEAST_WORDS))
    return [Example(text, NONE, NONE) for text in found]


def training_examples() -> List[Example]:
    """All that the learnt half learns from, read from the files as Rasa reads them."""
    from rasa.shared.nlu.training_data.loading import load_data

    return [*read_examples(DATA / "risk"), *_harmless(*labelled(load_data(str(DATA / "nlu"))))]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class RiskDetector(Learner):
    """`certain` makes the intent `risk`; `possible` only notes it on the message."""

    _detector: Optional[Detector] = None

    def restore(self, folder: Path) -> None:
        self._detector = self._with(joblib.load(folder / "risk.joblib"))

    def _with(self, model: RiskModel) -> Detector:
        patterns = RiskPatterns(load_knowledge(KNOWLEDGE).risk_patterns)
        return Detector(patterns, model, Limits(**{key: self.config[key] for key in self.get_default_config()}))

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return dict(vars(Limits()))

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> Optional[str]:
        return fingerprint([*(DATA / "risk").glob("*.yml"), *(KNOWLEDGE / "risk").glob("*.yml")])

    def train(self, training_data: TrainingData) -> Resource:
        texts, intents = labelled(training_data)
        examples = [*read_examples(DATA / "risk"), *_harmless(texts, intents)]
        model = RiskModel().fit(examples, encode_training_texts([example.text for example in examples]))
        self._detector = self._with(model)
        return self.keep(lambda folder: joblib.dump(model, folder / "risk.joblib"))

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            reading = reading_of(message)
            found = self._detector.look(reading) if reading and self._detector else None
            if found is None:
                continue
            message.set(RISK, {"kind": found.kind, "level": found.level}, add_to_output=True)
            entity = {"entity": DANGER, "value": found.kind, "start": 0, "end": 0, "extractor": "RiskDetector"}
            message.set(ENTITIES, [*(message.get(ENTITIES) or []), entity], add_to_output=True)
            if found.level == CERTAIN:
                _take_over(message)
            elif not _is_answered(message):
                _answer_the_writer(message)
        return messages


#: Confidence from which the topic of a message that speaks of danger is remembered for later.
_CLEAR_TOPIC = 0.6


def _take_over(message: Message) -> None:
    """Make `risk` the intent. The topic asked about before is kept, unless this message clearly names another."""
    ranking = message.get(INTENT_RANKING_KEY) or [{"confidence": 0.0}]
    if ranking[0]["confidence"] < _CLEAR_TOPIC:
        kept = [entity for entity in message.get(ENTITIES) or [] if entity["entity"] != TOPIC]
        message.set(ENTITIES, kept, add_to_output=True)
    message.set(INTENT, {"name": "risk", "confidence": 1.0}, add_to_output=True)


#: Intents whose replies are put together with what is known, danger included. The fixed words of the others are not
#: for someone who may be in danger.
_ANSWERED = frozenset({"ask", "clarify", "nlu_fallback", "say_where", "more", "repeat", "other_language"})


def _is_answered(message: Message) -> bool:
    return (message.get(INTENT) or {}).get("name") in _ANSWERED


def _answer_the_writer(message: Message) -> None:
    """'I want it to stop' is no goodbye: hand it to the action that leads with whom to reach."""
    message.set(INTENT, {"name": "nlu_fallback", "confidence": 0.0}, add_to_output=True)
