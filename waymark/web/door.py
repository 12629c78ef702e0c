"""Who is let in: whose conversation a request belongs to, from which site it comes, and how often it may."""

from __future__ import annotations

from typing import Optional

from starlette.requests import Request

from waymark.operations.settings import Settings
from waymark.web.limits import RateLimit
from waymark.web.origins import site_of
from waymark.web.problems import Problem
from waymark.web.sessions import Session, Sessions

TOO_MANY = "That was a lot of messages at once. Please wait a minute and try again."


class Door:
    """Reads tokens, begins conversations and counts messages. Counts are kept in memory."""

    def __init__(self, sessions: Sessions, settings: Settings) -> None:
        self._sessions = sessions
        self._messages = RateLimit(settings.messages_a_minute)
        self._conversations = RateLimit(settings.conversations_a_minute)

    def session(self, request: Request, token: Optional[str]) -> Optional[Session]:
        """What `token` says; None when it is absent, forged or too old.

        Raises:
            Problem: it was issued to a page of another site than this one.
        """
        found = self._sessions.read(token)
        if found is not None and found.site != site_of(request.headers):
            raise Problem(
                403, "Wrong site", "This conversation began on another site and cannot go on here. Please start again."
            )
        return found

    def begin(self, request: Request) -> Session:
        """A new conversation, for the site that asks.

        Raises:
            Problem: too many from one address.
        """
        if not self._conversations.allows(visitor(request)):
            raise Problem(429, "Too many messages", TOO_MANY)
        return Session(self._sessions.new(), site_of(request.headers))

    def count(self, session: Session) -> None:
        """One more message of this conversation.

        Raises:
            Problem: there were too many.
        """
        if not self._messages.allows(session.conversation):
            raise Problem(429, "Too many messages", TOO_MANY)


def visitor(request: Request) -> str:
    """The network address a request comes from."""
    return request.client.host if request.client else "unknown"
