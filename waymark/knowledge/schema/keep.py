"""`knowledge/keep.yml`: words of the page to keep, and the pieces of "What I told you"."""

from __future__ import annotations

from typing import Dict, List

from pydantic import Field

from waymark.knowledge.schema.base import Strict


class ToldWords(Strict):
    """Pieces of sentences in the carer's own voice; what is not known is left out."""

    and_: str = Field(..., alias="and", description="Between the last two of a list.")
    own_age: str = Field(..., description="With {age}.")
    person: str = Field(..., description="With {person}.")
    person_who: str = Field(..., description="With {person} and {about}.")
    someone_who: str = Field(..., description="With {about}, where whom they look after is not known.")
    aged: str = Field(..., description="About the person, with {age}.")
    council: str = Field(..., description="With {council}, where a place has several.")
    both_live: str = Field(..., description="With {place}: the same for both.")
    carer_lives: str = Field(..., description="With {place}.")
    person_lives: str = Field(..., description="With {place}.")
    asked: str = Field(..., description="With {topics}.")


class KeepWords(Strict):
    """The whole file."""

    title: str = Field(..., description="Heading of the page.")
    labels: Dict[str, str] = Field(..., description="Words of the page, by name.")
    told: ToldWords
    people: Dict[str, str] = Field(..., description="Relationship, or the word used for it -> how the carer says it.")
    conditions: Dict[str, str] = Field(..., description="Condition -> what the person lives with, after 'who'.")
    topics: Dict[str, str] = Field(..., description="Topic -> what was asked about.")
    unnamed: List[str] = Field([], description="Topics that are not named.")
