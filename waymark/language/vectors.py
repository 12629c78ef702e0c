"""The first component: reads a message once, whole and by sentence, for all that follow."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from waymark.language.compact import to_text
from waymark.language.component import Part
from waymark.language.encoder import load_encoder
from waymark.language.graph import EMBEDDING, READING, text_of
from waymark.language.reading import read


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceVectors(Part):
    """Embeds typed messages. Button presses are left alone: their meaning is given."""

    def __init__(self, config: Dict[str, Any]) -> None:
        super().__init__(config)
        self._encoder = load_encoder()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing to do: whoever learns embeds all texts at once, in batches."""
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            text = text_of(message)
            if text is None:
                continue
            reading = read(text, self._encoder)
            message.set(READING, reading)
            message.set(EMBEDDING, to_text(reading.vector), add_to_output=True)
        return messages
