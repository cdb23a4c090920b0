"""How we are doing: figures of the last quarter and year, and every annual report that was published (8.1, 8.2)."""

from __future__ import annotations

from datetime import date
from threading import Lock

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from werkzeug import Response

from app.adapters import papers
from app.db import reading, writing
from app.domain.deed import london_day
from app.domain.figures import for_everybody, own_tables
from app.domain.figures.edition_states import Stage
from app.domain.figures.periods import Period
from app.now import now
from app.services.figures import public, published
from app.services.figures.public import Kept
from app.services.figures.published import PublishedEdition
from app.store.figures.editions import EditionLine
from app.store.figures.public import Counted
from app.web.languages import language
from app.web.page import page
from app.web.public.kept_pages import kept
from app.web.spreadsheets import sent, sent_as
from app.words.dates import without_weekday
from app.words.figures import for_everybody as words
from app.words.figures.periods import called
from app.words.languages import direction
from app.words.moments import moment_with_year
from app.words.say import say

bp = Blueprint("performance", __name__, url_prefix="/performance")
COUNTING = Lock()
FILES = {"csv": _l("Figures as CSV"), "ods": _l("Figures as ODS")}


@bp.get("")
def show() -> ResponseReturnValue:
    today = london_day(now())
    marks = _marks(today)
    with reading() as session:
        editions = published.published(session)
    return kept((marks, editions), lambda: _draw(today, editions))


@bp.get("/figures.<kind>")
def download(kind: str) -> ResponseReturnValue:
    """Give the figures of the page as a file."""
    if kind not in FILES:
        abort(404)
    today = london_day(now())
    return kept(_marks(today), lambda: _draw_file(kind, today))


@bp.get("/columns.csv")
def columns() -> ResponseReturnValue:
    """Say what each column of such a file means."""
    return sent_as("csv", "columns", ("column", "meaning"), words.dictionary(language()))


@bp.get("/reports")
def archive() -> ResponseReturnValue:
    with reading() as session:
        editions = published.published(session)
    rows = [(each, _version(each, editions), *_said(each)) for each in editions]
    return kept(editions, lambda: page("public/performance/archive.html", rows=rows))


@bp.get("/<slug>")
def report(slug: str) -> ResponseReturnValue:
    return _report(slug, None)


@bp.get("/<slug>/<int:version>")
def earlier(slug: str, version: int) -> ResponseReturnValue:
    """Show an edition that another took the place of: it stays readable, and says so."""
    return _report(slug, version)


@bp.get("/<slug>.<kind>")
def report_file(slug: str, kind: str) -> ResponseReturnValue:
    """Give a report as a file: the whole to be read, or its figures."""
    if kind not in {"pdf", *FILES}:
        abort(404)
    return kept((_lines(slug), kind), lambda: _draw_report_file(slug, kind))


def _draw_report_file(slug: str, kind: str) -> Response:
    edition = _edition(slug, None)
    if edition.stage is Stage.WITHDRAWN:
        abort(404)
    name = f"annual-complaints-report-{edition.slug}"
    if kind == "pdf":
        return sent(papers.pdf(edition.paper), papers.PDF, f"{name}.pdf")
    when = (edition.period.first.isoformat(), edition.period.last.isoformat())
    ours = [(*when, *row) for own in edition.tables for row in own_tables.rows(own)]
    return sent_as(kind, name, for_everybody.HEADS, [*for_everybody.rows(edition.document), *ours])


def _report(slug: str, version: int | None) -> Response:
    return kept((_lines(slug), version), lambda: _draw_report(_edition(slug, version)))


def _lines(slug: str) -> list[EditionLine]:
    """Return every edition of a year that was published; 404 where none was."""
    with reading() as session:
        return [each for each in published.published(session) if each.slug == slug] or abort(404)


def _edition(slug: str, version: int | None) -> PublishedEdition:
    with reading() as session:
        return published.edition(session, slug, version) or abort(404)


def _marks(today: date) -> list[Counted]:
    """Return what the figures shown are known by; those that nobody counted yet are counted now."""
    with reading() as session:
        marks = public.marks(session, today)
    return marks if len(marks) == len(public.periods(today)) else _count_what_nobody_counted(today)


def _draw_file(kind: str, today: date) -> Response:
    with reading() as session:
        documents = [each.document for each in public.kept(session, today)]
    rows = [row for document in documents for row in for_everybody.rows(document, for_everybody.SHOWN)]
    return sent_as(kind, "how-we-are-doing", for_everybody.HEADS, rows)


def _draw(today: date, editions: list[EditionLine]) -> Response:
    with reading() as session:
        found = public.kept(session, today)
    spoken = language()
    return page(
        "public/performance/show.html",
        periods=[
            (called(each.period, spoken), _counted(each, spoken), words.shown(each.document, spoken)) for each in found
        ],
        files=FILES,
        latest=next(((each, *_said(each)) for each in editions if each.stage == Stage.PUBLISHED.value), None),
    )


def _counted(figures: Kept, spoken: str) -> str:
    """Return when figures were counted; the hour is not known of those that were kept before it was."""
    day = without_weekday(figures.counted_on, spoken)
    return day if figures.counted_at is None else moment_with_year(figures.counted_at, spoken)


def _draw_report(edition: PublishedEdition) -> Response:
    spoken = language()
    return page(
        "public/performance/report.html",
        edition=edition,
        called=called(edition.period, spoken),
        standing=say(edition.stage, spoken),
        is_published=edition.stage is Stage.PUBLISHED,
        is_withdrawn=edition.stage is Stage.WITHDRAWN,
        published_on=without_weekday(edition.published_on, spoken),
        withdrawn_on=without_weekday(edition.withdrawn_on, spoken) if edition.withdrawn_on else "",
        files=FILES,
        paper_direction=direction(edition.paper.language),
    )


def _said(line: EditionLine) -> tuple[str, str, str]:
    """Return of which year an edition is, how it stands, and when it was published."""
    spoken = language()
    on = without_weekday(line.published_on, spoken) if line.published_on else ""
    return called(Period(line.first_on, line.last_on), spoken), say(Stage(line.stage), spoken), on


def _version(line: EditionLine, editions: list[EditionLine]) -> int:
    """Return which of the editions of its year it is, from 1."""
    return sorted(each.id for each in editions if each.slug == line.slug).index(line.id) + 1


def _count_what_nobody_counted(today: date) -> list[Counted]:
    """Count where the nightly round has not been yet, once, for whoever asks first; returns what is kept then.

    Whoever asks meanwhile waits for that: a count of a million complaints takes seconds, and so would each of many.
    """
    with COUNTING:
        with reading() as session:
            found = [(each, public.counted(session, each, today)) for each in public.missing(session, today)]
        with writing() as session:
            for period, document in found:
                public.keep(session, period, document, now())
            return public.marks(session, today)
