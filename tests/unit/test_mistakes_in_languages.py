"""Mistakes in the texts in other languages are told with their line, before a carer can read them."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.unit.folder import Folder

LANGUAGES = "languages.yml"
POLISH = "Zadzwoń {ring}, powiedz {say}."


class Mistake(NamedTuple):
    """An edit; the line that is told is the first that holds `at` afterwards."""

    old: str
    new: str
    at: str
    field: str
    what: str


MISTAKES = {
    "a text without whom to ring": Mistake(POLISH, "powiedz {say}.", "  text: W ", "languages.1.text", "has no {ring}"),
    "a text without what to say": Mistake(POLISH, "Zadzwoń {ring}.", "  text: W ", "languages.1.text", "has no {say}"),
    "a text without the number in danger": Mistake("W niebezpieczeństwie 999. ", "", "  text: Za", "languages.1.text", "has no 999"),
    "a misspelt name in a text": Mistake(POLISH, POLISH + " {rong}", "  text: W ", "languages.1.text", "'{rong}' is neither {ring} nor"),
    "a name not closed": Mistake(POLISH, POLISH + " {phone", "  text: W ", "languages.1.text", "'{phone' is neither {ring} nor {say}"),
    "a phone by name in a text": Mistake(
        POLISH, POLISH + " {phone:carers-line}", "  text: W ", "languages.1.text", "'{phone:carers-line}' is neither"
    ),
    "a number typed into a text": Mistake(POLISH, POLISH + " 0808 808 7777", "  text: W ", "languages.1.text", "telephone number"),
    "a number typed into what to say": Mistake("Polish interpreter", "116 123", "say: 116", "languages.1.say", "telephone number"),
    "a number typed for whom to ring": Mistake("{phone:helping-hand}", "01382 200422", "01382", "ring.dundee", "telephone number"),
    "an unknown support to ring": Mistake("{phone:helping-hand}", "{phone:nobody}", "nobody", "ring.dundee", "'nobody' is no live"),
    "an unknown place": Mistake("  dundee: H", "  dunde: H", "  dunde:", "ring.dunde", "is no place, council or nation"),
    "nobody to ring in the UK": Mistake("  uk: C", "  wales: C", "ring:", "ring", "needs a text for 'uk'"),
    "no simple English": Mistake("- id: en\n", "- id: de\n", "languages:", "languages", "'en' is missing"),
    "a language twice": Mistake("- id: pl\n", "- id: en\n", "languages:", "languages", "'en' is there twice"),
    "a language by its name": Mistake("- id: pl\n", "- id: Polish\n", "- id: Polish", "languages.1.id", "regex"),
    "an unknown direction": Mistake("  dir: ltr\n  say: Polish", "  dir: left\n  say: Polish", "dir: left", "languages.1.dir", "regex"),
    "an unknown field": Mistake("own_name: polski", "ownname: polski", "ownname", "languages.1.ownname", "not permitted"),
    "an empty text": Mistake("own_name: polski", "own_name: ' '", "own_name: ' '", "languages.1.own_name", "is empty"),
    "a text without a review": Mistake(", native_reader: needed}\n- id: pl", "}\n- id: pl", "  review:", "languages.0.review.native_reader", "required"),
    "a native reader of an unknown kind": Mistake("native_reader: needed}\n-", "native_reader: soon}\n-", "soon", "languages.0.review.native_reader", "regex"),
    "a native reader without a name": Mistake(
        "native_reader: needed}\n-", "native_reader: done}\n-", "done", "languages.0.review.native_reader", "checked_by"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_file_line_and_field(name: str, folder: Folder) -> None:
    mistake = MISTAKES[name]
    folder.change(LANGUAGES, mistake.old, mistake.new)
    expected = folder.line(LANGUAGES, mistake.at)
    assert folder.tells(LANGUAGES, expected, mistake.field, mistake.what), folder.problems()


def test_a_text_read_by_a_named_native_reader_is_sound(folder: Folder) -> None:
    folder.change(LANGUAGES, "native_reader: needed}\n-", "native_reader: done, checked_by: a reader}\n-")
    assert folder.problems() == []


def test_an_emptied_file_is_told(folder: Folder) -> None:
    folder.write(LANGUAGES, "")
    assert folder.tells(LANGUAGES, 1, "file", "is empty")


def test_a_removed_file_is_told(folder: Folder) -> None:
    (folder.root / LANGUAGES).unlink()
    assert folder.tells(LANGUAGES, 1, "file", "is missing")


def test_the_number_of_an_unconfirmed_support_cannot_be_rung(folder: Folder) -> None:
    folder.change("supports/dundee/helping-hand.yml", "confidence: confirmed", "confidence: unconfirmed")
    assert folder.tells(
        LANGUAGES, folder.line(LANGUAGES, "helping-hand"), "ring.dundee", "is no live support with a phone"
    )
