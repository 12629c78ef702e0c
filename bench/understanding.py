"""How well the running assistant understands labelled sentences, each the first message of a new conversation."""

from __future__ import annotations

import asyncio
import time
from typing import Any, Dict, List, Sequence

import httpx

from bench.heard import Heard, HeardFiles, Pairs
from bench.labelled import MAIN, Labelled, Sentence
from bench.measures import Measure, measures

AT_ONCE = 2
WITHIN_S = 900
TURN_WITHIN_S = 30

#: Statuses that give help on a topic.
HELPS = {"answered", "contact", "guide_question", "guide_result", "feedback", "crisis"}
#: Statuses that do not answer as if a sentence were in scope; `searched` is one where no topic is named.
HOLDS_BACK = {"out_of_scope", "no_match", "clarify", "small_talk"}

Turn = Dict[str, Any]


def measure(url: str, labelled: Labelled) -> List[Measure]:
    """Every measure that the files allow."""
    return measures(hear(url, labelled))


def hear(url: str, labelled: Labelled) -> HeardFiles:
    """What the assistant at `url` makes of the four main files. A turn record does not tell what the others ask."""
    return asyncio.run(asyncio.wait_for(_hear(url, labelled), WITHIN_S))


def heard(turn: Turn, milliseconds: float = 0.0) -> Heard:
    """A turn record in the words of the comparison."""
    status, topic, risk = turn["status"], turn.get("topic"), turn.get("risk")
    if status == "error":
        return Heard(milliseconds=milliseconds, failed=True)
    return Heard(
        topic=topic if status in HELPS else None,
        offered=tuple(turn.get("topics_offered") or ()) if status == "clarify" else (),
        held_back=status in HOLDS_BACK or (status == "searched" and not topic),
        kind=str(risk["kind"]) if risk else None,
        certain=status == "crisis",
        milliseconds=milliseconds,
    )


async def _hear(url: str, labelled: Labelled) -> HeardFiles:
    limits = httpx.Limits(max_connections=AT_ONCE, max_keepalive_connections=AT_ONCE)
    async with httpx.AsyncClient(base_url=url, timeout=TURN_WITHIN_S, limits=limits, trust_env=False) as http:
        return {name: await _turns(http, said) for name, said in labelled.files().items() if name in MAIN}


async def _turns(http: httpx.AsyncClient, sentences: Sequence[Sentence]) -> Pairs:
    gate = asyncio.Semaphore(AT_ONCE)

    async def turn(sentence: Sentence) -> Heard:
        async with gate:
            started = time.perf_counter()
            try:
                response = await http.post("/api/messages", json={"text": sentence.text})
                response.raise_for_status()
                record: Turn = response.json()["turn"]
            except (httpx.HTTPError, ValueError, KeyError):
                record = {"status": "error"}
            return heard(record, 1000 * (time.perf_counter() - started))

    return list(zip(sentences, await asyncio.gather(*map(turn, sentences))))
