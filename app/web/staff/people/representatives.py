"""Somebody would speak for the resident on a case that runs: what they are, how they are reached (3.6, ruling 6)."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired, Length

from app.domain.case.drafts import Answers
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.domain.people.parties import RepresentativeKind
from app.domain.people.preferences import Way
from app.services.case import arrivals
from app.services.case.desks import Desk
from app.services.people import representatives
from app.web.answers import LONGEST_LINE, TOO_LONG, Needed, OnlyWith, one_line, own_words
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.questions import SAFE, WAYS
from app.web.staff.guards import guarded
from app.web.staff.reaching import (
    PRIVATE,
    cautions_asked,
    email_asked,
    mind_asked,
    phone_asked,
    text_to_asked,
)
from app.words.people.parties import KINDS

bp = guarded(
    Blueprint("representatives", __name__, url_prefix="/complaints/<reference>/representatives"),
    may_read=Permission.CHANGE_CONTACTS,
    may_write=Permission.CHANGE_CONTACTS,
)


class RepresentativeForm(Form):
    """Who it is, and how they themselves are reached: never how the resident is."""

    speaker_name = StringField(
        _l("Their full name"),
        [Needed(_l("Enter their full name")), Length(max=LONGEST_LINE, message=TOO_LONG)],
        filters=[one_line],
        render_kw=PRIVATE,
    )
    kind = RadioField(
        _l("What are they to the resident?"),
        choices=[SelectChoice(kind.value, _l(text)) for kind, text in KINDS.items()],
        validate_choice=False,
    )
    relationship = StringField(
        _l("More about it, if it helps"),
        [Length(max=LONGEST_LINE, message=TOO_LONG)],
        description=_l("Like daughter, or the name of their organisation"),
        filters=[one_line],
        render_kw=PRIVATE,
    )
    safe = RadioField(
        _l("Is there a way we can reach them that only they will see?"),
        [InputRequired(_l("Choose if it is safe to reach them"))],
        choices=SAFE,
        description=_l("Of this person. Nobody else’s safety is asked through them."),
    )
    cautions = cautions_asked()
    mind = mind_asked()
    ways = SelectMultipleField(_l("How should we keep in touch?"), choices=WAYS)
    email = email_asked()
    text_to = text_to_asked()
    phone = phone_asked()
    letter_to = TextAreaField(
        _l("Address for letters"),
        [OnlyWith("ways", Way.LETTER.value), Needed(_l("Enter their address for letters"))],
        filters=[own_words],
        render_kw={"autocomplete": "off"},
    )

    @property
    def chosen(self) -> RepresentativeKind | None:
        """Return what they are to the resident, None where nobody said."""
        return next((kind for kind in RepresentativeKind if kind.value == self.kind.data), None)

    def answers(self) -> Answers:
        """Return what was typed and ticked, by the names of the resident's own questions."""
        return {field.name: field.data or "" for field in self if isinstance(field.data, str | list)}


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask(desk(), RepresentativeForm())


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = RepresentativeForm()
    done = gettext("They have joined. Nothing is shared with them until it is confirmed that they may speak.")

    def do(session: Session, doing: Deed) -> None:
        person = arrivals.representative(form.answers(), form.chosen)
        representatives.add(session, reference, person, form.chosen, doing)

    return act(form, do, _ask, done)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if case.complaint.erased_on is not None:
        abort(404)
    return draw("staff/representatives/new.html", case, form=form, status=status)
