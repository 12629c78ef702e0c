"""Places as a part of Rasa's pipeline: entities `home` with the role `carer` or `person`."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any, Dict, List, Optional

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from waymark.knowledge.loading import load_knowledge
from waymark.language.component import Learner
from waymark.language.facts.lists import people_words
from waymark.language.graph import HOME, fingerprint, labelled, text_of
from waymark.language.places.finder import CARER, PERSON, PlaceFinder
from waymark.language.places.names import Names, build_names
from waymark.operations.paths import KNOWLEDGE


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class PlaceExtractor(Learner, EntityExtractorMixin):
    """Finds homes. The table of names is built when training, because the gazetteer takes seconds to read."""

    _finder: Optional[PlaceFinder] = None

    def restore(self, folder: Path) -> None:
        kept = json.loads((folder / "places.json").read_text(encoding="utf-8"))
        self._finder = PlaceFinder(Names.from_dict(kept["names"]), kept["people"], set(kept["everyday"]))

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> Optional[str]:
        return fingerprint([*(KNOWLEDGE / "places").glob("*.yml"), KNOWLEDGE / "lists" / "relationships.yml"])

    def train(self, training_data: TrainingData) -> Resource:
        names = build_names(load_knowledge(KNOWLEDGE))
        people, everyday = people_words(KNOWLEDGE), _everyday(training_data)
        self._finder = PlaceFinder(names, people, everyday)
        kept = json.dumps({"names": names.to_dict(), "people": people, "everyday": sorted(everyday)})
        return self.keep(lambda folder: (folder / "places.json").write_text(kept, encoding="utf-8"))

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            text = text_of(message)
            if text is None or self._finder is None:
                continue
            found = [
                {"entity": HOME, "role": role, "value": place.home, "start": place.start, "end": place.end}
                for place in self._finder.find(text)
                for role in ((place.role,) if place.role else (CARER, PERSON))  # nobody named: one home for both
            ]
            message.set(ENTITIES, (message.get(ENTITIES) or []) + self.add_extractor_name(found), add_to_output=True)
        return messages


def _everyday(training_data: TrainingData) -> set[str]:
    """Words that people write about other things than places: never to be taken as a misspelt place."""
    texts, intents = labelled(training_data)
    counts = Counter(
        word.strip(".,!?'\"()").lower()
        for text, intent in zip(texts, intents)
        if intent != "say_where"
        for word in text.split()
    )
    return {word for word, count in counts.items() if count >= 2 and word.isalpha()}
