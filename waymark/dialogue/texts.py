"""The words of topics and answers for one home, with figures and numbers filled in and the figures' date added."""

from __future__ import annotations

import datetime
import logging
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
    return "\n\n".join([filled.words, *_dates(filled.figures, words)])


def _dates(figures: List[FigureValue], words: Words) -> List[str]:
    """One line with the day from which the amounts hold, where they are dated at all."""
    dated = [figure for figure in figures if figure.valid_from]
    if not dated:
        return []
    newest = max(figure.valid_from for figure in dated if figure.valid_from)
    checked = max(figure.source.read_on for figure in dated)
    return [words.say("utter_figures_dated", valid_from=in_words(newest), checked=in_words(checked))]
