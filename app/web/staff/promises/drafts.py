"""Promises that we mean to make: put to the resident before the answer, with what they say of each (7.3, ruling 23)."""

from __future__ import annotations

from typing import NamedTuple

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.domain.promises import drafts as rules
from app.services.case.desks import Desk
from app.services.promises import drafts
from app.web.attempts import Act
from app.web.forms import Form
from app.web.languages import language
from app.web.page import go_to
from app.web.spoken import in_words
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.guards import guarded
from app.web.staff.promises.questions import promised, promised_by
from app.words.dates import in_full
from app.words.say import say

bp = guarded(
    Blueprint("promise_drafts", __name__, url_prefix="/complaints/<reference>/promise-drafts"),
    may_read=Permission.CHECK_ANSWERS,
    may_write=Permission.CHECK_ANSWERS,
)


class DraftForm(Form):
    """What we mean to do, and by when."""

    words = promised(_l("What do we mean to promise?"), _l("In words the resident understands: they read this."))
    due_on = promised_by()


class Meant(NamedTuple):
    """One of them, said."""

    number: int
    what: str
    by: str
    reply: str
    words: str
    objects: bool


@bp.get("")
def index(reference: str) -> ResponseReturnValue:
    return _ask(desk(people=False), DraftForm())


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = DraftForm()

    def do(session: Session, doing: Deed) -> None:
        drafts.draft(session, reference, form.words.data or "", form.due_on.data, doing)

    return act(form, do, _ask, onward=lambda: go_to(".index", reference=reference))


@bp.post("/<int:number>/look")
def look(reference: str, number: int) -> ResponseReturnValue:
    """Somebody has read what they would have otherwise."""
    return _settle(reference, lambda session, doing: drafts.look_at(session, reference, number, doing))


@bp.post("/<int:number>/end")
def destroy(reference: str, number: int) -> ResponseReturnValue:
    """Take it back: nobody is asked about it any longer."""
    return _settle(reference, lambda session, doing: drafts.take_back(session, reference, number, doing))


def so_far(case: Desk) -> list[Meant]:
    """Return what the resident was asked about before the answer that is on, with what they said."""
    return [
        Meant(
            each.number,
            in_words(case, each.said),
            in_full(each.due_on, language()),
            say(each.reply, language()) if each.reply else "",
            in_words(case, each.replied),
            each.objects,
        )
        for each in rules.open_ones(case.complaint)
    ]


def advice(case: Desk) -> list[str]:
    """Return what to think over before the answer goes: it holds none."""
    return [
        gettext(
            "The resident would like something else instead of planned promise %(number)s. Look at what they said.",
            number=each.number,
        )
        for each in rules.open_ones(case.complaint)
        if each.objects
    ]


def _settle(reference: str, do: Act) -> ResponseReturnValue:
    return act(Form(), do, _ask_anew, onward=lambda: go_to(".index", reference=reference))


def _ask_anew(case: Desk, form: Form, status: int) -> ResponseReturnValue:
    return _ask(case, DraftForm(formdata=None).instead_of(form), status)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if case.complaint.unanswered is None:
        abort(404)
    return draw("staff/promise_drafts/index.html", case, form=form, status=status, meant=so_far(case))
