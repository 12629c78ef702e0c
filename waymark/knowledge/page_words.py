"""Checks of knowledge/page.yml and about.yml: every word that a page asks for is there, every name in braces is filled in."""

from __future__ import annotations

import re
from typing import Iterator, Mapping, Set, Tuple

from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.problems import Path_
from waymark.knowledge.texts import UnknownName, fill
from waymark.knowledge.wording import typed
from waymark.operations.paths import ROOT

PAGE, ABOUT = "page.yml", "about.yml"
#: Where labels and the words of the plain page are shown.
SHOWN_BY = ("widget/page.html", "widget/plain.html", "widget/about.html")
#: Words of the plain page that are chosen by what has happened (waymark/web/plain.py).
BY_EVENT = frozenset(
    """
    empty too_long too_many not_done nothing_chosen nothing_typed wrong_none wrong_done began_anew began_anew_empty cleared
    forgotten not_shown
    """.split()
)
_LABEL = re.compile(r"\blabels\.(\w+)")
_PLAIN = re.compile(r"(?<![/\w])plain\.(\w+)")
_NAME = re.compile(r"\{(\w+)\}")
#: What the texts about the guide may name.
ABOUT_NAMES = frozenset({"organisation", "contact", "reach", "hours", "places", "supports", "checked"})
#: What the words for hours must name.
_HOURS: Mapping[str, Set[str]] = {
    "open": set(),
    "today": {"time"},
    "tomorrow": {"time"},
    "weekday": {"day", "time"},
    "later": {"date", "time"},
}


def page_problems(knowledge: Knowledge) -> Iterator[Tuple[Path_, str]]:
    """(where in page.yml, what is wrong)."""
    page = knowledge.page
    shown = "\n".join((ROOT / path).read_text(encoding="utf-8") for path in SHOWN_BY if (ROOT / path).exists())
    for name in sorted(set(_LABEL.findall(shown)) - set(page.labels)):
        yield ("labels", name), "is missing; a page shows it"
    for name in sorted({*_PLAIN.findall(shown), *BY_EVENT} - set(page.plain)):
        yield ("plain", name), "is missing; widget/plain.html shows it"
    for name, names in _HOURS.items():
        if set(_NAME.findall(getattr(page.hours, name))) != names:
            yield ("hours", name), f"must hold {' and '.join(sorted('{' + each + '}' for each in names)) or 'no name'}"
    for scope, support in page.person.items():
        found = knowledge.supports.get(support)
        if found is None or not (found.is_live and found.shows_numbers and found.contact.phone):
            yield ("person", scope), f"'{support}' is no live support with a number to show"
    for scope, contacts in page.danger.items():
        for name in contacts.split():
            if name not in knowledge.danger_contacts and name not in ("local_adult", "local_child"):
                yield ("danger", scope), f"'{name}' is not in knowledge/risk/contacts.yml"


def about_problems(knowledge: Knowledge) -> Iterator[Tuple[Path_, str]]:
    """(where in about.yml, what is wrong)."""
    about = knowledge.about
    texts = {("sections", index, "text"): section.text for index, section in enumerate(about.sections)}
    for where, text in texts.items():
        yield from ((where, what) for what in typed(text))
        unknown = set(_NAME.findall(text)) - ABOUT_NAMES
        if unknown:
            yield where, f"'{{{sorted(unknown)[0]}}}' is no name that is filled in"
            continue
        try:
            fill(_NAME.sub("", text), knowledge)
        except UnknownName as error:
            yield where, str(error.args[0])
    if set(_NAME.findall(about.contact_named)) != {"organisation", "contact"}:
        yield ("contact_named",), "must hold {organisation} and {contact}"
