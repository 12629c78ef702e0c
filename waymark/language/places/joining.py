"""Settle what places named next to each other mean together: "Camden, London", "Perth, Australia", "Lochee DD2"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Dict, List, Mapping, Optional, Sequence, Set

from waymark.knowledge.homes import OUTSIDE_UK
from waymark.knowledge.schema import NATIONS
from waymark.language.places.mention import Mention, before
from waymark.language.places.names import Names

#: What stands between a place and the wider one it lies in.
_IN = re.compile(r",? (?:(?:up|down|over|out) )?in (?:the )?", re.IGNORECASE)
_DISTANCE = (
    r"(?: (?:just|right|quite|very|not|too|far|a|few|couple|of|\d+|miles?|minutes?|mins?|over|across|the|bridge|water|river|border"
    r"|road|way|up|down|out|round|other|side))"
)
#: What stands between a place and a better known one near it: "Upton, near Poole", "Tayport, over the bridge from Dundee".
_NEAR = re.compile(
    rf",?(?:{_DISTANCE}* (?:near(?: to)?|beside|outside(?: of)?|close to|next to)|{_DISTANCE}+ (?:from|off|of|by))(?: the)? ",
    re.IGNORECASE,
)
_NEAR_BEFORE = re.compile(r"\b(?:near(?: to)?|outside(?: of)?|close to|not far from|next to) (?:the )?$", re.IGNORECASE)
#: What stands between a name and its postcode.
_POSTCODE = re.compile(
    r"[ ,:(\-]*(?:\b(?:my|our|the|her|his|and|it's|its|that's|which is|is|in|post ?code|district|area)\b[ ,:(\-]*)*",
    re.IGNORECASE,
)
_CLAUSE_AFTER = re.compile(
    r"^ *(?:$|[,.!?;\n)]|and\b|but\b|so\b|now\b|while\b|with\b|caring\b|looking\b)", re.IGNORECASE
)


class Joining:
    """Knows which of our places lie in what, and who shares what."""

    def __init__(self, names: Names) -> None:
        self._wider: Mapping[str, Sequence[str]] = names.wider
        self._sharers: Mapping[str, Sequence[str]] = names.sharers
        councils: Dict[str, Set[str]] = {}
        for name in names.names.values():
            place, _, council = name.home.partition("/")
            if place in names.wider and council:
                councils.setdefault(place, set()).add(council)
        self._several = {place for place, its in councils.items() if len(its) > 1}

    def settle(self, mentions: Sequence[Mention], text: str) -> List[Mention]:
        """One mention for each home that is meant; `mentions` in the order they stand."""
        kept: List[Mention] = []
        for mention in mentions:
            one = self._one_of(kept[-1], mention, text) if kept else None
            if one is None:
                kept.append(mention)
            else:
                kept[-1] = one
        return kept

    def _one_of(self, first: Mention, second: Mention, text: str) -> Optional[Mention]:
        """Which of two neighbours is the home, where they speak of one; None where they are two."""
        between = text[first.end : second.start]
        if _NEAR.fullmatch(between):
            return first
        if first.name is None or second.name is None:
            return self._name_and_postcode(first, second) if _POSTCODE.fullmatch(between) else None
        glued, inside = between in (" ", ", ", ",", "/", " / "), bool(_IN.fullmatch(between))
        if (glued or inside) and _NEAR_BEFORE.search(before(text, first.start)) and not second.wide:
            return second if first.local or second.local else first  # "just outside Poole, in Upton"
        if glued or inside:
            return self._within(first, second, inside, bool(_CLAUSE_AFTER.match(text[second.end :])))
        return None

    def _within(self, first: Mention, second: Mention, inside: bool, ends: bool) -> Optional[Mention]:
        """A name after another only says where that one is, unless that shows that another place of the name is meant."""
        if second.place == OUTSIDE_UK:
            return second
        if first.place in NATIONS and second.place in NATIONS:
            return first if first.place == second.place and "/" in first.home else second
        careful = first.name is not None and first.name.careful
        if first.place in NATIONS:
            return second if second.local and careful else None  # "Newton, Dorset"
        if second.place not in NATIONS:
            return None
        if second.home.partition("/")[2] in self._sharers.get(first.shared or "", ()):
            return second  # "Kilburn, Brent"
        around = {key for place in self._places(first) for key in self._wider[place]}
        if second.home in around:
            return first
        another_nation = second.place not in around
        return second if another_nation or inside or careful or (second.wide and ends) else first

    def _places(self, mention: Mention) -> List[str]:
        """Those of our places that it is in, or may be in."""
        may_be = self._sharers.get(mention.shared, ()) if mention.shared else (mention.place,)
        return [place for place in may_be if place in self._wider]

    def _name_and_postcode(self, first: Mention, second: Mention) -> Optional[Mention]:
        """A postcode that is one council's decides; where councils share it, a name does that is in one of them."""
        name, code = (second, first) if first.name is None else (first, second)
        if name.name is None:
            return None
        if code.shared is None:
            return code if "/" in code.home else name
        sharers = self._sharers.get(code.shared, ())
        if name.shared is not None:
            return self._both_shared(name, sharers)
        theirs = name.place in sharers or name.home.partition("/")[2] in sharers
        undecided = name.place in self._several and "/" not in name.home  # "Dorset DT9"
        return name if theirs and not undecided else code

    def _both_shared(self, name: Mention, sharers: Sequence[str]) -> Mention:
        """A shared name in a shared postcode: ours, where nobody else shares both ("Upton BH16" is not on the Wirral)."""
        both = set(self._sharers.get(name.shared or "", ())) & set(sharers)
        ours = name.name.ours if name.name else None
        return replace(name, home=ours) if ours and both == {ours.partition("/")[0]} else name
