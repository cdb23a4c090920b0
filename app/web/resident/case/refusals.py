"""We did not accept this (R29): why, what shows it, the right to go to the Ombudsman, and to ask us again (2.4)."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import TextAreaField
from wtforms.validators import Length

from app.domain.case.not_accepted import RefusalStanding, RefusalState
from app.domain.clock.duty_kinds import DutyKind
from app.domain.deed import Deed
from app.services.case import refusals
from app.services.case.pages import CasePage
from app.web.answers import LONGEST_WORDS, SHORTEN
from app.web.forms import Form
from app.web.resident.case.opening import Ask, act, draw, opened
from app.web.resident.guards import mine

bp = Blueprint("refusals", __name__, url_prefix="/<reference>/refusals/<int:number>")
TOLD = frozenset({RefusalStanding.WRITTEN, RefusalStanding.STANDS, RefusalStanding.OVERTURNED})
"""What a resident hears of: not what is still being decided, or was not agreed to."""


class LookAgainForm(Form):
    """Look at it again, please: it never needs a reason."""

    words = TextAreaField(
        _l("Tell us why, if you like"),
        [Length(max=LONGEST_WORDS, message=SHORTEN)],
        description=_l("You can leave this empty."),
    )


@bp.get("")
def show(reference: str, number: int) -> ResponseReturnValue:
    return _ask(number)(opened(), LookAgainForm(), 200)


@bp.post("")
def look_again(reference: str, number: int) -> ResponseReturnValue:
    opened()
    form = LookAgainForm()
    done = gettext("You have asked us to look again. A complaints officer will, and will write to you.")

    def do(session: Session, doing: Deed) -> None:
        refusals.ask_to_look(session, reference, number, mine().party, form.words.data or "", doing)

    return act(form, do, _ask(number), done)


def told(case: CasePage) -> list[RefusalState]:
    """Return the refusals that the resident hears of, the newest first."""
    return [each for each in reversed(case.complaint.refusals) if each.standing in TOLD]


def _ask(number: int) -> Ask:
    def ask(case: CasePage, form: Form, status: int) -> ResponseReturnValue:
        refusal = next((each for each in told(case) if each.number == number), None) or abort(404)
        return draw(
            "resident/refusals/show.html",
            case,
            form=form,
            status=status,
            refusal=refusal,
            words=_points(case, refusal),
            asked=case.complaint.has_task(DutyKind.LOOK_AT_REFUSAL, number),
            longest=LONGEST_WORDS,
        )

    return ask


def _points(case: CasePage, refusal: RefusalState) -> list[str]:
    """Return what was refused, in words; nothing where it is all of it, or the points have new words since."""
    definition, asked = case.complaint.definition, refusal.proposal
    if asked.part is not None:
        return [case.said(asked.part)]
    theirs = asked.points if asked.version == definition.version else ()
    return [case.said(each.said) for each in definition.points if each.number in theirs]
