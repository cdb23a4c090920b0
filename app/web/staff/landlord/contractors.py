"""The people of contractors (5.4, 5.5): who may sign in for which, and what became of what they were given."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from werkzeug import Response
from wtforms import EmailField, SelectField, StringField
from wtforms.validators import Length

from app.db import reading
from app.domain.deed import london_day
from app.domain.landlord.permissions import Permission
from app.domain.refused import Refused
from app.now import now
from app.services.landlord import contractors
from app.services.promises import promises
from app.web import landlord
from app.web.answers import Needed, one_line
from app.web.deed import deed
from app.web.forms import Form
from app.web.page import go_to, page
from app.web.pressed import once
from app.web.staff.guards import guarded, me
from app.web.staff.promises import questions

bp = guarded(
    Blueprint("contractors", __name__, url_prefix="/contractors"),
    may_read=Permission.SET_LANDLORD,
    may_write=Permission.SET_LANDLORD,
)
LONGEST_NAME = 100


class PersonForm(Form):
    """Somebody of a contractor, who is to sign in."""

    contractor = SelectField(_l("Contractor"))
    name = StringField(
        _l("Full name"),
        [Needed(_l("Enter their name")), Length(max=LONGEST_NAME)],
        description=_l("Residents see it where this person sees to something."),
        filters=[one_line],
        render_kw={"autocomplete": "off", "spellcheck": "false"},
    )
    email = EmailField(
        _l("Email address"),
        [Needed(_l("Enter their email address")), Length(max=320)],
        description=_l("We send them a link, by which they choose a password and set up their codes."),
        render_kw={"autocomplete": "off", "spellcheck": "false"},
    )

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.contractor.choices = questions.doers(landlord.current().contractors, gettext("Choose"))


@bp.get("")
def index() -> ResponseReturnValue:
    return _list(PersonForm())


@bp.post("")
def create() -> ResponseReturnValue:
    form, asked = PersonForm(), deed()
    if not form.validate_on_submit():
        return _list(form, 422)

    def do(session: Session) -> None:
        contractors.add(session, form.name.data or "", form.email.data or "", form.contractor.data or "", asked)

    try:
        once(asked, do)
    except Refused as refusal:
        return _list(form.explain(refusal), 422)
    flash(gettext("We have sent them a link."))
    return go_to(".index")


@bp.post("/<int:number>/link")
def renew(number: int) -> ResponseReturnValue:
    """Send somebody a new link: what they signed in with before is void."""
    asked = deed()
    once(asked, lambda session: contractors.send_link(session, number, asked))
    flash(gettext("We have sent them a new link. What they signed in with before works no more."))
    return go_to(".index")


@bp.post("/<int:number>/end")
def destroy(number: int) -> ResponseReturnValue:
    """Let somebody in no more."""
    asked = deed()
    once(asked, lambda session: contractors.end(session, number, asked))
    flash(gettext("They cannot sign in any more. Give what was theirs to do to somebody else."))
    return go_to(".index")


def _list(form: PersonForm, status: int = 200) -> Response:
    names = questions.named(landlord.current())
    with reading() as session:
        people = contractors.present(session)
        counts = promises.of_contractors(session, me(), london_day(now()))
    return page(
        "staff/contractors/index.html",
        status=status,
        form=form,
        people=[(each, names.get(each.contractor, each.contractor)) for each in people],
        counts=[(names.get(key, key), count) for key, count in sorted(counts.items())],
    )
