"""How often one visitor may send: a bucket that refills, kept in memory, bounded in size."""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import Tuple

#: Visitors remembered; the longest silent one is forgotten first.
MOST_VISITORS = 20000


class RateLimit:
    """Allows `a_minute` messages a minute, in bursts of as many."""

    def __init__(self, a_minute: int) -> None:
        self._size = float(a_minute)
        self._per_second = a_minute / 60.0
        self._buckets: OrderedDict[str, Tuple[float, float]] = OrderedDict()

    def allows(self, visitor: str) -> bool:
        now = time.monotonic()
        left, since = self._buckets.pop(visitor, (self._size, now))
        left = min(self._size, left + (now - since) * self._per_second)
        allowed = left >= 1.0
        self._buckets[visitor] = (left - 1.0 if allowed else left, now)
        if len(self._buckets) > MOST_VISITORS:
            self._buckets.popitem(last=False)
        return allowed
