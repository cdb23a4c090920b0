"""How a case is counted: chosen by staff from the landlord's own lists, at any time (8.1)."""

from __future__ import annotations

from collections.abc import Iterator

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
from app.domain.figures.filings import LISTS, FiledUnder
from app.domain.landlord.permissions import Permission
from app.services.case.desks import Desk
from app.services.figures import filings
from app.web import landlord
from app.web.forms import Form
from app.web.staff.case.opening import act, desk, draw
from app.web.staff.guards import guarded

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
    root_cause = SelectField(_l("Root cause"), [Optional()], validate_choice=False)
    escalation_reason = SelectField(_l("Reason for Stage 2"), [Optional()], validate_choice=False)

    def know(self, case: Desk) -> FilingForm:
        """Offer what is on the landlord's lists, and what was chosen before though it is no longer offered."""
        now = rules.under(case.complaint)
        for field in (self.service_area, self.theme, self.directorate, self.root_cause, self.escalation_reason):
            entries = list(_entries(field.name, getattr(now, field.name)))
            field.choices = [SelectChoice("", gettext("Not known")), *entries] if entries else []
        self.other_themes.choices = list(_entries("other_themes", *(now.other_themes or ())))
        if not rules.asked_for_stage_2(case.complaint):
            self.escalation_reason.choices = []
        return self

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
    now = rules.under(case.complaint)
    known = {name: getattr(now, name) or "" for name in LISTS if name != "other_themes"}
    return _ask(case, FilingForm(formdata=None, data=known | {"other_themes": list(now.other_themes or ())}))


@bp.post("")
def create(reference: str) -> ResponseReturnValue:
    form = FilingForm().know(desk(people=False))

    def do(session: Session, doing: Deed) -> None:
        filings.file_under(session, reference, form.chosen(), doing)

    return act(form, do, _ask, gettext("It is counted so from now on."))


def _entries(name: str, *kept: str | None) -> Iterator[SelectChoice]:
    for each in getattr(landlord.current(), LISTS[name]):
        if not each.retired or each.key in kept:
            yield SelectChoice(each.key, each.name)


def _ask(case: Desk, form: Form, status: int = 200) -> ResponseReturnValue:
    if isinstance(form, FilingForm):
        form.know(case)
    return draw("staff/filings/new.html", case, form=form, status=status)
