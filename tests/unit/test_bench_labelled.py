"""Labelled files for the benchmark: one folder, some files, mistakes named where they stand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Dict

import pytest

from bench.labelled import Labelled


def write(folder: Path, name: str, *rows: Dict[str, Any]) -> None:
    (folder / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n\n", encoding="utf-8")


def test_what_a_line_says_is_read_and_the_rest_is_empty(tmp_path: Path) -> None:
    write(tmp_path, "topics", {"text": "a week off", "topic": "breaks", "also": ["money"], "style": "search"})
    write(tmp_path, "crisis", {"text": "help", "kind": "suicide", "explicit": True, "form": "plain"})
    labelled = Labelled.read(tmp_path)
    (topic,), (danger,) = labelled.topics, labelled.crisis
    assert (topic.topic, topic.group) == ("breaks", "search")
    assert topic.topics == {"breaks", "money"}
    assert (danger.kind, danger.explicit, danger.group) == ("suicide", True, "plain")
    assert set(labelled.files()) == {"topics", "crisis"}


def test_our_extra_files_are_read_too(tmp_path: Path) -> None:
    write(tmp_path, "topics", {"text": "x", "topic": "money"})
    write(tmp_path, "two_needs", {"text": "x", "topics": ["money", "work"]})
    write(tmp_path, "refused", {"text": "x", "topic": "money", "not": ["work"]})
    write(tmp_path, "places", {"text": "x", "carer": "dundee", "person": None})
    write(tmp_path, "voices", {"text": "x", "relationship": "wife", "carer_age": 71})
    labelled = Labelled.read(tmp_path)
    assert labelled.two_needs[0].topics == {"money", "work"}
    assert labelled.refused[0].refused == {"work"}
    assert labelled.places[0].facts == {"home:carer": "dundee", "home:person": None}
    assert labelled.voices[0].facts == {"relationship": "wife", "carer_age": "71"}


def test_a_folder_without_any_of_the_main_files_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "places", {"text": "x", "carer": None})
    with pytest.raises(FileNotFoundError, match=r"topics\.jsonl"):
        Labelled.read(tmp_path)


@pytest.mark.parametrize("line", ['{"text": "x"', '{"topic": "money"}'])
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "topics.jsonl").write_text('{"text": "x", "topic": "money"}\n' + line, encoding="utf-8")
    with pytest.raises(ValueError, match=r"topics\.jsonl:2"):
        Labelled.read(tmp_path)
