"""Mistakes in the words of topics and answers are told with their line, before a carer can read them."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.unit.folder import Folder

TOPIC, ANSWER, SUPPORT = "topics/money.yml", "answers/money/how-much.yml", "supports/dundee/helping-hand.yml"
HELP = "  uk: There is help with money."
PER_WEEK = "{figure:carers_allowance_weekly}"


class Mistake(NamedTuple):
    """An edit; the line that is told is the one that holds `at` afterwards."""

    file: str
    old: str
    new: str
    at: str
    field: str
    what: str


MISTAKES = {
    "a telephone number typed": Mistake(TOPIC, HELP, "  uk: Ring 01382 200422.", "  uk:", "answer.uk", "telephone number"),
    "a helpline's number typed": Mistake(TOPIC, HELP, "  uk: Ring 116 123.", "  uk:", "answer.uk", "telephone number"),
    "a number typed in the next step": Mistake(
        TOPIC, "Ring {phone:carers-line} and", "Ring 0808 808 7777 and", "0808", "next_step.uk", "telephone number"
    ),
    "a number typed for the first contact": Mistake(
        TOPIC, "Ring {phone:helping-hand} first", "Ring 01382 200422 first", "01382", "first_contact.dundee.words", "telephone"
    ),
    "an amount typed": Mistake(TOPIC, HELP, "  uk: It is £86.45 a week.", "  uk:", "answer.uk", "amount of money"),
    "an amount with a space": Mistake(ANSWER, PER_WEEK, "£ 86", "  uk:", "words.uk", "amount of money"),
    "an unknown figure": Mistake(ANSWER, "carers_allowance_weekly", "carers_pay", "  uk:", "words.uk", "figure 'carers_pay' is unknown"),
    "an unknown support": Mistake(TOPIC, "{phone:carers-line}", "{phone:nobody}", "nobody", "next_step.uk", "'nobody' is no live"),
    "an unknown nation": Mistake(TOPIC, "  scotland:", "  scottland:", "  scottland", "answer.scottland", "no place, council"),
    "an unknown place in an answer": Mistake(ANSWER, "  uk: It", "  leeds: It", "  leeds", "words.leeds", "no place, council"),
    "no text for the UK": Mistake(TOPIC, HELP + "\n", "", "answer:", "answer", "needs a text for 'uk'"),
    "no next step for the UK": Mistake(TOPIC, "  uk: Ring", "  wales: Ring", "next_step:", "next_step", "needs a text for 'uk'"),
    "no text for the UK in an answer": Mistake(ANSWER, "  uk: It", "  wales: It", "words:", "words", "needs a text for 'uk'"),
    "an empty text": Mistake(TOPIC, HELP, "  uk: ''", "  uk:", "answer.uk", "empty"),
    "an unknown related topic": Mistake(TOPIC, "[breaks]", "[brakes]", "related:", "related", "'brakes' is not in"),
    "an unknown place of a first contact": Mistake(
        TOPIC, "  dundee:", "  dunde:", "  dunde:", "first_contact.dunde", "is no place, council or nation"
    ),
    "an unknown first contact": Mistake(
        TOPIC, "support: helping-hand", "support: hand", "support: hand", "first_contact.dundee.support", "no live support"
    ),
    "an unknown topic of an answer": Mistake(ANSWER, "topic: money", "topic: cash", "topic:", "topic", "'cash' is not in"),
    "an unknown support of an answer": Mistake(ANSWER, "[carers-line]", "[line]", "supports:", "supports", "'line' is no live"),
    "an answer only for nowhere": Mistake(ANSWER, "topic: money", "topic: money\nonly_in: [leeds]", "only_in", "only_in", "'leeds'"),
    "an answer with two questions": Mistake(ANSWER, "  - What would I get?\n", "", "questions:", "questions", "at least 3"),
    "an answer without a source": Mistake(ANSWER, "['a page']", "[]", "sources:", "sources", "at least 1"),
    "a topic with a long title": Mistake(TOPIC, "title: Money", f"title: {'m' * 61}", "title:", "title", "at most 60"),
    "a topic of nobody's home": Mistake(TOPIC, "title:", "home: nobody\ntitle:", "home:", "home", "regex"),
    "a misspelt kind of name": Mistake(ANSWER, "{figure:", "{figures:", "  uk:", "words.uk", "{figures:"),
    "a name with a space": Mistake(
        TOPIC, "Ring {phone:carers-line} and ask.", "'Ring {phone: carers-line}.'", "phone: c", "next_step.uk", "{phone: "
    ),
    "a name with a capital": Mistake(TOPIC, "{phone:carers-line}", "{phone:Carers-line}", "Carers-l", "next_step.uk", "{phone:C"),
    "a name not closed": Mistake(TOPIC, "{phone:carers-line}", "{phone:carers-line", "carers-line", "next_step.uk", "{phone:"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_file_line_and_field(name: str, folder: Folder) -> None:
    mistake = MISTAKES[name]
    folder.change(mistake.file, mistake.old, mistake.new)
    expected = folder.line(mistake.file, mistake.at)
    assert folder.tells(mistake.file, expected, mistake.field, mistake.what), folder.problems()


@pytest.mark.parametrize(
    ("old", "new"),
    [("status: live", "status: draft"), ("status: live", "status: closed"), ("  phone: 01382 200422\n", "")],
    ids=["a draft", "closed", "without a number"],
)
def test_the_number_of_a_support_that_shows_none_cannot_be_used(old: str, new: str, folder: Folder) -> None:
    folder.change(SUPPORT, old, new)
    line = folder.line(TOPIC, "{phone:helping-hand}")
    assert folder.tells(TOPIC, line, "first_contact.dundee.words", "'helping-hand' is no live support with a phone")


def test_the_number_of_an_unconfirmed_support_cannot_be_used(folder: Folder) -> None:
    folder.change(SUPPORT, "confidence: confirmed", "confidence: unconfirmed")
    line = folder.line(TOPIC, "{phone:helping-hand}")
    assert folder.tells(TOPIC, line, "first_contact.dundee.words", "'helping-hand' is no live support with a phone")


def test_the_number_of_an_unconfirmed_danger_contact_cannot_be_used(folder: Folder) -> None:
    contacts = "risk/contacts.yml"
    start = folder.read(contacts).index("- id: samaritans")
    before, after = folder.read(contacts)[:start], folder.read(contacts)[start:]
    folder.write(contacts, before + after.replace("confidence: confirmed", "confidence: unconfirmed", 1))
    folder.change(TOPIC, "{phone:carers-line}", "{phone:samaritans}")
    line = folder.line(TOPIC, "{phone:samaritans}")
    assert folder.tells(TOPIC, line, "next_step.uk", "'samaritans'"), folder.problems()


def test_a_figure_that_has_run_out_cannot_be_used(folder: Folder) -> None:
    folder.write(
        "figures/old.yml",
        "- name: old_fee\n  title: Old fee\n  unit: pounds\n  nations: [england]\n  values:\n"
        "    - {amount: 5, valid_to: 2020-03-31, source: {read_on: 2020-01-01, confidence: confirmed}}\n",
    )
    folder.change(ANSWER, "{figure:carers_allowance_weekly}", "{figure:old_fee}")
    assert folder.tells(ANSWER, folder.line(ANSWER, "  uk:"), "words.uk", "figure 'old_fee' holds no value on")


def test_an_answer_only_for_one_nation_needs_no_text_for_the_uk(folder: Folder) -> None:
    folder.change(ANSWER, "  uk: It", "  wales: It")
    folder.change(ANSWER, "topic: money", "topic: money\nonly_in: [wales]")
    assert folder.problems() == []


def test_the_mistake_itself_is_told_before_what_follows_from_it(folder: Folder) -> None:
    """make run shows the first ten lines only: one broken file must not hide behind every text that uses it."""
    for number in range(12):
        folder.write(f"answers/money/other-{number}.yml", folder.read(ANSWER).replace("how-much", f"other-{number}"))
    folder.change("supports/uk/carers-line.yml", "0808 808 7777", "0808 808")
    assert any("contact.phone" in told for told in folder.problems()[:10]), folder.problems()[:10]
