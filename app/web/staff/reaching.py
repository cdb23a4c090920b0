"""How somebody may be reached, as staff write it down: of the resident, and of who would speak for them."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import EmailField, SelectMultipleField, TelField, TextAreaField
from wtforms.validators import Length

from app.domain.people.preferences import Way
from app.web.answers import EmailAddress, OnlyWith, PhoneNumber, one_line, own_words
from app.web.public.case.questions.reaching import CAUTIONS

LONGEST_NOTE = 1_000
TOO_LONG_NOTE = _l("Shorten it to 1,000 characters")
PRIVATE = {"autocomplete": "off", "spellcheck": "false"}


def cautions_asked() -> SelectMultipleField:
    """What to mind when they are reached."""
    return SelectMultipleField(_l("What should we be careful about?"), choices=CAUTIONS)


def mind_asked() -> TextAreaField:
    """What else to mind, in words."""
    return TextAreaField(
        _l("Which times, which code word, or anything else"),
        [Length(max=LONGEST_NOTE, message=TOO_LONG_NOTE)],
        filters=[own_words],
    )


def email_asked() -> EmailField:
    """Their e-mail address, where that is a way."""
    return EmailField(
        _l("Email address"), [OnlyWith("ways", Way.EMAIL.value), EmailAddress()], filters=[one_line], render_kw=PRIVATE
    )


def text_to_asked() -> TelField:
    """Their number for texts, where that is a way."""
    return _number(Way.TEXT, _l("Number for texts"))


def phone_asked() -> TelField:
    """Their number to ring, where that is a way."""
    return _number(Way.PHONE, _l("Number to ring"))


def _number(way: Way, label: str) -> TelField:
    return TelField(label, [OnlyWith("ways", way.value), PhoneNumber()], filters=[one_line], render_kw=PRIVATE)
