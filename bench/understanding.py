"""How well the running assistant understands labelled sentences, each the first message of a new conversation.

A turn that ends in `error` is a miss in every measure, and is counted on its own.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any, Callable, Dict, List

import httpx

from bench.labelled import Labelled, Sentence

AT_ONCE = 2
WITHIN_S = 900
TURN_WITHIN_S = 30

#: Statuses that give help on a topic.
HELPS = {"answered", "contact", "guide_question", "guide_result", "feedback", "crisis"}
#: Statuses that do not answer as if a sentence were in scope; `searched` is one where no topic is named.
HOLDS_BACK = {"out_of_scope", "no_match", "clarify", "small_talk"}
#: Kinds of risk told apart since files were labelled: the newer kind counts as the older one.
OLDER_KIND = {"suicide_of_other": "suicide", "child_in_danger": "child_at_risk"}

Turn = Dict[str, Any]


@dataclass(frozen=True)
class Measure:
    """`hits` of `cases`."""

    name: str
    hits: int
    cases: int

    @property
    def share(self) -> float:
        return self.hits / self.cases if self.cases else float("nan")


def measure(url: str, labelled: Labelled) -> List[Measure]:
    """Every measure that the files allow."""
    return asyncio.run(asyncio.wait_for(_measure(url, labelled), WITHIN_S))


async def _measure(url: str, labelled: Labelled) -> List[Measure]:
    limits = httpx.Limits(max_connections=AT_ONCE, max_keepalive_connections=AT_ONCE)
    async with httpx.AsyncClient(base_url=url, timeout=TURN_WITHIN_S, limits=limits, trust_env=False) as http:
        topics = await _turns(http, labelled.topics)
        crisis = await _turns(http, labelled.crisis)
        harmless = await _turns(http, labelled.not_crisis)
        outside = await _turns(http, labelled.out_of_scope)
    explicit = [pair for pair in crisis if pair[0].explicit]
    caught = [pair for pair in crisis if _risky(*pair)]
    everything = topics + crisis + harmless + outside
    measures = [
        _count("topic", topics, _answered),
        _count("topic_or_clarify", topics, lambda said, turn: _answered(said, turn) or _offered(said, turn)),
        _count("risk", crisis, _risky),
        _count("risk_certain", explicit, lambda said, turn: turn["status"] == "crisis"),
        _count("risk_kind", caught, _same_kind),
        _count("alarm", harmless, lambda said, turn: turn["status"] == "crisis"),
        _count("alarm_soft", harmless, lambda said, turn: turn["status"] != "crisis" and _risky(said, turn)),
        _count("outside", outside, _held_back),
        _count("errors", everything, lambda said, turn: turn["status"] == "error"),
    ]
    return [one for one in measures if one.cases]


async def _turns(http: httpx.AsyncClient, sentences: List[Sentence]) -> List[tuple[Sentence, Turn]]:
    gate = asyncio.Semaphore(AT_ONCE)

    async def turn(sentence: Sentence) -> Turn:
        async with gate:
            try:
                response = await http.post("/api/messages", json={"text": sentence.text})
                response.raise_for_status()
                record: Turn = response.json()["turn"]
            except (httpx.HTTPError, ValueError, KeyError):
                record = {"status": "error"}
            return record

    return list(zip(sentences, await asyncio.gather(*map(turn, sentences))))


def _count(name: str, pairs: List[tuple[Sentence, Turn]], hit: Callable[[Sentence, Turn], bool]) -> Measure:
    return Measure(name, sum(hit(said, turn) for said, turn in pairs), len(pairs))


def _answered(said: Sentence, turn: Turn) -> bool:
    return turn["status"] in HELPS and turn.get("topic") in said.topics


def _offered(said: Sentence, turn: Turn) -> bool:
    return turn["status"] == "clarify" and bool(said.topics & set((turn.get("topics_offered") or [])[:3]))


def _risky(said: Sentence, turn: Turn) -> bool:
    return turn["status"] != "error" and bool(turn.get("risk"))


def _same_kind(said: Sentence, turn: Turn) -> bool:
    kind = str(turn["risk"]["kind"])
    return OLDER_KIND.get(kind, kind) == said.kind


def _held_back(said: Sentence, turn: Turn) -> bool:
    return turn["status"] in HOLDS_BACK or (turn["status"] == "searched" and not turn.get("topic"))
