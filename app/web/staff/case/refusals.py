"""Not accepting a complaint, or a part of it (S8): proposed with its letter, decided by a second person (2.1–2.5)."""

from __future__ import annotations

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.db import reading
from app.domain.case.findings import points_to_answer
from app.domain.case.not_accepted import RefusalStanding, RefusalState
from app.domain.case.refusals import stage_open
from app.domain.changed import Changed
from app.domain.clock.duty_kinds import DutyKind
from app.domain.clock.profiles import Ground
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.domain.refused import Refused
from app.services.case import refusals
from app.services.case.desks import Desk
from app.services.mail import letters
from app.web import landlord
from app.web.deed import deed
from app.web.forms import Form
from app.web.languages import language
from app.web.staff.case.opening import act, desk, draw, explained, meanwhile
from app.web.staff.case.refusing import RefusalForm
from app.web.staff.case.words import WordsForm
from app.web.staff.guards import guarded, may, me
from app.words.mail.blocks import Block
from app.words.say import say

bp = guarded(
    Blueprint("refusals", __name__, url_prefix="/complaints/<reference>/refusals"),
    may_read=Permission.PROPOSE_REFUSALS,
    may_write=Permission.PROPOSE_REFUSALS,
)
LABEL = _l("If you do not agree, say why")
HINT = _l("Who proposed it reads this. It is not sent to the resident.")


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    return _ask(desk(), RefusalForm())


@bp.post("/preview")
def preview(reference: str) -> ResponseReturnValue:
    """Show under the form the letter that would go, word for word; nothing is kept."""
    case, form, doing = desk(), RefusalForm(), deed()
    if not form.validate_on_submit():
        return _ask(case, form, 422)
    try:
        with reading() as session:
            blocks = refusals.preview(session, reference, form.draft(), doing)
    except Refused as refusal:
        return _ask(case, explained(form, refusal), 422)
    except Changed as changed:
        form.form_errors.append(meanwhile(changed))
        return _ask(case, form, 409)
    return _ask(case, form, blocks=blocks)


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = RefusalForm()
    done = gettext("Proposed. A second person decides. Every date stays as it is until the letter has gone.")
    return act(form, lambda session, doing: refusals.propose(session, reference, form.draft(), doing), _ask, done)


@bp.get("/<int:number>")
def show(reference: str, number: int) -> ResponseReturnValue:
    return _show(desk(), WordsForm(LABEL, HINT), number)


@bp.post("/<int:number>/decision")
def decide(reference: str, number: int) -> ResponseReturnValue:
    if not may(Permission.DECIDE_REFUSALS):
        abort(404)
    form, agrees = WordsForm(LABEL, HINT), request.form.get("decision") == "yes"
    done = gettext("The letter is written. See under Letters how it goes.") if agrees else gettext("Given back.")

    def do(session: Session, doing: Deed) -> None:
        if agrees:
            refusals.approve(session, reference, number, doing, form.text)
        else:
            refusals.give_back(session, reference, number, form.text, doing)

    return act(form, do, lambda case, asked, status: _show(case, asked, number, status), done)


def find(case: Desk, number: int) -> RefusalState:
    """Return a refusal of this case; 404 where it has none of this number."""
    return next((each for each in case.complaint.refusals if each.number == number), None) or abort(404)


def _ask(case: Desk, form: Form, status: int = 200, blocks: list[Block] | None = None) -> ResponseReturnValue:
    try:
        stage_open(case.complaint)
    except Refused:
        abort(404)
    if isinstance(form, RefusalForm):
        _offer(case, form)
    return draw(
        "staff/refusals/new.html",
        case,
        form=form,
        status=status,
        blocks=blocks,
        written_in=letters.written_in(case.complaint),
        months=case.terms.profile.complain_within_months,
        over_time=Ground.OVER_TIME_LIMIT.value,
        at_court=Ground.COURT_CLAIM.value,
    )


def _offer(case: Desk, form: RefusalForm) -> None:
    with reading() as session:
        policy = refusals.policy(session, case.terms.profile)
    form.ground.choices = [SelectChoice(ground.value, say(ground, language())) for ground in policy]
    left = points_to_answer(case.complaint)
    form.points.choices = [
        SelectChoice(point.number, case.said(point.said) or say(case.gone(point.said), language()))
        for point in case.complaint.definition.points
        if point.number in left
    ]


def _show(case: Desk, form: Form, number: int, status: int = 200) -> ResponseReturnValue:
    refusal = find(case, number)
    waits = refusal.standing is RefusalStanding.PROPOSED
    blocks, barred = _letter(case, number) if waits else (None, "")
    return draw(
        "staff/refusals/show.html",
        case,
        form=form,
        status=status,
        refusal=refusal,
        words=[point.said for point in case.complaint.definition.points if _is_of(refusal, case, point.number)],
        blocks=blocks,
        barred=barred,
        written_in=letters.written_in(case.complaint),
        may_decide=waits and may(Permission.DECIDE_REFUSALS) and refusal.proposal.by != me().id,
        may_overturn=refusal.in_force and may(Permission.DECIDE_REFUSALS),
        look_again=case.complaint.has_task(DutyKind.LOOK_AT_REFUSAL, number) and may(Permission.DECIDE_REFUSALS),
        to_finish=any(
            case.complaint.has_task(kind, number) for kind in (DutyKind.OMBUDSMAN_DATE, DutyKind.TAKE_ON_POINTS)
        ),
    )


def _is_of(refusal: RefusalState, case: Desk, point: int) -> bool:
    return refusal.proposal.version == case.complaint.definition.version and point in refusal.proposal.points


def _letter(case: Desk, number: int) -> tuple[list[Block] | None, str]:
    """Return the letter that agreeing would issue, or why nobody can agree any more."""
    try:
        return refusals.letter_of(case, number, landlord.current(), deed()), ""
    except Refused as refusal:
        return None, say(refusal.why, language())
