"""Speaking to Rasa over its REST channel on loopback: one kept-alive connection pool, one message at a time a conversation."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import Any, AsyncIterator, Dict, List, Mapping, Optional, Sequence

import httpx


class RasaAway(Exception):
    """Rasa could not be reached, was too slow, or gave no reply (it answers `[]` when one of its parts fails)."""


#: Messages of all conversations given to Rasa at once. It works on one at a time; with more, its calls of the action
#: server starve and run into their timeout, while waiting here costs nothing.
AT_ONCE = 6


#: Seconds for what comes before a message is sent: a carer in danger waits for both.
LOOK_S = 2.0


class RasaClient:
    """Sends messages. Two messages of one conversation at once would make Rasa's lock wait a whole second: they queue here."""

    def __init__(self, url: str, timeout_s: float, token: str) -> None:
        """`token` opens Rasa's own HTTP interface, which tells the model's name."""
        self._token = token
        limits = httpx.Limits(max_connections=200, max_keepalive_connections=100, keepalive_expiry=60)
        self._http = httpx.AsyncClient(base_url=url, timeout=httpx.Timeout(timeout_s, connect=1.0), limits=limits)
        self._queues: Dict[str, _Queue] = {}
        self._places = asyncio.Semaphore(AT_ONCE)

    async def close(self) -> None:
        await self._http.aclose()

    async def send(self, conversation: str, text: str) -> Any:
        """The JSON Rasa answers with; waymark/web/replies.py reads it.

        Raises:
            RasaAway: no answer, or no JSON.
        """
        async with self.turn_of(conversation), self._places:
            try:
                response = await self._http.post(
                    "/webhooks/rest/webhook", json={"sender": conversation, "message": text}
                )
                response.raise_for_status()
                return response.json()
            except (httpx.HTTPError, ValueError) as error:
                raise RasaAway(f"{type(error).__name__}: {error}") from error

    async def model(self) -> str:
        """The name of the model that Rasa answers with.

        Raises:
            RasaAway: it is not up, or has no model.
        """
        try:
            response = await self._http.get("/status", params={"token": self._token})
            response.raise_for_status()
            return str(response.json()["model_file"])
        except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
            raise RasaAway(f"{type(error).__name__}: {error}") from error

    async def slots(self, conversation: str) -> Optional[Dict[str, Any]]:
        """What Rasa holds of a conversation: a look that changes nothing. None when it holds none.

        Raises:
            RasaAway: no answer, or one of another shape.
        """
        try:
            response = await self._http.get(
                f"/conversations/{conversation}/tracker", params={"token": self._token, "include_events": "NONE"}
            )
            response.raise_for_status()
            tracker = response.json()
            said = (tracker["latest_message"] or {}).get("text")
            slots: Dict[str, Any] = dict(tracker["slots"])
        except (httpx.HTTPError, ValueError, KeyError, TypeError, AttributeError) as error:
            # Not `error` itself: the address in it holds the token and the conversation.
            raise RasaAway(f"{type(error).__name__} when a conversation was looked up") from error
        return slots if said is not None else None  # of a conversation it has not got, Rasa makes an empty one

    async def events(self, conversation: str) -> List[Dict[str, Any]]:
        """The events Rasa holds of a conversation, since it began or was begun again: a look that changes nothing.

        Raises:
            RasaAway: no answer, or one of another shape.
        """
        try:
            response = await self._http.get(
                f"/conversations/{conversation}/tracker",
                params={"token": self._token, "include_events": "AFTER_RESTART"},
                timeout=LOOK_S,
            )
            response.raise_for_status()
            events = response.json()["events"] or []
            return [dict(event) for event in events]
        except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
            raise RasaAway(f"{type(error).__name__} when a conversation was looked up") from error

    async def add(self, conversation: str, events: Sequence[Mapping[str, Any]]) -> None:
        """Have Rasa hold `events` as the latest of a conversation, which begins with them if it holds none.

        Raises:
            RasaAway: it did not take them.
        """
        async with self.turn_of(conversation):
            try:
                response = await self._http.post(
                    f"/conversations/{conversation}/tracker/events",
                    params={"token": self._token, "include_events": "NONE"},
                    json=list(events),
                    timeout=LOOK_S,
                )
                response.raise_for_status()
            except httpx.HTTPError as error:  # not `error` itself: the address in it holds the token
                raise RasaAway(f"{type(error).__name__} when something was noted in a conversation") from error

    @asynccontextmanager
    async def turn_of(self, conversation: str) -> AsyncIterator[None]:
        """Waits until nothing else is under way in this conversation, and holds back what comes after."""
        queue = self._queues.setdefault(conversation, _Queue())
        queue.waiting += 1
        try:
            async with queue.lock:
                yield
        finally:
            queue.waiting -= 1
            if not queue.waiting:
                self._queues.pop(conversation, None)


class _Queue:
    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.waiting = 0
