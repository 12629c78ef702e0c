"""Mistakes in figures, places, closed lists and the danger files are told with their line."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.unit.folder import Folder

FIGURES, AREAS, PLACE, UK = "figures/test.yml", "lists/areas.yml", "places/stockport.yml", "places/uk.yml"
MEANINGS, STRAIN, PAGE = "lists/two_meanings.yml", "lists/strain.yml", "page.yml"
ABOUT = "about.yml"
CONTACTS, REPLIES, PATTERNS = "risk/contacts.yml", "risk/replies.yml", "risk/patterns.yml"
WORDS = "risk/words.yml"
SAMARITANS = 'phone: "116 123"'
SUICIDE = "    unknown: samaritans shout papyrus-hopeline247\n  possible_line: It sounds as if things"

FIGURE = """# A fee.
- name: test_fee
  title: Test fee
  unit: pounds
  nations: [england]
  values:
    - amount: 5
      valid_to: 2025-12-31
      source: {read_on: 2026-01-01, confidence: confirmed}
    - amount: 6
      valid_from: 2026-01-01
      source: {read_on: 2026-01-01, confidence: confirmed}
"""


class Mistake(NamedTuple):
    """An edit; the line that is told is the first one that holds `at` afterwards."""

    file: str
    old: str
    new: str
    at: str
    field: str
    what: str


MISTAKES = {
    "two values of a figure on one day": Mistake(FIGURES, "2025-12-31", "2026-01-01", "  values:", "0.values", "2026-01-01"),
    "a value of a figure without an end": Mistake(FIGURES, "      valid_to: 2025-12-31\n", "", "  values:", "0.values", "two values"),
    "an unknown unit": Mistake(FIGURES, "pounds", "euros", "unit:", "0.unit", "enumeration"),
    "an amount in words": Mistake(FIGURES, "amount: 5", "amount: five", "amount: five", "0.values.0.amount", "float"),
    "an unknown nation of a figure": Mistake(FIGURES, "[england]", "[englnd]", "nations:", "0.nations", "englnd"),
    "a figure that is words": Mistake(FIGURES, "# A fee.", "- a fee", "- a fee", "0", "must hold fields"),
    "a figure named twice": Mistake(FIGURES, "name: test_fee", "name: carers_allowance_weekly", "name:", "0.name", "is there twice"),
    "an area twice": Mistake(AREAS, "id: wales,", "id: scotland,", "label: Wales", "3.id", "'scotland' is there twice"),
    "an unknown field of a list": Mistake(AREAS, "label: Wales", "labell: Wales", "labell", "3.labell", "not permitted"),
    "an unknown field of a place": Mistake(PLACE, "nation:", "nationn:", "nationn:", "nationn", "not permitted"),
    "an unknown nation of a place": Mistake(PLACE, "nation: england", "nation: engand", "nation:", "nation", "'engand' is none"),
    "an id of a place unlike its file's name": Mistake(PLACE, "id: stockport\n", "id: stokport\n", "id: stokport", "id", "stockport.yml"),
    "an unknown council of a postcode": Mistake(PLACE, "  - stockport-council\n", "  - stock\n", "- stock\n", "postcodes.SK1", "'stock'"),
    "a postcode that is none": Mistake(PLACE, "district: SK1\n", "district: SK\n", "district: SK\n", "postcodes.0.district", "regex"),
    "an unknown field of the UK": Mistake(UK, "nations:\n", "nation: x\nnations:\n", "nation: x", "nation", "not permitted"),
    "an unknown nation of a postcode area": Mistake(UK, "AB: scotland", "AB: atlantis", "AB:", "postcode_areas.AB", "atlantis"),
    "a bad number of a danger contact": Mistake(CONTACTS, SAMARITANS, 'phone: "116 12"', '"116 12"', "6.phone", "no valid UK"),
    "an unknown council of a danger contact": Mistake(CONTACTS, "council: bcp", "council: bcq", "council: bcq", "council", "'bcq'"),
    "a danger line without its number": Mistake(
        CONTACTS, "**Samaritans, {phone}**", "**Samaritans, {fone}**", "{fone}", "words", "{fone}"
    ),
    "a kind of danger without a reply": Mistake(REPLIES, "kind: self_harm", "kind: self-harm", "# The fixed", "self_harm", "no reply"),
    "a nation without contacts": Mistake(REPLIES, SUICIDE, "  possible_line: It sounds as if things", "  contacts:", "suicide.contacts", "nothing for 'unknown'"),
    "an unknown contact in a reply": Mistake(REPLIES, SUICIDE, SUICIDE.replace("shout", "shoot"), "shoot", "suicide.contacts", "'shoot' is not in"),
    "an unknown field of a reply": Mistake(REPLIES, "kind_line:", "kindline:", "kindline:", "0.kindline", "not permitted"),
    "a number typed in a reply": Mistake(REPLIES, "kind_line: I'm", "kind_line: Ring 116 123. I'm", "Ring 116 123", "suicide.kind_line", "telephone"),
    "an example its pattern does not match": Mistake(PATTERNS, "example: i feel suicidal", "example: i feel fine", "i feel fine", "example", "'i feel fine' is not matched"),
    "a pattern that is none": Mistake(PATTERNS, "  pattern:\n", "  pattern:\n  - '(('\n", "  pattern:", "pattern", "no regular expression"),
    "an excuse that is no pattern": Mistake(PATTERNS, "  unless:\n", "  unless:\n  - '(('\n", "  unless:", "unless", "no regular expression"),
    "a pattern with a name that no group bears": Mistake(
        PATTERNS, "  pattern:\n", "  pattern:\n  - '{nobody} hits me'\n", "  pattern:", "pattern", "'{nobody}' is no group"
    ),
    "a group that names one below it": Mistake(
        WORDS, "- id: few\n", "- id: early\n  words: '{few}'\n- id: few\n", "  words: '{few}'", "words", "'{few}' is no group"
    ),
    "a misspelt nation of a reply": Mistake(REPLIES, "    wales: nhs", "    whales: nhs", "whales", "suicide.contacts", "'whales' is none"),
    "an unknown topic of a reply": Mistake(REPLIES, "  topic: money", "  topic: mony", "mony", "suicide.topic", "'mony' is not in"),
    "an unknown topic of two meanings": Mistake(MEANINGS, "[money, breaks]", "[mony]", "[mony]", "0.topics", "'mony' is not in"),
    "a list of words without words": Mistake(STRAIN, "  words: [", "  wurds: [", "wurds:", "0.wurds", "not permitted"),
    "a label the page shows": Mistake(PAGE, "  startAgain:", "  startagain:", "labels:", "labels.startAgain", "is missing"),
    "a word of the plain page": Mistake(PAGE, "  why_asked:", "  whyasked:", "plain:", "plain.why_asked", "is missing"),
    "a line on privacy that is too long": Mistake(PAGE, "privacy: >-", "privacy: >-\n  " + "word " * 41, "privacy:", "privacy", "at most 40"),
    "hours without a time": Mistake(PAGE, "opens tomorrow {time}", "opens tomorrow", "tomorrow:", "hours.tomorrow", "{time}"),
    "somebody to ring who is not there": Mistake(PAGE, "  uk: carers-line", "  uk: nobody", "uk: nobody", "person.uk", "no live support"),
    "an unknown contact in danger": Mistake(PAGE, "emergency-999 samaritans", "emergency-99 samaritans", "emergency-99 ", "danger.unknown", "is not in"),
    "a name that the page about this guide does not fill in": Mistake(ABOUT, "by {organisation}", "by {organization}", "text: |-\n    It is run", "sections.2.text", "no name"),
    "a part of the page about this guide that is gone": Mistake(ABOUT, "- id: data", "- id: dater", "sections:", "sections", "'data' is missing"),
    "an unknown nation of a danger contact": Mistake(CONTACTS, "  - wales\n", "  - whales\n", "  nations:", "nations", "'whales' is none"),
    "a danger contact without the number its words name": Mistake(
        CONTACTS, "**Samaritans, {phone}**", "**Samaritans, {sms}**", "{sms}**", "words", "does not have"
    ),
    "a placeholder in a reply": Mistake(REPLIES, "kind_line: I'm", "kind_line: Ring {phone:x}. I'm", "Ring {", "suicide.kind_line", "braces"),
    "an unknown kind of danger": Mistake(PATTERNS, "- kind: suicide\n", "- kind: sadness\n", "kind: sadness", "kind", "'sadness' is not in"),
    "an unknown level": Mistake(PATTERNS, "level: certain", "level: sure", "level: sure", "0.level", "regex"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_file_line_and_field(name: str, folder: Folder) -> None:
    mistake = MISTAKES[name]
    folder.write(FIGURES, FIGURE)
    folder.change(mistake.file, mistake.old, mistake.new)
    start = folder.read(mistake.file)[: folder.read(mistake.file).index(mistake.at)]
    expected = start.count("\n") + 1
    told = [line for line in folder.problems() if f"{mistake.field}: " in line and mistake.what in line]
    assert told, folder.problems()
    assert f"knowledge/{mistake.file}:{expected}: " in told[0]


EMPTY = [
    UK,
    PLACE,
    AREAS,
    CONTACTS,
    REPLIES,
    PATTERNS,
    WORDS,
    "lists/conditions.yml",
    "lists/relationships.yml",
    MEANINGS,
    STRAIN,
    PAGE,
    "lists/eligibility.yml",
    "lists/risk_kinds.yml",
]


@pytest.mark.parametrize("file", EMPTY)
def test_an_emptied_file_is_told(file: str, folder: Folder) -> None:
    folder.write(file, "")
    assert any(Path(file).stem in told for told in folder.problems()), folder.problems()


@pytest.mark.parametrize("file", [file for file in EMPTY if file != PLACE])
def test_a_removed_file_is_told(file: str, folder: Folder) -> None:
    (folder.root / file).unlink()
    assert any(Path(file).stem in told for told in folder.problems()), folder.problems()


@pytest.mark.parametrize("file", [AREAS, CONTACTS, REPLIES, PATTERNS, WORDS])
def test_a_file_of_entries_that_holds_none_is_told(file: str, folder: Folder) -> None:
    folder.write(file, "id: one\n")
    assert folder.tells(file, 1, "file", "must hold a list")
