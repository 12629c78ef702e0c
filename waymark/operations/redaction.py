"""Take personal details out of what people type, before anything stores it.

E-mail addresses, telephone, National Insurance, NHS and card numbers are replaced by a word in brackets; a full
postcode is cut to its outward half, which is all that finding help nearby needs.
"""

from __future__ import annotations

import re
from typing import Callable, List, Tuple, Union

#: The look-behind lets each run of letters be tried once only: without it a long one takes quadratic time.
_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_NATIONAL_INSURANCE = re.compile(
    r"\b[abceghj-prstw-z][abceghj-nprstw-z][ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[a-d]\b", re.IGNORECASE
)
#: The shortest run that ends with a group, so that an expiry date typed after the number is not taken for its end.
_CARD = re.compile(r"(?<!\d)\d(?:[ -]?\d){12,18}?(?!\d)")
_NHS = re.compile(r"(?<!\d)\d{3}[ .-]?\d{3}[ .-]?\d{4}(?!\d)")
_POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?) {0,2}\d[abd-hjlnp-uw-z]{2}\b", re.IGNORECASE)

_DATE = r"(?<!\d)(?:\d{4}-\d\d-\d\d|\d{1,2}(?P<sign>[./-])(?:0?[1-9]|1[0-2])(?P=sign)(?:\d{4}|\d\d))(?![./-]?\d)"
#: Childline's number belongs to everybody: a carer who types it means Childline. (No other one begins like a telephone's.)
_PUBLIC = r"(?<!\d)0800 ?1111(?!\d)"
_GAP = r"[ \t\u00a0()./–-]{0,3}"
#: +44, 0044 or another country's code, or a British number with its 0; not money, and no decimal like 0.25.
_TELEPHONE = rf"(?<![\d£])(?:(?:\+|00(?={_GAP}[1-9]))(?:{_GAP}\d){{9,14}}|0[ ()-]{{0,2}}[1-9](?:{_GAP}\d){{8,9}})(?!\d)"
#: What must stay is met first, so that a number never begins in the middle of a date.
_PHONE = re.compile(rf"(?P<kept>{_DATE}|{_PUBLIC})|{_TELEPHONE}")

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
    return match.group("kept") or "[phone number]"


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
