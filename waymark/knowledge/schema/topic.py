"""A topic (what a carer needs) and an answer (a reviewed reply to one common question)."""

from __future__ import annotations

from typing import Dict, List, Optional

from pydantic import Field

from waymark.knowledge.schema.base import Review, Strict, Variants


class FirstContact(Strict):
    """Whom to ring first about a topic in one place."""

    support: str = Field(..., description="Id of the support to show first.")
    words: str = Field(..., description="One sentence: what to ring for. Numbers by {phone:support-id}.")


class Border(Strict):
    """What decides between two topics that are easily mixed up. It stands in both, in the same words."""

    neighbour: str = Field(..., alias="with", description="The other topic.")
    rule: str = Field(
        ..., max_length=400, description="One or two plain sentences that decide; they read alike from either side."
    )


class Topic(Strict):
    """One need, in carers' words, with its answer and next step."""

    id: str
    title: str = Field(..., description="For a button, in a carer's words.", max_length=60)
    definition: str = Field(
        ..., description="What belongs here and what goes to a neighbour, so that people label alike."
    )
    borders: List[Border] = Field([], description="Rules for messages that could belong to a neighbour as well.")
    home: str = Field(
        "person",
        regex="^(carer|person)$",
        description="Whose home decides which help is right: the carer's (money, work, own wellbeing) or the person's (care, assessment, safeguarding).",
    )
    answer: Variants = Field(..., description="Two to four sentences; variants by nation where law or names differ.")
    next_step: Variants = Field(..., description="One thing to do, with a person to ring.")
    first_contact: Dict[str, FirstContact] = Field({}, description="By place, council or nation.")
    related: List[str] = Field(..., description="Topics to offer next, best first.")
    review: Review


class Answer(Strict):
    """A reviewed reply to one common question."""

    id: str = Field(..., regex=r"^[a-z0-9][a-z0-9-]*$")
    topic: str
    questions: List[str] = Field(..., min_items=3, description="Ways people ask it; the nearest by meaning is matched.")
    title: str = Field(..., description="The question in its shortest form, for a button.", max_length=80)
    words: Variants = Field(
        ..., description="The reply; variants by nation, place or council. Figures by {figure:name}."
    )
    only_in: List[str] = Field([], description="Nations or places it is for; empty: everywhere.")
    supports: List[str] = Field([], description="Supports shown first with it.")
    next_step: Optional[Variants] = None
    sources: List[str] = Field(..., min_items=1, description="Pages or knowledge entries it rests on.")
    review: Review
