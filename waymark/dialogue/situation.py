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
    second_need: Optional[str] = None  # the topic asked for besides the main one, clearly enough to be served as well
    confidence: float = 1.0  # of the main topic, from 0 to 1; a pressed button is sure
    person_home: Home = NOWHERE
    carer_home: Home = NOWHERE
    conditions: FrozenSet[str] = frozenset()
    relationship: Optional[str] = None
    carer_age: Optional[int] = None
    person_age: Optional[int] = None
    voice: Optional[str] = None  # who writes, as last told (waymark/language/facts/voice.py); None: probably a carer
    voice_now: Optional[str] = None  # the same, where this message tells it
    nation: Optional[str] = None  # told by a name that exists in one nation only, such as a benefit; no home
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
    language: Optional[str] = None  # of this message, where it is not English; "other" where it has no text of ours
    relevance: dict[str, float] = field(default_factory=dict)  # support id -> similarity with the message
    guides: dict[str, float] = field(default_factory=dict)  # guide id -> similarity of the message with asking for it

    def home_for(self, whose: str) -> Home:
        """The home that decides ("carer" or "person"); the other one stands in where only that is known.

        Where neither is, the nation that a benefit or body told by its name.
        """
        told = self.told_home_for(whose)
        return Home(nation=self.nation) if told == NOWHERE and self.nation else told

    def told_home_for(self, whose: str) -> Home:
        """The same as far as homes were told: who only named a benefit can still be asked for the town."""
        first, second = (self.carer_home, self.person_home) if whose == "carer" else (self.person_home, self.carer_home)
        return first if first != NOWHERE else second

    @property
    def is_young(self) -> bool:
        if self.carer_age is None:
            return self.voice == "young_carer"
        return self.carer_age < YOUNG_CARER_BEFORE

    @property
    def is_for_a_child(self) -> bool:
        """Whether the one looked after is the carer's child and under age, as far as was told."""
        if self.relationship not in ("child", "grandchild") or self.is_young:
            return False
        return self.voice == "parent_carer" if self.person_age is None else self.person_age < YOUNG_CARER_BEFORE

    @property
    def is_young_adult(self) -> bool:
        return self.carer_age is not None and 16 <= self.carer_age < YOUNG_ADULT_BEFORE
