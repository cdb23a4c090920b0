"""E-mail addresses and telephone numbers, as people type them: of any country, and kindly read."""

from __future__ import annotations

import phonenumbers
from email_validator import EmailNotValidError, validate_email
from phonenumbers import NumberParseException, PhoneNumberFormat, ValidationResult

HOME = "GB"


def email(typed: str) -> str | None:
    """Return the address in the one way we write it, or None when it is none. Asks no server."""
    try:
        found = validate_email(typed.strip(), check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return None
    return found.normalized


def phone(typed: str) -> str | None:
    """Return the number as it is dialled from anywhere ("+447700900123"), or None when it cannot be one.

    Possible is enough: numbers that Ofcom keeps for dramas are, and so is a number allotted since our list was made.
    """
    try:
        number = phonenumbers.parse(typed, HOME)
    except NumberParseException:
        return None
    if phonenumbers.is_possible_number_with_reason(number) != ValidationResult.IS_POSSIBLE:
        return None  # or only from the house next door, without its area
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def as_written(number: str) -> str:
    """Return a dialled number in the groups people read: ours as at home, others with their country's code."""
    parsed = phonenumbers.parse(number, HOME)
    at_home = parsed.country_code == phonenumbers.country_code_for_region(HOME)
    style = PhoneNumberFormat.NATIONAL if at_home else PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, style)
