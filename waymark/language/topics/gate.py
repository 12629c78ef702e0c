"""Decide what to do with a ranking: answer, ask which, search, or say that it is not for us.

Topic intents (``topic_money``) become one intent ``ask`` with an entity ``topic``, so that a new topic needs no
new rule. The ranking stays on the message.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Optional, Sequence, Tuple

PREFIX = "topic_"
OUTSIDE = "out_of_scope"
SAY_WHERE = "say_where"
#: Words up to which a message is short, and from which it is a story.
SHORT, STORY = 3, 40
MOST_OFFERED = 3

Ranking = Sequence[Tuple[str, float]]


@dataclass(frozen=True)
class Thresholds:
    """Where sure ends and torn begins; set on cross-validated confidence (docs/decisions/003-topic-classifier.md)."""

    sure: float = 0.42  # answer at once from here, however short the message
    told_enough: float = 0.24  # the same for a message long enough to have told its need
    least_words: int = 6  # that long
    small_talk: float = 0.70  # for small talk of more than a few words: a dark sentence is no goodbye
    torn: float = 0.15  # least confidence to offer a topic at all
    outside: float = 0.45  # all out-of-scope intents together
    also: float = 0.18  # a second need is served from here
    question: float = 0.80  # similarity from which a common question decides the topic, unless another is clear
    clear: float = 0.60  # confidence from which a topic is clear


@dataclass(frozen=True)
class Decision:
    """`intent` for the rules, with the topics it is about (first: the one to answer)."""

    intent: str
    topics: Tuple[str, ...] = ()


def decide(
    ranking: Ranking, words: int = 0, thresholds: Thresholds = Thresholds(), common: Optional[Tuple[str, float]] = None
) -> Decision:
    """What to do with a message of so many `words`. `common`: topic and similarity of the nearest common question.

    A short message with two likely meanings is asked about; a long one is answered, with the other meanings as
    buttons, because someone who has told their story should not have to choose from a list.
    """
    if not ranking:
        return Decision("nlu_fallback")
    chances = dict(ranking)
    topics = [name[len(PREFIX) :] for name, _ in ranking if name.startswith(PREFIX)]
    topic_chance = chances[PREFIX + topics[0]] if topics else 0.0
    if common and common[1] >= thresholds.question and (topic_chance < thresholds.clear or common[0] == topics[0]):
        return Decision("ask", _led_by(common[0], topics, chances, thresholds))
    best, confidence = ranking[0]
    outside = {name: chance for name, chance in ranking if name.startswith(OUTSIDE)}
    if sum(outside.values()) >= max(thresholds.outside, topic_chance):
        return Decision(max(outside, key=lambda name: outside[name]))
    if best == SAY_WHERE and topics:  # a place and a need: the need is what to answer
        return Decision("ask", _led_by(topics[0], topics, chances, thresholds))
    if not best.startswith((PREFIX, OUTSIDE)):
        needed = thresholds.small_talk if words > SHORT else thresholds.sure
        return Decision(best) if confidence >= needed else _unsure(topics, chances, thresholds)
    enough = thresholds.told_enough if words >= thresholds.least_words else thresholds.sure
    if words >= STORY:
        enough = thresholds.torn
    if topics and topic_chance >= enough and topic_chance >= sum(outside.values()):
        return Decision("ask", _led_by(topics[0], topics, chances, thresholds))
    return _unsure(topics, chances, thresholds)


def _unsure(topics: List[str], chances: Dict[str, float], thresholds: Thresholds) -> Decision:
    """Ask which, when at least one topic is likely; search when none is."""
    if topics and chances[PREFIX + topics[0]] >= thresholds.torn:
        return Decision("clarify", tuple(topics[:MOST_OFFERED]))
    return Decision("nlu_fallback", tuple(topics[:MOST_OFFERED]))


def _led_by(topic: str, topics: List[str], chances: Dict[str, float], thresholds: Thresholds) -> Tuple[str, ...]:
    """`topic` and the second need, where there is one."""
    others = [other for other in topics if other != topic and chances.get(PREFIX + other, 0.0) >= thresholds.also]
    return (topic, *others[:1])
