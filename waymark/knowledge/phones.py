"""UK telephone numbers: checked and written the way people read them."""

from __future__ import annotations

import re

import phonenumbers

#: Numbers that are right although they are no ordinary subscriber number.
SHORT_CODES = frozenset({"999", "101", "105", "111", "112", "119", "18000", "116 000", "116 006", "116 111", "116 123"})
_UK = 44  # the country code
_TEXT_CODE = re.compile(r"^[6-8]\d{4,5}$")


def checked(number: str) -> str:
    """`number` as it will be shown.

    Raises:
        ValueError: it is no number that can be rung or texted in the UK.
    """
    tidy = re.sub(r"\s+", " ", number).strip()
    if tidy in SHORT_CODES or _TEXT_CODE.match(tidy):
        return tidy
    try:
        parsed = phonenumbers.parse(tidy, "GB")
    except phonenumbers.NumberParseException as error:
        raise ValueError(f"'{number}' is no telephone number: {error}") from error
    if parsed.country_code != _UK or not phonenumbers.is_valid_number(parsed):
        raise ValueError(f"'{number}' is no valid UK telephone number")
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)


def dialled(number: str) -> str:
    """The digits for a tel: or sms: link."""
    return re.sub(r"[^\d+]", "", number)
