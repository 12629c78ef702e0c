"""Checks of knowledge/keep.yml: every list it speaks of has its words, every name in braces is one that is filled in."""

from __future__ import annotations

import re
from typing import Iterator, Tuple

from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.problems import Path_
from waymark.knowledge.wording import typed
from waymark.operations.paths import ROOT

FILE = "keep.yml"
#: Where labels are shown.
SHOWN_BY = ("widget/keep.html", "waymark/web/keep.py", "waymark/web/keep_text.py", "waymark/web/keep_page.py")
_LABEL = re.compile(r"\blabels(?:\.|\[[\"'])(\w+)|_instead\(\"(\w+)\"")
_NAME = re.compile(r"\{(\w*)\}")
#: Names that a piece must hold.
_NAMES = {
    "own_age": {"age"},
    "person": {"person"},
    "person_who": {"person", "about"},
    "someone_who": {"about"},
    "aged": {"age"},
    "council": {"council"},
    "both_live": {"place"},
    "carer_lives": {"place"},
    "person_lives": {"place"},
    "asked": {"topics"},
}


def keep_problems(knowledge: Knowledge) -> Iterator[Tuple[Path_, str]]:
    """(where, what is wrong)."""
    words = knowledge.keep
    for name, needed in (
        ("people", set(knowledge.lists["relationships"])),
        ("conditions", set(knowledge.conditions)),
        ("topics", set(knowledge.topics) - set(words.unnamed)),
    ):
        has = getattr(words, name)
        yield from (((name, key), "is missing") for key in sorted(needed - set(has)))
        yield from (((name, key), what) for key, text in has.items() for what in typed(text, braces=True))
    for piece, names in _NAMES.items():
        text = getattr(words.told, piece)
        if set(_NAME.findall(text)) != names:
            yield (
                ("told", piece),
                f"must hold {' and '.join('{' + name + '}' for name in sorted(names))}, and no other name",
            )
    for name, text in words.labels.items():
        yield from ((("labels", name), what) for what in typed(text))
        if set(_NAME.findall(text)) - {"day"}:
            yield ("labels", name), "may hold {day} only"
    yield from (
        (("labels", name), "is missing; the page to keep shows it") for name in sorted(_shown() - set(words.labels))
    )


def _shown() -> set[str]:
    """Labels that the page asks for."""
    texts = [(ROOT / path).read_text(encoding="utf-8") for path in SHOWN_BY]
    return {one or other for text in texts for one, other in _LABEL.findall(text)}
