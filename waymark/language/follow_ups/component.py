"""Follow-ups as a part of Rasa's pipeline. It stands after the places and the facts, and before the gate."""

from __future__ import annotations

from typing import Any, Dict, List, Tuple

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES
from rasa.shared.nlu.training_data.message import Message

from waymark.language.component import Part
from waymark.language.follow_ups.reader import FollowUpReader
from waymark.language.graph import CONDITION, HOME, RELATIONSHIP, text_of
from waymark.operations.paths import KNOWLEDGE

#: Message key of the follow-up that a message may be: {"kind", "which", "name", "is_other"}.
FOLLOW_UP = "follow_up"

#: Message key of what the gate would have decided, for where nothing was shown before: {"intent", "topics"}.
OTHERWISE = "otherwise"
#: "Can my brother come too?" does not tell who is looked after.
_NAMES_OTHERS = "about"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class FollowUps(Part):
    """Notes a follow-up on the message. Whether something was shown to follow up, the action finds out."""

    def __init__(self, config: Dict[str, Any]) -> None:
        super().__init__(config)
        self._reader = FollowUpReader(KNOWLEDGE)

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            text = text_of(message)
            if text is None:
                continue
            found = self._reader.read(text, _spans(message, HOME), _spans(message, CONDITION))
            if found is not None:
                message.set(FOLLOW_UP, found.to_dict(), add_to_output=True)
                if found.kind == _NAMES_OTHERS:
                    told = [each for each in message.get(ENTITIES) or [] if each["entity"] != RELATIONSHIP]
                    message.set(ENTITIES, told, add_to_output=True)
        return messages


def _spans(message: Message, name: str) -> List[Tuple[int, int]]:
    entities = message.get(ENTITIES) or []
    return [(int(each["start"]), int(each["end"])) for each in entities if each["entity"] == name]
