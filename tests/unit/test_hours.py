"""Whether a support is open: opening hours, bank holidays of each nation, summer time."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import pytest

from waymark.knowledge.hours import OpeningHoursError, is_bank_holiday, open_now, parse_opening_hours
from waymark.knowledge.knowledge import Knowledge

LONDON, UTC = ZoneInfo("Europe/London"), datetime.timezone.utc
OFFICE = "Mo-Fr 09:00-17:00"


def at(text: str, zone: datetime.tzinfo = LONDON) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("osm", "when", "expected"),
    [
        (OFFICE, "2026-11-23T08:59", False),
        (OFFICE, "2026-11-23T09:00", True),
        (OFFICE, "2026-11-23T16:59", True),
        (OFFICE, "2026-11-23T17:00", False),
        (OFFICE, "2026-11-21T12:00", False),
        ("24/7", "2026-11-21T03:00", True),
        ("Mo-Th 18:00-02:00; Fr 18:00-24:00", "2026-11-24T01:30", True),
        ("Mo-Th 18:00-02:00; Fr 18:00-24:00", "2026-11-24T02:30", False),
        ("We 10:00-12:00,14:00-16:00", "2026-11-25T13:00", False),
        ("We 10:00-12:00,14:00-16:00", "2026-11-25T14:30", True),
    ],
)
def test_hours_are_read(osm: str, when: str, expected: bool) -> None:
    assert open_now(osm, "england", at(when)) is expected


def test_without_hours_nothing_is_said() -> None:
    assert open_now(None, "england", at("2026-11-23T10:00")) is None


@pytest.mark.parametrize(
    ("day", "nations"),
    [
        ("2026-12-25", {"england", "scotland", "wales", "northern_ireland"}),
        ("2026-01-01", {"england", "scotland", "wales", "northern_ireland"}),
        ("2026-01-02", {"scotland"}),
        ("2026-11-30", {"scotland"}),
        ("2027-07-12", {"northern_ireland"}),
        ("2026-03-17", {"northern_ireland"}),
        ("2026-04-03", {"england", "scotland", "wales", "northern_ireland"}),
        ("2026-04-06", {"england", "wales", "northern_ireland"}),
        ("2026-08-03", {"scotland"}),
        ("2026-08-31", {"england", "wales", "northern_ireland"}),
        ("2026-11-23", set()),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_each_nation_keeps_its_own_bank_holidays(day: str, nations: set[str]) -> None:
    kept = {
        nation
        for nation in ("england", "scotland", "wales", "northern_ireland")
        if is_bank_holiday(datetime.date.fromisoformat(day), nation)
    }
    assert kept == nations


@pytest.mark.parametrize(
    ("osm", "nation", "expected"),
    [
        (OFFICE, "scotland", None),
        (OFFICE, "england", True),
        (OFFICE + "; PH off", "scotland", False),
        (OFFICE + "; PH off", "england", True),
        ("24/7", "scotland", True),
    ],
)
def test_on_a_bank_holiday_only_what_is_known_is_said(osm: str, nation: str, expected: bool | None) -> None:
    """2 January 2026, a Friday: a holiday in Scotland, a working day in England."""
    assert open_now(osm, nation, at("2026-01-02T10:00")) is expected


def test_where_the_nation_is_not_known_englands_holidays_count() -> None:
    assert open_now(OFFICE, None, at("2026-12-25T10:00")) is None
    assert open_now(OFFICE, None, at("2026-01-02T10:00")) is True


@pytest.mark.parametrize(
    ("utc", "expected"),
    [
        ("2026-07-06T08:30", True),  # 9.30 in London
        ("2026-07-06T16:30", False),  # 17.30
        ("2026-11-23T08:30", False),  # 8.30
        ("2026-11-23T16:30", True),
        ("2026-03-27T08:30", False),  # the Friday before the clocks go forward
        ("2026-03-30T08:30", True),  # the Monday after
        ("2026-10-23T08:30", True),  # the Friday before they go back
        ("2026-10-26T08:30", False),
    ],
)
def test_hours_are_in_uk_time_through_both_changes_of_the_clocks(utc: str, expected: bool) -> None:
    assert open_now(OFFICE, "england", at(utc, UTC)) is expected


def test_now_is_meant_when_no_time_is_given() -> None:
    assert open_now("24/7", "england") is True


@pytest.mark.parametrize("osm", ["Monday to Friday", "9-5", "Mo-Fr 09:00-", "Mo-Fr 25:00-26:99"])
def test_hours_that_cannot_be_read_are_refused(osm: str) -> None:
    with pytest.raises(OpeningHoursError, match="opening_hours form"):
        parse_opening_hours(osm)


def test_the_hours_of_every_support_open_and_close_within_five_weeks(knowledge: Knowledge) -> None:
    held = {s.contact.hours.osm for s in knowledge.supports.values() if s.contact.hours and s.contact.hours.osm}
    assert held
    first = at("2026-11-02T00:30")
    for osm in held:
        weeks = (first + datetime.timedelta(hours=hour) for hour in range(24 * 28))
        answers = {open_now(osm, "england", hour) for hour in weeks}
        assert answers <= {True, False}
        assert True in answers, f"'{osm}' is never open"
        assert False in answers or osm.startswith("24/7"), f"'{osm}' never closes"
