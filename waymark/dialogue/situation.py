"""What is known about a carer at one turn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import FrozenSet, Optional, Tuple

from waymark.knowledge.homes import NOWHERE, Home

YOUNG_CARER_BEFORE = 18
YOUNG_ADULT_BEFORE = 26


@dataclass(frozen=True)
class CommonQuestion:
    """The nearest common question and how similar it is, from 0 to 1."""

    id: str
    topic: str
    score: float


@dataclass(frozen=True)
class Danger:
    """What the risk detector found: a kind of knowledge/lists/risk_kinds.yml and how sure it is."""

    kind: str
    level: str  # certain | possible


@dataclass(frozen=True)
class Situation:
    """One carer's situation, as far as they have told it in this conversation."""

    text: str = ""
    topics: Tuple[str, ...] = ()  # of this message, main one first
    confidence: float = 1.0  # of the main topic, from 0 to 1; a pressed button is sure
    person_home: Home = NOWHERE
    carer_home: Home = NOWHERE
    conditions: FrozenSet[str] = frozenset()
    relationship: Optional[str] = None
    carer_age: Optional[int] = None
    strained: bool = False
    question: Optional[CommonQuestion] = None
    danger: Optional[Danger] = None
    homes_in_message: bool = False
    asked_where: Optional[str] = None  # what was asked for: "where" or "part" (which council)
    told_not_local: Optional[str] = None  # the town we have already said we hold nothing local for
    shown: Tuple[str, ...] = ()  # ids of supports shown for `topic`
    answered: Optional[str] = None  # the topic answered last
    answered_home: str = ""  # for which home that was
    danger_before: Optional[str] = None  # kind of a danger told before, until the place's numbers for it are given
    answered_with: Optional[str] = None  # id of the common question answered last
    topic: Optional[str] = None  # the topic talked about before this message
    relevance: dict[str, float] = field(default_factory=dict)  # support id -> similarity with the message

    def home_for(self, whose: str) -> Home:
        """The home that decides ("carer" or "person"); the other one stands in where only that is known."""
        first, second = (self.carer_home, self.person_home) if whose == "carer" else (self.person_home, self.carer_home)
        return first if first != NOWHERE else second

    @property
    def is_young(self) -> bool:
        return self.carer_age is not None and self.carer_age < YOUNG_CARER_BEFORE

    @property
    def is_young_adult(self) -> bool:
        return self.carer_age is not None and 16 <= self.carer_age < YOUNG_ADULT_BEFORE
