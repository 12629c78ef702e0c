"""Opening hours as a follow-up asks for them: now, and on the days of a weekend."""

from __future__ import annotations

import datetime
from typing import Optional, Tuple

from waymark.knowledge.hours import LONDON, is_bank_holiday, open_now, parse_opening_hours
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import NATIONS, Support

SATURDAY = 5
_STEP = datetime.timedelta(minutes=30)
#: Weekends looked ahead for one without a bank holiday.
_WEEKS = 6


def nation_of(support: Support, nation: Optional[str], knowledge: Knowledge) -> Optional[str]:
    """Whose bank holidays count: those of the carer's nation, else of the support's."""
    if nation is not None:
        return nation
    area = support.areas[0]
    return knowledge.places[area].nation if area in knowledge.places else area if area in NATIONS else None


def is_open(support: Support, nation: Optional[str], at: Optional[datetime.datetime]) -> Optional[bool]:
    """Whether it is open at `at` (now when absent); None where its hours do not tell."""
    hours = support.contact.hours
    return open_now(hours.osm if hours else None, nation, at)


def weekend(support: Support, nation: Optional[str], at: Optional[datetime.datetime]) -> Optional[Tuple[bool, bool]]:
    """Whether it is open on an ordinary Saturday and Sunday, each at any time; None where its hours do not tell.

    A place open on some weekends only counts as not telling.
    """
    hours = support.contact.hours
    if hours is None or hours.osm is None:
        return None
    today = (at or datetime.datetime.now(LONDON)).astimezone(LONDON).date()
    first = today + datetime.timedelta(days=(SATURDAY - today.weekday()) % 7)
    saturdays = [first + datetime.timedelta(weeks=week) for week in range(_WEEKS)]
    found = {
        (_opens_on(hours.osm, day), _opens_on(hours.osm, day + datetime.timedelta(days=1)))
        for day in saturdays
        if not any(is_bank_holiday(day + datetime.timedelta(days=each), nation or "england") for each in (0, 1))
    }
    return found.pop() if len(found) == 1 else None


def _opens_on(osm: str, day: datetime.date) -> bool:
    """Whether it opens on `day`: what only runs on from the night before does not count."""
    hours = parse_opening_hours(osm)
    moment = datetime.datetime.combine(day, datetime.time(6))
    end = datetime.datetime.combine(day, datetime.time(23, 59))
    while moment <= end:
        if hours.is_open(moment):
            return True
        moment += _STEP
    return False
