"""The page to keep as HTML: large or normal print, for screen and paper. Works without a script."""

from __future__ import annotations

import datetime
import re
from typing import Any, Dict, List, Optional

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from waymark.dialogue.guides.result import Result
from waymark.dialogue.keeping.kept import Kept
from waymark.dialogue.texts import in_words
from waymark.knowledge.knowledge import Knowledge
from waymark.web.files import WIDGET
from waymark.web.keep_text import as_text, cards, mail_link, state_in_words

_BOLD = re.compile(r"\*\*(.+?)\*\*")


class KeepPage:
    """Renders `widget/keep.html`. The template is read at start: a mistake in it stops the service then."""

    def __init__(self, version: str) -> None:
        self._version = version
        environment = Environment(
            loader=FileSystemLoader(WIDGET), autoescape=select_autoescape(["html"]), undefined=StrictUndefined
        )
        environment.filters.update(prose=prose, bold=bold, day=in_words, long_day=long_day)
        self._template = environment.get_template("keep.html")

    def html(self, kept: Kept, knowledge: Knowledge, key: str, large: bool, everything: bool) -> str:
        """The page. `key` opens it again in another form."""
        today = datetime.date.today()
        values: Dict[str, Any] = {
            "kept": kept,
            "results": [result_shown(result, knowledge) for result in kept.results],
            "cards": cards(kept, knowledge),
            "today": in_words(today),
            "key": key,
            "everything": everything,
            "text": as_text(kept, knowledge, today),
            "mail": mail_link(kept, knowledge, today),
        }
        return self._rendered(knowledge, knowledge.keep.title, large, message=None, **values)

    def message(self, name: str, knowledge: Knowledge) -> str:
        """A page that only says why there is nothing to show."""
        return self._rendered(knowledge, knowledge.keep.title, False, message=knowledge.keep.labels[name])

    def _rendered(self, knowledge: Knowledge, title: str, large: bool, **values: Any) -> str:
        return self._template.render(
            title=title, labels=knowledge.keep.labels, large=large, version=self._version, **values
        )


def result_shown(result: Result, knowledge: Knowledge) -> Dict[str, Any]:
    """A guide's result with the labels of its states."""
    outcomes = [(told.title, told.figure, state_in_words(told, knowledge), told.reason) for told in result.outcomes]
    return {"result": result, "outcomes": outcomes}


def bold(text: str) -> Markup:
    """One line, escaped, with `**bold**`."""
    return Markup(_BOLD.sub(r"<strong>\1</strong>", str(escape(text))))


def prose(text: str) -> Markup:
    """Paragraphs and lists of a message's text, escaped."""
    out = Markup()
    for block in re.split(r"\n\s*\n", text.strip()):
        items: Optional[List[Markup]] = None
        for line in block.splitlines():
            item = re.match(r"\s*- (.*)", line)
            if item:
                items = [*(items or []), Markup("<li>{}</li>").format(bold(item[1]))]
            else:
                out += _listed(items) + Markup("<p>{}</p>").format(bold(line))
                items = None
        out += _listed(items)
    return out


def _listed(items: Optional[List[Markup]]) -> Markup:
    return Markup("<ul>{}</ul>").format(Markup("").join(items)) if items else Markup()


def long_day(iso: str) -> str:
    """'21 November 2026' of '2026-11-21'."""
    return in_words(datetime.date.fromisoformat(iso))
