"""Whether a message would be answered: Rasa has a model and the action server is up."""

from __future__ import annotations

import asyncio
import time
from typing import Optional

import httpx

from waymark.web.rasa_client import RasaAway, RasaClient

#: Seconds that a good answer is kept, so that asking often costs nothing.
KEEP_S = 2.0
#: Seconds the action server has to answer; it is on this machine.
TIMEOUT_S = 1.0


class PartAway(Exception):
    """A part is away. `parts` names what ('rasa', 'actions', 'rasa and actions'); the message says why."""

    def __init__(self, parts: str, why: str) -> None:
        super().__init__(why)
        self.parts = parts


class Health:
    """Asks both parts."""

    def __init__(self, rasa: RasaClient, actions_url: str) -> None:
        self._rasa = rasa
        self._http = httpx.AsyncClient(base_url=actions_url, timeout=TIMEOUT_S)
        self._good: Optional[str] = None
        self._good_until = 0.0

    async def close(self) -> None:
        await self._http.aclose()

    async def model(self) -> str:
        """The name of the model that answers, at most `KEEP_S` old.

        Raises:
            PartAway: naming every part that is away.
        """
        if self._good is not None and time.monotonic() < self._good_until:
            return self._good
        model, actions = await asyncio.gather(self._rasa.model(), self._actions(), return_exceptions=True)
        away = {name: answer for name, answer in (("rasa", model), ("actions", actions)) if _is_away(answer)}
        if away:
            raise PartAway(" and ".join(away), "; ".join(f"{name}: {why}" for name, why in away.items()))
        self._good, self._good_until = str(model), time.monotonic() + KEEP_S
        return self._good

    async def _actions(self) -> None:
        response = await self._http.get("/health")
        response.raise_for_status()


def _is_away(answer: object) -> bool:
    """Whether asking failed as it does when a part is away; any other failure is ours and is raised."""
    if isinstance(answer, BaseException) and not isinstance(answer, (RasaAway, httpx.HTTPError)):
        raise answer
    return isinstance(answer, BaseException)
