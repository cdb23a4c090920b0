"""What an answer must be, and how it is tidied, in the words of the GOV.UK Design System."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, TextAreaField
from wtforms.validators import Length, StopValidation, ValidationError

from app.adapters import contacts
from app.domain.people import typos

LONGEST_LINE = 200
LONGEST_NUMBER = 12
TOO_LONG = _l("Shorten this to 200 characters")
LONGEST_WORDS = 10_000
SHORTEN = _l("Shorten it to 10,000 characters")


def one_line(typed: str | None) -> str:
    """A name or an address in one line: a line break in one has no business in a letter's head."""
    return " ".join((typed or "").split())


def own_words(typed: str | None) -> str:
    """Somebody's own words, as they wrote them, with one kind of line break."""
    return (typed or "").replace("\r\n", "\n").strip()


def words_field(label: str, *validators: object, description: str = "") -> TextAreaField:
    """Ask for somebody's own words, as long as we keep them."""
    return TextAreaField(
        label,
        [*validators, Length(max=LONGEST_WORDS, message=SHORTEN)],
        description=description,
        filters=[own_words],
    )


class OnlyWith:
    """Asks for an answer only where another question was answered so; else leaves what was typed alone."""

    def __init__(self, name: str, *values: str) -> None:
        self.name, self.values = name, values

    def __call__(self, form: Form, field: Field) -> None:
        given = form[self.name].data or ()
        chosen = {given} if isinstance(given, str) else set(given)
        if chosen.isdisjoint(self.values):
            field.errors = []
            raise StopValidation


class Needed:
    """An answer, and not only spaces."""

    def __init__(self, message: object) -> None:
        self.message = message

    def __call__(self, form: Form, field: Field) -> None:
        if not (field.data or "").strip():
            field.errors = []
            raise StopValidation(str(self.message))


class EmailAddress:
    def __call__(self, form: Form, field: Field) -> None:
        if contacts.email(field.data or "") is None:
            raise ValidationError(_l("Enter an email address, like name@example.com"))


def meant(field: Field) -> str | None:
    """Return the address that was probably meant, where the one that was typed looks like a slip of the finger."""
    return None if field.errors else typos.meant(field.data or "")


def slipped(field: Field, looked_at: Field) -> bool:
    """Return whether to ask, this once, if the address was a slip; sent as it is again, it is taken.

    `looked_at` is a hidden field that keeps the address that was asked about.
    """
    found = meant(field)
    if found is None or looked_at.data == field.data:
        return False
    looked_at.data = field.data
    field.errors = [
        gettext("Did you mean %(address)s? If what you typed is right, press the button again", address=found)
    ]
    return True


class PhoneNumber:
    """A number of any country."""

    def __call__(self, form: Form, field: Field) -> None:
        if contacts.phone(field.data or "") is None:
            raise ValidationError(_l("Enter a phone number, like 01632 960 001 or +44 808 157 0192"))


class Number:
    """A whole number from `least` to `most`, in digits."""

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most

    def __call__(self, form: Form, field: Field) -> None:
        typed = (field.data or "").replace(",", "")
        if not (typed.isdecimal() and len(typed) < LONGEST_NUMBER and self.least <= int(typed) <= self.most):
            raise ValidationError(
                gettext("Enter a number from %(least)s to %(most)s", least=self.least, most=f"{self.most:,}")
            )


def labels(field: Field) -> Iterable[Any]:
    """Return how an answer reads: the words beside what was chosen, or what was typed."""
    if hasattr(field, "iter_choices"):
        return [str(choice.label) for choice in field.iter_choices() if choice.selected and choice.value]
    return str(field.data or "")
