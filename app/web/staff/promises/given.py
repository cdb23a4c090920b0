"""A promise given elsewhere than in the answer: in a call, a message, or by the Ombudsman's order (7.3)."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session

from app.domain.case.findings import PromiseDraft
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.domain.promises.ledger import Source
from app.domain.promises.promises import GivenDraft
from app.services.case.desks import Desk
from app.services.promises import promises
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.guards import guarded, me
from app.web.staff.promises.questions import GivenForm

bp = guarded(
    Blueprint("given", __name__, url_prefix="/complaints/<reference>/promises"),
    may_read=Permission.KEEP_PROMISES,
    may_write=Permission.KEEP_PROMISES,
)


@bp.get("/new")
def new(reference: str) -> ResponseReturnValue:
    case = desk()
    form = _form(case)
    form.owner.data = case.complaint.handler or me().id
    return _ask(case, form)


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = _form(desk())
    done = gettext("The promise stands on the page of the resident, with its date.")
    return act(form, lambda *doing: _give(form, reference, *doing), _ask, done)


def _form(case: Desk) -> GivenForm:
    form = GivenForm()
    form.know(case.present, case.hired)
    return form


def _give(form: GivenForm, reference: str, session: Session, doing: Deed) -> None:
    promise = PromiseDraft(form.words.data or "", form.owner.data, form.due_on.data)
    draft = GivenDraft(promise, Source(form.source.data), form.happened_on.data, form.contractor.data or "")
    promises.give(session, reference, draft, doing)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    return draw("staff/promises/given.html", case, form=form, status=status)
