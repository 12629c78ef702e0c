"""Fill texts: `{figure:name}` becomes the amount valid today, `{phone:support-id}` the number of that support.

Texts never hold a number of their own, so that none can go stale or be invented in passing.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import List, Optional

from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import Confidence, Figure, FigureValue, Unit

PLACEHOLDER = re.compile(r"\{(figure|phone):([a-z0-9_-]+)\}")
#: What is left of a placeholder that is misspelt or not closed.
LEFTOVER = re.compile(r"\{[^{}]{0,40}\}?|\}")


class UnknownName(KeyError):
    """A text names a figure or support that is not known, not live, or holds no value today, or names it wrongly."""


@dataclass(frozen=True)
class Filled:
    """A text ready to show, and the values of the figures in it (so that their dates can be shown)."""

    words: str
    figures: List[FigureValue]


def amount(figure: Figure, value: FigureValue) -> str:
    """`value` as people read it: '£86.45', '£204', '35', '50%'."""
    number = f"{value.amount:,.2f}" if value.amount % 1 else f"{value.amount:,.0f}"
    if figure.unit is Unit.pounds:
        return f"£{number}"
    if figure.unit is Unit.percent:
        return f"{value.amount:g}%"
    return f"{value.amount:g}"


def fill(text: str, knowledge: Knowledge, day: Optional[datetime.date] = None) -> Filled:
    """`text` with its names replaced.

    Raises:
        UnknownName: a figure is unknown or holds no value on `day`, a support is not live or has no number to show,
            or a brace is left that is no such name.
    """
    day = day or datetime.date.today()
    used: List[FigureValue] = []

    def replace(match: re.Match[str]) -> str:
        kind, name = match.groups()
        if kind == "phone":
            return _phone(knowledge, name)
        figure = knowledge.figures.get(name)
        value = figure.on(day) if figure else None
        if figure is None or value is None:
            raise UnknownName(f"figure '{name}' {'holds no value on ' + day.isoformat() if figure else 'is unknown'}")
        used.append(value)
        return amount(figure, value)

    words = PLACEHOLDER.sub(replace, text)
    leftover = LEFTOVER.search(words)
    if leftover:
        raise UnknownName(f"'{leftover[0]}' is neither {{figure:name}} nor {{phone:support-id}}")
    return Filled(words, used)


def _phone(knowledge: Knowledge, name: str) -> str:
    support = knowledge.supports.get(name)
    if support is not None and support.is_live and support.shows_numbers and support.contact.phone:
        return support.contact.phone
    contact = knowledge.danger_contacts.get(name)
    if contact is not None and contact.source.confidence is Confidence.confirmed and contact.phone:
        return contact.phone
    raise UnknownName(f"'{name}' is no live support with a phone number to show, nor a confirmed danger contact")
