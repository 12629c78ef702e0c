"""No number that a carer could ring is invented, mistyped or changed unnoticed.

tests/data/number_register.csv holds every telephone, text, textphone and relay number of every support and danger
contact (drafts and closed ones too), as digits; ``id`` is ``support:…`` or ``danger:…``. It was taken from the
knowledge as first entered from the sources in November 2026. The register is compared with the knowledge in both directions. An editor who changes, adds or removes a
number changes its line here in the same commit, after a second person has read the number on the source page. Do not
write the register anew by a program: that would only prove that a file equals itself.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Dict, Tuple

import phonenumbers
import pytest

from waymark.knowledge import phones
from waymark.knowledge.knowledge import Knowledge

REGISTER = Path(__file__).resolve().parents[1] / "data" / "number_register.csv"
SUPPORT_FIELDS = ("phone", "sms", "textphone", "relay")
DANGER_FIELDS = ("phone", "out_of_hours_phone", "sms", "relay")
Key = Tuple[str, str]


@pytest.fixture(scope="module")
def register() -> Dict[Key, str]:
    with REGISTER.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = {(row["id"], row["field"]): row["digits"] for row in rows}
    assert len(found) == len(rows), "a number is in the register twice"
    return found


@pytest.fixture(scope="module")
def held(knowledge: Knowledge) -> Dict[Key, str]:
    """Every number of the knowledge as people read it."""
    supports = {
        (f"support:{s.id}", field): getattr(s.contact, field)
        for s in knowledge.supports.values()
        for field in SUPPORT_FIELDS
    }
    danger = {
        (f"danger:{contact.id}", field): getattr(contact, field)
        for contact in knowledge.danger_contacts.values()
        for field in DANGER_FIELDS
    }
    return {key: number for key, number in {**supports, **danger}.items() if number}


def digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def test_every_number_held_is_in_the_register_as_it_stands_there(
    held: Dict[Key, str], register: Dict[Key, str]
) -> None:
    wrong = {key: number for key, number in held.items() if register.get(key) != digits(number)}
    assert wrong == {}, "read these on their source pages, then change the register"


def test_every_number_of_the_register_is_still_held(held: Dict[Key, str], register: Dict[Key, str]) -> None:
    assert sorted(set(register) - set(held)) == []


def is_valid(number: str) -> bool:
    """Whether a phone in the UK reaches it: a short code, a text code, or a number of the national plan."""
    if number in phones.SHORT_CODES or re.fullmatch(r"[6-8]\d{4,5}", number):
        return True
    return phonenumbers.is_valid_number(phonenumbers.parse(number, "GB"))


def test_every_number_is_one_that_can_be_rung_or_texted(held: Dict[Key, str]) -> None:
    assert [key for key, number in held.items() if key[1] != "relay" and not is_valid(number)] == []


def test_every_relay_number_is_18001_and_the_telephone_number(held: Dict[Key, str]) -> None:
    for (name, field), number in held.items():
        if field == "relay" and number.startswith("18001"):
            assert digits(number.removeprefix("18001")) == digits(held[name, "phone"]), name
        elif field == "relay":
            assert re.search(r"\b18000\b", number), name


def test_only_text_codes_and_mobiles_are_texted(held: Dict[Key, str]) -> None:
    texted = {key: digits(number) for key, number in held.items() if key[1] == "sms"}
    assert texted
    assert {key: number for key, number in texted.items() if not re.match(r"[6-8]\d{4,5}$|07|999$|0", number)} == {}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("01382 200422", "01382 200422"),
        ("01382200422", "01382 200422"),
        ("+44 1382 200422", "01382 200422"),
        ("116123", None),
        ("116 123", "116 123"),
        ("999", "999"),
        ("85258", "85258"),
        ("0800 1111", "0800 1111"),
        ("020 7946 0958", "020 7946 0958"),
        ("12345", None),
        ("01382", None),
        ("ring us", None),
        ("", None),
        ("+1 202 555 0143", None),
    ],
)
def test_a_number_is_written_one_way_or_refused(typed: str, shown: str | None) -> None:
    if shown is None:
        with pytest.raises(ValueError, match="number"):
            phones.checked(typed)
    else:
        assert phones.checked(typed) == shown


def test_what_is_dialled_is_digits_only() -> None:
    assert phones.dialled("0808 808 7777") == "08088087777"
    assert phones.dialled("+44 (0)1382 200422") == "+4401382200422"
