"""How long a turn takes: one carer alone, then fifty at once who send without pause."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any, Dict, List, Optional, Protocol, Tuple

import httpx

AT_ONCE = 50
TURNS_AT_ONCE = 400
#: No measurement runs longer than this; no single turn longer than TURN_WITHIN_S.
WITHIN_S = 300
TURN_WITHIN_S = 30


class Talk(Protocol):
    """How to say something to a service within one conversation."""

    async def say(self, http: httpx.AsyncClient, session: Optional[str], text: str) -> Tuple[str, str]:
        """The session to go on with and the outcome of the turn: its status, 'error' when it failed."""


class ToWaymark:
    """POST /api/messages, as the page does."""

    async def say(self, http: httpx.AsyncClient, session: Optional[str], text: str) -> Tuple[str, str]:
        body = {"text": text, **({"session": session} if session else {})}
        response = await http.post("/api/messages", json=body)
        response.raise_for_status()
        reply: Dict[str, Any] = response.json()
        return str(reply["session"]), str(reply["turn"]["status"])


class ToRasa:
    """Rasa's REST channel. An empty reply is an error: that is how Rasa answers when something failed."""

    def __init__(self) -> None:
        self._count = 0

    async def say(self, http: httpx.AsyncClient, session: Optional[str], text: str) -> Tuple[str, str]:
        if session is None:
            self._count += 1
            session = f"bench-{self._count}"
        response = await http.post("/webhooks/rest/webhook", json={"sender": session, "message": text})
        response.raise_for_status()
        return session, "answered" if response.json() else "error: empty"


@dataclass
class Turns:
    """Turns that were timed."""

    milliseconds: List[float] = field(default_factory=list)
    outcomes: Dict[str, int] = field(default_factory=dict)  # how many ended how; failed ones begin with "error"
    seconds: float = 0.0  # from the first sent to the last answered

    @property
    def errors(self) -> int:
        return sum(count for outcome, count in self.outcomes.items() if outcome.startswith("error"))

    @property
    def a_second(self) -> float:
        return (len(self.milliseconds) - self.errors) / self.seconds

    def percentile(self, share: float) -> float:
        """Milliseconds within which that share of the turns was answered."""
        ordered = sorted(self.milliseconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


async def alone(url: str, talk: Talk, conversations: List[List[str]]) -> Turns:
    """One carer after the other over one kept-alive connection; the first conversation is said once before, untimed."""
    async with _client(url, 1) as http:
        await _converse(http, talk, conversations[0], Turns())
        return await _timed(_one_by_one(http, talk, conversations))


async def at_once(url: str, talk: Talk, conversations: List[List[str]]) -> Turns:
    """AT_ONCE carers, each with a connection and a conversation of their own, who send as soon as they are answered."""
    each = TURNS_AT_ONCE // AT_ONCE
    texts = [conversations[index % len(conversations)] for index in range(AT_ONCE)]
    longer = [(own * (each // len(own) + 1))[:each] for own in texts]
    async with _client(url, AT_ONCE) as http:
        return await _timed(_together(http, talk, longer))


async def _timed(talking: Any) -> Turns:
    started = time.perf_counter()
    turns: Turns = await asyncio.wait_for(talking, WITHIN_S)
    turns.seconds = time.perf_counter() - started
    return turns


async def _one_by_one(http: httpx.AsyncClient, talk: Talk, conversations: List[List[str]]) -> Turns:
    turns = Turns()
    for texts in conversations:
        await _converse(http, talk, texts, turns)
    return turns


async def _together(http: httpx.AsyncClient, talk: Talk, conversations: List[List[str]]) -> Turns:
    turns = Turns()
    await asyncio.gather(*(_converse(http, talk, texts, turns) for texts in conversations))
    return turns


async def _converse(http: httpx.AsyncClient, talk: Talk, texts: List[str], turns: Turns) -> None:
    session: Optional[str] = None
    for text in texts:
        started = time.perf_counter()
        try:
            session, outcome = await talk.say(http, session, text)
        except httpx.HTTPStatusError as error:
            outcome = f"error: HTTP {error.response.status_code}"
        except (httpx.HTTPError, ValueError, KeyError) as error:
            outcome = f"error: {type(error).__name__}"
        turns.milliseconds.append(1000 * (time.perf_counter() - started))
        turns.outcomes[outcome] = turns.outcomes.get(outcome, 0) + 1


def _client(url: str, connections: int) -> httpx.AsyncClient:
    limits = httpx.Limits(max_connections=connections, max_keepalive_connections=connections)
    return httpx.AsyncClient(base_url=url, timeout=TURN_WITHIN_S, limits=limits, trust_env=False)
