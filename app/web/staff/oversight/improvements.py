"""The register of improvements: what residents said, what we did, and whether everybody reads it (9.1–9.3)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask import Blueprint, abort, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session
from werkzeug import Response

from app.db import reading
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.oversight import improvements
from app.services.oversight.improvements import Found
from app.web import landlord
from app.web.attempts import Act, attempt
from app.web.deed import deed
from app.web.forms import Form
from app.web.languages import language
from app.web.page import go_to, page
from app.web.staff.guards import guarded, may, me
from app.web.staff.oversight.improvement_forms import CheckedForm, ImprovementForm, PressedForm, meanwhile
from app.words.dates import month, short_with_year
from app.words.moments import moment

bp = guarded(
    Blueprint("improvements", __name__, url_prefix="/improvements"),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.WRITE_IMPROVEMENTS,
)


@bp.get("")
def index() -> ResponseReturnValue:
    may_write = may(Permission.WRITE_IMPROVEMENTS)
    with reading() as session:
        lines = improvements.every(session)
        candidates = improvements.candidates(session, me()) if may_write else []
    areas = {each.key: each.name for each in landlord.current().service_areas}
    return page(
        "staff/improvements/index.html",
        rows=[(each, areas.get(each.service_area, ""), _month(each.done_on), _standing(each)) for each in lines],
        candidates=candidates,
        may_write=may_write,
    )


@bp.get("/<int:number>")
def show(number: int) -> ResponseReturnValue:
    return _draw(number)


@bp.post("/<int:number>")
def update(number: int) -> ResponseReturnValue:
    """Keep it as its next version; what everybody reads stays as it was until that is published too."""
    form, member = ImprovementForm(), me()

    def do(session: Session, doing: Deed) -> None:
        improvements.write(session, number, form.draft(), form.references, member, doing)

    return _done(number, form, do, gettext("Kept."), form=form)


@bp.post("/<int:number>/publication")
def publish(number: int) -> ResponseReturnValue:
    form = CheckedForm()

    def do(session: Session, doing: Deed) -> None:
        improvements.publish(session, number, bool(form.checked.data), doing)

    return _done(number, form, do, gettext("Everybody can read it now."), checked=form)


@bp.post("/<int:number>/publication/end")
def take_back(number: int) -> ResponseReturnValue:
    form = PressedForm()

    def do(session: Session, doing: Deed) -> None:
        improvements.take_back(session, number, doing)

    return _done(number, form, do, gettext("Nobody outside can read it any more."), pressed=form)


def _done(number: int, sent: Form, do: Act, told: str, **drawn: Any) -> ResponseReturnValue:
    _found(number)
    refused = attempt(sent, deed(), do, lambda status: _draw(number, status, **drawn), meanwhile)
    if refused is not None:
        return refused
    flash(told)
    return go_to(".show", number=number)


def _draw(
    number: int,
    status: int = 200,
    form: ImprovementForm | None = None,
    checked: CheckedForm | None = None,
    pressed: PressedForm | None = None,
) -> Response:
    found, references = _found(number)
    form = form or ImprovementForm(formdata=None, **_as_written(found, references))
    form.know(landlord.current())
    checked = checked or CheckedForm(formdata=None)
    improvement = found.improvement
    return page(
        "staff/improvements/show.html",
        status=status,
        form=form,
        checked=checked,
        wrong=next((each for each in (form, checked, pressed) if each is not None and each.errors), form),
        found=found,
        improvement=improvement,
        is_public=bool(improvement.public),
        is_newest=improvement.public == len(improvement.versions),
        published_on=short_with_year(improvement.published_on, language()) if improvement.published_on else "",
        versions=_versions(found),
        may_write=may(Permission.WRITE_IMPROVEMENTS),
    )


def _found(number: int) -> tuple[Found, list[str]]:
    """Return an improvement, and the complaints that it came from by their references; 404 where there is none."""
    with reading() as session:
        found = improvements.find(session, number) or abort(404)
        return found, improvements.references(session, found.improvement, me())


def _as_written(found: Found, references: list[str]) -> Mapping[str, Any]:
    version = found.improvement.latest
    if version is None:
        return {}
    return {
        "you_said": found.said(version.you_said),
        "learnt": found.said(version.learnt),
        "did": "\n".join(map(found.said, version.did)),
        "done_on": version.done_on,
        "service_area": version.service_area,
        "theme": version.theme,
        "cases": " ".join(references),
    }


def _versions(found: Found) -> list[tuple[int, str, list[str], str]]:
    """Return every version, the newest first: its number, what was said, what was done, and when it was written."""
    return [
        (
            number,
            found.said(each.you_said),
            [found.said(one) for one in each.did],
            _written_at(found, each.you_said.number),
        )
        for number, each in reversed(list(enumerate(found.improvement.versions, 1)))
    ]


def _written_at(found: Found, number: int) -> str:
    text = found.texts.get(number)
    return moment(text.written_at, language()) if text else ""


def _standing(line: Any) -> str:
    if not line.public:
        return gettext("Not published")
    return gettext("Published") if line.public == line.versions else gettext("Published, and changed since")


def _month(day: date | None) -> str:
    return month(day, language()) if day else ""
