"""How a case is counted: chosen by staff from the landlord's own lists, at any time (8.1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import SelectField, SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import Optional

from app.domain.deed import Deed
from app.domain.figures import filings as rules
from app.domain.figures.filings import BESIDE, LISTS, FiledBeside, FiledUnder
from app.domain.landlord.permissions import Permission
from app.services.case.desks import Desk
from app.services.figures import filings
from app.web import landlord
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.guards import guarded, may

EVERY = {**LISTS, **BESIDE}
"""Of which of the landlord's lists each question is."""

bp = guarded(
    Blueprint("filings", __name__, url_prefix="/complaints/<reference>/counting"),
    may_read=Permission.LOG_COMPLAINTS,
    may_write=Permission.LOG_COMPLAINTS,
)


class FilingForm(Form):
    """One entry of each list, and as many themes besides as it has."""

    service_area = SelectField(_l("Service area"), [Optional()], validate_choice=False)
    theme = SelectField(_l("Theme"), [Optional()], validate_choice=False)
    other_themes = SelectMultipleField(_l("Other themes"), validate_choice=False)
    directorate = SelectField(_l("Directorate"), [Optional()], validate_choice=False)
    neighbourhood = SelectField(_l("Neighbourhood"), [Optional()], validate_choice=False)
    tenure = SelectField(
        _l("Tenure"),
        [Optional()],
        validate_choice=False,
        description=_l("The Tenant Satisfaction Measures count a complaint by it."),
    )
    contractor = SelectField(
        _l("Contractor or team"),
        [Optional()],
        validate_choice=False,
        description=_l("Not known counts the one of its first promise that has one."),
    )
    root_cause = SelectField(_l("Root cause"), [Optional()], validate_choice=False)
    escalation_reason = SelectField(_l("Reason for Stage 2"), [Optional()], validate_choice=False)

    def know(self, case: Desk) -> FilingForm:
        """Offer what is on the landlord's lists, and what was chosen before though it is no longer offered."""
        now = _now(case)
        for field in self.lists:
            entries = list(_entries(field.name, now[field.name]))
            field.choices = [SelectChoice("", gettext("Not known")), *entries] if entries else []
        self.other_themes.choices = list(_entries("other_themes", *(now["other_themes"] or ())))
        if not rules.asked_for_stage_2(case.complaint):
            self.escalation_reason.choices = []
        return self

    @property
    def lists(self) -> tuple[SelectField, ...]:
        """Return what is one of a list."""
        of_the_case = self.service_area, self.theme, self.directorate, self.neighbourhood, self.tenure, self.contractor
        return *of_the_case, self.root_cause, self.escalation_reason

    @property
    def without_a_list(self) -> list[str]:
        """Return what cannot be chosen because the landlord's list of it is empty."""
        ours = landlord.current()
        return [str(field.label.text) for field in self.lists if not getattr(ours, EVERY[field.name])]

    def beside(self) -> FiledBeside:
        """Return what was chosen of the home and of who did the work."""
        return FiledBeside(self.neighbourhood.data or None, self.tenure.data or None, self.contractor.data or None)

    def chosen(self) -> FiledUnder:
        """Return what was chosen; that no other theme was ticked says *none* only where there is a theme."""
        theme, others = self.theme.data or None, tuple(self.other_themes.data or ())
        return FiledUnder(
            service_area=self.service_area.data or None,
            theme=theme,
            other_themes=others if theme or others else None,
            directorate=self.directorate.data or None,
            root_cause=self.root_cause.data or None,
            escalation_reason=self.escalation_reason.data or None,
        )


@bp.get("")
def new(reference: str) -> ResponseReturnValue:
    case = desk(people=False)
    return _ask(case, FilingForm(formdata=None, data={name: known or "" for name, known in _now(case).items()}))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = FilingForm().know(desk(people=False))

    def do(session: Session, doing: Deed) -> None:
        filings.file_under(session, reference, form.chosen(), form.beside(), doing)

    return act(form, do, _ask, gettext("It is counted so from now on."))


def _now(case: Desk) -> dict[str, Any]:
    """Return what is chosen now, by question."""
    of = rules.under(case.complaint), rules.beside(case.complaint)
    return {name: getattr(each, name) for each in of for name in each.__slots__}


def _entries(name: str, *kept: str | None) -> Iterator[SelectChoice]:
    for each in getattr(landlord.current(), EVERY[name]):
        if not each.retired or each.key in kept:
            yield SelectChoice(each.key, each.name)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if isinstance(form, FilingForm):
        form.know(case)
    return draw("staff/filings/new.html", case, form=form, may_set=may(Permission.SET_LANDLORD), status=status)
