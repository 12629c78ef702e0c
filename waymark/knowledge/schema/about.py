"""`knowledge/about.yml`: the page about this guide."""

from __future__ import annotations

from typing import List

from pydantic import Field, validator

from waymark.knowledge.schema.base import Strict


class AboutSection(Strict):
    """One part of the page."""

    id: str = Field(..., regex="^[a-z]+$", description="Its address on the page: /about#data.")
    title: str
    text: str = Field(..., description="Paragraphs, lists, **bold** and [words](/plain) to pages of ours.")


class AboutWords(Strict):
    """The whole file."""

    title: str = Field(..., description="Heading of the page.")
    organisation: str = Field(..., description="Who runs it, where the settings name nobody.")
    contact: str = Field(..., description="How to reach them, where the settings say nothing.")
    contact_named: str = Field(..., description="The same where they do, with {organisation} and {contact}.")
    back: str = Field(..., description="Link to the chat.")
    ring_title: str = Field(..., description="Heading over whom to ring.")
    danger_title: str = Field(..., description="Heading over whom to reach in danger.")
    sections: List[AboutSection] = Field(..., min_items=1)

    @validator("sections")
    def _all_there(cls, sections: List[AboutSection]) -> List[AboutSection]:
        ids = [section.id for section in sections]
        missing = [name for name in NEEDED if name not in ids]
        if missing:
            raise ValueError(f"'{missing[0]}' is missing: the page must say it")
        if len(set(ids)) < len(ids):
            raise ValueError("two sections have one id")
        return sections


#: What the page must tell.
NEEDED = ("covers", "limits", "runs", "data", "accessibility")
