"""Photos, papers and recordings of a case (R13): all that anybody sent, and what staff put with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flask import Blueprint, abort, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired

from app.db import reading
from app.domain.case.files import OURS, unseen
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case import evidence
from app.services.case.desks import Desk
from app.services.landlord.looked_at import How
from app.web.file_forms import FileForm
from app.web.file_lines import line
from app.web.forms import Form
from app.web.languages import language
from app.web.page import go_to
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.guards import guarded, may
from app.web.uploads import give
from app.words.say import say

bp = guarded(
    Blueprint("evidence", __name__, url_prefix="/complaints/<reference>/evidence"),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.LOG_CONTACTS,
)


class StaffFileForm(FileForm):
    """One file, and whose it is: they see their own on their page."""

    party = RadioField(
        _l("Whose is it?"), [InputRequired(_l("Choose whose file it is"))], coerce=int, validate_choice=False
    )


@bp.get("")
def index(reference: str) -> ResponseReturnValue:
    return _ask(desk(people=False), StaffFileForm())


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = StaffFileForm()

    def do(session: Session, doing: Deed) -> None:
        assert form.taken is not None
        evidence.add(session, reference, form.party.data, form.taken, doing)

    return act(form, do, _ask, onward=lambda: _kept(reference))


@bp.post("/look")
def look(reference: str) -> ResponseReturnValue:
    """Somebody has looked at what came."""

    def do(session: Session, doing: Deed) -> None:
        evidence.look_at(session, reference, doing)

    return act(Form(), do, _ask_anew, gettext("Kept."))


@bp.get("/<int:number>")
def show(reference: str, number: int) -> ResponseReturnValue:
    return _give(desk(How.EXPORTED, people=False), number)


@bp.get("/<int:number>/small")
def thumbnail(reference: str, number: int) -> ResponseReturnValue:
    return _give(desk(people=False), number, small=True)


def _give(case: Desk, number: int, *, small: bool = False) -> ResponseReturnValue:
    with reading() as session:
        kept = evidence.one(session, case.case_id, case.complaint.files, number)
    if kept is None or (small and kept.thumbnail is None):
        abort(404)
    return give(kept, case.reference, small=small)


def _kept(reference: str) -> ResponseReturnValue:
    flash(gettext("The file is kept."))
    return go_to("staff.evidence.index", reference=reference)


def _ask_anew(case: Desk, form: Form, status: int) -> ResponseReturnValue:
    return _ask(case, StaffFileForm(formdata=None).instead_of(form), status)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    with reading() as session:
        files = evidence.shown(session, case.case_id, case.complaint.files, case.texts)
        names = evidence.names(session, case.case_id)
    if isinstance(form, StaffFileForm):
        form.party.choices = [*_theirs(case, names), SelectChoice(OURS, gettext("Ours: residents do not see it"))]
    return draw(
        "staff/evidence/index.html",
        case,
        form=form,
        status=status,
        lines=[line(each, case) for each in files],
        new=len(unseen(case.complaint.files)),
        may_write=may(Permission.LOG_CONTACTS),
    )


def _theirs(case: Desk, names: Mapping[int, str]) -> Iterator[SelectChoice]:
    for party in case.complaint.parties:
        role = say(party.role, language())
        name = names.get(party.number)
        text = gettext("%(name)s: they see it on their page", name=f"{name} ({role})" if name else role)
        yield SelectChoice(party.number, text)
