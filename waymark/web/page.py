"""The full-page chat at `/`: words from knowledge/page.yml and domain.yml, drawn by widget/."""

from __future__ import annotations

from typing import Optional

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from waymark.dialogue.words import Words
from waymark.knowledge.live import LiveKnowledge
from waymark.web.files import WIDGET, Files
from waymark.web.start import start


class Page:
    """Renders the page. The template is read at start: a mistake in it stops the service then."""

    def __init__(self, live: LiveKnowledge, words: Words, files: Files) -> None:
        self._live = live
        self._words = words
        self._files = files
        environment = Environment(
            loader=FileSystemLoader(WIDGET), autoescape=select_autoescape(["html"]), undefined=StrictUndefined
        )
        self._template = environment.get_template("page.html")

    def html(self, place: Optional[str] = None) -> str:
        """The page as carers get it, for a place or for none."""
        knowledge = self._live.current
        begun = start(place, knowledge, self._words, self._files.version)
        labels = knowledge.page.labels
        return self._template.render(
            title=knowledge.page.title,
            privacy=begun["privacy"],
            welcome=begun["welcome"]["messages"][0],
            labels=labels,
            person=begun["person"],
            version=begun["version"],
            plain_url=begun["plain_url"],
            start=begun,
            data={"labels": labels, "person": begun["person"]},
        )
