"""What we understood, point by point: the form that acknowledges it (S6), and the one that corrects it (ruling 9)."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import BooleanField, FieldList, FormField, RadioField, StringField, TextAreaField
from wtforms import Form as Questions
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.db import reading
from app.domain.case.definitions import DefinitionDraft, PointDraft
from app.domain.case.not_accepted import refused_points
from app.domain.case.vocabulary import Definition, Ours
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission
from app.services.case import definitions, groups
from app.services.case.desks import Desk
from app.web.answers import own_words
from app.web.fields import NumberedRows
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.guards import guarded

bp = guarded(
    Blueprint("definitions", __name__, url_prefix="/complaints/<reference>/definition"),
    may_read=Permission.ACKNOWLEDGE,
    may_write=Permission.ACKNOWLEDGE,
)

MOST_ROWS = 20


class PointQuestions(Questions):
    """One point of the complaint."""

    words = TextAreaField(_l("What went wrong"), filters=[own_words])
    theirs = TextAreaField(
        _l("The resident’s own words, if they put it another way"),
        filters=[own_words],
        description=_l("Both wordings are printed, and both are answered."),
    )
    ours = RadioField(
        _l("Is it ours to answer?"),
        choices=[
            SelectChoice(Ours.OURS.value, _l("Yes")),
            SelectChoice(Ours.NOT_OURS.value, _l("No")),
            SelectChoice(Ours.UNCLEAR.value, _l("We are finding out")),
        ],
        validate_choice=False,
    )
    elsewhere = StringField(
        _l("Where to go instead"), filters=[own_words], description=_l("Only if it is not ours to answer.")
    )


class DefinitionForm(Form):
    """Points and outcomes; a row left blank at the end is left out."""

    points = NumberedRows(FormField(PointQuestions), _l("Point %(number)s"), min_entries=1, max_entries=MOST_ROWS)
    outcomes = FieldList(
        StringField(_l("What they want to happen"), filters=[own_words]), min_entries=1, max_entries=MOST_ROWS
    )
    outcomes_unknown = BooleanField(_l("Not known yet: the letter asks them to tell us"))

    def adds(self) -> bool:
        """Add a row if that is what was asked for, and say so."""
        asked = request.form.get("add")
        for name, rows in (("point", self.points), ("outcome", self.outcomes)):
            if asked == name and len(rows.entries) < MOST_ROWS:
                rows.append_entry()
        return asked in ("point", "outcome")

    def draft(self) -> DefinitionDraft:
        """Return the definition as it is written; blank rows at the end are left out."""
        points = [_point(row) for row in self.points.entries]
        while len(points) > 1 and points[-1] == PointDraft("", None):
            points.pop()
        outcomes = tuple(field.data or "" for field in self.outcomes.entries)
        return DefinitionDraft(tuple(points), outcomes, bool(self.outcomes_unknown.data))


def _point(row: FormField) -> PointDraft:
    data = row.data
    ours = Ours(data["ours"]) if data["ours"] in {each.value for each in Ours} else None
    return PointDraft(data["words"] or "", ours, data["elsewhere"] or "", data["theirs"] or "")


def rows_of(case: Desk, definition: Definition) -> dict[str, Sequence[object]]:
    """Return what a form starts with: the definition without what was refused, or their own words as a point.

    What they told us since, and is to be put into it, stands last (6.8). One of a group has its points below their own.
    """
    since = [{"words": case.said(said), "ours": Ours.OURS.value} for said in case.complaint.to_place]
    if not definition.points:
        words = "" if case.complaint.told_in_files else case.said(case.complaint.first_words)
        wanted = [case.said(case.complaint.wanted_words)] if case.complaint.wanted_words else [""]
        return {"points": [{"words": words}, *_in_common(case), *since], "outcomes": wanted}
    refused = refused_points(case.complaint.refusals, definition.version)
    points = [
        {
            "words": case.said(point.said),
            "theirs": case.said(point.theirs),
            "ours": point.ours.value,
            "elsewhere": case.said(point.elsewhere),
        }
        for point in definition.points
        if point.number not in refused
    ]
    return {"points": [*points, *since], "outcomes": [case.said(each.said) for each in definition.outcomes] or [""]}


def _in_common(case: Desk) -> list[dict[str, object]]:
    number = case.complaint.membership.number
    if number is None:
        return []
    with reading() as session:
        return [{"words": words, "ours": Ours.OURS.value} for words in groups.common_points(session, number)]


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    case = desk()
    form = DefinitionForm(data=rows_of(case, case.complaint.definition))
    form.outcomes_unknown.data = not case.complaint.definition.outcomes
    return _ask(case, form)


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = DefinitionForm()
    if form.adds():
        return _ask(desk(), form)
    return act(form, lambda *doing: _correct(form, reference, *doing), _ask, gettext("The new version is on its way."))


def _correct(form: DefinitionForm, reference: str, session: Session, doing: Deed) -> None:
    definitions.correct(session, reference, form.draft(), doing)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if not case.complaint.definition.points:
        abort(404)
    return draw("staff/definitions/new.html", case, form=form, status=status)
