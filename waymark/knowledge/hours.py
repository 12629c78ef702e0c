"""Opening hours in OpenStreetMap form, with the bank holidays of each UK nation."""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import Optional
from zoneinfo import ZoneInfo

import holidays
from opening_hours import OpeningHours

LONDON = ZoneInfo("Europe/London")
_SUBDIVISION = {"england": "ENG", "scotland": "SCT", "wales": "WLS", "northern_ireland": "NIR"}


class OpeningHoursError(ValueError):
    """The text is not in OpenStreetMap's opening_hours form."""


@lru_cache(maxsize=1024)
def parse_opening_hours(osm: str) -> OpeningHours:
    """Opening hours ready to ask.

    Raises:
        OpeningHoursError: `osm` cannot be read.
    """
    try:
        return OpeningHours(osm)
    except Exception as error:  # the library raises its own parser errors, which share no base class
        raise OpeningHoursError(f"'{osm}' is not in opening_hours form: {error}") from error


@lru_cache(maxsize=64)
def _bank_holidays(nation: str, year: int) -> frozenset[datetime.date]:
    return frozenset(holidays.country_holidays("GB", subdiv=_SUBDIVISION[nation], years=year))


def is_bank_holiday(day: datetime.date, nation: str) -> bool:
    return day in _bank_holidays(nation, day.year)


def open_now(osm: Optional[str], nation: Optional[str], at: Optional[datetime.datetime] = None) -> Optional[bool]:
    """Whether a support is open at `at` (UK time; now when absent); None when its hours are not known.

    On a bank holiday of `nation` a line that is open round the clock is open, hours that say ``PH off`` are
    closed, and all others are not known: offices mostly close then, helplines mostly do not.
    """
    if osm is None:
        return None
    at = (at or datetime.datetime.now(LONDON)).astimezone(LONDON)
    if osm != "24/7" and is_bank_holiday(at.date(), nation or "england"):
        return False if "PH off" in osm else None
    return bool(parse_opening_hours(osm).is_open(at.replace(tzinfo=None)))
