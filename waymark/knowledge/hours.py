"""Opening hours in OpenStreetMap form, with the bank holidays of each UK nation."""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import Optional
from zoneinfo import ZoneInfo

import holidays
from opening_hours import OpeningHours, State

LONDON = ZoneInfo("Europe/London")
#: Days after which an opening is too far away to wait for.
LOOK_AHEAD_DAYS = 40
_NO_HOLIDAYS = "PH off"
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
    at = _in_london(at)
    if osm != "24/7" and is_bank_holiday(at.date(), nation or "england"):
        return False if _NO_HOLIDAYS in osm else None
    return bool(parse_opening_hours(osm).is_open(at.replace(tzinfo=None)))


def next_opening(
    osm: Optional[str], nation: Optional[str], at: Optional[datetime.datetime] = None
) -> Optional[datetime.datetime]:
    """When a support that is closed at `at` opens next, in UK time without a zone.

    None when it is open, when its hours are not known, when that is far away, and when it would be on a bank holiday
    of `nation` of which the hours say nothing.
    """
    if osm is None or open_now(osm, nation, at) is not False:
        return None
    now = _in_london(at).replace(tzinfo=None)
    for start, _, state, _ in parse_opening_hours(osm).intervals(now):
        if start - now > datetime.timedelta(days=LOOK_AHEAD_DAYS):
            return None
        if state is not State.OPEN or start <= now:
            continue
        if not is_bank_holiday(start.date(), nation or "england"):
            return datetime.datetime.combine(start.date(), start.time())
        if _NO_HOLIDAYS not in osm:
            return None
    return None


def _in_london(at: Optional[datetime.datetime]) -> datetime.datetime:
    return (at or datetime.datetime.now(LONDON)).astimezone(LONDON)
