"""Equality: the very last questions, for whoever likes; they are kept apart from the complaint (R15)."""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import Optional

from app.db import writing
from app.domain.deed import Actor
from app.domain.people.equality import Age, Disabled, Ethnicity
from app.services.people import equality
from app.web.deed import deed
from app.web.forms import Form
from app.web.page import go_to, page
from app.web.public.case import held

bp = Blueprint("equality", __name__, url_prefix="/more/about-you")

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


@bp.get("")
def show() -> ResponseReturnValue:
    return _ask(EqualityForm())


@bp.post("")
def create() -> ResponseReturnValue:
    form = EqualityForm()
    if not form.validate_on_submit():
        return _ask(form, 422)
    answers = _one(Age, form.age), _one(Disabled, form.disabled), _one(Ethnicity, form.ethnicity)
    with writing() as session:
        equality.tell(session, *answers, deed(by=Actor("visitor")))
    return go_to("public.case.sent.show")


def _ask(form: EqualityForm, status: int = 200) -> ResponseReturnValue:
    sent = held.sent_now()
    if sent is None:
        return go_to("resident.sign_ins.new")
    return page("public/equality/show.html", form=form, status=status, leave_button=not sent.is_safe)


def _one(kind: type[Choice], field: RadioField) -> Choice | None:
    return kind(field.data) if field.data else None
