"""`/keep`: what to keep of one conversation, for whoever holds its token. The token comes in the body, never in an address."""

from __future__ import annotations

import datetime
from typing import Awaitable, Callable, Dict, Optional
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response

from waymark.dialogue.keeping.kept import kept
from waymark.dialogue.words import Words
from waymark.knowledge.live import LiveKnowledge
from waymark.web.files import WIDGET
from waymark.web.keep_page import KeepPage
from waymark.web.keep_text import as_text
from waymark.web.limits import RateLimit
from waymark.web.origins import OWN, UNNAMED, site_of
from waymark.web.rasa_client import RasaAway, RasaClient
from waymark.web.sessions import Sessions

#: Nothing of it stays behind in a browser or on the way, and no address of it goes to the sites it links to.
HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
}
_STATUS = {"no_key": 404, "gone": 410, "too_many": 429, "away": 503}

#: Reads the body of a request.
Body = Callable[[Request], Awaitable[bytes]]


class Keep:
    """The handlers."""

    def __init__(
        self,
        live: LiveKnowledge,
        words: Words,
        rasa: RasaClient,
        sessions: Sessions,
        version: str,
        a_minute: int,
        body: Body,
    ) -> None:
        self._live = live
        self._words = words
        self._rasa = rasa
        self._sessions = sessions
        self._page = KeepPage(version)
        self._limit = RateLimit(a_minute)
        self._body = body

    async def style(self, request: Request) -> Response:
        return FileResponse(WIDGET / "keep.css", media_type="text/css", headers={"Cache-Control": "no-cache"})

    async def script(self, request: Request) -> Response:
        return FileResponse(WIDGET / "keep.js", media_type="text/javascript", headers={"Cache-Control": "no-cache"})

    async def page(self, request: Request) -> Response:
        """The page, in the form asked for: `form=large`, `form=text`, or as it is; `with=everything` adds what is left off."""
        fields = await self._fields(request)
        as_plain = request.url.path.endswith(".txt") or fields.get("form") == "text"
        conversation = self._conversation(request, fields)
        if conversation is None:
            return self._instead("no_key", as_plain)
        if not self._limit.allows(conversation):
            return self._instead("too_many", as_plain)
        try:
            slots = await self._rasa.slots(conversation)
        except RasaAway:
            return self._instead("away", as_plain)
        if slots is None:
            return self._instead("gone", as_plain)
        knowledge, everything = self._live.current, fields.get("with") == "everything"
        found = kept(slots, knowledge, self._words, everything)
        if as_plain:
            return PlainTextResponse(as_text(found, knowledge, datetime.date.today()), headers=HEADERS)
        key = self._sessions.page_key(conversation)
        return HTMLResponse(
            self._page.html(found, knowledge, key, fields.get("form") == "large", everything), headers=HEADERS
        )

    async def _fields(self, request: Request) -> Dict[str, str]:
        """Fields of the form and, for all but the token, of the address; of several with one name the last."""
        raw = (await self._body(request)).decode("utf-8", errors="replace") if request.method == "POST" else ""
        sent = {name: values[-1] for name, values in parse_qs(raw, max_num_fields=20).items()} if raw else {}
        asked = {name: value for name, value in request.query_params.items() if name in ("form", "with")}
        return {**asked, **sent}

    def _conversation(self, request: Request, fields: Dict[str, str]) -> Optional[str]:
        """Whose page is asked for; None where no token says so."""
        kind, _, token = request.headers.get("Authorization", "").partition(" ")
        given = token.strip() if kind.lower() == "bearer" else None
        return (
            self._of_session(request, fields.get("session"))
            or self._sessions.page_of(fields.get("key"))
            or self._sessions.conversation(given)
        )

    def _of_session(self, request: Request, token: Optional[str]) -> Optional[str]:
        """The conversation of a token, unless a page sends it that is neither ours nor the one it was issued to."""
        session, site = self._sessions.read(token), site_of(request.headers)
        return session.conversation if session and site in (session.site, OWN, UNNAMED) else None

    def _instead(self, name: str, as_plain: bool) -> Response:
        """A few kind words where there is no page to show."""
        knowledge = self._live.current
        if as_plain:
            return PlainTextResponse(knowledge.keep.labels[name] + "\n", _STATUS[name], headers=HEADERS)
        return HTMLResponse(self._page.message(name, knowledge), _STATUS[name], headers=HEADERS)
