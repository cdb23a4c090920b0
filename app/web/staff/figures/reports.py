"""The figures of a period as tables, and behind each figure the complaints that it counts (8.1, S15)."""

from __future__ import annotations

from typing import Any, NamedTuple

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l

from app.db import reading
from app.domain.case.phases import Phase
from app.domain.clock.profiles import Stage
from app.domain.figures.breakdowns import DIMENSIONS
from app.domain.figures.periods import Basis
from app.domain.figures.reconciliation import Fault
from app.domain.figures.reports import Asked
from app.domain.figures.tables import Figure, figures
from app.domain.landlord.permissions import Permission
from app.now import now
from app.services.figures import kept, lists
from app.services.figures.kept import Shown
from app.store.figures.lists import MEASURES, CaseLine, Sought
from app.web import pages
from app.web.languages import language
from app.web.page import go_to, page
from app.web.staff.figures.asked import BASES, PERIODS, AskedFor, asked_for, days_form
from app.web.staff.figures.packs import PACKS
from app.web.staff.guards import guarded, may, me
from app.web.staff.spreadsheets import sent_as
from app.words.catalogues import catalogue
from app.words.dates import short_with_year
from app.words.figures import glance, measures
from app.words.figures.faults import fault_said
from app.words.moments import moment
from app.words.say import say

bp = guarded(
    Blueprint("figures", __name__),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.READ_COMPLAINTS,
)
FILES = {
    "ods": _l("Take them away as ODS"),
    "xlsx": _l("Take them away as XLSX"),
    "csv": _l("Take them away as CSV"),
}
KEY = (pages.day, pages.number)


class Line(NamedTuple):
    """One complaint behind a figure, said."""

    reference: str
    begun_on: str
    phase: str
    responded_on: str


@bp.get("/figures")
def index() -> ResponseReturnValue:
    asked = asked_for()
    form, is_sent = days_form(asked)
    if is_sent and (between := form.period()) is not None:
        days = {"from": between.first.isoformat(), "to": between.last.isoformat()}
        return go_to("staff.figures.index", basis=asked.basis_name or None, **days)
    counted = _counted(asked)
    document = counted.document
    return page(
        "staff/figures/index.html",
        status=422 if form.errors else 200,
        form=form,
        by_event=asked.basis is Basis.EVENT,
        counted_at=moment(counted.counted_at, language()),
        live=counted.live,
        **_chosen(asked),
        files=FILES,
        may_set=may(Permission.SET_LANDLORD),
        packs=PACKS,
        tables=glance.tables(document, language()),
        address=lambda counts: url_for("staff.figures.show", **{**asked.address, **counts}),
        faults=[fault_said(Fault(**each), language()) for each in document["reconciliation"]],
    )


@bp.get("/figures.<kind>")
def download(kind: str) -> ResponseReturnValue:
    """Give every figure as a file for a spreadsheet, a line each; there is nobody's name in it."""
    if kind not in FILES:
        abort(404)
    asked = asked_for()
    document = _counted(asked).document
    return sent_as(kind, f"figures-{asked.period.first}-{asked.period.last}", Figure._fields, figures(document))


@bp.get("/figures/complaints")
def show() -> ResponseReturnValue:
    asked = asked_for()
    with reading() as session:
        sought = _sought(session, asked)
        found = lists.behind(session, me(), sought, pages.place(*KEY))
    return page(
        "staff/figures/show.html",
        **_chosen(asked),
        figure=catalogue(language()).gettext(measures.MEASURES[sought.measure]),
        under=request.args.get("label") or (gettext("Not known") if sought.dimension else ""),
        stage=sought.stage,
        counted=found.counted,
        rows=[_line(each) for each in found.page.lines],
        links=pages.links(found.page),
    )


def _counted(asked: AskedFor) -> Shown:
    with reading() as session:
        return kept.shown(session, Asked(asked.period, asked.basis, asked.today, {}), language(), now())


def _chosen(asked: AskedFor) -> dict[str, Any]:
    """Return what both pages say of the figures they are of."""
    return {
        "periods": PERIODS,
        "bases": BASES,
        "asked": asked,
        "first": short_with_year(asked.period.first, language()),
        "last": short_with_year(asked.period.last, language()),
    }


def _sought(session: Any, asked: AskedFor) -> Sought:
    """Return which figure the address names; a 404 for one that is none."""
    measure, dimension = request.args.get("measure", ""), request.args.get("dimension", "")
    stage = {"1": Stage.ONE, "2": Stage.TWO}.get(request.args.get("stage", ""))
    if measure not in MEASURES or measure not in measures.MEASURES or stage is None:
        abort(404)
    if dimension and dimension not in DIMENSIONS:
        abort(404)
    keys = lists.keys(session, dimension, request.args.get("label"), language()) if dimension else ()
    return Sought(asked.period, asked.basis, asked.today, stage, measure, dimension, keys)


def _line(line: CaseLine) -> Line:
    return Line(
        line.reference,
        short_with_year(line.begun_on, language()),
        say(Phase(line.phase), language()),
        short_with_year(line.responded_on, language()) if line.responded_on else "–",
    )
