"""What one contestant made of one sentence, in words that fit all contestants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Mapping, Optional, Tuple

from bench.labelled import Sentence


@dataclass(frozen=True)
class Guess:
    """The likeliest intent, before anything is decided on it, and how sure of it the contestant says it is."""

    intent: str
    confidence: float  # 0 to 1


@dataclass(frozen=True)
class DangerScores:
    """From 0 to 1: that the sentence speaks of danger at all, and openly. They need not be probabilities."""

    any: float
    explicit: float


@dataclass(frozen=True)
class Heard:
    """What None stands for cannot be told by the contestant, and is not measured."""

    topic: Optional[str] = None  # answered; None here: no topic is
    offered: Tuple[str, ...] = ()  # topics to choose among
    ranked: Optional[Tuple[str, ...]] = None  # topics, likeliest first
    noted: Optional[Tuple[str, ...]] = None  # all needs it would serve or ask about
    held_back: bool = False  # nothing is answered as if it were in scope
    kind: Optional[str] = None  # of danger, where any is seen
    certain: bool = False  # the fixed reply to danger is given
    guess: Optional[Guess] = None
    scores: Optional[DangerScores] = None
    facts: Optional[Mapping[str, Tuple[str, ...]]] = None  # entity (homes: home:carer, home:person) -> values, in order
    milliseconds: float = 0.0
    failed: bool = False


Pairs = List[Tuple[Sentence, Heard]]
#: Name of a labelled file -> its sentences and what was made of each.
HeardFiles = Dict[str, Pairs]
