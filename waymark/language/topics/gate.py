"""Decide what to do with a ranking: answer, ask which, search, or say that it is not for us.

Topic intents (``topic_money``) become one intent ``ask`` with an entity ``topic``, so that a new topic needs no
new rule. The ranking stays on the message.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Optional, Sequence, Tuple

PREFIX = "topic_"
OUTSIDE = "out_of_scope"
MOST_OFFERED = 3

Ranking = Sequence[Tuple[str, float]]


@dataclass(frozen=True)
class Thresholds:
    """Where sure ends and torn begins; set on cross-validated confidence (docs/decisions/003-topic-classifier.md)."""

    sure: float = 0.45  # answer at once from here
    margin: float = 0.12  # below `sure`, answer only when this far ahead of the next
    torn: float = 0.24  # least confidence to offer a topic at all
    outside: float = 0.5  # all out-of-scope intents together
    also: float = 0.18  # a second need is served from here
    question: float = 0.80  # similarity from which a common question decides the topic


@dataclass(frozen=True)
class Decision:
    """`intent` for the rules, with the topics it is about (first: the one to answer)."""

    intent: str
    topics: Tuple[str, ...] = ()


def decide(
    ranking: Ranking, thresholds: Thresholds = Thresholds(), common: Optional[Tuple[str, float]] = None
) -> Decision:
    """What to do. `common` is the topic and the similarity of the nearest common question."""
    if not ranking:
        return Decision("nlu_fallback")
    chances = dict(ranking)
    topics = _topics(ranking)
    if common and common[1] >= thresholds.question:
        return Decision("ask", _first(common[0], topics, chances, thresholds))
    outside = sum(chance for name, chance in ranking if name.startswith(OUTSIDE))
    best, confidence = ranking[0]
    if outside >= thresholds.outside or (best.startswith(OUTSIDE) and outside >= thresholds.torn):
        return Decision(max((name for name in chances if name.startswith(OUTSIDE)), key=chances.__getitem__))
    if not best.startswith(PREFIX):
        return Decision(best) if confidence >= thresholds.sure else _unsure(topics, chances, thresholds)
    runner_up = ranking[1][1] if len(ranking) > 1 else 0.0
    if confidence >= thresholds.sure or (confidence >= thresholds.torn and confidence - runner_up >= thresholds.margin):
        return Decision("ask", _first(topics[0], topics, chances, thresholds))
    return _unsure(topics, chances, thresholds)


def _unsure(topics: List[str], chances: Dict[str, float], thresholds: Thresholds) -> Decision:
    likely = [topic for topic in topics if chances[PREFIX + topic] >= thresholds.torn / 2]
    if likely and chances[PREFIX + likely[0]] >= thresholds.torn:
        return Decision("clarify", tuple(topics[:MOST_OFFERED]))
    return Decision("nlu_fallback", tuple(likely[:MOST_OFFERED]))


def _topics(ranking: Ranking) -> List[str]:
    return [name[len(PREFIX) :] for name, _ in ranking if name.startswith(PREFIX)]


def _first(topic: str, topics: List[str], chances: Dict[str, float], thresholds: Thresholds) -> Tuple[str, ...]:
    """`topic` and the second need, where there is one."""
    others = [other for other in topics if other != topic and chances[PREFIX + other] >= thresholds.also]
    return (topic, *others[:1])
