"""The topic classifier as a part of Rasa's pipeline."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Optional

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from waymark.language.component import Learner
from waymark.language.encoder import load_encoder
from waymark.language.encoder.kept import encode_training_texts
from waymark.language.facts.lists import words_by_id
from waymark.language.graph import fingerprint, labelled, reading_of
from waymark.language.topics.classifier import IntentModel, Options
from waymark.language.topics.judging import judge
from waymark.language.topics.needs import PlainNeeds
from waymark.operations.paths import KNOWLEDGE

#: Intents kept of the ranking. It is stored with every turn, so no more than clarifying needs.
KEPT = 5
#: Message key of the whole ranking and of what clauses say by themselves. It stays inside the pipeline.
JUDGED = "judged"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicClassifier(Learner, IntentClassifier):
    """Ranks the intents of a typed message."""

    _model: Optional[IntentModel] = None

    def __init__(self, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._plain_needs = PlainNeeds(words_by_id(KNOWLEDGE, "plain_needs"))

    def restore(self, folder: Path) -> None:
        self._model = IntentModel.load(folder)

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        options = Options()
        return {
            "strength": options.strength,
            "rounds": options.rounds,
            "folds": options.folds,
            "sentence_share": options.sentence_share,
        }

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> Optional[str]:
        return fingerprint([])

    def train(self, training_data: TrainingData) -> Resource:
        texts, intents = labelled(training_data)
        options = Options(**{key: self.config[key] for key in self.get_default_config()})
        self._model = IntentModel(options).fit(texts, intents, encode_training_texts(texts))
        return self.keep(self._model.save)

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            reading = reading_of(message)
            if reading is None or self._model is None:
                continue
            judged = judge(reading, self._model.ranking, load_encoder(), self._plain_needs)
            ranking = [{"name": name, "confidence": chance} for name, chance in judged.ranking[:KEPT]]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
            message.set(JUDGED, judged)
        return messages
