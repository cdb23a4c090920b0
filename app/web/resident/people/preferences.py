"""Change how to be reached: is it safe, what to mind, which ways, which first, how much a message may say."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus

from flask import Blueprint, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField, SelectField, SelectMultipleField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired, Length

from app.domain.deed import Deed
from app.domain.people.preferences import Caution, Detail, Preferences, Safe, Way
from app.services.people import preferences
from app.services.people.details import Details
from app.web import landlord
from app.web.attempts import attempt
from app.web.deed import deed
from app.web.forms import Form
from app.web.page import go_to
from app.web.public.case.questions.reaching import CAUTIONS, DETAILS, SAFE, SHORTEN, WAYS
from app.web.resident.case.opening import draw, meanwhile, news_since
from app.web.resident.guards import mine
from app.web.resident.people.details import reached
from app.words.languages import name

bp = Blueprint("preferences", __name__, url_prefix="/c/<reference>/reaching-you")

LONGEST_NOTE = 1_000


class PreferencesForm(Form):
    """Safety first, then the ways."""

    safe = RadioField(
        _l("Is there a way we can reach you that only you will see?"),
        [InputRequired(_l("Choose if it is safe to reach you"))],
        choices=SAFE,
    )
    cautions = SelectMultipleField(_l("What should we be careful about?"), choices=CAUTIONS)
    mind = TextAreaField(
        _l("Which times, which code word, or anything else"), [Length(max=LONGEST_NOTE, message=SHORTEN)]
    )
    ways = SelectMultipleField(
        _l("How should we keep in touch?"),
        [InputRequired(_l("Choose at least one way"))],
        choices=[SelectChoice(way.value, label) for way, label in WAYS.items()],
    )
    main = RadioField(
        _l("Which way should we try first?"),
        [InputRequired(_l("Choose which way to try first"))],
        choices=[SelectChoice(way.value, label) for way, label in WAYS.items()],
    )
    detail = RadioField(
        _l("How much may a message say?"),
        [InputRequired(_l("Choose how much a message may say"))],
        choices=DETAILS,
        description=_l("Anyone who sees your phone or email can read it."),
    )
    language = SelectField(_l("Language for our letters"), choices=[])

    def chosen(self) -> Preferences:
        """Return what was chosen."""
        return Preferences(
            safe=Safe(self.safe.data),
            ways=tuple(way for way in Way if way.value in (self.ways.data or ())),
            main=Way(self.main.data),
            detail=Detail(self.detail.data),
            language=self.language.data,
            cautions=tuple(each for each in Caution if each.value in (self.cautions.data or ())),
        )


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    found = reached()
    return _ask(found, _form(found))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    found = reached()
    form = _form(found)

    def again(status: int) -> ResponseReturnValue:
        if status != HTTPStatus.CONFLICT:
            return _ask(found, form, status)
        form.since = news_since()
        return _ask(reached(), form, status)

    do = partial(_put, form)
    if (refused := attempt(form, deed(mine().case_id), do, again, meanwhile)) is not None:
        return refused
    flash(gettext("We will reach you in this way from now on."))
    return go_to("resident.details.show", reference=reference)


def _put(form: PreferencesForm, session: Session, doing: Deed) -> None:
    preferences.put(session, mine().reference, mine().party, form.chosen(), form.mind.data or "", doing)


def _form(found: Details) -> PreferencesForm:
    now = found.viewer.preferences or Preferences(Safe.NOT_SURE, (Way.HERE,), Way.HERE)
    form = PreferencesForm(
        safe=now.safe.value,
        cautions=[each.value for each in now.cautions],
        mind=found.mind,
        ways=[way.value for way in now.ways],
        main=now.main.value,
        detail=now.detail.value,
        language=now.language,
    )
    form.language.choices = [SelectChoice(code, name(code)) for code in landlord.current().languages]
    return form


def _ask(found: Details, form: PreferencesForm, status: int = 200) -> ResponseReturnValue:
    return draw("resident/preferences/new.html", found, form=form, status=status)
