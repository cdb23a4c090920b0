"""What a contractor's people have to do for us: their own list, and of each case what they need for it (5.4, 5.5)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flask import Blueprint, abort, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from werkzeug import Response

from app.db import reading, writing
from app.domain.case.contribution_states import ContributionState
from app.domain.clock.duty_kinds import DutyKind
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.domain.promises.ledger import Approach, PromiseState
from app.now import now
from app.services.case import jobs
from app.services.case.jobs import Job
from app.services.clock import duties
from app.services.landlord import looked_at
from app.services.landlord.looked_at import How
from app.web import landlord, pages
from app.web.attempts import Act, attempt
from app.web.deed import deed
from app.web.forms import Form
from app.web.languages import language, phrases
from app.web.page import go_to, page
from app.web.staff.case.contributions import GIVE, GIVE_HINT
from app.web.staff.case.job_forms import DoneForm, ProposalForm
from app.web.staff.case.opening import meanwhile
from app.web.staff.case.words import WordsForm
from app.web.staff.clock.dates import due_by
from app.web.staff.clock.duties import KEY
from app.web.staff.guards import guarded, me
from app.web.staff.promises.deeds import PromiseDeed
from app.web.staff.promises.questions import AccessForm, AppointmentForm
from app.words.say import say

bp = guarded(
    Blueprint("jobs", __name__, url_prefix="/jobs"),
    may_read=Permission.WORK_AS_CONTRACTOR,
    may_write=Permission.WORK_AS_CONTRACTOR,
)


def _finish(form: DoneForm, reference: str, number: int, session: Session, doing: Deed) -> None:
    day = form.happened_on.data or doing.on
    jobs.finish(session, me(), reference, number, day, form.proof.data or "", form.taken, doing)


def _propose(form: ProposalForm, reference: str, number: int, session: Session, doing: Deed) -> None:
    jobs.propose(session, me(), reference, number, form.new_date.data, form.words.data or "", doing)


def _try(form: AccessForm, reference: str, number: int, session: Session, doing: Deed) -> None:
    day = form.happened_on.data or doing.on
    jobs.try_access(session, me(), reference, number, Approach(form.by.data), day, form.words.data or "", doing)


def _miss(form: AppointmentForm, reference: str, number: int, session: Session, doing: Deed) -> None:
    jobs.miss_appointment(session, me(), reference, number, form.happened_on.data or doing.on, doing)


WRITTEN = _l("It is written down.")
DEEDS: Mapping[str, PromiseDeed] = {
    "proof": PromiseDeed(
        _l("It is done"), DoneForm, _l("Send it"), _finish, _l("Thank you. The landlord sees it now.")
    ),
    "date": PromiseDeed(
        _l("Ask for another day"),
        ProposalForm,
        _l("Send it"),
        _propose,
        _l("The landlord decides and tells the resident. Until then the day stays as it is."),
    ),
    "access": PromiseDeed(_l("You could not get in"), AccessForm, _l("Write it down"), _try, WRITTEN),
    "appointment": PromiseDeed(_l("You missed an appointment"), AppointmentForm, _l("Write it down"), _miss, WRITTEN),
}


@bp.get("")
def index() -> ResponseReturnValue:
    at = now()
    with reading() as session:
        found = jobs.to_do(session, me(), pages.place(*KEY))
        calendar = duties.calendar(session, landlord.current())
    rows = [
        {
            "reference": line.reference,
            "due": due_by(line.due_on, line.due_minute, at, calendar),
            "duty": say(DutyKind(line.kind), language()),
        }
        for line in found.lines
    ]
    return page("staff/jobs/index.html", rows=rows, links=pages.links(found))


@bp.get("/<reference>")
def show(reference: str) -> ResponseReturnValue:
    return _draw("staff/jobs/show.html", _find(reference), deeds={name: each.title for name, each in DEEDS.items()})


@bp.get("/<reference>/promises/<int:number>/<deed>")
def new(reference: str, number: int, deed: str) -> ResponseReturnValue:
    return _ask_about(reference, number, deed, _of(deed).form())


@bp.post("/<reference>/promises/<int:number>/<deed>")
def create(reference: str, number: int, deed: str) -> ResponseReturnValue:
    """Do it, and go back to what else there is: with what was done, the case may be theirs no longer."""
    doing = _of(deed)
    form = doing.form()
    return _act(
        form,
        lambda session, asked: doing.do(form, reference, number, session, asked),
        lambda status: _ask_about(reference, number, deed, form, status),
        str(doing.thanks),
    )


@bp.get("/<reference>/parts/<int:number>")
def part(reference: str, number: int) -> ResponseReturnValue:
    return _ask_for_part(reference, number, WordsForm(GIVE, GIVE_HINT))


@bp.post("/<reference>/parts/<int:number>")
def give(reference: str, number: int) -> ResponseReturnValue:
    form = WordsForm(GIVE, GIVE_HINT)
    return _act(
        form,
        lambda session, asked: jobs.give_part(session, me(), reference, number, form.text, asked),
        lambda status: _ask_for_part(reference, number, form, status),
        gettext("Thank you. Whoever writes the answer sees it."),
    )


def _act(form: Form, do: Act, again: Callable[[int], ResponseReturnValue], done: str) -> ResponseReturnValue:
    if (refused := attempt(form, deed(), do, again, meanwhile)) is not None:
        return refused
    flash(done)
    return go_to(".index")


def _find(reference: str) -> Job:
    """Return a case in which something is theirs to do, and note who looked; 404 for every other."""
    looks = deed()
    with reading() as session:
        found = jobs.find(session, me(), reference) or abort(404)
        news = looked_at.is_news(session, found.case_id, How.OPENED, looks, few=found.few)
    if news:
        with writing() as session:
            looked_at.note(session, found.case_id, How.OPENED, looks)
    return found


def _of(name: str) -> PromiseDeed:
    return DEEDS.get(name) or abort(404)


def _ask_about(reference: str, number: int, name: str, form: Form, status: int = 200) -> ResponseReturnValue:
    job = _find(reference)
    promise: PromiseState = next((each for each in job.promises if each.number == number), None) or abort(404)
    title, button_text = _of(name).title, _of(name).button
    return _draw(
        "staff/jobs/deed.html", job, promise=promise, title=title, button_text=button_text, form=form, status=status
    )


def _ask_for_part(reference: str, number: int, form: Form, status: int = 200) -> ResponseReturnValue:
    job = _find(reference)
    asked: ContributionState = next((each for each in job.parts if each.number == number), None) or abort(404)
    return _draw("staff/jobs/part.html", job, part=asked, form=form, status=status)


def _draw(template: str, job: Job, *, status: int = 200, **context: Any) -> Response:
    return page(template, status=status, job=job, **phrases(), **context)
