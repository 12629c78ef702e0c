"""What is said to someone who writes in another language: one fixed, simple text for each."""

from __future__ import annotations

from typing import Any, Dict, List

from pydantic import Field, validator

from waymark.knowledge.schema.base import Review, Strict, Variants

#: The entry that answers languages without one of their own: simple English.
SIMPLE_ENGLISH = "en"


class LanguageReview(Review):
    """Who answers for a text, and whether somebody whose own language it is has read it."""

    native_reader: str = Field(
        ..., regex="^(needed|done)$", description="'needed' until a native reader has checked it, who is then named."
    )

    @validator("native_reader")
    def _named(cls, value: str, values: Dict[str, Any]) -> str:
        if value == "done" and not values.get("checked_by"):
            raise ValueError("'done' needs the reader's name in checked_by")
        return value


class Language(Strict):
    """One language and its text."""

    id: str = Field(..., regex="^[a-z]{2,3}$", description="Its ISO 639 code, as the detector gives it.")
    english_name: str = Field(..., description="As people say it in English: 'Polish'.")
    own_name: str = Field(..., description="As its speakers write it.")
    dir: str = Field(..., regex="^(ltr|rtl)$", description="Which way it is written.")
    say: str = Field(..., description="The words to say in English on the telephone.")
    text: str = Field(..., description="Two to five simple sentences, with {ring} and {say}.")
    review: LanguageReview


class Languages(Strict):
    """`knowledge/languages.yml`: whom to ring, and the texts."""

    ring: Variants = Field(..., description="Name and number, by place, council, nation or 'uk'; no other words.")
    languages: List[Language] = Field(..., min_items=1)

    @validator("languages")
    def _once(cls, languages: List[Language]) -> List[Language]:
        ids = [language.id for language in languages]
        twice = sorted({each for each in ids if ids.count(each) > 1})
        if twice:
            raise ValueError(f"'{twice[0]}' is there twice")
        if SIMPLE_ENGLISH not in ids:
            raise ValueError(f"'{SIMPLE_ENGLISH}' is missing: it answers the languages that have no text of their own")
        return languages

    def text_for(self, name: str) -> Language:
        """The language `name`, or simple English where it has no text."""
        found = {language.id: language for language in self.languages}
        return found.get(name) or found[SIMPLE_ENGLISH]
