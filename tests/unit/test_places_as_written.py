"""Ways in which people write where they live: the share that is understood, by kind (tests/data/understanding/places.jsonl).

A line holds what somebody wrote, the home of the carer and that of the person looked after as keys (None: not said), and `why`
it is there. `/2` to `/5` mark later samples, each written before it was known how the finder would do on it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import Dict, List, Optional, Tuple

import pytest

from tests.unit.test_places import real_finder
from waymark.knowledge.homes import NOWHERE, Home, read_home
from waymark.knowledge.knowledge import Knowledge
from waymark.language.places.finder import CARER, PERSON, PlaceFinder
from waymark.operations.paths import ROOT

LEAST_LINES = 400
LEAST_RIGHT, LEAST_RIGHT_OF_A_KIND = 0.98, 0.95

Homes = Tuple[Optional[str], Optional[str]]


@dataclass(frozen=True)
class Line:
    text: str
    carer: Optional[str]
    person: Optional[str]
    why: str

    @property
    def kind(self) -> str:
        return self.why.partition("/")[0]


@pytest.fixture(scope="module")
def lines() -> List[Line]:
    path = ROOT / "tests" / "data" / "understanding" / "places.jsonl"
    return [Line(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def homes(text: str, finder: PlaceFinder) -> Homes:
    """(the carer's home, the person's) as the slots hold them: the last one named counts; nobody's is for both."""
    carer = person = None
    for place in finder.find(text):
        carer = place.home if place.role in (CARER, None) else carer
        person = place.home if place.role in (PERSON, None) else person
    return carer, person


def is_right(line: Line, found: Homes, knowledge: Knowledge) -> bool:
    """Whether `found` leads to the same help as the line's homes.

    Where both homes are given, one that was found stands in for the other, as it does in a conversation. Abroad is abroad: no
    help differs by country.
    """
    carer, person = found
    if line.carer and line.person:
        carer, person = carer or person, person or carer
    return (_home(line.carer, knowledge), _home(line.person, knowledge)) == (
        _home(carer, knowledge),
        _home(person, knowledge),
    )


def _home(key: Optional[str], knowledge: Knowledge) -> Home:
    home = read_home(key, knowledge)
    return Home(outside_uk=True) if home.outside_uk else home


def test_there_are_enough_lines_and_each_is_sound(lines: List[Line], knowledge: Knowledge) -> None:
    assert len(lines) >= LEAST_LINES
    assert len({line.text for line in lines}) == len(lines)
    keys = {key for line in lines for key in (line.carer, line.person) if key}
    assert [key for key in sorted(keys) if read_home(key, knowledge) == NOWHERE] == []


def test_homes_are_understood_as_people_write_them(lines: List[Line], knowledge: Knowledge) -> None:
    finder = real_finder()
    missed: Dict[str, List[str]] = defaultdict(list)
    count: Dict[str, int] = defaultdict(int)
    for line in lines:
        found = homes(line.text, finder)
        count[line.kind] += 1
        if not is_right(line, found, knowledge):
            missed[line.kind].append(f"{line.text!r}: {line.carer} | {line.person}, found {found[0]} | {found[1]}")
    report = "\n".join(
        f"{kind}: {1 - len(missed[kind]) / n:.3f} of {n}" + "".join(f"\n    {miss}" for miss in missed[kind])
        for kind, n in count.items()
    )
    print(report)
    right = 1 - sum(map(len, missed.values())) / len(lines)
    assert right >= LEAST_RIGHT, f"{right:.3f} of all lines are right, fewer than {LEAST_RIGHT}\n{report}"
    poor = [kind for kind, n in count.items() if 1 - len(missed[kind]) / n < LEAST_RIGHT_OF_A_KIND]
    assert poor == [], f"Fewer than {LEAST_RIGHT_OF_A_KIND} are right of: {', '.join(poor)}\n{report}"
