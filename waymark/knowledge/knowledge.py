"""Everything the project knows, loaded and checked, as one immutable value."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Dict, List, Mapping, Optional, Tuple

from waymark.knowledge.schema import (
    AboutWords,
    Answer,
    DangerContact,
    DangerReply,
    Figure,
    Guide,
    KeepWords,
    Languages,
    Listed,
    PageWords,
    Place,
    RiskPattern,
    Support,
    Topic,
)


@dataclass(frozen=True)
class Condition:
    """A condition people name, with the words they use."""

    id: str
    label: str
    words: Tuple[str, ...]


@dataclass(frozen=True)
class UnitedKingdom:
    """Nations, postcode areas and towns beyond the places we hold local supports for."""

    nation_names: Mapping[str, str]
    nation_aliases: Mapping[str, str]  # lower-case name -> nation
    postcode_areas: Mapping[str, Tuple[str, ...]]  # 'CF' -> ('wales',)
    postcode_districts: Mapping[str, Tuple[str, ...]]
    regions: Mapping[str, str]  # county, council area or region, lower case -> nation
    extra_towns: Mapping[str, str]
    not_towns: frozenset[str]  # towns whose names are everyday words


@dataclass(frozen=True)
class Knowledge:
    """What is known. `version` changes whenever any file does; `date` is the latest check of any entry."""

    supports: Mapping[str, Support]
    topics: Mapping[str, Topic]
    answers: Mapping[str, Answer]
    figures: Mapping[str, Figure]
    guides: Mapping[str, Guide]
    languages: Languages
    keep: KeepWords
    page: PageWords
    about: AboutWords
    places: Mapping[str, Place]
    uk: UnitedKingdom
    danger_contacts: Mapping[str, DangerContact]
    danger_replies: Mapping[str, DangerReply]
    risk_patterns: Tuple[RiskPattern, ...]
    conditions: Mapping[str, Condition]
    lists: Mapping[str, Mapping[str, Listed]]
    version: str
    date: datetime.date
    _by_topic: Dict[str, List[Support]] = field(default_factory=dict, compare=False)

    def live_supports(self) -> List[Support]:
        return [support for support in self.supports.values() if support.is_live]

    def live_guides(self) -> List[Guide]:
        return [guide for guide in self.guides.values() if guide.is_live]

    def supports_about(self, topic: str) -> List[Support]:
        """Live supports that name `topic`, in no particular order."""
        if not self._by_topic:
            for support in self.live_supports():
                for named in support.topics:
                    self._by_topic.setdefault(named, []).append(support)
        return self._by_topic.get(topic, [])

    def area_label(self, area: str) -> str:
        found = self.lists["areas"].get(area)
        return found.label if found else area

    def council_name(self, council: str) -> Optional[str]:
        for place in self.places.values():
            for known in place.councils:
                if known.id == council:
                    return known.name
        return None
