"""Equality: the same optional questions after sending and beside the survey, kept apart from every case (R15)."""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import Optional

from app.domain.deed import Actor
from app.domain.people.equality import Age, Disabled, Ethnicity
from app.services.people import equality
from app.web.deed import deed
from app.web.forms import Form

Choice = TypeVar("Choice", bound=Enum)


class EqualityForm(Form):
    """Each may be left empty, and that is an answer too."""

    age = RadioField(
        _l("How old are you?"),
        [Optional()],
        choices=[
            SelectChoice(Age.UNDER_25.value, _l("Under 25")),
            SelectChoice(Age.FROM_25.value, _l("25 to 44")),
            SelectChoice(Age.FROM_45.value, _l("45 to 64")),
            SelectChoice(Age.FROM_65.value, _l("65 or over")),
        ],
    )
    disabled = RadioField(
        _l("Does a long illness or disability limit what you can do?"),
        [Optional()],
        choices=[
            SelectChoice(Disabled.A_LOT.value, _l("Yes, a lot")),
            SelectChoice(Disabled.A_LITTLE.value, _l("Yes, a little")),
            SelectChoice(Disabled.NO.value, _l("No")),
        ],
    )
    ethnicity = RadioField(
        _l("What is your ethnic group?"),
        [Optional()],
        choices=[
            SelectChoice(Ethnicity.ASIAN.value, _l("Asian or Asian British")),
            SelectChoice(Ethnicity.BLACK.value, _l("Black, Black British, Caribbean or African")),
            SelectChoice(Ethnicity.MIXED.value, _l("Mixed or multiple ethnic groups")),
            SelectChoice(Ethnicity.WHITE.value, _l("White")),
            SelectChoice(Ethnicity.OTHER.value, _l("Another ethnic group")),
        ],
    )

    def keep(self, session: Session) -> None:
        """Keep what was answered, as nobody's in particular: no case stands beside it, and nobody."""
        answers = _one(Age, self.age), _one(Disabled, self.disabled), _one(Ethnicity, self.ethnicity)
        equality.tell(session, *answers, deed(by=Actor("visitor")))


def _one(kind: type[Choice], field: RadioField) -> Choice | None:
    return kind(field.data) if field.data else None
