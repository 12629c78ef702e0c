"""The full-page chat at `/`: words from knowledge/page.yml and domain.yml, drawn by widget/."""

from __future__ import annotations

from typing import Any, Dict

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from waymark.dialogue.words import Words
from waymark.knowledge.live import LiveKnowledge
from waymark.operations.paths import KNOWLEDGE, ROOT
from waymark.web.turns import PERSON_TO_RING

WIDGET = ROOT / "widget"


class Page:
    """Renders the page. Read at start: a missing word or template stops the service then, not in front of a carer."""

    def __init__(self, live: LiveKnowledge, words: Words, version: str) -> None:
        self._live = live
        self._version = version
        self._said: Dict[str, Any] = yaml.safe_load((KNOWLEDGE / "page.yml").read_text(encoding="utf-8"))
        welcome = words.response("utter_welcome")
        self._welcome = {
            "text": welcome.text,
            "buttons": [{"title": button.title, "payload": button.payload} for button in welcome.buttons],
        }
        environment = Environment(
            loader=FileSystemLoader(WIDGET), autoescape=select_autoescape(["html"]), undefined=StrictUndefined
        )
        self._template = environment.get_template("page.html")

    def html(self) -> str:
        """The page as carers get it."""
        support = self._live.current.supports[PERSON_TO_RING]
        hours = support.contact.hours.words if support.contact.hours else None
        person = {"name": support.name, "phone": support.contact.phone, "hours": hours}
        labels = self._said["labels"]
        return self._template.render(
            title=self._said["title"],
            privacy=self._said["privacy"],
            welcome=self._welcome,
            labels=labels,
            person=person,
            version=self._version,
            data={"labels": labels, "person": person},
        )
