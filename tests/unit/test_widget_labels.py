"""The widget's words: every label it asks for is there, in every language, and no words stand in its scripts."""

from __future__ import annotations

import json
import re
from typing import Dict

import pytest
import yaml

from waymark.operations.paths import KNOWLEDGE, ROOT

LABELS = ROOT / "widget" / "labels"
SCRIPTS = sorted((ROOT / "widget" / "js").glob("*.js"))
LANGUAGES = sorted(path.stem for path in LABELS.glob("*.json"))
#: How the scripts ask for a label by its name.
_ASKED = re.compile(r"labels\.(\w+)|\b(?:word|who|line|sheetButton|lineOf)\(\"(\w+)\"")


def labels(language: str) -> Dict[str, str]:
    found: Dict[str, str] = json.loads((LABELS / f"{language}.json").read_text(encoding="utf-8"))
    return found


def asked_for() -> set[str]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in SCRIPTS)
    return {one or other for one, other in _ASKED.findall(text)} | {"stopReading", "readAloud"}


def reasons() -> Dict[str, str]:
    listed = yaml.safe_load((KNOWLEDGE / "lists" / "wrong_reasons.yml").read_text(encoding="utf-8"))
    return {f"because_{each['id']}": each["label"] for each in listed}


def test_english_welsh_and_gaelic_are_there() -> None:
    assert {"en", "cy", "gd"} <= set(LANGUAGES)


def test_every_label_asked_for_is_there_and_no_other() -> None:
    assert set(labels("en")) == asked_for() | set(reasons()) | {"lang", "review"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_all_labels(language: str) -> None:
    assert list(labels(language)) == list(labels("en"))
    assert all(value.strip() for name, value in labels(language).items() if name != "review")
    assert labels(language)["lang"].startswith(language)


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_a_translation_says_that_a_native_reader_must_review_it(language: str) -> None:
    assert "native reader" in labels(language)["review"]


def test_what_can_be_wrong_is_called_as_in_the_knowledge() -> None:
    assert {name: labels("en")[name] for name in reasons()} == reasons()


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_sentence_for_carers_stands_in_a_script(script: object) -> None:
    """Strings of two or more words with a capital letter at their start are words for people."""
    text = re.sub(r"/\*\*.*?\*/|//.*", "", script.read_text(encoding="utf-8"), flags=re.DOTALL)  # type: ignore[attr-defined]
    assert re.findall(r'"[A-Z][a-z]+ [a-z][^"]*"', text) == []
