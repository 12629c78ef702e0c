"""Words that Rasa says without the action server, with a typed turn record on each.

Danger replies are put together here from knowledge/risk by kind, nation and place. If anything goes wrong, the
response in domain.yml is what is left, and it needs nothing.
"""

from __future__ import annotations

import logging
from typing import Any, Dict, Optional

from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from waymark.dialogue.danger import crisis_text, possible_text
from waymark.dialogue.reply import Button, Reply, Said, Turn
from waymark.dialogue.situation import Danger
from waymark.knowledge.homes import NOWHERE, Home, read_home
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.live import LiveKnowledge
from waymark.operations.paths import KNOWLEDGE

logger = logging.getLogger(__name__)


class WaymarkWords(TemplatedNaturalLanguageGenerator):
    """Rasa's words from domain.yml, each with the turn record of the contract."""

    def __init__(self, endpoint_config: Optional[EndpointConfig] = None, domain: Optional[Domain] = None) -> None:
        super().__init__(domain.responses if domain else {})
        self._live: Optional[LiveKnowledge] = None
        asks_where = self.responses.get("utter_danger_where") or [{}]
        self._where = str(asks_where[0].get("text", ""))
        try:
            self._live = LiveKnowledge(KNOWLEDGE)
            self._live.watch()
        except Exception:  # broken knowledge must not take the last-resort replies down
            logger.exception("The knowledge cannot be read; danger replies come from domain.yml alone.")

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> Optional[Dict[str, Any]]:
        plain: Optional[Dict[str, Any]] = await super().generate(utter_action, tracker, output_channel, **kwargs)
        if plain is None:
            return None
        status = (plain.get("custom") or {}).get("status")
        if status is None:
            return plain
        danger = _danger(tracker)
        home = self._home(tracker)
        text = str(plain.get("text", "")).strip()
        try:
            text = self._with_danger(text, status, danger, home)
        except Exception:
            logger.exception("The reviewed danger reply could not be put together; saying the one in domain.yml.")
        buttons = tuple(Button(button["title"], button["payload"]) for button in plain.get("buttons") or [])
        turn = Turn(status, _topic(tracker) if status == "crisis" else None, (), home, danger)
        return {"custom": Reply([Said(text, buttons)], turn).to_dict()}

    def _with_danger(self, text: str, status: str, danger: Optional[Danger], home: Home) -> str:
        if danger is None or self._live is None:
            return text
        knowledge: Knowledge = self._live.current
        if status == "crisis":
            where = "" if home.place or not self._where else f"\n\n{self._where}"
            return crisis_text(danger.kind, home, knowledge) + where
        return possible_text(danger, home, knowledge) + "\n\n" + text

    def _home(self, tracker: DialogueStateTracker) -> Home:
        if self._live is None:
            return NOWHERE
        key = tracker.get_slot("person_home") or tracker.get_slot("carer_home")
        return read_home(key if isinstance(key, str) else None, self._live.current)


def _topic(tracker: DialogueStateTracker) -> Optional[str]:
    """The main topic that the message clearly names, else the one talked about before.

    The slot does not tell: what typed messages name has a `group`, and fills no slot before an action has read it.
    """
    entities = tracker.latest_message.entities if tracker.latest_message else []
    named = [entity for entity in entities if entity.get("entity") == "topic"]
    main = min(named, key=lambda entity: str(entity.get("group") or "0"), default=None)
    topic = main["value"] if main else tracker.get_slot("topic")
    return topic if isinstance(topic, str) else None


def _danger(tracker: DialogueStateTracker) -> Optional[Danger]:
    found = (tracker.latest_message.parse_data or {}).get("risk") if tracker.latest_message else None
    return Danger(found["kind"], found["level"]) if found else None
