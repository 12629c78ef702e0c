"""Our sentence embedding as a feature that Rasa's DIET can learn from; used by bench.classifiers only."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import FEATURIZER_CLASS_ALIAS
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from waymark.language.encoder import load_encoder


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEmbedding(DenseFeaturizer, GraphComponent):  # type: ignore[misc]  # Rasa carries no types
    """One dense row a message. Tokens get none: the encoder's tokens are not Rasa's."""

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceEmbedding:
        return cls(execution_context.node_name, config)

    @staticmethod
    def required_components() -> List[Any]:
        return []

    @classmethod
    def validate_config(cls, config: Dict[str, Any]) -> None:
        """Nothing can be set."""

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        typed = [message for message in messages if message.get(TEXT)]
        vectors = load_encoder(2).encode([message.get(TEXT) for message in typed])
        origin = self._config[FEATURIZER_CLASS_ALIAS]
        for message, vector in zip(typed, vectors):
            message.add_features(Features(vector[None, :], FEATURE_TYPE_SENTENCE, TEXT, origin))
        return messages
