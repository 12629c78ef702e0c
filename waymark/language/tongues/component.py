"""Other languages as a part of Rasa's pipeline. It stands before the gate, which gives such a message its own intent."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Dict, List, Optional

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from waymark.language.component import Learner
from waymark.language.graph import HOME, LANGUAGE, fingerprint, labelled, text_of
from waymark.language.tongues.detector import English, Limits, TongueDetector
from waymark.language.tongues.second_voice import load_second_voice


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class OtherLanguages(Learner, EntityExtractorMixin):
    """Adds an entity `language` to a message that is not in English. It learns what English words carers use."""

    _detector: Optional[TongueDetector] = None

    def restore(self, folder: Path) -> None:
        kept = json.loads((folder / "english.json").read_text(encoding="utf-8"))
        self._detector = self._with(English(frozenset(kept["everyday"]), frozenset(kept["known"])))

    def _with(self, english: English) -> TongueDetector:
        limits = Limits(**{key: self.config[key] for key in self.get_default_config()})
        return TongueDetector(english, load_second_voice(), limits)

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return dict(vars(Limits()))

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> Optional[str]:
        return fingerprint([])

    def train(self, training_data: TrainingData) -> Resource:
        texts, _ = labelled(training_data)
        english = English.of(texts)
        self._detector = self._with(english)
        kept = json.dumps({"everyday": sorted(english.everyday), "known": sorted(english.known)})
        return self.keep(lambda folder: (folder / "english.json").write_text(kept, encoding="utf-8"))

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            text = text_of(message)
            if text is None or self._detector is None:
                continue
            homes = [entity for entity in message.get(ENTITIES) or [] if entity["entity"] == HOME]
            language = self._detector.look(text, [(entity["start"], entity["end"]) for entity in homes])
            if language is None:
                continue
            # what else was found was found by English words, such as a "son" in French; a place is a place
            found = [{"entity": LANGUAGE, "value": language, "start": 0, "end": 0}]
            message.set(LANGUAGE, language)
            message.set(ENTITIES, homes + self.add_extractor_name(found), add_to_output=True)
        return messages
