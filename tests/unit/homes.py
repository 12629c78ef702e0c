"""The homes that tests walk: every council of our places, towns beyond them in each nation, abroad, and not known."""

from __future__ import annotations

from typing import List, Optional

#: Written out, so that a council that goes missing from knowledge/places is noticed.
HOMES: List[Optional[str]] = [
    "dundee/dundee-city",
    "dorset/dorset-council",
    "dorset/bcp",
    "dorset",
    "camden/camden-council",
    "stockport/stockport-council",
    "england/Leeds",
    "wales/Cardiff",
    "northern_ireland/Belfast",
    "scotland/Aberdeen",
    "shared/NW1",
    "outside_uk",
    None,
]

NATIONS = {"england", "scotland", "wales", "northern_ireland"}


def called(home: Optional[str]) -> str:
    """A name for a test's id."""
    return home or "not known"
