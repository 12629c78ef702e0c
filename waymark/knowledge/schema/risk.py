"""Danger: the contacts that fixed replies give, the replies, and the reviewed patterns that find it."""

from __future__ import annotations

from typing import Any, List, Optional

from pydantic import Field, validator

from waymark.knowledge import phones
from waymark.knowledge.schema.base import Review, Source, Strict, Variants


class DangerContact(Strict):
    """Someone to reach in danger."""

    id: str
    name: str
    nations: List[str]
    council: Optional[str] = Field(
        None, description="Id of the council whose people it serves; absent: the whole nation."
    )
    who_for: str
    phone: Optional[str] = None
    phone_note: Optional[str] = Field(None, description="'then option 2', 'then 55 when asked (mobile only)'.")
    out_of_hours_phone: Optional[str] = Field(None, description="Number at nights, weekends and holidays.")
    sms: Optional[str] = None
    sms_keyword: Optional[str] = None
    relay: Optional[str] = None
    bsl: Optional[str] = None
    web: Optional[str] = None
    hours: Optional[str] = Field(None, description="Hours in words, only where a page confirms them.")
    words: Optional[str] = Field(
        None, description="The line carers read, with {phone}, {out_of_hours_phone}, {sms} where the number goes."
    )
    source: Source
    notes: Optional[str] = None

    @validator("phone", "out_of_hours_phone", "sms")
    def _number(cls, value: Optional[str]) -> Optional[str]:
        return None if value is None else phones.checked(value)


class DangerReply(Strict):
    """The fixed reply to one kind of danger."""

    kind: str = Field(..., description="Of knowledge/lists/risk_kinds.yml.")
    first_line: str = Field(..., description="The thing to do now.")
    kind_line: str = Field(..., description="One warm line after the numbers.")
    closing: Optional[str] = Field(
        None, description="A last line; carers are told help can be sent for the person too."
    )
    contacts: Variants = Field(
        ...,
        description="Per nation and 'unknown': ids of contacts in order, separated by spaces; local_adult and local_child stand for the place's own.",
    )
    possible_line: str = Field(
        ..., description="What leads the normal answer when danger is only possible: kind, short."
    )
    possible_contacts: Variants = Field(..., description="Contacts for that, per nation and 'unknown'.")
    topic: Optional[str] = Field(
        None,
        description="Topic that answers a possible danger of this kind when the message names no clear one; absent: only whom to reach.",
    )
    review: Review


def _one_of(value: Any) -> Any:
    """Choices may stand in lines of their own."""
    return "|".join(map(str, value)) if isinstance(value, list) else value


def _lines(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class WordGroup(Strict):
    """Words that patterns use by name."""

    id: str = Field(..., regex="^[a-z][a-z_0-9]*$", description="Name; {name} in a pattern stands for the words.")
    words: str = Field(
        ..., description="Part of a Python regular expression; it may name groups above it. A list: one of these."
    )

    _choices = validator("words", pre=True, allow_reuse=True)(_one_of)


class RiskPattern(Strict):
    """A reviewed pattern of words. All expressions read tidied text and begin and end with whole words."""

    kind: str
    level: str = Field(..., regex="^(certain|possible)$")
    pattern: List[str] = Field(
        ..., min_items=1, description="Python regular expressions, one of which must match within one sentence."
    )
    also: Optional[str] = Field(None, description="What must stand somewhere in the message too. A list: one of these.")
    nowhere: Optional[str] = Field(None, description="What must stand nowhere in the message. A list: any of these.")
    unless: List[str] = Field(
        [], description="Python regular expressions, any of which makes the match harmless in the same sentence."
    )
    why: str = Field(..., description="What it catches, and what it leaves alone, for the reviewer.")
    example: str = Field(..., description="A tidied message it must match.")

    _single = validator("pattern", "unless", pre=True, allow_reuse=True)(_lines)
    _choices = validator("also", "nowhere", pre=True, allow_reuse=True)(_one_of)
