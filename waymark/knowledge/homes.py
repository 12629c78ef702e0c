"""A home: where somebody lives, as far as signposting needs it.

Written as a short key, so that it fits a slot or a button: ``dundee/dundee-city``, ``dorset`` (council not known),
``scotland/Aberdeen`` (a town we hold nothing local for), ``wales``, ``shared/DD2`` (ask which council), ``outside_uk``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional, Tuple

from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import NATIONS, Place

OUTSIDE_UK = "outside_uk"
SHARED = "shared"


@dataclass(frozen=True)
class Home:
    """What a key says. At most one of `place` and `shared` is set."""

    nation: Optional[str] = None
    place: Optional[str] = None
    council: Optional[str] = None
    town: Optional[str] = None  # a town beyond our places, as a sentence names it
    shared: Optional[str] = None  # a name or postcode district that several councils share
    outside_uk: bool = False

    @property
    def scopes(self) -> List[str]:
        """Most local first, for texts with variants."""
        return [scope for scope in (self.council, self.place, self.nation) if scope]


NOWHERE = Home()


def read_home(key: Optional[str], knowledge: Knowledge) -> Home:
    """What `key` says; `NOWHERE` for None and for a key that is not understood."""
    if not key:
        return NOWHERE
    first, _, rest = key.partition("/")
    if first == OUTSIDE_UK:
        return Home(outside_uk=True, town=rest or None)
    if first == SHARED and rest:
        return Home(nation=_shared_nation(rest, knowledge), shared=rest)
    if first in knowledge.places:
        place = knowledge.places[first]
        councils = [council.id for council in place.councils]
        council = rest if rest in councils else (councils[0] if len(councils) == 1 else None)
        return Home(nation=place.nation, place=first, council=council)
    if first in NATIONS:
        return Home(nation=first, town=rest or None)
    return NOWHERE


def _shared_nation(name: str, knowledge: Knowledge) -> Optional[str]:
    """The nation of a shared name or district, where every council that shares it is in one nation."""
    nations = {place.nation for place, _ in sharing_places(name, knowledge)}
    area = "".join(character for character in name[:2] if character.isalpha()).upper()
    known = knowledge.uk.postcode_districts.get(name.upper()) or knowledge.uk.postcode_areas.get(area, ())
    if any(character.isdigit() for character in name):
        nations |= set(known)
    return nations.pop() if len(nations) == 1 else None


def sharing_places(name: str, knowledge: Knowledge) -> List[Tuple[Place, List[str]]]:
    """(place, councils of it) that share the name or postcode district `name`."""
    found = []
    for place in knowledge.places.values():
        for district in place.postcodes:
            if district.district == name.upper() and district.councils:
                found.append((place, district.councils))
        for locality in place.localities:
            if locality.name.lower() == name.lower() and locality.shared_with:
                found.append((place, [locality.council or place.councils[0].id]))
    return found


def neighbours(name: str, knowledge: Knowledge) -> List[str]:
    """Other councils, by name, that share the name or postcode district `name`."""
    others: List[str] = []
    for place in knowledge.places.values():
        for district in place.postcodes:
            if district.district == name.upper():
                others += district.shared_with
        for locality in place.localities:
            if locality.name.lower() == name.lower():
                others += locality.shared_with
    return list(dict.fromkeys(others))
