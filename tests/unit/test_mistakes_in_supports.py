"""Every mistake in a support's file is told as file:line: field: what."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.unit.folder import SUPPORT, Folder

FILE = "supports/dundee/helping-hand.yml"


class Mistake(NamedTuple):
    """An edit; the line that is told is the one that holds `at` afterwards."""

    old: str
    new: str
    at: str
    field: str
    what: str


MISTAKES = {
    "an unknown field": Mistake("summary:", "sumary:", "sumary:", "sumary", "extra fields not permitted"),
    "an unknown field of the contact": Mistake("  phone:", "  fone:", "  fone:", "contact.fone", "not permitted"),
    "a missing field": Mistake("name: Helping Hand\n", "", "# A sitting", "name", "field required"),
    "no contact": Mistake(SUPPORT[SUPPORT.index("contact:") : SUPPORT.index("source:")], "", "# A", "contact", "required"),
    "a telephone number too short": Mistake("01382 200422", "01382 2004", "phone:", "contact.phone", "no valid UK telephone"),
    "a telephone number that is no number": Mistake("01382 200422", "the desk", "phone:", "contact.phone", "no telephone"),
    "a number to text that is none": Mistake("  phone:", "  sms: '12'\n  phone:", "sms:", "contact.sms", "no valid UK"),
    "a bad textphone": Mistake("  phone:", "  textphone: '12'\n  phone:", "textphone:", "contact.textphone", "no valid UK"),
    "opening hours that cannot be read": Mistake("Mo-Fr 09:00", "Mon to Fri 9", "osm:", "contact.hours.osm", "opening_hours"),
    "a day that is none": Mistake("read_on: 2026-11-20", "read_on: yesterday", "read_on", "source.read_on", "date"),
    "a day written the British way": Mistake("read_on: 2026-11-20", "read_on: 20/11/2026", "read_on", "source.read_on", "date"),
    "a day no month has": Mistake("read_on: 2026-11-20", "read_on: 2026-02-30", "read_on", "file", "day"),
    "a review before the check": Mistake("review_by: 2027", "review_by: 2025", "review_by", "review.review_by", "before"),
    "an unknown topic": Mistake("topics: [breaks]", "topics: [breaks, brakes]", "topics:", "topics", "'brakes' is not in"),
    "no topic": Mistake("topics: [breaks]", "topics: []", "topics:", "topics", "at least 1"),
    "an unknown area": Mistake("areas: [dundee]", "areas: [dundeee]", "areas:", "areas", "'dundeee' is not in"),
    "an unknown eligibility": Mistake("[parent_carer]", "[parents]", "eligibility:", "eligibility", "'parents' is not in"),
    "an unknown condition": Mistake("[dementia]", "[dementa]", "conditions:", "conditions", "'dementa' is not in"),
    "an unknown council": Mistake("[dundee-city]", "[dundee-town]", "councils:", "councils", "'dundee-town' is not in"),
    "an unknown status": Mistake("status: live", "status: alive", "status:", "status", "enumeration"),
    "an unknown confidence": Mistake("confidence: confirmed", "confidence: sure", "confidence", "source.confidence", "enumeration"),
    "an id unlike its file's name": Mistake("id: helping-hand", "id: help-hand", "id: help", "id", "helping-hand.yml"),
    "an id with a capital": Mistake("id: helping-hand", "id: Helping-hand", "id: Help", "id", "regex"),
    "an e-mail address without @": Mistake("hand@example.org", "hand.example.org", "email:", "contact.email", "no e-mail"),
    "a page without https": Mistake("web: https://", "web: www.", "web:", "contact.web", "must start with https://"),
    "a summary too long": Mistake("summary: ", f"summary: {'very ' * 90}", "summary:", "summary", "at most 420"),
    "a list for a text": Mistake("name: Helping Hand", "name: [Helping, Hand]", "name:", "name", "str type expected"),
    "a text for a list": Mistake("topics: [breaks]", "topics: breaks", "topics:", "topics", "list"),
    "an unconfirmed entry with a number": Mistake(": confirmed", ": unconfirmed", "contact:", "contact", "may show no number"),
    "no way to reach it": Mistake(
        SUPPORT[SUPPORT.index("  phone:") : SUPPORT.index("source:")], "  bsl: by video\n", "contact:", "contact", "one way to reach"
    ),
    "YAML that cannot be read": Mistake("name: Helping", "name: Helping:", "name:", "file", "no valid YAML"),
    "a tab": Mistake("  phone:", "\tphone:", "\tphone:", "file", "no valid YAML"),
    "a field twice": Mistake("  phone:", "  phone: 0808 808 7777\n  phone:", "01382 200422", "contact.phone", "twice"),
    "an empty name": Mistake("name: Helping Hand", "name: ''", "name:", "name", "is empty"),
    "an amount in the cost": Mistake("contact:", "cost: £5 a day\ncontact:", "cost:", "cost", "amount of money"),
    "a telephone number in the summary": Mistake("summary: ", "summary: Ring 01382 200422. ", "summary", "summary", "telephone"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_file_line_and_field(name: str, folder: Folder) -> None:
    mistake = MISTAKES[name]
    folder.change(FILE, mistake.old, mistake.new)
    expected = folder.line(FILE, mistake.at)
    assert folder.tells(FILE, expected, mistake.field, mistake.what), folder.problems()


def test_a_sound_folder_has_no_problem(sound_folder: Folder) -> None:
    assert sound_folder.problems() == []


def test_every_mistake_of_a_file_is_told_at_once(folder: Folder) -> None:
    folder.change(FILE, "01382 200422", "12")
    folder.change(FILE, "status: live", "status: alive")
    folder.change("topics/money.yml", "title:", "titel:")
    told = "\n".join(folder.problems())
    assert all(field in told for field in ("contact.phone", "status", "titel"))


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n"], ids=["empty", "a line", "only a comment"])
def test_an_empty_file_is_told(text: str, folder: Folder) -> None:
    folder.write("supports/uk/not-written-yet.yml", text)
    assert any("not-written-yet.yml:1: file" in told for told in folder.problems())


@pytest.mark.parametrize("text", ["- id: x\n- name: y\n", "just words\n", "42\n"], ids=["a list", "words", "a number"])
def test_a_file_without_fields_is_told(text: str, folder: Folder) -> None:
    folder.write("supports/uk/not-fields.yml", text)
    assert folder.tells("supports/uk/not-fields.yml", 1, "file", "must hold fields")


def test_the_same_id_in_two_areas_is_told_with_both_files(folder: Folder) -> None:
    folder.write("supports/uk/helping-hand.yml", folder.read(FILE))
    told = [line for line in folder.problems() if "is also in" in line]
    assert len(told) == 1
    assert f"knowledge/{FILE}" in told[0]
    assert "knowledge/supports/uk/helping-hand.yml" in told[0]


def test_a_file_that_is_no_text_is_told(folder: Folder) -> None:
    (folder.root / FILE).write_bytes(b"id: caf\xe9\n")
    assert folder.tells(FILE, 1, "file", "cannot be read")


def test_a_draft_may_be_without_a_way_to_reach_it(folder: Folder) -> None:
    mistake = MISTAKES["no way to reach it"]
    folder.change(FILE, mistake.old, mistake.new)
    folder.change(FILE, "status: live", "status: draft")
    assert not any("one way to reach" in told for told in folder.problems())


def test_numbers_are_written_as_people_read_them(folder: Folder) -> None:
    folder.change(FILE, "01382 200422", "+44 1382200422")
    assert folder.load().supports["helping-hand"].contact.phone == "01382 200422"
