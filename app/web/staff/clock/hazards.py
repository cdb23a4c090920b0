"""A danger in a home as the staff have it: its clock first, then what is known, and a page for each thing done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session

from app.domain.clock.duties import letters_gone
from app.domain.clock.duty_kinds import DutyKind
from app.domain.clock.hazard_states import HazardState, ToDo, one, to_do
from app.domain.deed import Deed, london_day
from app.domain.landlord.permissions import Permission
from app.domain.refused import Refused
from app.now import now
from app.services.case.desks import Desk
from app.services.clock import hazards
from app.web.forms import Form
from app.web.languages import language
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.clock import hazard_forms as forms
from app.web.staff.clock import hazard_step_forms as step_forms
from app.web.staff.clock.dates import Due, due, due_at
from app.web.staff.clock.hazard_forms import HazardForm
from app.web.staff.guards import guarded, may
from app.words.dates import in_full
from app.words.moments import moment
from app.words.say import say

bp = guarded(
    Blueprint("hazards", __name__, url_prefix="/complaints/<reference>/hazards"),
    may_read=Permission.DEAL_WITH_HAZARDS,
    may_write=Permission.DEAL_WITH_HAZARDS,
)

FORMS: Mapping[str, type[HazardForm]] = {
    "decision": forms.DecisionForm,
    "lateness": forms.LatenessForm,
    "assessment": forms.AssessForm,
    "investigation": step_forms.InvestigationForm,
    "summary": step_forms.SummaryForm,
    "date": step_forms.MoveForm,
    "safety": step_forms.SafetyForm,
    "works": step_forms.WorksForm,
    "accommodation": step_forms.AccommodationForm,
    "access": step_forms.AccessForm,
    "day-nought": forms.EarlierForm,
}
"""What may be done with a hazard, by its name in the address, the most pressing first."""
CREATE = "create-"
FOR_APPROVERS = ("decision", "lateness")


class Step(NamedTuple):
    """Something still to be done about a hazard, and by when."""

    what: str
    due: Due


class Panel(NamedTuple):
    """A hazard at the top of a page: what it is, what is to be done by when, and how those dates came about."""

    number: int
    kinds: str
    severity: str
    urgent: bool
    binds: bool
    steps: list[Step]
    counted: list[str]


def panels(case: Desk) -> list[Panel]:
    """Return the hazards of a case about which something is still to be done."""
    return [found for found in (panel(case, hazard) for hazard in case.complaint.hazards) if found.steps]


def panel(case: Desk, hazard: HazardState) -> Panel:
    """Return one hazard as it stands at the top of a page."""
    return Panel(
        number=hazard.number,
        kinds=", ".join(say(kind, language()) for kind in hazard.kinds),
        severity=say(hazard.severity, language()),
        urgent=hazard.dates.safe_at is not None and hazard.is_one,
        binds=bool(hazard.law),
        steps=[_step(case, each) for each in to_do(hazard, letters_gone(case.complaint))],
        counted=[say(step, language()) for step in hazards.steps(hazard, case.terms)],
    )


def _step(case: Desk, step: ToDo) -> Step:
    at = now()
    when = due(step.by, london_day(at), case.terms.calendar) if step.at is None else due_at(step.at, at)
    return Step(say(step.step, language()), when)


@bp.get("/new")
def new(reference: str) -> ResponseReturnValue:
    return _ask_new(desk(), forms.RaiseForm())


@bp.post("/new")
def create(reference: str) -> ResponseReturnValue:
    form = forms.RaiseForm()
    return act(form, lambda *doing: _keep(form, reference, 0, *doing), _ask_new, str(form.done))


@bp.get("/<int:number>")
def show(reference: str, number: int) -> ResponseReturnValue:
    case = desk()
    hazard = _one(case, number)
    open_now = [(noun, form) for noun, form in FORMS.items() if _is_open(case, hazard, noun)]
    return draw(
        "staff/hazards/show.html",
        case,
        panel=panel(case, hazard),
        rows=list(_rows(case, hazard)),
        deeds=[(str(form.title), _address(reference, number, noun)) for noun, form in open_now],
    )


def new_deed(reference: str, number: int) -> ResponseReturnValue:
    case, form = desk(), FORMS[_noun()]()
    form.begin(_one(case, number))
    return _ask(case, form)


def create_deed(reference: str, number: int) -> ResponseReturnValue:
    noun = _noun()
    if noun in FOR_APPROVERS and not may(Permission.APPROVE_HAZARDS):
        abort(404)
    form = FORMS[noun]()
    return act(form, lambda *doing: _keep(form, reference, number, *doing), _ask, str(form.done))


for name in FORMS:
    where = f"/<int:number>/{name}"
    bp.add_url_rule(where, name, new_deed, methods=["GET"])
    bp.add_url_rule(where, f"{CREATE}{name}", create_deed, methods=["POST"])


def _noun() -> str:
    """Return which of the forms this address is of."""
    return (request.endpoint or "").rpartition(".")[2].removeprefix(CREATE)


def _keep(form: HazardForm, reference: str, number: int, session: Session, doing: Deed) -> None:
    form.keep(session, reference, number, doing)


def _ask_new(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    return draw("staff/hazards/new.html", case, form=form, status=status, action=request.path, hazard=None)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    noun, hazard = _noun(), _one(case, (request.view_args or {})["number"])
    if not _is_open(case, hazard, noun):
        abort(404)
    return draw(
        "staff/hazards/new.html",
        case,
        form=form,
        status=status,
        action=request.path,
        hazard=panel(case, hazard),
        asked=hazard.proposed if noun == "decision" else None,
    )


def _is_open(case: Desk, hazard: HazardState, noun: str) -> bool:
    if noun in FOR_APPROVERS and not may(Permission.APPROVE_HAZARDS):
        return False
    if noun == "lateness":
        return case.complaint.has_task(DutyKind.LATE_HAZARD, hazard.number)
    return FORMS[noun].is_open(hazard)


def _one(case: Desk, number: int) -> HazardState:
    try:
        return one(case.complaint.hazards, number)
    except Refused:
        abort(404)


def _address(reference: str, number: int, noun: str) -> str:
    return url_for(f"staff.hazards.{noun}", reference=reference, number=number)


def _rows(case: Desk, hazard: HazardState) -> Iterator[dict[str, object]]:
    """Yield what is known of a hazard, a row each; what has not happened yet is left out."""
    known, spoken = hazard.known, language()
    first = moment(known.at, spoken) if known.at is not None else in_full(known.on, spoken)
    yield {"key": gettext("What is dangerous"), "value": [say(kind, spoken) for kind in hazard.kinds]}
    yield {"key": gettext("First known"), "value": [first, say(hazard.source, spoken)]}
    yield {"key": gettext("What we were told"), "value": case.said(hazard.said)}
    yield {"key": gettext("How serious"), "value": say(hazard.severity, spoken) if hazard.assessed else ""}
    yield {"key": gettext("Why"), "value": case.said(hazard.reasons)}
    yield {"key": gettext("Who lives there"), "value": [say(each, spoken) for each in hazard.at_home]}
    yield {"key": gettext("The home"), "value": say(hazard.tenure, spoken)}
    happened = {
        gettext("Looked at"): hazard.investigated_on,
        gettext("Made safe"): hazard.safe_on,
        gettext("Works begun"): hazard.works_on,
        gettext("Somewhere else offered"): hazard.accommodation_on,
    }
    yield from ({"key": key, "value": in_full(day, spoken)} for key, day in happened.items() if day is not None)
    yield {"key": gettext("Tries to reach them"), "value": [say(each, spoken) for each in hazard.tries]}
