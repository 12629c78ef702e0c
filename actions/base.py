"""What every action does around its skill: read the situation, send one reply, end the turn."""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from functools import lru_cache
from typing import Any, Dict, List, Optional

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.keeping import to_keep
from actions.nearest_answers import NearestAnswers
from actions.situations import memory_of, read_situation
from waymark.dialogue.answering import Known
from waymark.dialogue.reply import Reply, Said, Turn
from waymark.dialogue.situation import Situation
from waymark.dialogue.words import Words
from waymark.knowledge.live import LiveKnowledge
from waymark.language.encoder import load_encoder
from waymark.language.nearest import NearestSupports
from waymark.language.nearest_guides import NearestGuides
from waymark.operations.paths import KNOWLEDGE

logger = logging.getLogger(__name__)


class Desk:
    """What all actions share: the live knowledge, the words, and the nearest supports and guides."""

    def __init__(self) -> None:
        self._live = LiveKnowledge(KNOWLEDGE)
        self.words = Words.read()
        self.nearest = NearestSupports(load_encoder(), self._live.current)
        self.nearest_guides = NearestGuides(load_encoder(), self._live.current)
        self.nearest_answers = NearestAnswers(self._live.current)
        self._live.on_change(self.nearest.learn)
        self._live.on_change(self.nearest_guides.learn)
        self._live.on_change(self.nearest_answers.learn)
        self._live.watch()

    @property
    def known(self) -> Known:
        return Known(self._live.current, self.words)


@lru_cache(maxsize=1)
def desk() -> Desk:
    """The one desk of this process, opened on first use."""
    return Desk()


class Skill(Action, ABC):
    """One skill. Subclasses give a name and a reply; the turn always ends here, also when the skill fails."""

    @abstractmethod
    def reply(self, situation: Situation, known: Known) -> Reply:
        """What to say in this situation."""

    def reply_to(self, tracker: Tracker, situation: Situation, known: Known) -> Reply:
        """The same, for skills that need more of the conversation than the situation holds."""
        return self.reply(situation, known)

    def forget(self) -> List[EventType]:
        """Events before the reply's own; only starting again has any."""
        return []

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        reply = self._safely(tracker)
        dispatcher.utter_message(json_message=reply.to_dict())
        forgotten = self.forget()
        remembered = [] if forgotten else _remembered(reply, tracker)
        return [*forgotten, *remembered, FollowupAction("action_listen")]

    def _safely(self, tracker: Tracker) -> Reply:
        try:
            return self.reply_to(tracker, read_situation(tracker, desk()), desk().known)
        except Exception:
            logger.exception("%s failed", self.name())
            return _something_went_wrong()


#: What rules and other parts read too has a slot of its own; the rest is kept together in `memory`.
_OWN_SLOTS = ("topic", "danger", "guide_on", "carer_home", "person_home", "relationship")


def _remembered(reply: Reply, tracker: Tracker) -> List[EventType]:
    """Slots that this reply changes, as few as possible: Rasa checks and stores every event."""
    told = {name: value for name, value in reply.remember.items() if name in _OWN_SLOTS}
    kept = {name: value for name, value in reply.remember.items() if name not in _OWN_SLOTS}
    kept.update(to_keep(reply, tracker))
    events = [SlotSet(name, value) for name, value in told.items() if tracker.get_slot(name) != value]
    return [*events, SlotSet("memory", {**memory_of(tracker), **kept})] if kept else events


def _something_went_wrong() -> Reply:
    phone: Optional[str] = None
    try:
        phone = desk().known.knowledge.supports["carers-uk-helpline"].contact.phone
        text = desk().words.say("utter_error", phone=phone or "")
    except Exception:
        logger.exception("Not even the words for an error could be read")
        raise
    return Reply([Said(text)], Turn("error"))
