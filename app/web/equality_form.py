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
from app.words.people.equality import ANSWERS

Choice = TypeVar("Choice", bound=Enum)


def _choices(kind: type[Enum]) -> list[SelectChoice]:
    return [SelectChoice(each.value, _l(ANSWERS[each])) for each in kind]


class EqualityForm(Form):
    """Each may be left empty, and that is an answer too."""

    age = RadioField(
        _l("How old are you?"),
        [Optional()],
        choices=_choices(Age),
    )
    disabled = RadioField(
        _l("Does a long illness or disability limit what you can do?"),
        [Optional()],
        choices=_choices(Disabled),
    )
    ethnicity = RadioField(
        _l("What is your ethnic group?"),
        [Optional()],
        choices=_choices(Ethnicity),
    )

    def keep(self, session: Session) -> None:
        """Keep what was answered, as nobody's in particular: no case stands beside it, and nobody."""
        answers = _one(Age, self.age), _one(Disabled, self.disabled), _one(Ethnicity, self.ethnicity)
        equality.tell(session, *answers, deed(by=Actor("visitor")))


def _one(kind: type[Choice], field: RadioField) -> Choice | None:
    return kind(field.data) if field.data else None
