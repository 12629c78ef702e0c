"""`/about`: what this guide covers, its limits, who runs it, data, accessibility, whom to ring."""

from __future__ import annotations

from typing import Dict

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from waymark.dialogue.texts import in_words
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.live import LiveKnowledge
from waymark.knowledge.texts import fill
from waymark.operations.settings import Settings
from waymark.web.files import Files
from waymark.web.start import in_danger, person, preset_home
from waymark.web.templates import environment

HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'self'",
}


class About:
    """The handler. The template is read at start: a mistake in it stops the service then."""

    def __init__(self, settings: Settings, live: LiveKnowledge, files: Files) -> None:
        self._settings = settings
        self._live = live
        self._files = files
        self._template = environment().get_template("about.html")

    async def page(self, request: Request) -> Response:
        """The page, with whom to ring from the place named."""
        knowledge = self._live.current
        home = preset_home(request.query_params.get("place"), knowledge)
        html = self._template.render(
            name=knowledge.page.title,
            about=knowledge.about,
            sections=[
                {"id": section.id, "title": section.title, "text": self._filled(section.text, knowledge)}
                for section in knowledge.about.sections
            ],
            labels=knowledge.page.labels,
            version=self._files.version,
            person=person(home, knowledge),
            danger=in_danger(home, knowledge),
        )
        return HTMLResponse(html, headers=HEADERS)

    def _filled(self, text: str, knowledge: Knowledge) -> str:
        for name, value in self._values(knowledge).items():
            text = text.replace("{" + name + "}", value)
        return fill(text, knowledge).words

    def _values(self, knowledge: Knowledge) -> Dict[str, str]:
        about, settings = knowledge.about, self._settings
        organisation = settings.organisation or about.organisation
        contact = settings.organisation_contact
        reach = about.contact_named.format(organisation=organisation, contact=contact) if contact else about.contact
        places = [place.name for place in knowledge.places.values()]
        return {
            "reach": reach,
            "organisation": organisation,
            "contact": contact or about.contact,
            "hours": _hours(settings.keep_conversations_hours),
            "places": f"{', '.join(places[:-1])} and {places[-1]}" if len(places) > 1 else "".join(places),
            "supports": f"{len(knowledge.live_supports()):,}",
            "checked": in_words(knowledge.date),
        }


def _hours(hours: float) -> str:
    """'24 hours', '1 hour', '30 minutes'."""
    number, unit = (hours, "hour") if hours >= 1 else (hours * 60, "minute")
    return f"{number:g} {unit}" if number == 1 else f"{number:.3g} {unit}s"
