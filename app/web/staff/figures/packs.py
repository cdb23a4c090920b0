"""The packs that go round, to read, to print and to take away as a PDF (9.7)."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from werkzeug import Response

from app.adapters import papers
from app.db import reading
from app.domain.deed import london_day
from app.domain.figures.packs import Pack, period_of
from app.domain.figures.papers import Paper
from app.domain.landlord.permissions import Permission
from app.now import now
from app.services.figures import packs
from app.web import pages
from app.web.languages import language
from app.web.page import page
from app.web.spreadsheets import sent
from app.web.staff.figures.asked import address_of, behind
from app.web.staff.guards import guarded
from app.words.figures.packs import pack as said

bp = guarded(
    Blueprint("packs", __name__),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.READ_COMPLAINTS,
)
PACKS = {
    Pack.WEEKLY.value: _l("Weekly pack"),
    Pack.MONTHLY.value: _l("Monthly pack"),
    Pack.QUARTERLY.value: _l("Quarterly pack"),
}


@bp.get("/figures/packs/<name>")
def show(name: str) -> ResponseReturnValue:
    paper = _paper(name)
    when = address_of(period_of(Pack(name), _on()), packs.BASIS)
    asked_on = request.args.get("on")
    return page(
        "staff/figures/pack.html", paper=paper, packs=PACKS, name=name, on=asked_on, address=behind(when, says=True)
    )


@bp.get("/figures/packs/<name>.pdf")
def download(name: str) -> Response:
    """Give a pack as a PDF; its name says nothing but which it is."""
    return sent(papers.pdf(_paper(name)), papers.PDF, f"{name}-pack.pdf")


def _paper(name: str) -> Paper:
    """Return a pack as of the day that the address names, today where it names none; a 404 for one that is none."""
    if name not in PACKS:
        abort(404)
    with reading() as session:
        filled = packs.fill(session, Pack(name), _on(), language())
    return said(filled.pack, filled.document, filled.live, filled.by, language(), filled.lessons)


def _on() -> date:
    """Return the day that the address names, today where it names none; a 404 for one that is none."""
    try:
        return pages.day(request.args["on"]) if "on" in request.args else london_day(now())
    except ValueError:
        abort(404)
