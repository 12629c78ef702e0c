"""What every knowledge file has in common: strictness, texts with variants, dates, sources."""

from __future__ import annotations

import datetime
from enum import Enum
from typing import Dict, Optional

from pydantic import BaseModel, Extra, Field


class Strict(BaseModel):
    """A record whose unknown fields and empty texts are errors, so that a slip is never ignored."""

    class Config:
        extra = Extra.forbid
        frozen = True
        min_anystr_length = 1


class Confidence(str, Enum):
    """How well a fact is supported; only the first two may show a number to a carer."""

    confirmed = "confirmed"  # the organisation's own page, or a council, government or NHS page
    secondary = "secondary"  # another page
    unconfirmed = "unconfirmed"  # general knowledge: name, purpose and website only


class Source(Strict):
    """Where a fact was read."""

    url: Optional[str] = Field(None, description="Address of the page that was read; absent when it has none.")
    seen_in: Optional[str] = Field(
        None, description="Internal: where it was seen when that is no address a person can open."
    )
    read_on: datetime.date = Field(..., description="The day the page, or its stored copy, was read.")
    confidence: Confidence


class Review(Strict):
    """Who answers for an entry, and when it must be looked at again."""

    owner: str
    checked_on: datetime.date
    checked_by: Optional[str] = None
    review_by: datetime.date


#: A text with variants. Keys: ``uk`` (everywhere else), a nation, a place, or a council; the most local one wins.
Variants = Dict[str, str]

NATIONS = ("england", "scotland", "wales", "northern_ireland")


def pick(variants: Variants, *scopes: Optional[str]) -> Optional[str]:
    """The text of the first scope that has one, then the UK's, else None."""
    for scope in (*scopes, "uk"):
        if scope and scope in variants:
            return variants[scope]
    return None


class Listed(Strict):
    """One member of a closed list."""

    id: str
    label: str = Field(..., description="How people see it.")
    description: str = Field(..., description="What it means, for whoever labels or filters.")
