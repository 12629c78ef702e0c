"""The API: `/api/start`, `/api/messages`, `/api/clear` and `/api/wrong`."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from waymark.dialogue.words import Words
from waymark.knowledge.live import LiveKnowledge
from waymark.web.bodies import read_json
from waymark.web.conversations import Conversations
from waymark.web.files import Files
from waymark.web.origins import UNNAMED, site_of
from waymark.web.problems import Problem
from waymark.web.sessions import Sessions
from waymark.web.start import KEEP_S, start

#: An answer holds a conversation: no cache may keep it.
PRIVATE = {"Cache-Control": "no-store"}


class Api:
    """The handlers."""

    def __init__(
        self, live: LiveKnowledge, words: Words, conversations: Conversations, sessions: Sessions, files: Files
    ) -> None:
        self._live = live
        self._words = words
        self._conversations = conversations
        self._sessions = sessions
        self._files = files

    async def start(self, request: Request) -> Response:
        """What to show before the first message, for a place or for none."""
        found = start(request.query_params.get("place"), self._live.current, self._words, self._files.version)
        return JSONResponse(found, headers={"Cache-Control": f"public, max-age={KEEP_S}"})

    async def messages(self, request: Request) -> Response:
        """One message in, one turn out."""
        body = await read_json(request, ["session", "text", "payload", "place"], "a 'text' or a 'payload'")
        text, payload = body.get("text"), body.get("payload")
        self._conversations.checked(payload if payload is not None else text)
        session = self._conversations.door.session(request, body.get("session"))
        if session is None:
            session = await self._conversations.begin(request, body.get("place"))
        else:
            self._conversations.door.count(session)
        reply = await self._conversations.take(session, text, payload)
        return JSONResponse({"session": self._conversations.token(session), **reply}, headers=PRIVATE)

    async def clear(self, request: Request) -> Response:
        """Wipe a conversation. Nothing is said about whether there was one."""
        body = await read_json(request, ["session"], "'session'")
        session = self._sessions.read(body.get("session"))
        if session is not None and site_of(request.headers) != UNNAMED:  # a beacon of a page that is not named
            session = self._conversations.door.session(request, body.get("session"))
        if session is not None:
            await self._conversations.forget(session.conversation)
        return Response(status_code=204, headers=PRIVATE)

    async def wrong(self, request: Request) -> Response:
        """A card that a carer says is wrong."""
        body = await read_json(request, ["session", "support", "reason"], "'session', 'support' and 'reason'")
        session = self._conversations.door.session(request, body.get("session"))
        if session is None:
            raise Problem(422, "No conversation", "Only cards of a conversation can be reported. Please start again.")
        await self._conversations.report(request, session, body.get("support"), body.get("reason"))
        return Response(status_code=204, headers=PRIVATE)
