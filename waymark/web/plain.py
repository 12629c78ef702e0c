"""`/plain`: the same conversation without scripts, as forms and whole pages. The session stands in the form, nowhere else."""

from __future__ import annotations

import logging
from typing import Any, Dict, List, Optional, Tuple
from urllib.parse import urlsplit

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from waymark.dialogue.words import Words
from waymark.knowledge.live import LiveKnowledge
from waymark.web.bodies import read_form
from waymark.web.conversations import Conversations
from waymark.web.files import Files
from waymark.web.history import Exchange, exchanges, said
from waymark.web.plain_forms import message_in, turns_before, was_sent_before, wrong_by
from waymark.web.plain_page import FORGOTTEN, NOT_SHOWN, TYPED, PlainPage, View, Wrong
from waymark.web.problems import Problem
from waymark.web.rasa_client import RasaAway, RasaClient
from waymark.web.sessions import Session
from waymark.web.start import welcome
from waymark.web.turns import Turns

logger = logging.getLogger(__name__)


class Plain:
    """The handlers."""

    def __init__(
        self,
        live: LiveKnowledge,
        words: Words,
        conversations: Conversations,
        turns: Turns,
        rasa: RasaClient,
        files: Files,
    ) -> None:
        self._live = live
        self._words = words
        self._titles = words.titles()
        self._conversations = conversations
        self._turns = turns
        self._rasa = rasa
        self._files = files
        self._page = PlainPage(words, files)

    async def style(self, request: Request) -> Response:
        return self._files.serve(request, "plain.css")

    async def page(self, request: Request) -> Response:
        """The page as it begins, and the page after each form."""
        if request.method != "POST":
            return self._fresh(request, place=request.query_params.get("place"))
        try:
            fields = await read_form(request)
        except Problem as problem:
            return self._fresh(request, problem.status, wrong=wrong_by(problem))
        token = fields.get("session")
        try:
            session = self._conversations.door.session(request, token)
        except Problem:  # it began on another site
            session = None
        if fields.get("do") == "leave":
            return self._left(session)
        if token and session is None:
            return self._anew(request, fields)
        try:
            return await self._done(request, fields, session)
        except Problem as problem:
            return await self._again(session, fields, wrong_by(problem), problem.status)

    async def _done(self, request: Request, fields: Dict[str, str], session: Optional[Session]) -> Response:
        """What the form asks for.

        Raises:
            Problem: it cannot be done.
        """
        do = fields.get("do")
        if do == "again":
            if session is not None:
                await self._conversations.forget(session.conversation)
            return self._fresh(request, place=fields.get("place"), notice="cleared")
        if "support" in fields and session is not None:
            return await self._reported(request, fields, session)
        text, payload = message_in(fields)
        if do == "answer" and text is None and payload is None:
            words = "nothing_typed" if fields.get("kind") in TYPED else "nothing_chosen"
            return await self._again(session, fields, Wrong("answer", words), 422)
        self._conversations.checked(payload if payload is not None else text)
        return await self._answered(request, fields, session, text, payload)

    async def _answered(
        self,
        request: Request,
        fields: Dict[str, str],
        session: Optional[Session],
        text: Optional[str],
        payload: Optional[str],
    ) -> Response:
        if session is None:
            session = self._conversations.door.begin(request)
        else:
            self._conversations.door.count(session)
        before, all_shown = await self._history(session)
        notice = None if all_shown else NOT_SHOWN
        if all_shown and len(before) == 1:
            await self._conversations.take_for_granted(session, fields.get("place"))
            notice = FORGOTTEN if turns_before(fields) else None
        heard = self._turns.heard(session.conversation, text, payload)
        if not was_sent_before(fields, heard, before):
            words = said(heard, before, self._titles)
            reply = await self._turns.take(session, text, payload)
            before.append(Exchange(words, reply, heard=heard))
        return self._shown(View(before, self._conversations.token(session), fields.get("place"), notice=notice))

    async def _reported(self, request: Request, fields: Dict[str, str], session: Session) -> Response:
        notice = "wrong_none"
        if fields.get("reason"):
            await self._conversations.report(request, session, fields["support"], fields["reason"])
            notice = "wrong_done"
        turns, _ = await self._history(session)
        return self._shown(View(turns, self._conversations.token(session), notice=notice))

    async def _again(self, session: Optional[Session], fields: Dict[str, str], wrong: Wrong, status: int) -> Response:
        """The page once more, with what is wrong beside its field, and what was typed."""
        turns, token = [self._welcome()], ""
        if session is not None:
            turns, _ = await self._history(session)
            token = self._conversations.token(session)
        view = View(turns, token, fields.get("place"), fields.get("text") or "", wrong=wrong)
        return self._shown(view, status)

    def _fresh(self, request: Request, status: int = 200, **shown: Any) -> Response:
        """A new conversation. Its session stands in the form from the start, so that no form can begin it twice."""
        try:
            token = self._conversations.token(self._conversations.door.begin(request))
        except Problem as problem:
            return self._shown(View([self._welcome()], **{**shown, "wrong": wrong_by(problem)}), problem.status)
        return self._shown(View([self._welcome()], token, **shown), status)

    def _anew(self, request: Request, fields: Dict[str, str]) -> Response:
        """The session is too old, or of another site: what was typed is kept, and can be asked in a new one."""
        text, payload = message_in(fields)
        typed = "" if payload is not None else text or ""
        notice = "began_anew" if typed else "began_anew_empty"
        return self._fresh(request, place=fields.get("place"), text=typed, notice=notice)

    def _left(self, session: Optional[Session]) -> Response:
        """The neutral page, at once and whatever happens: somebody may be standing behind the carer."""
        task = BackgroundTask(self._forget, session.conversation) if session is not None else None
        return RedirectResponse(self._live.current.page.neutral_url, 303, headers=self._headers(), background=task)

    async def _forget(self, conversation: str) -> None:
        try:
            await self._conversations.forget(conversation)
        except Problem:
            logger.error("A conversation was left without being deleted; it ends with its time.")

    async def _history(self, session: Session) -> Tuple[List[Exchange], bool]:
        """All turns of the conversation, ready to show; False where those before cannot be shown."""
        begun = [self._welcome()]
        try:
            found = exchanges(await self._rasa.events(session.conversation), self._titles, begun)
        except RasaAway:
            return begun, False
        for each in found[1:]:
            if "turn" in each.reply:
                each.reply = self._turns.dressed(session.conversation, each.reply)
        return found, True

    def _welcome(self) -> Exchange:
        return Exchange(None, {"messages": [welcome(self._words)]})

    def _shown(self, view: View, status: int = 200) -> Response:
        return HTMLResponse(self._page.html(view, self._live.current), status, headers=self._headers())

    def _headers(self) -> Dict[str, str]:
        """Nothing stays behind in a browser or on the way; a form may lead to the neutral page, and nowhere else."""
        neutral = urlsplit(self._live.current.page.neutral_url)
        return {
            "Cache-Control": "no-store",
            "X-Robots-Tag": "noindex",
            "Content-Security-Policy": "default-src 'none'; style-src 'self'; "
            f"form-action 'self' {neutral.scheme}://{neutral.netloc}; base-uri 'none'; frame-ancestors 'none'",
        }
