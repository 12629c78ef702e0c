"""A place: an area we hold local supports for, with the names and postcodes people give for it."""

from __future__ import annotations

from typing import Dict, List, Optional

from pydantic import Field

from waymark.knowledge.schema.base import Strict


class Council(Strict):
    """A council of a place. Social care, the carer's assessment and safeguarding go by council."""

    id: str
    name: str
    aliases: List[str] = []


class Locality(Strict):
    """A town, district or village that people name."""

    name: str
    aliases: List[str] = []
    council: Optional[str] = Field(
        None, description="Id of the council it lies in; absent where the place has only one."
    )
    ambiguous: bool = Field(
        False, description="Also an everyday word or a place elsewhere: taken only in words like 'in X'."
    )
    shared_with: List[str] = Field([], description="Neighbouring councils it is shared with: ask which.")


class PostcodeDistrict(Strict):
    """An outward code, such as DD2."""

    district: str = Field(..., regex=r"^[A-Z]{1,2}[0-9]{1,2}[A-Z]?$")
    councils: List[str] = Field([], description="Ids of our councils it lies in; empty: none of it is ours.")
    shared_with: List[str] = Field([], description="Other councils, by name, that it is shared with: ask which.")


class Place(Strict):
    """One area with local supports."""

    id: str
    name: str = Field(..., description="As a sentence names it: 'Dundee'.")
    nation: str
    aliases: List[str] = Field(..., description="Names of the whole area and its councils.")
    councils: List[Council] = Field(..., min_items=1)
    localities: List[Locality]
    postcodes: List[PostcodeDistrict]
    elsewhere: Dict[str, str] = Field(
        {}, description="Names people confuse with it: name -> where it really is (council or nation)."
    )
    notes: Optional[str] = None
