"""Take personal details out of what people type, before anything stores it.

E-mail addresses, telephone, National Insurance, NHS and card numbers are replaced by a word in brackets; a full
postcode is cut to its outward half, which is all that finding help nearby needs.
"""

from __future__ import annotations

import re
from typing import Callable, List, Tuple, Union

import phonenumbers

_EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_NATIONAL_INSURANCE = re.compile(r"\b[abceghj-prstw-z][abceghj-nprstw-z] ?\d{2} ?\d{2} ?\d{2} ?[a-d]\b", re.IGNORECASE)
_CARD = re.compile(r"\b(?:\d[ -]?){13,19}\b")
_NHS = re.compile(r"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b")
_PHONE = re.compile(r"(?<![\w£])(?:\+44|0)(?:[ ()-]*\d){9,10}\b")
_POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?) ?\d[abd-hjlnp-uw-z]{2}\b", re.IGNORECASE)

#: Numbers that belong to everybody and must survive: a carer who types Samaritans' number means Samaritans.
_PUBLIC = frozenset({"116123", "08001111"})

Replacement = Union[str, Callable[[re.Match[str]], str]]


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _card(match: re.Match[str]) -> str:
    digits = [int(digit) for digit in _digits(match.group())][::-1]
    total = sum(digits[0::2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return "[card number]" if total % 10 == 0 else match.group()


def _nhs(match: re.Match[str]) -> str:
    digits = [int(digit) for digit in _digits(match.group())]
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1))) % 11
    return "[NHS number]" if check % 11 == digits[9] else match.group()


def _phone(match: re.Match[str]) -> str:
    if _digits(match.group()) in _PUBLIC:
        return match.group()
    try:
        valid = phonenumbers.is_possible_number(phonenumbers.parse(match.group(), "GB"))
    except phonenumbers.NumberParseException:
        return match.group()
    return "[phone number]" if valid else match.group()


_RULES: List[Tuple[re.Pattern[str], Replacement]] = [
    (_EMAIL, "[e-mail]"),
    (_NATIONAL_INSURANCE, "[National Insurance number]"),
    (_PHONE, _phone),
    (_CARD, _card),
    (_NHS, _nhs),
    (_POSTCODE, r"\1"),
]


def redact(text: str) -> str:
    """`text` without personal numbers and addresses; everything else as it was typed."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text
