"""My work (S2): whatever somebody must do next, in the order of its dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from app.db import reading
from app.domain.clock.calendar import Calendar
from app.domain.clock.duty_kinds import Duty, DutyKind
from app.domain.clock.profiles import Stage
from app.domain.landlord.permissions import Permission
from app.now import now
from app.services.case.saved_filters import Place
from app.services.clock import duties
from app.services.clock.duties import Filters, Queue, View
from app.services.landlord import landlord as settings
from app.services.landlord import staff
from app.store.case.filters import EVERY
from app.store.clock.duties import QueueLine
from app.store.landlord.staff import Member
from app.web import landlord, pages
from app.web.languages import language
from app.web.page import page
from app.web.staff.case.deeds import is_mine_to_do
from app.web.staff.case.filters import CasesForm, offer
from app.web.staff.case.flags import Flags, flags
from app.web.staff.case.holders import Address, Holder, holder, shared, with_others
from app.web.staff.case.saved_filters import shelf
from app.web.staff.clock.dates import Due, due_by
from app.web.staff.guards import guarded, may, me
from app.words.say import say

bp = guarded(Blueprint("duties", __name__), may_read=Permission.READ_COMPLAINTS, may_write=Permission.READ_COMPLAINTS)

VIEWS = {
    View.MINE: _l("Mine"),
    View.TEAM: _l("The team’s"),
    View.UNASSIGNED: _l("Nobody’s yet"),
    View.LATE: _l("Late"),
}
KEY = (pages.day, pages.number, pages.number, str, pages.number, pages.number)


class FiltersForm(CasesForm):
    """What to show, asked in the address so that it can be shared."""

    duty = SelectField(_l("What is to be done"))


class Line(NamedTuple):
    """One line of the queue, said."""

    id: str
    reference: str
    address: str
    deed: str
    due: Due
    duty: str
    resident: str
    stage: int
    flags: Flags
    holder: Holder


@bp.get("/work")
def index() -> ResponseReturnValue:
    mine, at, ours = me(), now(), landlord.current()
    form = FiltersForm(request.args)
    with reading() as session:
        present = staff.present(session)
        form.know(present, ours)
        filters = _filters(form)
        queue = duties.queue(session, mine, filters, pages.place(*KEY), ours, at)
        kept = shelf(session, Place.WORK)
    _count(form, filters, queue)
    return page(
        "staff/duties/index.html",
        status=422 if form.errors else 200,
        form=form,
        filters=filters,
        narrowed=bool(filters.kind or filters.cases != EVERY or form.errors),
        views=VIEWS,
        shelf=kept,
        too_few=may(Permission.SET_LANDLORD) and not settings.enough_for_safeguarding(present),
        total=sum(count.all for count in queue.counts),
        late=sum(count.late for count in queue.counts),
        dangers=sum(count.all for count in queue.counts if count.kind == DutyKind.DANGER.value),
        rows=_rows(queue.page.lines, mine, at, queue.calendar),
        shared=shared(request.full_path),
        links=pages.links(queue.page),
    )


def _rows(lines: Sequence[QueueLine], mine: Member, at: datetime, calendar: Calendar) -> list[Line]:
    spoken, nameless = language(), gettext("No name given")
    assigns = may(Permission.ASSIGN)
    cases, handlers = Address("staff.complaints.show"), Address("staff.handlers.create")
    dues = {when: due_by(*when, at, calendar) for when in {line[:2] for line in lines}}
    cells = with_others([holder(line, mine, assigns=assigns, spoken=spoken, address=handlers) for line in lines])
    return [
        Line(
            cell.id,
            line.reference,
            cases.of(line.reference),
            f"{cases.of(line.reference)}/duties/{cell.row}" if is_mine_to_do(_duty(line)) else "",
            dues[line[:2]],
            cell.duty,
            line.resident or nameless,
            line.at_stage,
            flags(line.flags, line.language),
            cell,
        )
        for line, cell in zip(lines, cells, strict=True)
    ]


def _duty(line: QueueLine) -> Duty:
    return Duty(DutyKind(line.kind), line.due_on, Stage(line.stage) if line.stage else None, line.number)


def _filters(form: FiltersForm) -> Filters:
    """Return what is asked for: whose it is, said twice, is said by name."""
    offer(form.duty, gettext("Anything"), [(kind.value, "") for kind in DutyKind])
    cases = form.narrowed()
    view = _member(View, request.args.get("view")) or View.MINE
    if view is not View.LATE and (cases.nobodys or cases.handler is not None):
        view = View.TEAM
    return Filters(view, _member(DutyKind, form.duty.data), cases)


def _member(of: Any, text: str | None) -> Any:
    return next((each for each in of if each.value == text), None)


def _count(form: FiltersForm, filters: Filters, queue: Queue) -> None:
    """Offer the kinds of duty there are, with how many of each."""
    counted = {count.kind: count for count in queue.counts}
    there_are = [kind for kind in DutyKind if kind.value in counted or kind is filters.kind]
    offer(form.duty, gettext("Anything"), [(kind.value, _counted(kind, counted)) for kind in there_are])


def _counted(kind: DutyKind, counted: dict[str, Any]) -> str:
    count = counted.get(kind.value)
    words = {"duty": say(kind, language()), "all": count.all if count else 0, "late": count.late if count else 0}
    if words["late"]:
        return gettext("%(duty)s (%(all)s, %(late)s late)", **words)
    return gettext("%(duty)s (%(all)s)", **words)
