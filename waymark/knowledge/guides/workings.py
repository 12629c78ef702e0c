"""How values are worked out of numbers and days that are all known."""

from __future__ import annotations

import datetime
import math
from typing import Callable, Dict, List, Union

#: A number, or a day.
Measure = Union[float, datetime.date]


def worked(working: str, parts: List[Measure]) -> float:
    """The value of one working (see `WORKINGS` of the schema) of its parts, in order."""
    return _WORKED[working](parts)


def _numbers(parts: List[Measure]) -> List[float]:
    return [part for part in parts if isinstance(part, (int, float))]


def _days(parts: List[Measure]) -> List[datetime.date]:
    return [part for part in parts if isinstance(part, datetime.date)]


def _minus(parts: List[Measure]) -> float:
    first, *rest = _numbers(parts)
    return max(0.0, first - sum(rest))


def _times(parts: List[Measure]) -> float:
    product = 1.0
    for part in _numbers(parts):
        product *= part
    return product


def _rounded_up(parts: List[Measure]) -> float:
    # Products such as 3500 * 0.002 may come out a hair too high: that hair is no started one.
    return float(math.ceil(round(_numbers(parts)[0], 6)))


def _years(parts: List[Measure]) -> float:
    start, end = _days(parts)
    return float(end.year - start.year - ((end.month, end.day) < (start.month, start.day)))


def _months(parts: List[Measure]) -> float:
    start, end = _days(parts)
    return float(12 * (end.year - start.year) + end.month - start.month - (end.day < start.day))


def _weeks(parts: List[Measure]) -> float:
    start, end = _days(parts)
    return float((end - start).days // 7)


_WORKED: Dict[str, Callable[[List[Measure]], float]] = {
    "sum": lambda parts: sum(_numbers(parts)),
    "minus": _minus,
    "times": _times,
    "half": lambda parts: _numbers(parts)[0] / 2,
    "rounded_up": _rounded_up,
    "lowest": lambda parts: min(_numbers(parts)),
    "highest": lambda parts: max(_numbers(parts)),
    "count": lambda parts: _numbers(parts)[0],
    "years_between": _years,
    "months_between": _months,
    "weeks_between": _weeks,
}
