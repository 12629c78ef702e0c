"""Facts about carer and person as a part of Rasa's pipeline."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES
from rasa.shared.nlu.training_data.message import Message

from waymark.language.component import Part
from waymark.language.facts.finder import FactFinder
from waymark.language.graph import text_of
from waymark.operations.paths import KNOWLEDGE


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class CarerFacts(Part, EntityExtractorMixin):
    """Adds entities condition, relationship, carer_age, person_age, voice, nation and strain."""

    def __init__(self, config: Dict[str, Any]) -> None:
        super().__init__(config)
        self._finder = FactFinder(KNOWLEDGE)

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            text = text_of(message)
            if text is None:
                continue
            found = [vars(fact).copy() for fact in self._finder.find(text)]
            message.set(ENTITIES, (message.get(ENTITIES) or []) + self.add_extractor_name(found), add_to_output=True)
        return messages
