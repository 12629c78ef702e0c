"""Which postcode district means which home, and who shares a name or a district."""

from __future__ import annotations

from typing import Dict, List, Tuple

from waymark.knowledge.homes import SHARED
from waymark.knowledge.knowledge import Knowledge


def districts(knowledge: Knowledge) -> Dict[str, str]:
    """Outward code -> key of the home it means; a shared one is to be asked about."""
    homes = {key: nations[0] for key, nations in knowledge.uk.postcode_districts.items() if len(nations) == 1}
    for place in knowledge.places.values():
        for postcode in place.postcodes:
            if not postcode.councils:
                homes[postcode.district] = (
                    f"{place.nation}/{postcode.shared_with[0]}" if postcode.shared_with else place.nation
                )
            elif postcode.shared_with or len(postcode.councils) > 1:
                homes[postcode.district] = f"{SHARED}/{postcode.district}"
            else:
                homes[postcode.district] = f"{place.id}/{postcode.councils[0]}"
    return homes


def sharers(knowledge: Knowledge) -> Dict[str, Tuple[str, ...]]:
    """Shared name or postcode district -> ids of our places, and their neighbours by name, that share it."""
    them: Dict[str, List[str]] = {}
    for place in knowledge.places.values():
        for district in place.postcodes:
            if district.councils and (district.shared_with or len(district.councils) > 1):
                them.setdefault(district.district, []).extend([place.id, *district.shared_with])
        for locality in place.localities:
            if locality.shared_with:
                them.setdefault(locality.name, []).extend([place.id, *locality.shared_with])
    return {name: tuple(dict.fromkeys(names)) for name, names in them.items()}
