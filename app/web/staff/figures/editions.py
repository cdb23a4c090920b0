"""Annual reports: all there are, one with what still stops it, and the whole to read, print or take away (8.1)."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, abort, current_app, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session
from werkzeug import Response

from app.adapters import papers
from app.db import reading
from app.domain.deed import Deed, london_day
from app.domain.figures import own_tables
from app.domain.figures.documents import Document
from app.domain.figures.edition_states import Stage
from app.domain.figures.edition_whys import EditionWhy
from app.domain.figures.editions import GOING_ON
from app.domain.figures.papers import Paper
from app.domain.figures.periods import Basis, Period
from app.domain.figures.reports import Asked
from app.domain.figures.tables import Figure, figures
from app.domain.landlord.landlord import ENGLISH
from app.domain.landlord.permissions import Permission
from app.domain.refused import Gap, Refused
from app.now import now
from app.services.figures import editions, published, reports
from app.services.figures.editions import Found
from app.store.figures.editions import EditionLine
from app.web.attempts import attempt
from app.web.deed import deed
from app.web.languages import language, phrases
from app.web.page import go_to, page
from app.web.pressed import by_key
from app.web.spreadsheets import sent, sent_as
from app.web.staff.figures import edition_pages
from app.web.staff.figures.edition_forms import BeginForm, PressedForm
from app.web.staff.guards import guarded, may
from app.words.dates import without_weekday
from app.words.figures.periods import called
from app.words.say import say

bp = guarded(
    Blueprint("editions", __name__, url_prefix="/reports"),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.WRITE_REPORTS,
)
READ = {"pdf": papers.PDF, "html": "text/html"}
"""What is given whole, words and charts and all; the others are lists of its figures."""


@bp.get("")
def index() -> ResponseReturnValue:
    return _list()


@bp.post("")
def create() -> ResponseReturnValue:
    """Count the figures of a year, and begin its report with them."""
    form = _begin_form()
    period = form.period
    document = {} if period is None or not form.validate() else _counted(_asked(period, Basis(form.basis.data)))

    def do(session: Session, doing: Deed) -> None:
        if period is None:
            raise Refused(Gap(EditionWhy.NOT_A_YEAR, "year"))
        editions.begin(session, document, doing)

    def again(status: int) -> Response:
        return _list(form, status)

    if (refused := attempt(form, deed(), do, again, edition_pages.meanwhile, press=by_key)) is not None:
        return refused
    flash(gettext("The report is begun. Its figures are counted, and its paragraphs wait for you."))
    with reading() as session:
        begun = next(line for line in editions.lines(session) if period is not None and line.first_on == period.first)
    return go_to(".show", number=begun.id)


@bp.get("/<int:number>")
def show(number: int) -> ResponseReturnValue:
    return edition_pages.draw(number)


@bp.post("/<int:number>/figures")
def recount(number: int) -> ResponseReturnValue:
    """Count the figures anew; what is written stays."""
    edition = edition_pages.found(number).edition
    document = _counted(_asked(edition.period, edition.basis)) if edition.stage is Stage.BEING_WRITTEN else {}

    def do(session: Session, doing: Deed) -> None:
        editions.recount(session, number, document or edition_pages.found(number).document, doing)

    def again(status: int) -> Response:
        return edition_pages.draw(number, form, status)

    form = PressedForm()
    if (refused := attempt(form, deed(), do, again, edition_pages.look_again)) is not None:
        return refused
    flash(gettext("The figures are counted anew. See whether what is written beside them still fits."))
    return go_to(".show", number=number)


@bp.get("/<int:number>/report")
def whole(number: int) -> ResponseReturnValue:
    """Show the report as its readers will have it, to read or print."""
    found = edition_pages.found(number)
    return page("staff/editions/report.html", paper=_paper(found), **edition_pages.shared(found))


@bp.get("/<int:number>/report.<kind>")
def download(number: int, kind: str) -> ResponseReturnValue:
    """Give an edition as a file: the whole to be read, or every figure that it has kept, a line each."""
    if kind not in edition_pages.FILES:
        abort(404)
    found = edition_pages.found(number)
    name = _file_name(found)
    if kind not in READ:
        ours = [row for own in found.tables for row in own_tables.rows(own)]
        return sent_as(kind, name, Figure._fields, [*figures(found.document), *ours])
    paper = _paper(found)
    file = papers.pdf(paper) if kind == "pdf" else papers.html(paper, current_app.jinja_env.get_template)
    return sent(file, READ[kind], f"{name}.{kind}")


def _file_name(found: Found) -> str:
    """Return what a file of an edition is called; the first of its year has no need of its number."""
    with reading() as session:
        number = published.number_of(session, found.edition)
    name = f"annual-complaints-report-{found.edition.slug}"
    return name if number is None or number == 1 else f"{name}-edition-{number}"


def _paper(found: Found) -> Paper:
    with reading() as session:
        return published.paper(session, found)


def _list(form: BeginForm | None = None, status: int = 200) -> Response:
    with reading() as session:
        lines = editions.lines(session)
    numbers = published.numbers(lines)
    return page(
        "staff/editions/index.html",
        status=status,
        form=form or _begin_form(),
        tried=form is not None,
        rows=[_line(each, numbers[each.id]) for each in lines],
        may_write=may(Permission.WRITE_REPORTS),
        **phrases(),
    )


def _line(line: EditionLine, number: int | None) -> tuple[int, str, str, str]:
    """Return an edition as it is listed: its number in the record, what it is called, how far it is, and since when."""
    stage, year = Stage(line.stage), called(Period(line.first_on, line.last_on), language())
    on = without_weekday(line.published_on, language()) if line.published_on else ""
    if number is None:
        name = gettext("%(year)s, withdrawn before it was published", year=year)
    else:
        name = gettext("%(year)s, edition %(number)s", year=year, number=number)
    return line.id, name, say(stage, language()), on


def _begin_form() -> BeginForm:
    with reading() as session:
        made = [line.first_on for line in editions.lines(session) if Stage(line.stage) in GOING_ON]
    form = BeginForm()
    form.know(london_day(now()), made)
    return form


def _asked(period: Period, basis: Basis) -> Asked:
    today: date = london_day(now())
    return Asked(period, basis, today, {})


def _counted(asked: Asked) -> Document:
    with reading() as session:
        return reports.compute(session, asked, ENGLISH)
