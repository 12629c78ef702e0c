"""How often one visitor may send."""

from __future__ import annotations

import time

import pytest

from waymark.web.limits import MOST_VISITORS, RateLimit


class Clock:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1000.0
        monkeypatch.setattr(time, "monotonic", lambda: self.now)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def test_so_many_at_once_and_no_more(clock: Clock) -> None:
    limit = RateLimit(5)
    assert [limit.allows("a") for _ in range(7)] == [True] * 5 + [False] * 2


def test_the_others_are_not_held_up(clock: Clock) -> None:
    limit = RateLimit(2)
    assert [limit.allows("a") for _ in range(3)] == [True, True, False]
    assert limit.allows("b")


def test_it_refills_with_time(clock: Clock) -> None:
    limit = RateLimit(60)
    for _ in range(60):
        limit.allows("a")
    assert not limit.allows("a")
    clock.now += 1.0
    assert limit.allows("a")
    assert not limit.allows("a")
    clock.now += 3600
    assert [limit.allows("a") for _ in range(61)].count(True) == 60


def test_being_refused_does_not_cost_more(clock: Clock) -> None:
    limit = RateLimit(1)
    limit.allows("a")
    for _ in range(100):
        limit.allows("a")
    clock.now += 60
    assert limit.allows("a")


def test_only_so_many_visitors_are_remembered(clock: Clock) -> None:
    limit = RateLimit(1)
    limit.allows("first")
    for number in range(MOST_VISITORS):
        limit.allows(f"visitor {number}")
    assert limit.allows("first")  # forgotten, so it starts anew
    assert not limit.allows(f"visitor {MOST_VISITORS - 1}")
