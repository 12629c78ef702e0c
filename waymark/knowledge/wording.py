"""What must never be typed into words that carers read."""

from __future__ import annotations

import re
from typing import Iterator, Optional

from waymark.knowledge.texts import LEFTOVER

#: A run of digits long enough to be a telephone number: texts must use {phone:…} instead.
_NUMBER_IN_TEXT = re.compile(r"\b(?:0\d[\d ]{7,}\d|116 \d{3}|18001)\b")
#: Money written out: texts must use {figure:…} instead.
_MONEY_IN_TEXT = re.compile(r"£\s?\d")


def typed(text: Optional[str], braces: bool = False) -> Iterator[str]:
    """What is wrong with a text. `braces`: nothing fills them, so a name in them is wrong too."""
    if text is None:
        return
    if not text.strip():
        yield "is empty"
    if _NUMBER_IN_TEXT.search(text):
        yield "holds a telephone number: use {phone:support-id}, or the contact's own fields"
    if _MONEY_IN_TEXT.search(text):
        yield "holds an amount of money: use {figure:name}, or leave it out where none is filled in"
    if braces and LEFTOVER.search(text):
        yield "holds a name in braces, which is not filled in here"
