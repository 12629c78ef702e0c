"""When somebody opens next, in words."""

from __future__ import annotations

import datetime
from typing import Optional
from zoneinfo import ZoneInfo

import pytest

from waymark.dialogue.opening import opens, reachable
from waymark.knowledge.knowledge import Knowledge

LONDON, UTC = ZoneInfo("Europe/London"), datetime.timezone.utc
OFFICE = "Mo-Fr 09:00-17:00"


def at(text: str, zone: datetime.tzinfo = LONDON) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("osm", "nation", "when", "words"),
    [
        (OFFICE, "england", "2026-11-27T18:00", "opens Monday 9am"),
        (OFFICE, "england", "2026-11-26T17:00", "opens tomorrow 9am"),
        (OFFICE, "england", "2026-11-26T08:59", "opens today 9am"),
        (OFFICE, "england", "2026-11-26T09:00", None),
        ("Mo-Fr 09:30-12:00,13:15-17:00", "england", "2026-11-26T12:30", "opens today 1.15pm"),
        ("Mo-Fr 12:00-17:00", "england", "2026-11-26T08:00", "opens today 12 noon"),
        ("Sa 00:00-24:00", "england", "2026-11-27T18:00", "opens tomorrow midnight"),
        ("We[2] 10:00-12:00", "england", "2026-11-27T18:00", "opens Wednesday 9 December, 10am"),
        ("Fr 10:00-12:00", "england", "2026-11-27T18:00", "opens Friday 4 December, 10am"),
        ("24/7", "england", "2026-11-27T18:00", None),
        (None, "england", "2026-11-27T18:00", None),
    ],
)
def test_the_next_opening_is_told(
    osm: Optional[str], nation: str, when: str, words: Optional[str], knowledge: Knowledge
) -> None:
    assert opens(osm, nation, knowledge.page.hours, at(when)) == words


@pytest.mark.parametrize(
    ("osm", "nation", "when", "words"),
    [
        (OFFICE, "scotland", "2026-11-27T18:00", None),  # Monday is St Andrew's Day
        (OFFICE, "northern_ireland", "2026-11-27T18:00", "opens Monday 9am"),
        (f"{OFFICE}; PH off", "scotland", "2026-11-27T18:00", "opens Tuesday 9am"),
        (f"{OFFICE}; PH off", "england", "2026-12-24T18:00", "opens Tuesday 9am"),  # Boxing Day is kept on Monday
        (f"{OFFICE}; PH off", "england", "2026-12-25T10:00", "opens Tuesday 9am"),  # closed on the holiday itself
        (OFFICE, "england", "2026-12-25T10:00", None),
        (OFFICE, None, "2026-12-24T18:00", None),
    ],
)
def test_an_opening_on_a_bank_holiday_is_not_promised(
    osm: str, nation: Optional[str], when: str, words: Optional[str], knowledge: Knowledge
) -> None:
    assert opens(osm, nation, knowledge.page.hours, at(when)) == words


def test_the_clock_is_that_of_the_uk(knowledge: Knowledge) -> None:
    """Late on Sunday in UTC it is Monday already in a British summer."""
    assert opens(OFFICE, "england", knowledge.page.hours, at("2026-07-05T23:30", UTC)) == "opens today 9am"
    assert opens(OFFICE, "england", knowledge.page.hours, at("2026-11-29T23:30", UTC)) == "opens tomorrow 9am"
    assert opens(OFFICE, "england", knowledge.page.hours, at("2026-03-29T00:30", UTC)) == "opens tomorrow 9am"


def test_somebody_who_is_there_is_there_now(knowledge: Knowledge) -> None:
    words = knowledge.page.hours
    assert reachable("24/7", "england", words, at("2026-12-25T03:00")) == "open now"
    assert reachable(OFFICE, "england", words, at("2026-11-26T10:00")) == "open now"
    assert reachable(OFFICE, "england", words, at("2026-11-27T18:00")) == "opens Monday 9am"
    assert reachable(None, "england", words, at("2026-11-27T18:00")) is None


def test_the_hours_of_every_support_are_told_at_any_hour_of_a_week(knowledge: Knowledge) -> None:
    held = {s.contact.hours.osm for s in knowledge.supports.values() if s.contact.hours and s.contact.hours.osm}
    for osm in held:
        for hour in range(0, 24 * 7, 5):
            moment = at("2026-11-02T00:30") + datetime.timedelta(hours=hour)
            assert reachable(osm, "england", knowledge.page.hours, moment), f"{osm} at {moment}"
