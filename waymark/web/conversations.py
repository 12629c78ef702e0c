"""What can be done with a conversation, by the API and by the plain page alike."""

from __future__ import annotations

import logging
import sqlite3
from typing import Any, Dict, Optional

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from waymark.knowledge.live import LiveKnowledge
from waymark.operations.reports import Reports
from waymark.operations.retention import forget
from waymark.operations.settings import Settings
from waymark.web.door import Door, visitor
from waymark.web.limits import RateLimit
from waymark.web.problems import Problem
from waymark.web.rasa_client import RasaClient
from waymark.web.sessions import Session, Sessions
from waymark.web.start import preset_key
from waymark.web.turns import Turns

logger = logging.getLogger(__name__)

#: Reports of wrong cards in a minute, from one conversation and from one network address.
REPORTS_A_MINUTE, REPORTS_OF_AN_ADDRESS = 12, 60


class Conversations:
    """Begins conversations, takes messages, forgets, and notes what is wrong with a card."""

    def __init__(
        self,
        settings: Settings,
        live: LiveKnowledge,
        turns: Turns,
        rasa: RasaClient,
        sessions: Sessions,
    ) -> None:
        self.door = Door(sessions, settings)
        self._settings = settings
        self._live = live
        self._turns = turns
        self._rasa = rasa
        self._sessions = sessions
        self._reports = Reports(settings.reports_db)
        self._told = RateLimit(REPORTS_A_MINUTE)
        self._told_from = RateLimit(REPORTS_OF_AN_ADDRESS)

    async def begin(self, request: Request, place: Optional[str]) -> Session:
        """A new conversation, on a site that serves `place` or names none.

        Raises:
            Problem: too many from one address.
        """
        session = self.door.begin(request)
        await self.take_for_granted(session, place)
        return session

    async def take_for_granted(self, session: Session, place: Optional[str]) -> None:
        """Before the first message: the site serves `place`."""
        await self._turns.begin(session.conversation, preset_key(place, self._live.current))

    def checked(self, said: Optional[str]) -> str:
        """What was said, if it can be taken.

        Raises:
            Problem: it is empty or too long.
        """
        if said is None or not said.strip():
            raise Problem(
                422, "Empty message", "The message was empty. Type what you need help with, in your own words."
            )
        if len(said) > self._settings.most_characters:
            most = f"{self._settings.most_characters:,}"
            raise Problem(
                413, "Too long", f"That message is too long. Please send the main part, up to {most} characters."
            )
        return said

    async def take(self, session: Session, text: Optional[str], payload: Optional[str]) -> Dict[str, Any]:
        """The turn for one message."""
        return await self._turns.take(session, text, payload)

    def token(self, session: Session) -> str:
        """The token to go on with."""
        untold = self._turns.untold.of(session.conversation)
        return self._sessions.token(session.conversation, session.site, untold)

    async def forget(self, conversation: str) -> None:
        """Delete all that is held of a conversation.

        Raises:
            Problem: it could not be deleted just now.
        """
        self._turns.untold.told(conversation)
        async with self._rasa.turn_of(conversation):  # a turn under way would write it down again
            try:
                await run_in_threadpool(forget, self._settings, conversation)
            except sqlite3.Error as error:
                logger.exception("A conversation could not be deleted.")
                raise Problem(503, "Not deleted", "The conversation could not be deleted just now.") from error

    async def report(self, request: Request, session: Session, support: Any, reason: Any) -> None:
        """Note that a card is wrong.

        Raises:
            Problem: there is no such card or reason, there were too many, or it could not be noted.
        """
        knowledge = self._live.current
        if support not in knowledge.supports or reason not in knowledge.lists["wrong_reasons"]:
            reasons = ", ".join(knowledge.lists["wrong_reasons"])
            raise Problem(422, "Not known", f"'support' must be the id of a card, and 'reason' one of {reasons}.")
        if not (self._told.allows(session.conversation) and self._told_from.allows(visitor(request))):
            raise Problem(429, "Too many reports", "That was a lot at once. Please wait a minute and try again.")
        teller = self._sessions.pseudonym(session.conversation)
        try:
            await run_in_threadpool(self._reports.add, support, reason, teller, knowledge.version)
        except sqlite3.Error as error:
            logger.exception("A report could not be noted.")
            raise Problem(503, "Not noted", "That could not be noted just now. Please try again later.") from error
