"""The way of a message: look for danger, redact, ask Rasa, fill the cards, sign the buttons.

Whatever fails on the way, the carer gets words and a person to ring; and a message that speaks of danger gets its
fixed reply even when Rasa and the action server are away.
"""

from __future__ import annotations

import logging
import re
from typing import Any, Dict, List, Optional

from waymark.dialogue.danger import crisis_text, possible_text
from waymark.dialogue.reply import Reply, Said, Turn
from waymark.dialogue.situation import Danger
from waymark.dialogue.words import Words
from waymark.knowledge.homes import NOWHERE
from waymark.knowledge.live import LiveKnowledge
from waymark.language.risk.patterns import RiskPatterns
from waymark.operations.redaction import redact
from waymark.web.cards import card
from waymark.web.rasa_client import RasaAway, RasaClient
from waymark.web.sessions import Sessions

logger = logging.getLogger(__name__)

#: Markup pasted with a text; it means nothing and confuses understanding.
_TAGS = re.compile(r"<(script|style)\b.*?</\1>|</?[a-zA-Z][^<>]{0,300}>", re.IGNORECASE | re.DOTALL)
#: Support whose number is given when nothing else can be.
PERSON_TO_RING = "carers-uk-helpline"


class Turns:
    """Answers one message at a time; holds no state of any conversation."""

    def __init__(self, live: LiveKnowledge, words: Words, rasa: RasaClient, sessions: Sessions) -> None:
        self._live = live
        self._words = words
        self._rasa = rasa
        self._sessions = sessions
        #: Payloads of the first screen and other fixed words: the same for everybody, so they need no signature.
        self._always_offered = words.payloads()
        self._patterns = RiskPatterns(live.current.risk_patterns)
        live.on_change(lambda fresh: setattr(self, "_patterns", RiskPatterns(fresh.risk_patterns)))

    async def typed(self, conversation: str, text: str) -> Dict[str, Any]:
        """The turn for what a carer typed. A leading slash is dropped: only buttons speak in payloads."""
        plain = _TAGS.sub(" ", text).strip().lstrip("/").strip() or "?"
        return await self._turn(conversation, redact(plain), self._danger(plain))

    async def pressed(self, conversation: str, offered: str) -> Dict[str, Any]:
        """The turn for a pressed button; a payload that was not offered in this conversation is read as text."""
        payload = offered if offered in self._always_offered else self._sessions.accepted(conversation, offered)
        if payload is None:
            return await self.typed(conversation, offered.split("~", 1)[0])
        return await self._turn(conversation, payload, None)

    async def _turn(self, conversation: str, message: str, danger: Optional[Danger]) -> Dict[str, Any]:
        try:
            reply = _merged(await self._rasa.send(conversation, message))
        except RasaAway as away:
            logger.error("Rasa gave no reply (%s); answering without it.", away)
            reply = self._without_rasa(danger)
        return self._dressed(conversation, reply)

    def _danger(self, text: str) -> Optional[Danger]:
        try:
            found = self._patterns.look(text)
        except Exception:
            logger.exception("Looking for danger failed; Rasa's detector looks too.")
            return None
        return Danger(found.kind, found.level) if found else None

    def _fixed(self, danger: Danger) -> Dict[str, Any]:
        text = crisis_text(danger.kind, NOWHERE, self._live.current)
        buttons = self._words.response("utter_risk").buttons
        return Reply([Said(text, buttons)], Turn("crisis", danger=danger)).to_dict()

    def _without_rasa(self, danger: Optional[Danger]) -> Dict[str, Any]:
        if danger and danger.level == "certain":
            return self._fixed(danger)
        person = self._live.current.supports[PERSON_TO_RING]
        text = self._words.say("utter_error", phone=person.contact.phone or "")
        if danger:
            text = possible_text(danger, NOWHERE, self._live.current) + "\n\n" + text
        return Reply([Said(text)], Turn("error", danger=danger)).to_dict()

    def _dressed(self, conversation: str, reply: Dict[str, Any]) -> Dict[str, Any]:
        """Cards filled from the knowledge as it is now, payloads signed for this conversation."""
        nation = reply["turn"]["nation"]
        for message in reply["messages"]:
            filled = (card(each["id"], each["why"], self._live.current, nation) for each in message["cards"])
            message["cards"] = [each for each in filled if each]
            for button in message["buttons"]:
                button["payload"] = self._sessions.offer(conversation, button["payload"])
        return reply


def _merged(items: List[Dict[str, Any]]) -> Dict[str, Any]:
    """One reply of Rasa's items. The last turn record counts, `crisis` beats all.

    Raises:
        RasaAway: no item carries a turn record, so the turn did not come to its end.
    """
    ours = [item["custom"] for item in items if isinstance(item.get("custom"), dict) and "turn" in item["custom"]]
    if not ours:
        raise RasaAway("a reply without a turn record")
    turns = [each["turn"] for each in ours]
    turn = next((each for each in turns if each["status"] == "crisis"), turns[-1])
    return {"messages": [message for each in ours for message in each["messages"]], "turn": turn}
