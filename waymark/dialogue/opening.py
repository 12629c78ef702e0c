"""Whether somebody can be reached now, in words: 'open now', 'opens Monday 9am'."""

from __future__ import annotations

import datetime
from typing import Optional

from waymark.knowledge.hours import LONDON, next_opening, open_now
from waymark.knowledge.schema import HoursWords


def opens(
    osm: Optional[str], nation: Optional[str], words: HoursWords, at: Optional[datetime.datetime] = None
) -> Optional[str]:
    """'opens Monday 9am' of a support that is closed at `at` (now when absent); None when it is open or not known."""
    at = (at or datetime.datetime.now(LONDON)).astimezone(LONDON)
    opening = next_opening(osm, nation, at)
    if opening is None:
        return None
    days = (opening.date() - at.date()).days
    sentence = {0: words.today, 1: words.tomorrow}.get(days, words.weekday if days < 7 else words.later)
    return sentence.format(
        time=_clock(opening.time(), words), day=f"{opening:%A}", date=f"{opening:%A} {opening.day} {opening:%B}"
    )


def reachable(
    osm: Optional[str], nation: Optional[str], words: HoursWords, at: Optional[datetime.datetime] = None
) -> Optional[str]:
    """'open now', 'opens Monday 9am', or None where that is not known."""
    return words.open if open_now(osm, nation, at) else opens(osm, nation, words, at)


def _clock(time: datetime.time, words: HoursWords) -> str:
    """'9am', '1.30pm'."""
    if (time.hour, time.minute) in ((0, 0), (12, 0)):
        return words.noon if time.hour else words.midnight
    minutes = f".{time.minute:02}" if time.minute else ""
    return f"{(time.hour - 1) % 12 + 1}{minutes}{'am' if time.hour < 12 else 'pm'}"
