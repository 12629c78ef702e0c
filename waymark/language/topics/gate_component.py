"""The gate as a part of Rasa's pipeline. It stands after the classifier, the common questions and the places."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Tuple

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from waymark.language.answers.component import ANSWER, CANDIDATES
from waymark.language.component import Part
from waymark.language.facts.lists import two_meanings
from waymark.language.follow_ups.component import FOLLOW_UP, OTHERWISE
from waymark.language.graph import HOME, LANGUAGE, TOPIC, text_of
from waymark.language.topics.component import JUDGED
from waymark.language.topics.gate import Decision, Thresholds, decide
from waymark.language.topics.judging import Judged
from waymark.language.words import plain
from waymark.operations.paths import KNOWLEDGE

#: Message key of the topic asked for besides the main one, in words of its own; absent where there is none.
SECOND_NEED = "second_need"
#: Words that matter which a message may hold beside a place and still be nothing but an answer to "where?".
WORDS_AROUND_A_PLACE = 0
#: Words below which a message is a search, not a question that a reviewed answer could fit.
LEAST_WORDS_OF_A_QUESTION = 3
_SMALL_WORDS = frozenset(
    """
    i im i'm we we're live lives living in near is are at the from to my mum mums mum's dad dad's she he
    she's he's hes shes it its it's actually no sorry around just outside both of us and just yes oh ok well hi hello thanks please area council town city county region borough district postcode way side end east west north south outskirts dear sorry but husband wife partner son daughter gran nan nana brother sister parents person lady man they they're theyre them there here now live's lived moved based bides stays stay staying home house flat address not was originally actually really its i've we've ive weve got
    """.split()
)


#: What a message is, whatever it may follow up.
_NO_FOLLOW_UP = ("other_language", "say_where")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class TopicGate(Part, EntityExtractorMixin):
    """Turns the ranking into one of the intents that rules know."""

    def __init__(self, config: Dict[str, Any]) -> None:
        super().__init__(config)
        self._thresholds = Thresholds(**{key: config[key] for key in self.get_default_config()})
        self._two_meanings = two_meanings(KNOWLEDGE)

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return dict(vars(Thresholds()))

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            if (message.get(TEXT) or "").lstrip().startswith("/"):
                continue
            decision = self._with_second_need(message, self._decide(message))
            self._settle_answer(message, decision)
            if message.get(FOLLOW_UP) and decision.intent not in _NO_FOLLOW_UP:
                otherwise = {"intent": decision.intent, "topics": list(decision.topics)}
                message.set(OTHERWISE, otherwise, add_to_output=True)
                decision = Decision("follow_up")
            ranking = message.get(INTENT_RANKING_KEY) or []
            confidence = ranking[0]["confidence"] if ranking else 0.0
            message.set(INTENT, {"name": decision.intent, "confidence": confidence}, add_to_output=True)
            entities = [
                {"entity": TOPIC, "value": topic, "start": 0, "end": 0, "group": str(rank)}
                for rank, topic in enumerate(decision.topics)
            ]
            message.set(ENTITIES, (message.get(ENTITIES) or []) + self.add_extractor_name(entities), add_to_output=True)
        return messages

    @staticmethod
    def _with_second_need(message: Message, decision: Decision) -> Decision:
        """The second topic is the one asked for in words of its own, where there is one; it is noted to be served."""
        judged: Optional[Judged] = message.get(JUDGED)
        second = judged.second_need(decision.topics[0]) if judged is not None and decision.intent == "ask" else None
        if second is None:
            return decision
        message.set(SECOND_NEED, second, add_to_output=True)
        return Decision(decision.intent, (decision.topics[0], second))

    @staticmethod
    def _settle_answer(message: Message, decision: Decision) -> None:
        """Of the nearest common questions, the nearest about the topic decided on."""
        if len((message.get(TEXT) or "").split()) < LEAST_WORDS_OF_A_QUESTION:
            return
        for candidate in message.get(CANDIDATES) or []:
            if candidate["topic"] in decision.topics[:1]:
                message.set(ANSWER, candidate, add_to_output=True)
                return

    def _decide(self, message: Message) -> Decision:
        text = text_of(message)
        if text is None:
            return Decision("nlu_fallback")
        if message.get(LANGUAGE):
            return Decision("other_language")
        if _only_a_place(text, message.get(ENTITIES) or []):
            return Decision("say_where")
        several = self._two_meanings.get(plain(text).rstrip(".?! "))
        if several:
            return Decision("clarify", several)
        ranking = [(entry["name"], entry["confidence"]) for entry in message.get(INTENT_RANKING_KEY) or []]
        return decide(ranking, len(text.split()), self._thresholds, _common(message))


def _common(message: Message) -> Optional[Tuple[str, float]]:
    candidates = message.get(CANDIDATES)
    if len((message.get(TEXT) or "").split()) < LEAST_WORDS_OF_A_QUESTION:
        return None
    return (candidates[0]["topic"], candidates[0]["score"]) if candidates else None


def _only_a_place(text: str, entities: List[Dict[str, Any]]) -> bool:
    places = {(int(entity["start"]), int(entity["end"])) for entity in entities if entity["entity"] == HOME}
    if not places:
        return False
    rest = text
    for start, end in sorted(places, reverse=True):
        rest = f"{rest[:start]} {rest[end:]}"
    words = [
        word
        for word in rest.lower().replace("’", "'").replace(",", " ").replace(".", " ").split()
        if word not in _SMALL_WORDS
    ]
    return len(words) <= WORDS_AROUND_A_PLACE and not rest.rstrip().endswith("?")
