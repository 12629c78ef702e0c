"""The web service: its parts, routes and headers. The way of a message itself is in turns.py."""

from __future__ import annotations

import logging
from contextlib import asynccontextmanager
from typing import Any, AsyncIterator, Dict, Optional

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from waymark.dialogue.words import Words
from waymark.knowledge.live import LiveKnowledge
from waymark.operations.paths import KNOWLEDGE
from waymark.operations.settings import Settings, read_settings
from waymark.web.about import About
from waymark.web.api import Api
from waymark.web.bodies import read
from waymark.web.conversations import Conversations
from waymark.web.files import Files
from waymark.web.headers import SecurityHeaders
from waymark.web.health import Health, PartAway
from waymark.web.keep import Keep
from waymark.web.origins import AllowedSites
from waymark.web.page import Page
from waymark.web.plain import Plain
from waymark.web.problems import Problem
from waymark.web.rasa_client import RasaClient
from waymark.web.sessions import Sessions
from waymark.web.turns import Turns

logger = logging.getLogger(__name__)


def create_app(settings: Optional[Settings] = None) -> ASGIApp:
    """The service for these settings (those of the environment when absent).

    Raises:
        BrokenKnowledge: the knowledge on disk cannot be used.
    """
    settings = settings or read_settings()
    live = LiveKnowledge(KNOWLEDGE)
    words = Words.read()
    files = Files()
    rasa = RasaClient(settings.rasa_url, settings.rasa_timeout_s, settings.rasa_token())
    sessions = Sessions(settings.signing_secret())
    health = Health(rasa, settings.actions_url)
    turns = Turns(live, words, rasa, sessions)
    conversations = Conversations(settings, live, turns, rasa, sessions)
    api = Api(live, words, conversations, sessions, files)
    pages = Pages(Page(live, words, files), health, live)
    about = About(settings, live, files)
    plain = Plain(live, words, conversations, turns, rasa, files)
    keep = Keep(live, words, rasa, sessions, files.version, settings.messages_a_minute, read)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        live.watch()
        yield
        live.stop()
        await rasa.close()
        await health.close()

    routes = [
        Route("/", pages.page),
        Route("/health", pages.health),
        Route("/api/start", api.start),
        Route("/api/messages", api.messages, methods=["POST"]),
        Route("/api/clear", api.clear, methods=["POST"]),
        Route("/api/wrong", api.wrong, methods=["POST"]),
        Route("/widget.js", files.script),
        Route("/widget.css", files.style),
        Route("/labels/{language}.json", files.labels),
        Route("/about", about.page),
        Route("/plain", plain.page, methods=["GET", "POST"]),
        Route("/plain.css", plain.style),
        Route("/keep", keep.page, methods=["GET", "POST"]),
        Route("/keep.txt", keep.page, methods=["GET", "POST"]),
        Route("/keep.css", keep.style),
        Route("/keep.js", keep.script),
    ]
    handlers: Dict[Any, Any] = {Problem: _problem, HTTPException: _http_problem, Exception: _failure}
    app = Starlette(routes=routes, exception_handlers=handlers, lifespan=lifespan)
    # Around all of Starlette: its answer to a failure passes no middleware.
    return SecurityHeaders(AllowedSites(app, settings.sites))


class Pages:
    """The full page, and the health of the service."""

    def __init__(self, page: Page, health: Health, live: LiveKnowledge) -> None:
        self._page = page
        self._health = health
        self._live = live

    async def page(self, request: Request) -> Response:
        place = request.query_params.get("place")
        return HTMLResponse(self._page.html(place), headers={"Cache-Control": "no-cache"})

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


async def _problem(request: Request, problem: Problem) -> Response:
    return problem.response()


async def _http_problem(request: Request, error: HTTPException) -> Response:
    return Problem(error.status_code, error.detail, "There is nothing at this address, or not in this way.").response()


async def _failure(request: Request, error: Exception) -> Response:
    logger.exception("A request failed", exc_info=error)
    detail = "Something went wrong on our side. If anyone is in danger, ring 999."
    return Problem(500, "Something went wrong", detail).response()
