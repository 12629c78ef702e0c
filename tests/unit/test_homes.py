"""What the key of a home says, and the words that are chosen for it."""

from __future__ import annotations

from typing import Optional

import pytest

from waymark.knowledge.homes import NOWHERE, Home, neighbours, read_home, sharing_places
from waymark.knowledge.knowledge import Knowledge


@pytest.mark.parametrize(
    ("key", "home"),
    [
        (None, NOWHERE),
        ("", NOWHERE),
        ("nowhere", NOWHERE),
        ("atlantis/Town", NOWHERE),
        ("dundee/dundee-city", Home("scotland", "dundee", "dundee-city")),
        ("dundee", Home("scotland", "dundee", "dundee-city")),
        ("dundee/nonsense", Home("scotland", "dundee", "dundee-city")),
        ("camden", Home("england", "camden", "camden-council")),
        ("dorset", Home("england", "dorset", None)),
        ("dorset/bcp", Home("england", "dorset", "bcp")),
        ("dorset/nonsense", Home("england", "dorset", None)),
        ("scotland", Home("scotland")),
        ("scotland/Aberdeen", Home("scotland", town="Aberdeen")),
        ("wales/Isle of Anglesey", Home("wales", town="Isle of Anglesey")),
        ("northern_ireland/Belfast", Home("northern_ireland", town="Belfast")),
        ("outside_uk", Home(outside_uk=True)),
        ("outside_uk/Spain", Home(outside_uk=True, town="Spain")),
        ("shared/NW1", Home("england", shared="NW1")),
        ("shared/DD2", Home("scotland", shared="DD2")),
        ("shared/Kilburn", Home("england", shared="Kilburn")),
        ("shared/", NOWHERE),
        ("shared", NOWHERE),
    ],
)
def test_a_key_is_read(key: Optional[str], home: Home, knowledge: Knowledge) -> None:
    assert read_home(key, knowledge) == home


def test_scopes_go_from_the_council_outwards() -> None:
    assert Home("england", "dorset", "bcp").scopes == ["bcp", "dorset", "england"]
    assert Home("wales", town="Cardiff").scopes == ["wales"]
    assert NOWHERE.scopes == []


def test_a_shared_district_names_our_councils_and_their_neighbours(knowledge: Knowledge) -> None:
    assert [(place.id, councils) for place, councils in sharing_places("nw1", knowledge)] == [
        ("camden", ["camden-council"])
    ]
    assert neighbours("NW1", knowledge) == ["Westminster"]
    assert "Brent" in neighbours("kilburn", knowledge)
    assert neighbours("NW3", knowledge) == []


def test_every_shared_name_can_be_asked_about(knowledge: Knowledge) -> None:
    for place in knowledge.places.values():
        names = [d.district for d in place.postcodes if d.councils and (d.shared_with or len(d.councils) > 1)]
        names += [locality.name for locality in place.localities if locality.shared_with]
        for name in names:
            assert sharing_places(name, knowledge), name
            home = read_home(f"shared/{name}", knowledge)
            assert home.shared == name
            assert home.nation in (place.nation, None)
