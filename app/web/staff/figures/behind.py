"""Behind a figure: the complaints that it counts, as far as whoever asks may see them (8.1, S15)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext
from sqlalchemy.orm import Session

from app.db import reading
from app.domain.case.phases import Phase
from app.domain.clock.profiles import Stage
from app.domain.figures.breakdowns import DIMENSIONS
from app.domain.landlord.permissions import Permission
from app.domain.landlord.tenures import Tsm
from app.services.figures import lists
from app.services.figures.lists import Behind
from app.store.figures.lists import CaseLine
from app.store.figures.sought import MEASURES, Sought
from app.web import pages
from app.web.languages import language
from app.web.page import page
from app.web.staff.figures.asked import AskedFor, asked_for
from app.web.staff.guards import guarded, me
from app.words.catalogues import catalogue
from app.words.dates import short_with_year
from app.words.figures import listed
from app.words.figures.listed import Unit
from app.words.figures.shown.homes import TENURES
from app.words.say import say

bp = guarded(
    Blueprint("behind", __name__),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.READ_COMPLAINTS,
)
KEY = (pages.day, *[pages.number] * 3)
STAGES = {"1": Stage.ONE, "2": Stage.TWO, "": None}
LABELS = (("dimension", "label"), ("other", "other_label"))
"""Terms of the address: a dimension, and the label under it; without one it is what is unknown."""


class Line(NamedTuple):
    """One complaint behind a figure, said."""

    reference: str
    begun_on: str
    phase: str
    responded_on: str


@bp.get("/figures/complaints")
def show() -> ResponseReturnValue:
    asked = asked_for()
    with reading() as session:
        figure = sought(session, request.args, asked, language()) or abort(404)
        found = lists.behind(session, me(), figure, pages.place(*KEY))
    unit = listed.unit(figure.measure, figure.stage)
    return page(
        "staff/figures/show.html",
        of=_of(figure),
        under=list(_under()),
        says=_says(found, unit),
        stated=_stated(found),
        heads=_heads(unit),
        rows=[_line(each) for each in found.page.lines],
        links=pages.links(found.page),
        asked=asked,
    )


def sought(session: Session, terms: Mapping[str, str], asked: AskedFor, spoken: str) -> Sought | None:
    """Return which figure these terms of an address name; None where they name none."""
    measure, stage, tsm = (terms.get(name, "") for name in ("measure", "stage", "tsm"))
    labels = _labels(terms)
    known = measure in MEASURES and stage in STAGES and all(each in DIMENSIONS for each in labels)
    if not known or tsm not in ("", *(each.value for each in Tsm)):
        return None
    under = lists.under(lists.naming(session, spoken), labels, Tsm(tsm) if tsm else None)
    return Sought(asked.period, asked.basis, asked.today, STAGES[stage], measure, under)


def _labels(terms: Mapping[str, str]) -> Mapping[str, str | None]:
    return {terms[of]: terms.get(label) for of, label in LABELS if terms.get(of)}


def _under() -> Iterator[str]:
    """Yield under what the figure counts, as its table says it."""
    for label in _labels(request.args).values():
        yield gettext("Not known") if label is None else label
    if tsm := request.args.get("tsm"):
        yield catalogue(language()).gettext(TENURES[Tsm(tsm)])


def _of(of: Sought) -> str:
    """Return which figure it is, of which stage and time."""
    figure = listed.said(of.measure, language())
    if of.stage is not None:
        figure = gettext("%(figure)s, Stage %(number)s", figure=figure, number=int(of.stage))
    first, last = (short_with_year(each, language()) for each in (of.period.first, of.period.last))
    if of.measure.startswith("live."):
        return gettext("Open on %(day)s: %(figure)s.", day=last, figure=figure)
    return gettext("%(figure)s, %(first)s to %(last)s.", figure=figure, first=first, last=last)


def _says(found: Behind, unit: Unit) -> str:
    """Return how many the figure counts, and how many of them are to be seen here."""
    figure, lines, seen = found.counts
    if unit is Unit.PEOPLE:
        counts = ngettext("It counts %(num)s person.", "It counts %(num)s people.", figure)
        complaints = ngettext("%(num)s complaint is theirs.", "%(num)s complaints are theirs.", lines)
        return f"{counts} {complaints} {_seen(lines, seen)}"
    if unit is Unit.PROMISES:
        counts = ngettext("It counts %(num)s promise.", "It counts %(num)s promises.", figure)
    elif unit is Unit.CASES:
        counts = ngettext("It counts %(num)s case.", "It counts %(num)s cases.", figure)
    elif unit is Unit.STAGES:
        counts = ngettext("It counts %(num)s stage of a complaint.", "It counts %(num)s stages of complaints.", figure)
    else:
        counts = ngettext("It counts %(num)s complaint.", "It counts %(num)s complaints.", figure)
    return f"{counts} {_seen(lines, seen)}"


def _seen(lines: int, seen: int) -> str:
    if seen == lines:
        return ngettext("You see it here.", "You may see all of them.", lines) if lines else ""
    return ngettext("You may see %(num)s of them.", "You may see %(num)s of them.", seen)


def _stated(found: Behind) -> str:
    """Return what a report that was counted earlier says, where it is not what counts today; its link says it."""
    said = request.args.get("says", "")
    try:
        before = pages.number(said)
    except ValueError:
        return ""
    if before == found.counted:
        return ""
    return gettext("The report says %(before)s: the record has moved on since it was counted.", before=before)


def _heads(unit: Unit) -> tuple[str, ...]:
    began, over = gettext("The stage began"), gettext("Answered")
    if unit is Unit.PROMISES:
        began, over = gettext("Promised by"), gettext("Done")
    elif unit is Unit.CASES:
        began = gettext("It came")
    return gettext("Complaint"), began, gettext("How it stands"), over


def _line(line: CaseLine) -> Line:
    return Line(
        line.reference,
        short_with_year(line.begun_on, language()),
        say(Phase(line.phase), language()),
        short_with_year(line.responded_on, language()) if line.responded_on else "–",
    )
