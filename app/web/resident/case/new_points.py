"""Something new has gone wrong: told in their own words, and a person decides by a day what becomes of it (6.8)."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.services.case import new_points
from app.services.case.pages import CasePage
from app.web.answers import LONGEST_WORDS, Needed, words_field
from app.web.forms import Form
from app.web.resident.case.opening import act, draw, opened
from app.web.resident.guards import mine

bp = Blueprint("new_points", __name__, url_prefix="/<reference>/new-point")


class NewPointForm(Form):
    """Their own words."""

    words = words_field(
        _l("What has gone wrong?"),
        Needed(_l("Tell us what has gone wrong")),
        description=_l("Write it in your own words, in any language."),
    )


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask(opened(), NewPointForm())


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    opened()
    form = NewPointForm()
    done = gettext("Thank you. We have got it. We write to you what we do with it, and why.")
    return act(form, lambda *doing: _raise(form, *doing), _ask, done)


def _raise(form: NewPointForm, session: Session, doing: Deed) -> None:
    new_points.raise_point(session, mine().reference, mine().party, form.words.data or "", doing)


def _ask(case: CasePage, form: Form, status: int = 200) -> ResponseReturnValue:
    if case.complaint.kin.merged_into:
        abort(404)
    return draw("resident/new_points/new.html", case, form=form, status=status, longest=LONGEST_WORDS)
