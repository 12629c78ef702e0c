"""What exists is documented: make targets, settings, knowledge fields; and links in the documents lead somewhere."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import Iterator, List, Tuple, Type

import pytest

from waymark.knowledge import schema
from waymark.knowledge.schema import Strict
from waymark.operations.paths import ROOT
from waymark.operations.settings import PREFIX, Settings

DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
MOST_LINES_OF_README = 249
TARGETS = re.findall(r"^([a-z-]+):.*?## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
SETTINGS = [PREFIX + field.name.upper() for field in fields(Settings)]
_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def records() -> List[Type[Strict]]:
    """Every record that a knowledge file may hold."""
    found = [getattr(schema, name) for name in schema.__all__]
    return [each for each in found if isinstance(each, type) and issubclass(each, Strict) and each is not Strict]


#: What no file holds: a bare number or day is read into the first three, a condition's name is noted when it is written out.
MADE_BY_LOADING = {("Operand", "number"), ("Operand", "day"), ("Operand", "is_today"), ("Condition", "named")}
#: A field as files call it: `with` is no name that Python allows.
FIELDS = [
    (record.__name__, field.alias)
    for record in records()
    for field in record.__fields__.values()
    if (record.__name__, field.alias) not in MADE_BY_LOADING
]


def read(*names: str) -> str:
    return "\n".join((ROOT / name).read_text(encoding="utf-8") for name in names)


def links() -> Iterator[Tuple[str, str, str]]:
    """(document, path, heading) of every link that stays in the repository."""
    for document in DOCUMENTS:
        for link in _LINK.findall(_FENCED.sub("", document.read_text(encoding="utf-8"))):
            if not re.match(r"[a-z]+:", link):
                path, _, heading = link.partition("#")
                yield str(document.relative_to(ROOT)), path, heading


def headings(document: Path) -> List[str]:
    """The headings of a document as links name them."""
    titles = re.findall(r"^#+ (.+)$", _FENCED.sub("", document.read_text(encoding="utf-8")), re.MULTILINE)
    return [re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles]


def test_something_is_looked_for() -> None:
    assert {"run", "test", "check"} <= set(TARGETS)
    assert len(SETTINGS) > 10
    assert {"Support", "Contact", "Hours", "Source", "Review", "Topic", "FirstContact", "Answer", "Figure"} <= {
        record.__name__ for record in records()
    }
    assert len(FIELDS) > 90


@pytest.mark.parametrize("target", TARGETS)
def test_a_make_target_is_documented(target: str) -> None:
    texts = read("README.md", *(str(path.relative_to(ROOT)) for path in (ROOT / "docs").glob("*.md")))
    assert re.search(rf"\bmake {re.escape(target)}(?![\w-])", texts)


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_setting_is_documented(setting: str) -> None:
    assert f"`{setting}`" in read("docs/settings.md")


def test_no_setting_is_documented_that_does_not_exist() -> None:
    documented = re.findall(rf"^\| `({PREFIX}\w+)`", read("docs/settings.md"), re.MULTILINE)
    assert sorted(documented) == sorted(SETTINGS)


@pytest.mark.parametrize(("record", "field"), FIELDS)
def test_a_knowledge_field_is_documented(record: str, field: str) -> None:
    assert f"`{field}`" in read("docs/knowledge.md", "docs/guides.md"), f"{record}.{field}"


def test_the_readme_stays_short() -> None:
    assert len(read("README.md").splitlines()) <= MOST_LINES_OF_README


@pytest.mark.parametrize(("document", "path", "heading"), sorted(set(links())))
def test_a_link_leads_to_a_file(document: str, path: str, heading: str) -> None:
    target = ((ROOT / document).parent / path).resolve() if path else ROOT / document
    assert target.is_relative_to(ROOT), "leads out of the repository"
    assert target.exists(), "leads to no file"
    assert not heading or heading in headings(target), "leads to no heading"
