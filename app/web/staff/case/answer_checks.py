"""The quality check (S10): a second person reads the very letter that will go, agrees to it or gives it back."""

from __future__ import annotations

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import HiddenField, TextAreaField

from app.domain.case import answer_checks as rules
from app.domain.case.check_states import CheckState
from app.domain.deed import Deed, london_day
from app.domain.landlord.answerers import may_check
from app.domain.landlord.permissions import Permission
from app.domain.refused import Refused
from app.now import now
from app.services.case import answer_checks
from app.services.case.desks import Desk
from app.services.mail import letters
from app.web import landlord
from app.web.answers import own_words
from app.web.deed import deed
from app.web.forms import Form
from app.web.languages import language
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.clock.dates import due
from app.web.staff.guards import answers, guarded, me
from app.words.mail.blocks import Block
from app.words.say import say

# Everybody who may check either stage has this; whose check it is, the landlord sets.
bp = guarded(
    Blueprint("answer_checks", __name__, url_prefix="/complaints/<reference>/checks"),
    may_read=Permission.CHECK_ANSWERS,
    may_write=Permission.CHECK_ANSWERS,
)


class CheckForm(Form):
    """What a second person says; `letter` is the mark of the letter that they have looked at."""

    letter = HiddenField()
    words = TextAreaField(
        _l("If something must change, say what"),
        filters=[own_words],
        description=_l("Who wrote it reads this. It is not sent to the resident."),
    )


@bp.get("/<int:number>")
def show(reference: str, number: int) -> ResponseReturnValue:
    return _show(desk(), CheckForm(), number)


@bp.post("/<int:number>/decision")
def decide(reference: str, number: int) -> ResponseReturnValue:
    form, agrees = CheckForm(), request.form.get("decision") == "yes"
    _of_mine(desk(people=False), number)
    done = gettext("The answer is written. See under Letters how it goes.") if agrees else gettext("Given back.")

    def do(session: Session, doing: Deed) -> None:
        if agrees:
            answer_checks.approve(session, reference, number, form.letter.data or "", doing, form.words.data or "")
        else:
            answer_checks.give_back(session, reference, number, form.words.data or "", doing)

    return act(form, do, lambda case, asked, status: _show(case, asked, number, status), done)


@bp.post("/<int:number>/end")
def destroy(reference: str, number: int) -> ResponseReturnValue:
    """Take an answer back, so that it can be changed."""
    if not answers(_find(desk(people=False), number).stage):
        abort(404)
    return act(
        CheckForm(),
        lambda session, doing: answer_checks.take_back(session, reference, number, doing),
        lambda case, asked, status: _show(case, asked, number, status),
        gettext("Taken back. It can be changed, and must be checked again before it goes."),
    )


def _find(case: Desk, number: int) -> CheckState:
    """Return a check of this case; 404 where it has none of this number."""
    return next((each for each in case.complaint.answer_checks if each.number == number), None) or abort(404)


def _of_mine(case: Desk, number: int) -> CheckState:
    check = _find(case, number)
    return check if may_check(landlord.current(), me().roles, check.stage) else abort(404)


def _show(case: Desk, form: Form, number: int, status: int = 200) -> ResponseReturnValue:
    check, ours = _find(case, number), landlord.current()
    waits = rules.waiting(case.complaint) == check
    blocks, outdated = _letter(case, number) if waits else (None, "")
    if isinstance(form, CheckForm):
        form.letter.data = answer_checks.mark_of(blocks) if blocks else ""
    mine = waits and may_check(ours, me().roles, check.stage)
    barred = rules.may_check(case.complaint, check, me().id)
    may_decide = mine and not barred
    stage = case.complaint.at_stage(check.stage) or abort(404)
    return draw(
        "staff/answer_checks/show.html",
        case,
        form=form,
        status=status,
        check=check,
        waits=waits,
        blocks=blocks,
        outdated=outdated,
        changes=answer_checks.since_returned(case, number, blocks, ours, deed()) if blocks else (),
        written_in=letters.written_in(case.complaint),
        due=due(stage.respond_by, london_day(now()), case.terms.calendar),
        others=[
            member.name
            for member in case.present
            if may_check(ours, member.roles, check.stage) and not rules.may_check(case.complaint, check, member.id)
        ],
        may_decide=may_decide,
        barred=barred if mine else (),
        may_take_back=waits and not may_decide and answers(check.stage),
    )


def _letter(case: Desk, number: int) -> tuple[list[Block] | None, str]:
    """Return the letter that agreeing would issue, or why it can only be given back."""
    try:
        return answer_checks.letter_of(case, number, landlord.current(), deed()), ""
    except Refused as refusal:
        return None, say(refusal.why, language())
