"""The web service: routes, limits and headers. The way of a message itself is in turns.py."""

from __future__ import annotations

import hashlib
import json
import logging
from contextlib import asynccontextmanager
from typing import Any, AsyncIterator, Dict, Optional

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from waymark.dialogue.words import Words
from waymark.knowledge.live import LiveKnowledge
from waymark.operations.paths import KNOWLEDGE
from waymark.operations.settings import Settings, read_settings
from waymark.web.headers import SecurityHeaders
from waymark.web.health import Health, PartAway
from waymark.web.keep import Keep
from waymark.web.limits import RateLimit
from waymark.web.page import WIDGET, Page
from waymark.web.problems import Problem
from waymark.web.rasa_client import RasaClient
from waymark.web.sessions import Sessions
from waymark.web.turns import Turns

logger = logging.getLogger(__name__)

#: Bytes of a request: the longest message in any script, and its JSON around it.
MOST_BYTES = 128 * 1024


def create_app(settings: Optional[Settings] = None) -> ASGIApp:
    """The service for these settings (those of the environment when absent).

    Raises:
        BrokenKnowledge: the knowledge on disk cannot be used.
    """
    settings = settings or read_settings()
    live = LiveKnowledge(KNOWLEDGE)
    words = Words.read()
    rasa = RasaClient(settings.rasa_url, settings.rasa_timeout_s, settings.rasa_token())
    sessions = Sessions(settings.signing_secret())
    health = Health(rasa, settings.actions_url)
    service = Service(
        settings, live, Turns(live, words, rasa, sessions), health, sessions, Page(live, words, _version())
    )

    keep = Keep(live, words, rasa, sessions, _version(), settings.messages_a_minute, _read)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        live.watch()
        yield
        live.stop()
        await rasa.close()
        await health.close()

    routes = [
        Route("/", service.page),
        Route("/health", service.health),
        Route("/api/messages", service.messages, methods=["POST"]),
        Route("/widget.js", service.script),
        Route("/widget.css", service.style),
        Route("/keep", keep.page, methods=["GET", "POST"]),
        Route("/keep.txt", keep.page, methods=["GET", "POST"]),
        Route("/keep.css", keep.style),
        Route("/keep.js", keep.script),
    ]
    middleware = []
    if settings.origins:
        middleware.append(
            Middleware(
                CORSMiddleware, allow_origins=settings.origins, allow_methods=["POST"], allow_headers=["content-type"]
            )
        )
    handlers: Dict[Any, Any] = {Problem: _problem, HTTPException: _http_problem, Exception: _failure}
    app = Starlette(routes=routes, middleware=middleware, exception_handlers=handlers, lifespan=lifespan)
    return SecurityHeaders(app)  # around all of Starlette: its answer to a failure passes no middleware


class Service:
    """The handlers of the routes."""

    def __init__(
        self, settings: Settings, live: LiveKnowledge, turns: Turns, health: Health, sessions: Sessions, page: Page
    ) -> None:
        self._settings = settings
        self._live = live
        self._turns = turns
        self._health = health
        self._sessions = sessions
        self._page = page
        self._messages = RateLimit(settings.messages_a_minute)
        self._conversations = RateLimit(settings.conversations_a_minute)

    async def page(self, request: Request) -> Response:
        return HTMLResponse(self._page.html(), headers={"Cache-Control": "no-cache"})

    async def script(self, request: Request) -> Response:
        return FileResponse(WIDGET / "chat.js", media_type="text/javascript", headers=_caching(request))

    async def style(self, request: Request) -> Response:
        return FileResponse(WIDGET / "chat.css", media_type="text/css", headers=_caching(request))

    async def health(self, request: Request) -> Response:
        """200 when a message would be answered; 503, with what is away, when not."""
        body: Dict[str, Any] = {
            "status": "ok",
            "model": None,
            "knowledge_version": self._live.current.version,
            "knowledge_date": self._live.current.date.isoformat(),
        }
        try:
            body["model"] = await self._health.model()
        except PartAway as away:
            return JSONResponse({**body, "status": f"{away.parts} away", "detail": str(away)}, 503)
        return JSONResponse(body)

    async def messages(self, request: Request) -> Response:
        """One message in, one turn out."""
        body = await self._body(request)
        conversation = self._sessions.conversation(body.get("session"))
        if conversation is None:
            conversation = self._sessions.new()
            allowed = self._conversations.allows(_visitor(request))
        else:
            allowed = self._messages.allows(conversation)
        if not allowed:
            raise Problem(
                429, "Too many messages", "That was a lot of messages at once. Please wait a minute and try again."
            )
        if body.get("payload") is not None:
            reply = await self._turns.pressed(conversation, body["payload"])
        else:
            reply = await self._turns.typed(conversation, body["text"])
        return JSONResponse(
            {"session": self._sessions.token(conversation), **reply}, headers={"Cache-Control": "no-store"}
        )

    async def _body(self, request: Request) -> Dict[str, Any]:
        """The checked JSON of a request.

        Raises:
            Problem: naming what is wrong with it.
        """
        raw = await _read(request)
        try:
            body = json.loads(raw)
        except (ValueError, RecursionError):
            raise Problem(400, "Not JSON", "The request must be JSON with a 'text' or a 'payload'.") from None
        if not isinstance(body, dict):
            raise Problem(400, "Not an object", "The request must be a JSON object with a 'text' or a 'payload'.")
        for name in ("session", "text", "payload"):
            if body.get(name) is not None and not isinstance(body[name], str):
                raise Problem(422, "Wrong kind", f"'{name}' must be text.")
            if body.get(name) is not None:  # half a character, as "\\ud83d" alone, can be neither signed nor sent on
                body[name] = body[name].encode(errors="replace").decode()
        said = body.get("payload") if body.get("payload") is not None else body.get("text")
        if said is None or not said.strip():
            raise Problem(
                422, "Empty message", "The message was empty. Type what you need help with, in your own words."
            )
        if len(said) > self._settings.most_characters:
            most = f"{self._settings.most_characters:,}"
            raise Problem(
                413, "Too long", f"That message is too long. Please send the main part, up to {most} characters."
            )
        return body


def _caching(request: Request) -> Dict[str, str]:
    """For ever when the address names the version, else ask each time."""
    return {"Cache-Control": "public, max-age=31536000, immutable" if "v" in request.query_params else "no-cache"}


async def _read(request: Request) -> bytes:
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > MOST_BYTES:
            raise Problem(413, "Too long", "That message is too long. Please send the main part.")
        parts.append(part)
    return b"".join(parts)


def _visitor(request: Request) -> str:
    return request.client.host if request.client else "unknown"


def _version() -> str:
    """A short hash of the widget's files, so that browsers fetch them anew exactly when they change."""
    digest = hashlib.sha256()
    for name in ("chat.js", "chat.css", "page.html", "keep.css", "keep.js"):
        digest.update((WIDGET / name).read_bytes())
    return digest.hexdigest()[:12]


async def _problem(request: Request, problem: Problem) -> Response:
    return problem.response()


async def _http_problem(request: Request, error: HTTPException) -> Response:
    return Problem(error.status_code, error.detail, "There is nothing at this address, or not in this way.").response()


async def _failure(request: Request, error: Exception) -> Response:
    logger.exception("A request failed", exc_info=error)
    detail = "Something went wrong on our side. If anyone is in danger, ring 999."
    return Problem(500, "Something went wrong", detail).response()
