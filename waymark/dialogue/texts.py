"""The words of topics and answers for one home, with figures and numbers filled in and the figures' date added."""

from __future__ import annotations

import datetime
import logging
import re
from typing import List, Mapping, Optional

from waymark.dialogue.words import Words
from waymark.knowledge.homes import Home
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import FigureValue, pick
from waymark.knowledge.texts import UnknownName, fill

logger = logging.getLogger(__name__)


def in_words(day: datetime.date) -> str:
    """'6 April 2026'."""
    return f"{day.day} {day:%B %Y}"


#: Characters of a text told in brief: one sentence always, a second where both fit, or where the first says little.
BRIEF, SAYS_LITTLE = 200, 90
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z*{])")


def told_briefly(variants: Mapping[str, str], home: Home, knowledge: Knowledge, words: Words) -> Optional[str]:
    """The first sentence or two of what `told` gives; amounts in them keep the line with their date."""
    text = pick(dict(variants), *home.scopes)
    if text is None:
        return None
    first, *rest = _SENTENCE.split(text.strip())
    both = f"{first} {rest[0]}" if rest else first
    return told({"uk": both if len(both) <= BRIEF or len(first) < SAYS_LITTLE else first}, home, knowledge, words)


def told(variants: Mapping[str, str], home: Home, knowledge: Knowledge, words: Words) -> Optional[str]:
    """The variant for `home`, filled; None when there is none for it, or when a name in it cannot be filled.

    A text whose figure has run out is left out rather than shown with an old amount.
    """
    text = pick(dict(variants), *home.scopes)
    if text is None:
        return None
    try:
        filled = fill(text.strip(), knowledge)
    except UnknownName as error:
        logger.error("A text was left out: %s", error)
        return None
    return "\n\n".join([filled.words, *dated(filled.figures, words)])


def dated(figures: List[FigureValue], words: Words) -> List[str]:
    """One line with the day from which the amounts hold, where they are dated at all."""
    with_day = [figure for figure in figures if figure.valid_from]
    if not with_day:
        return []
    newest = max(figure.valid_from for figure in with_day if figure.valid_from)
    checked = max(figure.source.read_on for figure in with_day)
    return [words.say("utter_figures_dated", valid_from=in_words(newest), checked=in_words(checked))]
