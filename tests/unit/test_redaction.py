"""Personal numbers and addresses are taken out before anything stores them; everything else stays as typed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waymark.operations.redaction import redact

PHONE, CARD, NHS, NI = "[phone number]", "[card number]", "[NHS number]", "[National Insurance number]"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("mail jo.bloggs+x@nhs.scot please", "mail [e-mail] please"),
        ("JO@EXAMPLE.CO.UK", "[e-mail]"),
        ("ring 01382 200422 after 5", f"ring {PHONE} after 5"),
        ("01382200422", PHONE),
        ("07911 123456", PHONE),
        ("07911-123-456", PHONE),
        ("(01382) 200422.", f"({PHONE}."),
        ("020 7946 0958", PHONE),
        ("+44 7700 900123", PHONE),
        ("+447700900123", PHONE),
        ("0808 808 7777", PHONE),
        ("AB123456C", NI),
        ("my NI is ab 12 34 56 c ok", f"my NI is {NI} ok"),
        ("943 476 5919", NHS),
        ("9434765919", NHS),
        ("943-476-5919", NHS),
        ("4111 1111 1111 1111", CARD),
        ("4111111111111111", CARD),
        ("4111 1111 1111 1111 12 27", f"{CARD} 12 27"),
        ("3782 822463 10005 please", f"{CARD} please"),
        ("5500-0000-0000-0004", CARD),
        ("DD2 3AB", "DD2"),
        ("we live at dd23ab", "we live at dd2"),
        ("EC1A 1BB", "EC1A"),
        ("W1T 4JQ", "W1T"),
        ("M1 1AE,", "M1,"),
        ("jo@example.org or 07911 123456, DD2 3AB", f"[e-mail] or {PHONE}, DD2"),
    ],
)
def test_a_personal_number_or_address_is_taken_out(typed: str, stored: str) -> None:
    assert redact(typed) == stored


@pytest.mark.parametrize(
    "typed",
    [
        "+44 (0)1382 200422",
        "0044 7700 900123",
        "00447700900123",
        "0044 20 7946 0958",
        "07911.123.456",
        "07911/123456",
        "tel07911123456",
        "07911123456x",
        "07911  123456",
        "0 7 9 1 1 1 2 3 4 5 6",
        "+353 87 123 4567",
        "00 353 87 123 4567",
        "call 01382 200422/07911 123456",
    ],
)
def test_a_telephone_number_is_taken_out_however_it_is_written(typed: str) -> None:
    stored = redact(typed)
    assert "phone number" in stored
    assert not any(character.isdigit() for character in stored.replace("+44", ""))


@pytest.mark.parametrize(
    "typed",
    [
        "I rang 116 123 and 0800 1111",
        "116123",
        "call 999, 101 or 111",
        "text SHOUT to 85258",
        "on 01/02/2026 at 10:30",
        "2026-11-21",
        "01-02-2026",
        "fell on 01-02-2026 10:30",
        "admitted 05-11-2026 14.15",
        "21.11.2026",
        "05/11/2026 14.15 and 05/12/2026 09.30",
        "from 01/02/26 to 2026-02-05 14.15.30",
        "0.25/0.50/1.0/2.0/0.75 ml",
        "Childline 0800 1111 24/7",
        "£86.45 a week and £1,000,000",
        "£0345 6789012",
        "35 hours a week, 24/7, since 1998",
        "943 476 5918",
        "4111 1111 1111 1112",
        "QQ is my dog",
        "she is 84 and takes 10 2mg tablets",
        "give her b12 2mg",
        "T4 3pm",
        "DD2",
        "my postcode starts SK4",
        "@home",
        "mum’s 80th – “fine” 🙂",
        "",
    ],
)
def test_everything_else_stays_as_it_was_typed(typed: str) -> None:
    assert redact(typed) == typed


def test_a_number_with_a_wrong_check_digit_is_not_called_an_nhs_number() -> None:
    kept = [f"943 476 591{last}" for last in "012345678"]
    assert [redact(number) for number in kept] == kept


@settings(max_examples=150, deadline=None, database=None)
@given(st.text(max_size=300))
def test_whatever_is_typed_it_never_fails_and_never_grows_much(typed: str) -> None:
    stored = redact(typed)
    assert len(stored) <= 3 * len(typed) + 30


NUMBERS = st.text(alphabet="0123456789 -+()ab@.", max_size=60)


@settings(max_examples=150, deadline=None, database=None)
@given(NUMBERS)
def test_no_run_of_digits_makes_it_fail(typed: str) -> None:
    assert isinstance(redact(typed), str)


@settings(max_examples=50, deadline=None, database=None)
@given(st.from_regex(r"07[0-9]{3} ?[0-9]{6}", fullmatch=True))
def test_no_mobile_number_is_stored(number: str) -> None:
    assert number not in redact(f"ring me on {number} please")


@pytest.mark.parametrize(
    "piece", ["a", "0", "a.", "+44", "0 ", "£1,000 ", "a1", "<b ", "a@", "a@b.", "01 ", "0.1", "4111 "]
)
def test_the_longest_message_takes_no_time(piece: str) -> None:
    """It runs where every carer's message waits for it."""
    typed = piece * (20_000 // len(piece))
    started = time.process_time()
    redact(typed)
    assert time.process_time() - started < 0.05
