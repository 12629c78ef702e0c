"""`knowledge/page.yml`: words of the chat's pages that are not part of a conversation."""

from __future__ import annotations

from typing import Dict

from pydantic import Field, validator

from waymark.knowledge.schema.base import Strict, Variants

MOST_WORDS_OF_PRIVACY = 40


class HoursWords(Strict):
    """How it is said whether somebody can be reached now."""

    open: str = Field(..., description="Open at this moment.")
    today: str = Field(..., description="Opens later today, with {time}.")
    tomorrow: str = Field(..., description="Opens tomorrow, with {time}.")
    weekday: str = Field(..., description="Opens within a week, with {day} and {time}.")
    later: str = Field(..., description="Opens after that, with {date} and {time}.")
    noon: str = Field(..., description="The time 12:00.")
    midnight: str = Field(..., description="The time 0:00.")


class PageWords(Strict):
    """The whole file."""

    title: str = Field(..., description="Name of the chat.")
    privacy: str = Field(..., description="What happens to what is typed: at most 40 words.")
    neutral_url: str = Field(
        ..., regex="^https://", description="Where 'Clear and leave' leads: a page that tells nothing."
    )
    person: Variants = Field(
        ..., description="Id of the support to ring, for the UK and nations; a place has its first contact instead."
    )
    danger: Variants = Field(
        ...,
        description="Whom to reach in danger, per nation and 'unknown': ids of risk/contacts.yml, as in its replies.",
    )
    hours: HoursWords
    labels: Dict[str, str] = Field(..., description="Words of the page, by name.")
    plain: Dict[str, str] = Field(..., description="Words of the conversation without scripts, by name.")

    @validator("privacy")
    def _short(cls, value: str) -> str:
        if len(value.split()) > MOST_WORDS_OF_PRIVACY:
            raise ValueError(f"has {len(value.split())} words: at most {MOST_WORDS_OF_PRIVACY}")
        return value

    @validator("danger")
    def _for_everybody(cls, value: Dict[str, str]) -> Dict[str, str]:
        if "unknown" not in value:
            raise ValueError("needs 'unknown': whom to reach where no nation is known")
        return value
