"""The table of place names that people write, each with the key of the home it means."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from typing import Any, Dict, Iterator, Mapping, Optional, Set, Tuple

from waymark.knowledge.homes import OUTSIDE_UK, SHARED
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import NATIONS, Place
from waymark.language.places import gazetteer
from waymark.language.places.gazetteer import lower
from waymark.language.places.sharing import districts, sharers

#: Fewest people of a town beyond our places that is also found when misspelt: smaller ones are too many, and too like words.
LEAST_PEOPLE_MISSPELT = 20_000
#: Fewest letters of a name that is found when misspelt, and of a county or region; shorter ones are too like words.
LEAST_LETTERS, LEAST_LETTERS_WIDE = 5, 7


@dataclass(frozen=True)
class Name:
    """One name. `careful`: also an everyday word, so it is only taken where the sentence says that someone lives there."""

    home: str
    careful: bool
    local: bool  # of a place we hold supports for
    wide: bool = False  # a county, region, nation or country: it says where a name before it lies
    misspelt: bool = False  # also found when misspelt
    ours: Optional[str] = None  # of a name shared with councils elsewhere: the home where it is the one in our place


@dataclass(frozen=True)
class Names:
    """All names and postcodes. Built once when training, kept with the model."""

    names: Mapping[str, Name]  # lower-case name -> what it means
    districts: Mapping[str, str]  # 'DD2' -> home key
    areas: Mapping[str, str]  # 'CF' -> home key
    wider: Mapping[str, Tuple[str, ...]]  # our place -> keys of what it lies in: ('england', 'england/London')
    sharers: Mapping[str, Tuple[str, ...]]  # shared name or district -> our places and, by name, their neighbours
    unused: Tuple[str, ...]  # names of real places that mean no home: too small, or of two nations; not misspellings

    def to_dict(self) -> Dict[str, Any]:
        return {**asdict(self), "names": {key: asdict(name) for key, name in self.names.items()}}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Names:
        return cls(
            {key: Name(**name) for key, name in data["names"].items()},
            data["districts"],
            data["areas"],
            {place: tuple(keys) for place, keys in data["wider"].items()},
            {name: tuple(sharers) for name, sharers in data["sharers"].items()},
            tuple(data["unused"]),
        )


def build_names(knowledge: Knowledge) -> Names:
    """The table from the knowledge and the gazetteer; our own places win over towns of the same name."""
    abroad = gazetteer.abroad()
    towns, british = gazetteer.british(gazetteer.cities())
    names = {key: Name(f"{OUTSIDE_UK}/{name}", True, False, wide=True) for key, name in abroad.items()}
    names.update(_beyond(knowledge, towns))
    neighbours = {
        lower(name): _neighbour(name, _elsewhere(where, place, knowledge, abroad), knowledge)
        for place in knowledge.places.values()
        for name, where in place.elsewhere.items()
    }
    names.update({**_said_apart(neighbours, names), **neighbours})
    for place in knowledge.places.values():
        of_place = _of_place(place)
        names.update({**_said_apart(of_place, of_place), **of_place})
    for name in [name for name in names if "'" in name]:
        names.setdefault(name.replace("'", ""), names[name])
    return Names(
        names,
        districts(knowledge),
        {area: nations[0] for area, nations in knowledge.uk.postcode_areas.items() if len(nations) == 1},
        {place.id: (place.nation, *sorted(_around(place, names))) for place in knowledge.places.values()},
        sharers(knowledge),
        tuple(sorted(set(british) - set(names))),
    )


def _long_enough(name: str, letters: int = LEAST_LETTERS) -> bool:
    """Whether a name is words of letters, and enough of them to be told when misspelt."""
    joined = re.sub(r"[ ']", "", lower(name))
    return joined.isalpha() and len(joined) >= letters


def _title(name: str) -> str:
    small = ("upon", "on", "and", "of", "the", "in")
    words = (word if word in small else word.capitalize() for word in name.split())
    return name if name != name.lower() else " ".join(words)


def _beyond(knowledge: Knowledge, towns: Mapping[str, gazetteer.Town]) -> Iterator[Tuple[str, Name]]:
    """Towns, districts, counties and nations of the United Kingdom, and cities abroad that people name."""
    uk = knowledge.uk
    nations = {name: town.nation for name, town in towns.items()}
    large = {lower(name) for name, town in towns.items() if town.people >= LEAST_PEOPLE_MISSPELT}
    for town, nation in {**nations, **uk.extra_towns, **uk.regions}.items():
        name, wide = lower(town), town in uk.regions
        if nation == OUTSIDE_UK:
            yield name, Name(f"{OUTSIDE_UK}/{_title(town)}", True, False, wide=True)
        elif nation in NATIONS:
            careful = name in uk.not_towns
            known = _long_enough(name, LEAST_LETTERS_WIDE) if wide else _long_enough(name)
            misspelt = known and not careful and (wide or name in large)
            yield name, Name(f"{nation}/{_title(town)}", careful, False, wide, misspelt)
    for alias, nation in uk.nation_aliases.items():
        yield lower(alias), Name(nation, False, False, wide=True)


def _neighbour(name: str, home: str, knowledge: Knowledge) -> Name:
    careful = lower(name) in knowledge.uk.not_towns
    return Name(home, careful, False, misspelt=_long_enough(name) and not careful)


def _elsewhere(where: str, place: Place, knowledge: Knowledge, abroad: Mapping[str, str]) -> str:
    nation: Optional[str] = knowledge.uk.nation_aliases.get(where.lower()) or knowledge.uk.regions.get(where.lower())
    if lower(where).removeprefix("the ") in abroad:
        return OUTSIDE_UK
    return f"{nation or place.nation}/{where}"


def _of_place(place: Place) -> Dict[str, Name]:
    """Every name of one of our places, of its councils and of what lies in it."""
    names: Dict[str, Name] = {}
    for locality in place.localities:
        council = locality.council or place.councils[0].id
        ours = f"{place.id}/{council}"
        home = f"{SHARED}/{locality.name}" if locality.shared_with else ours
        for name in [locality.name, *locality.aliases]:
            names[lower(name)] = _local(name, home, locality.ambiguous, ours if locality.shared_with else None)
    for name in [place.name, *place.aliases]:
        names[lower(name)] = _local(name, place.id)
    for its in place.councils:
        for name in [its.name, *its.aliases]:
            names[lower(name)] = _local(name, f"{place.id}/{its.id}")
    return names


def _local(name: str, home: str, careful: bool = False, ours: Optional[str] = None) -> Name:
    return Name(home, careful, True, misspelt=_long_enough(name) and not careful, ours=ours)


def _said_apart(names: Mapping[str, Name], wider: Mapping[str, Name]) -> Dict[str, Name]:
    """ "Wool in Dorset" and "Wool, Dorset" for "Wool Dorset", which is a name of its own because wool is a word."""
    apart: Dict[str, Name] = {}
    for name, meaning in names.items():
        head, _, tail = name.rpartition(" ")
        if head and tail in wider and head.split()[-1] not in ("and", "of", "on", "near", "in"):
            for between in (" in ", " near ", ", "):
                apart[f"{head.rstrip(',')}{between}{tail}"] = replace(meaning, misspelt=False)
    return apart


def _around(place: Place, names: Mapping[str, Name]) -> Set[str]:
    """Homes that lie around a place, as its own aliases say: "Stockport Cheshire", "Camden, London"."""
    own = {name for name, meaning in names.items() if meaning.home.split("/")[0] == place.id}
    around = set()
    for alias in [*place.aliases, *(alias for locality in place.localities for alias in locality.aliases)]:
        words = lower(alias).replace(",", "").split()
        for split in range(1, len(words)):
            wider = names.get(" ".join(words[split:]))
            if " ".join(words[:split]) in own and wider and not wider.local:
                around.add(wider.home)
    return around
