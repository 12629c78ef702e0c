"""A figure: a dated amount or limit that texts use by name, such as Carer's Allowance a week."""

from __future__ import annotations

import datetime
from enum import Enum
from itertools import pairwise
from typing import List, Optional

from pydantic import Field, validator

from waymark.knowledge.schema.base import Source, Strict


class Unit(str, Enum):
    pounds = "pounds"
    percent = "percent"
    hours = "hours"
    days = "days"
    weeks = "weeks"
    months = "months"
    years = "years"


class FigureValue(Strict):
    """One value and the days it holds."""

    amount: float
    valid_from: Optional[datetime.date] = Field(None, description="First day it holds; absent: as far back as we know.")
    valid_to: Optional[datetime.date] = Field(None, description="Last day it holds; absent: until changed.")
    source: Source
    notes: Optional[str] = None

    def holds_on(self, day: datetime.date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


class Figure(Strict):
    """An amount or limit by name, with all its values over time."""

    name: str = Field(..., regex=r"^[a-z][a-z0-9_]*$")
    title: str
    unit: Unit
    per: Optional[str] = Field(None, description="What it is counted over, in words: 'a week', 'one payment a year'.")
    nations: List[str] = Field(..., min_items=1)
    values: List[FigureValue] = Field(..., min_items=1)

    @validator("values")
    def _no_overlap(cls, values: List[FigureValue]) -> List[FigureValue]:
        ordered = sorted(values, key=lambda value: value.valid_from or datetime.date.min)
        for earlier, later in pairwise(ordered):
            if earlier.valid_to is None or later.valid_from is None or later.valid_from <= earlier.valid_to:
                raise ValueError(f"two values hold on {later.valid_from}: end the earlier one the day before")
        return ordered

    def on(self, day: datetime.date) -> Optional[FigureValue]:
        """The value that holds on `day`, or None when none does."""
        return next((value for value in self.values if value.holds_on(day)), None)
