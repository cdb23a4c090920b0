"""The figures of a period as tables, and behind each figure the complaints that it counts (8.1, S15)."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from app.db import reading
from app.domain.figures.periods import Basis
from app.domain.figures.reconciliation import Fault
from app.domain.figures.reports import Asked
from app.domain.figures.tables import Figure, figures
from app.domain.landlord.permissions import Permission
from app.now import now
from app.services.figures import kept
from app.services.figures.kept import Shown
from app.web.languages import language
from app.web.page import go_to, page
from app.web.spreadsheets import sent_as
from app.web.staff.figures.asked import BASES, PERIODS, AskedFor, asked_for, behind, days_form
from app.web.staff.figures.packs import PACKS
from app.web.staff.guards import guarded, may
from app.words.dates import short_with_year
from app.words.figures import glance
from app.words.figures.faults import fault_said
from app.words.moments import moment

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
        address=behind(asked.address),
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
