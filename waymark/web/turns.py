"""The way of a message: look for danger, redact, ask Rasa, fill the cards, sign the buttons.

Whatever fails on the way, the carer gets words and a person to ring; and a message that speaks of danger gets its
fixed reply even when Rasa and the action server are away.
"""

from __future__ import annotations

import logging
import re
from typing import Any, Dict, Optional, Tuple

from waymark.dialogue.danger import crisis_text, possible_text
from waymark.dialogue.reply import Reply, Said, Turn
from waymark.dialogue.situation import Danger
from waymark.dialogue.words import Words
from waymark.knowledge.homes import NOWHERE
from waymark.knowledge.live import LiveKnowledge
from waymark.language.risk.patterns import RiskPatterns
from waymark.operations.redaction import redact
from waymark.web.cards import card
from waymark.web.events import danger_events, home_events
from waymark.web.rasa_client import RasaAway, RasaClient
from waymark.web.replies import merged
from waymark.web.sessions import Session, Sessions
from waymark.web.start import PERSON_TO_RING
from waymark.web.untold import Untold

logger = logging.getLogger(__name__)

#: Markup pasted with a text; it means nothing and confuses understanding. Bounded, or many openings take quadratic time.
_TAGS = re.compile(r"<(script|style)\b.{0,1000}?</\1>|</?[a-zA-Z][^<>]{0,300}>", re.IGNORECASE | re.DOTALL)
_ANGLES = str.maketrans("<>", "  ")
#: Rasa takes a message that begins with a slash for a payload, and strips it before it looks.
_BEFORE_WORDS = re.compile(r"^[\s/]+")
#: A button that answers a guide's question, beside those that lead back and out.
_ANSWERS = "/guide_answer{"


class Turns:
    """Answers one message at a time; of a conversation it holds only what Rasa could not be told."""

    def __init__(self, live: LiveKnowledge, words: Words, rasa: RasaClient, sessions: Sessions) -> None:
        self._live = live
        self._words = words
        self._rasa = rasa
        self._sessions = sessions
        self.untold = Untold()
        #: Payloads of the first screen and other fixed words: the same for everybody, so they need no signature.
        self._always_offered = words.payloads()
        self._patterns = RiskPatterns(live.current.risk_patterns)
        live.on_change(lambda fresh: setattr(self, "_patterns", RiskPatterns(fresh.risk_patterns)))

    async def begin(self, conversation: str, home: Optional[str]) -> None:
        """A new conversation of a site that serves the area of `home` (a key of waymark/knowledge/homes.py)."""
        if home is None:
            return
        try:
            await self._rasa.add(conversation, home_events(home))
        except RasaAway as away:
            logger.error("The place of a new conversation could not be noted (%s).", away)

    async def take(self, session: Session, text: Optional[str], payload: Optional[str]) -> Dict[str, Any]:
        """The turn for one message of a session: for `payload` where there is one, else for `text`."""
        self.untold.recall(session)
        if payload is not None:
            return await self.pressed(session.conversation, payload)
        return await self.typed(session.conversation, text or "")

    def heard(self, conversation: str, text: Optional[str], payload: Optional[str]) -> str:
        """A message as Rasa gets it: the payload of a button offered here, or what was typed, without personal details."""
        accepted = self._accepted(conversation, payload) if payload is not None else None
        return accepted or self._heard(payload.split("~", 1)[0] if payload is not None else text or "")[0]

    async def typed(self, conversation: str, text: str) -> Dict[str, Any]:
        """The turn for what a carer typed. Leading slashes are dropped: only buttons speak in payloads."""
        return await self._turn(conversation, *self._heard(text))

    def _heard(self, text: str) -> Tuple[str, Optional[Danger]]:
        plain = _without_markup(text)
        danger = self._danger(plain)
        as_typed = text.translate(_ANGLES)
        if as_typed != text:
            hidden = self._danger(as_typed)
            if _graver(hidden, danger):  # the words stand in angle brackets: no markup, and Rasa must see them too
                plain, danger = as_typed, hidden
        plain = _BEFORE_WORDS.sub("", plain).strip() or "?"
        return redact(plain), danger

    async def pressed(self, conversation: str, offered: str) -> Dict[str, Any]:
        """The turn for a pressed button; a payload that was not offered in this conversation is read as text."""
        payload = self._accepted(conversation, offered)
        if payload is None:
            return await self.typed(conversation, offered.split("~", 1)[0])
        return await self._turn(conversation, payload, None)

    def _accepted(self, conversation: str, offered: str) -> Optional[str]:
        return offered if offered in self._always_offered else self._sessions.accepted(conversation, offered)

    async def _turn(self, conversation: str, message: str, danger: Optional[Danger]) -> Dict[str, Any]:
        try:
            await self._tell_danger(conversation)
            reply = merged(await self._rasa.send(conversation, message))
        except RasaAway as away:
            logger.error("Rasa gave no reply (%s); answering without it.", away)
            reply = merged([{"custom": self._without_rasa(danger)}])
            if danger:
                self.untold.note(conversation, danger.kind)
        return self.dressed(conversation, reply)

    async def _tell_danger(self, conversation: str) -> None:
        """Rasa hears of the danger that was answered without it, so that nothing takes this message for an answer."""
        kind = self.untold.of(conversation)
        if kind is not None:
            await self._rasa.add(conversation, danger_events(kind, self._fixed(Danger(kind, "certain"))))
            self.untold.told(conversation)

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

    def dressed(self, conversation: str, reply: Dict[str, Any]) -> Dict[str, Any]:
        """Cards filled from the knowledge as it is now, payloads signed for this conversation."""
        nation = reply["turn"]["nation"]
        for message in reply["messages"]:
            filled = (card(each["id"], each["why"], self._live.current, nation) for each in message["cards"])
            message["cards"] = [each for each in filled if each]
            for button in message["buttons"]:
                button["payload"] = self._sessions.offer(conversation, button["payload"])
            if message.get("question"):
                answers = [button for button in message["buttons"] if button["payload"].startswith(_ANSWERS)]
                message["question"]["options"] = answers
        return reply


def _without_markup(text: str) -> str:
    return _TAGS.sub(" ", text)


def _graver(one: Optional[Danger], other: Optional[Danger]) -> bool:
    levels = (None, "possible", "certain")
    return levels.index(one.level if one else None) > levels.index(other.level if other else None)
