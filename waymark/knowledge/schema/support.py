"""A support: one thing that helps, such as a service, group, helpline, benefit, grant or right."""

from __future__ import annotations

from enum import Enum
from typing import List, Optional

from pydantic import Field, validator

from waymark.knowledge import phones
from waymark.knowledge.hours import OpeningHoursError, parse_opening_hours
from waymark.knowledge.schema.base import Confidence, Review, Source, Strict


class Status(str, Enum):
    draft = "draft"  # not shown until an editor has settled what its notes name
    live = "live"
    closed = "closed"  # kept so that nobody adds it again; never shown


class Hours(Strict):
    """When a support can be reached."""

    words: str = Field(..., description="As people say it: 'Monday to Friday, 9am to 5pm'.")
    osm: Optional[str] = Field(
        None, description="The same in OpenStreetMap opening_hours form, where the words allow it."
    )

    @validator("osm")
    def _readable(cls, value: Optional[str]) -> Optional[str]:
        if value is not None:
            try:
                parse_opening_hours(value)
            except OpeningHoursError as error:
                raise ValueError(str(error)) from error
        return value


class Contact(Strict):
    """How to reach a support. A number stands here or nowhere."""

    phone: Optional[str] = Field(
        None, description="Telephone number as people read it, e.g. '01382 200422' or '116 123'."
    )
    phone_note: Optional[str] = Field(
        None, description="What to press or say, or when to use it: 'option 1', 'then option 2'."
    )
    sms: Optional[str] = Field(None, description="Number to text.")
    sms_keyword: Optional[str] = Field(None, description="Word to text to it, e.g. 'SHOUT'.")
    relay: Optional[str] = Field(None, description="Relay UK number: 18001 and the telephone number.")
    textphone: Optional[str] = None
    bsl: Optional[str] = Field(None, description="How to reach it in British Sign Language: words or an address.")
    email: Optional[str] = None
    web: Optional[str] = Field(None, description="Page to open; https wherever the site has it.")
    address: Optional[str] = None
    hours: Optional[Hours] = None

    @validator("phone", "textphone", "sms")
    def _number(cls, value: Optional[str]) -> Optional[str]:
        return None if value is None else phones.checked(value)

    @validator("email")
    def _email(cls, value: Optional[str]) -> Optional[str]:
        if value is not None and ("@" not in value or " " in value or "." not in value.rsplit("@", 1)[-1]):
            raise ValueError(f"'{value}' is no e-mail address")
        return value

    @validator("web")
    def _web(cls, value: Optional[str]) -> Optional[str]:
        if value is not None and not value.startswith(("https://", "http://")):
            raise ValueError(f"'{value}' must start with https://")
        return value


class Support(Strict):
    """One support, as its file ``knowledge/supports/<area>/<id>.yml`` holds it."""

    id: str = Field(..., regex=r"^[a-z0-9][a-z0-9-]*$", description="The file's name without .yml.")
    name: str
    organisation: str
    areas: List[str] = Field(
        ..., min_items=1, description="Where it helps: uk, nations, or places we hold local supports for."
    )
    councils: List[str] = Field([], description="Only these councils of the place, where a place has several.")
    topics: List[str] = Field(..., min_items=1, description="What it helps with, most relevant first.")
    audience: str = Field(..., description="Who it is for, in words.")
    eligibility: List[str] = Field(
        [], description="Who it is only for, as keys of knowledge/lists/eligibility.yml; empty: any carer."
    )
    conditions: List[str] = Field(
        [], description="Only for people affected by these (knowledge/lists/conditions.yml); empty: any."
    )
    summary: str = Field(..., description="One to three sentences in plain words: what it does.", max_length=420)
    contact: Contact
    cost: Optional[str] = Field(None, description="What it costs, in words; absent when not known.")
    languages: List[str] = Field([], description="Languages other than English.")
    accessibility: Optional[str] = None
    source: Source
    review: Review
    status: Status
    notes: Optional[str] = Field(None, description="Internal: conflicts, doubts. Never shown.")

    @property
    def shows_numbers(self) -> bool:
        """Whether phone, text, relay, hours and address may be shown to a carer."""
        return self.source.confidence is not Confidence.unconfirmed

    @property
    def is_live(self) -> bool:
        return self.status is Status.live
