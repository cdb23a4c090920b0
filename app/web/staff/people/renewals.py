"""Make a new return code for somebody who lost theirs: who is asking is checked first.

The code is shown to who made it for half an hour, or until they take it off the screen.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from flask import Blueprint, abort, request, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from app.db import reading
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.domain.people.renewals import may_renew
from app.now import now
from app.services.case.desks import Desk
from app.services.people import renewals
from app.services.people.renewals import Renewed
from app.web.deed import deed
from app.web.forms import Form
from app.web.page import go_to, page
from app.web.public.case.questions.reaching import CAUTIONS
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.case.words import WordsForm
from app.web.staff.guards import guarded, me
from app.web.staff.looking import looked
from app.web.tries import lookup_key

bp = guarded(
    Blueprint("renewals", __name__, url_prefix="/complaints/<reference>/parties/<int:number>/return-code"),
    may_read=Permission.POST_LETTERS,
    may_write=Permission.POST_LETTERS,
)
LABEL = _l("How you checked who is asking")
HINT = _l("For example, what they told you that only they would know. Do not write the answers here.")
SHOWN_FOR = timedelta(minutes=30)
SHORTEST_KEY = 32


@bp.get("")
def new(reference: str, number: int) -> ResponseReturnValue:
    renewed = _renewed(reference, number)
    if renewed is None:
        return _ask(desk(), WordsForm(LABEL, HINT))
    looked(renewed.case_id)
    where = url_for("resident.sign_ins.new")
    return page("staff/renewals/show.html", reference=reference, number=number, renewed=renewed, where=where)


@bp.post("")
def create(reference: str, number: int) -> ResponseReturnValue:
    form, key = WordsForm(LABEL, HINT), deed().key or ""
    if len(key) < SHORTEST_KEY:  # whoever holds the key is shown the code: one that could be guessed is none of ours
        abort(400)
    return act(form, lambda *doing: _do(form, reference, number, *doing), _ask, onward=lambda: _show_once(key))


@bp.post("/end")
def destroy(reference: str, number: int) -> ResponseReturnValue:
    """Take the code off the screen, for good."""
    cookie.pop("renewed", None)
    return go_to("staff.complaints.show", reference=reference)


def _do(form: WordsForm, reference: str, number: int, session: Session, doing: Deed) -> None:
    renewals.renew(session, reference, number, form.text, lookup_key(), doing)


def _show_once(key: str) -> ResponseReturnValue:
    cookie["renewed"] = [request.path, key, now().isoformat()]
    return go_to(".new", **(request.view_args or {}))


def _renewed(reference: str, number: int) -> Renewed | None:
    """Return the code that this member of staff has just made here."""
    path, key, at = cookie.get("renewed") or ("", "", "")
    if path != request.path or now() - datetime.fromisoformat(at) > SHOWN_FOR:
        return None
    made = Deed(deed().by, now(), key=key)
    with reading() as session:
        where = url_for("resident.sign_ins.new")
        return renewals.find(session, me(), reference, number, lookup_key(), where, made)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    number = int((request.view_args or {})["number"])
    party = next((each for each in case.parties if each.number == number), None) or abort(404)
    state = case.complaint.party(number)
    said, minded = (
        {each.value: each.label for each in CAUTIONS},
        state.preferences.cautions if state.preferences else (),
    )
    return draw(
        "staff/renewals/new.html",
        case,
        status=status,
        form=form,
        party=party,
        role=state.role,
        cautions=[said[caution.value] for caution in minded],
        may_renew=may_renew(case.complaint, state),
    )
