"""A place that a message names, and the text around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Optional

from waymark.knowledge.homes import OUTSIDE_UK, SHARED
from waymark.language.places.names import Name

CARER, PERSON = "carer", "person"
#: The home of another relative: neither the carer's nor the person's.
ANOTHER = "another"
#: How many characters around a name decide whether it is a place, and whose home; a long message is not read anew for each.
NEAR = 200
#: No more places of one message are looked at: nobody says so many homes, and each costs time.
MOST_PLACES = 20

_SENTENCE_ENDS = re.compile(r"[.!?;\n](?=\s|$)")


@dataclass(frozen=True)
class Mention:
    """A name or postcode in a message. `start` and `end` count characters; `name` is None for a postcode."""

    home: str
    start: int
    end: int
    name: Optional[Name] = None

    @property
    def place(self) -> str:
        """Our place, or the nation, `shared` or `outside_uk`."""
        return self.home.partition("/")[0]

    @property
    def local(self) -> bool:
        """Whether it is one of our places or lies in one."""
        return self.name.local if self.name else self.place not in (SHARED, OUTSIDE_UK) and "/" in self.home

    @property
    def shared(self) -> Optional[str]:
        """The name or postcode district that councils share."""
        place, _, rest = self.home.partition("/")
        return rest if place == SHARED else None

    @property
    def wide(self) -> bool:
        """Whether it is a county, a region, a nation or abroad, by name."""
        return self.name is not None and self.name.wide


def before(text: str, start: int) -> str:
    """What stands before a place, as far as it matters."""
    return text[max(0, start - NEAR) : start]


def after(text: str, end: int) -> str:
    """What stands after a place, as far as it matters."""
    return text[end : end + NEAR]


def sentence_before(text: str, start: int) -> str:
    """What stands before a place in its own sentence."""
    return _SENTENCE_ENDS.split(before(text, start))[-1]


def sentence_after(text: str, end: int) -> str:
    """What stands after a place in its own sentence."""
    return _SENTENCE_ENDS.split(after(text, end))[0]
