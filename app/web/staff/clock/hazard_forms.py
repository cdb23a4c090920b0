"""What staff write down about a danger in a home: a form for each thing done, which knows when it can be and how."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any, ClassVar, TypeVar

from flask import request
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import Field, RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import ValidationError

from app.domain.clock.hazard_clock import Known
from app.domain.clock.hazard_laws import HazardKind, Severity, Tenure
from app.domain.clock.hazard_states import AtHome, HazardState, HazardStep, KnownFrom, Tried
from app.domain.clock.hazards import AssessmentDraft, HazardDraft
from app.domain.deed import LONDON, Deed
from app.services.clock import hazards
from app.web.answers import one_line, own_words
from app.web.fields import DayField
from app.web.forms import Form
from app.web.public.case.questions.hazards import choices

Choice = TypeVar("Choice", Severity, Tenure, AtHome, KnownFrom, Tried, HazardStep)

YES_OR_NO = [SelectChoice("yes", _l("Yes")), SelectChoice("no", _l("No"))]
DAY = _l("On which day?")
CALLED = _l("The day")


class OfTheDay:
    """A time of the day, or none."""

    def __call__(self, form: Any, field: Any) -> None:
        if field.data and _time(field.data) is None:
            raise ValidationError(_l("Enter a time like 14:30"))


class HazardForm(Form):
    """One thing done about a hazard: its page's title and lead, and what the button says."""

    title: ClassVar[Any]
    lead: ClassVar[Any] = ""
    button: ClassVar[Any] = _l("Keep it")
    done: ClassVar[Any] = _l("Kept.")

    @property
    def questions(self) -> Iterable[Field]:
        """The fields that are asked."""
        return [field for field in self if field.name != "csrf_token"]

    @classmethod
    def is_open(cls, hazard: HazardState) -> bool:
        """Return whether it can be done with this hazard now."""
        return hazard.severity is not Severity.NEITHER

    def begin(self, hazard: HazardState) -> None:
        """Show what is known already, so that leaving it alone changes nothing."""

    def keep(self, session: Session, reference: str, number: int, doing: Deed) -> None:
        """Do it; raises Refused, or Changed."""
        raise NotImplementedError


class RaiseForm(HazardForm):
    title = _l("A danger in the home")
    lead = _l(
        "Day nought is the first day we knew: an earlier report, the complaint itself, or the day it got worse. "
        "The clock runs from it, and nobody can start it again."
    )
    button = _l("Start its clock")
    done = _l("Its clock runs.")

    kinds = SelectMultipleField(_l("What is dangerous?"), choices=choices(tuple(HazardKind)))
    source = RadioField(
        _l("How did we first know?"),
        choices=[
            SelectChoice(KnownFrom.COMPLAINT.value, _l("From the complaint")),
            SelectChoice(KnownFrom.EARLIER_REPORT.value, _l("From an earlier report")),
            SelectChoice(KnownFrom.CHANGE.value, _l("It got worse, or began, since the complaint")),
        ],
        default=KnownFrom.COMPLAINT.value,
        validate_choice=False,
    )
    known_on = DayField(_l("When? (leave it empty if from the complaint)"), called=CALLED)
    known_time = StringField(_l("At what time, if it is known, like 14:30"), [OfTheDay()], filters=[one_line])
    urgent = RadioField(_l("Could somebody get hurt now?"), choices=YES_OR_NO, default="no", validate_choice=False)
    words = TextAreaField(_l("What we were told"), filters=[own_words])

    def keep(self, session: Session, reference: str, number: int, doing: Deed) -> None:
        draft = HazardDraft(
            tuple(kind for kind in HazardKind if kind.value in (self.kinds.data or ())),
            chosen(KnownFrom, self.source.data) or KnownFrom.COMPLAINT,
            _known(self.known_on.data, self.known_time.data),
            self.words.data or "",
            urgent=self.urgent.data == "yes",
        )
        hazards.raise_hazard(session, reference, draft, doing)


class AssessForm(HazardForm):
    title = _l("Assess a hazard")
    lead = _l(
        "It may be found more serious at any time, and its dates count from the same day as ever. Where it is less "
        "serious than before, a second person must agree. If the home has got worse since, write down a new danger."
    )
    button = _l("Keep this")
    done = _l("Kept. Where it is less serious than before, a second person decides first.")

    severity = RadioField(
        _l("How serious is it?"),
        choices=[
            SelectChoice(Severity.EMERGENCY.value, _l("An emergency: it could hurt somebody at any moment")),
            SelectChoice(Severity.SIGNIFICANT.value, _l("Significant: it could do real harm to who lives there")),
            SelectChoice(Severity.NEITHER.value, _l("Neither: it is no hazard")),
        ],
        validate_choice=False,
    )
    at_home = SelectMultipleField(
        _l("Who lives there, as far as we know?"),
        choices=[
            SelectChoice(AtHome.UNDER_5.value, _l("A child under 5")),
            SelectChoice(AtHome.OVER_65.value, _l("Somebody over 65")),
            SelectChoice(AtHome.PREGNANT.value, _l("Somebody pregnant")),
            SelectChoice(AtHome.ILL_OR_DISABLED.value, _l("Somebody ill or disabled")),
        ],
        description=_l("What is significant depends on who lives there."),
    )
    tenure = RadioField(
        _l("How do they hold the home?"),
        choices=[
            SelectChoice(Tenure.TENANCY.value, _l("They rent it")),
            SelectChoice(Tenure.SHARED_OWNERSHIP.value, _l("Shared ownership")),
            SelectChoice(Tenure.LEASEHOLD.value, _l("Leasehold")),
            SelectChoice(Tenure.LICENCE.value, _l("A licence")),
            SelectChoice(Tenure.UNKNOWN.value, _l("Not known yet: the law’s clock runs meanwhile")),
        ],
        default=Tenure.UNKNOWN.value,
        validate_choice=False,
    )
    words = TextAreaField(_l("Why"), filters=[own_words])

    @classmethod
    def is_open(cls, hazard: HazardState) -> bool:
        return True

    def begin(self, hazard: HazardState) -> None:
        if hazard.assessed:
            self.severity.data, self.tenure.data = hazard.severity.value, hazard.tenure.value
            self.at_home.data = [each.value for each in hazard.at_home]

    def keep(self, session: Session, reference: str, number: int, doing: Deed) -> None:
        draft = AssessmentDraft(
            chosen(Severity, self.severity.data),
            self.words.data or "",
            chosen(Tenure, self.tenure.data) or Tenure.UNKNOWN,
            tuple(each for each in AtHome if each.value in (self.at_home.data or ())),
        )
        hazards.assess(session, reference, number, draft, doing)


class EarlierForm(HazardForm):
    title = _l("We knew earlier")
    lead = _l("Its dates are then counted from the earlier day. They can only come nearer, never go further away.")
    button = _l("Count from this day")

    known_on = DayField(_l("When did we first know?"), called=CALLED)
    known_time = StringField(_l("At what time, if it is known, like 14:30"), [OfTheDay()], filters=[one_line])
    words = TextAreaField(_l("How we know that"), filters=[own_words])

    def keep(self, session: Session, reference: str, number: int, doing: Deed) -> None:
        known = _known(self.known_on.data, self.known_time.data)
        hazards.learn_earlier(session, reference, number, known, self.words.data or "", doing)


class LatenessForm(HazardForm):
    title = _l("A date was missed")
    lead = _l(
        "The missed date stays missed. Where it is a date of the law, both answers are printed in a letter to the "
        "resident, with their rights."
    )

    words = TextAreaField(_l("Why we missed it, in words the resident will understand"), filters=[own_words])
    happens = TextAreaField(_l("What happens now, and when"), filters=[own_words])

    @classmethod
    def is_open(cls, hazard: HazardState) -> bool:
        return bool(hazard.missed)

    def keep(self, session: Session, reference: str, number: int, doing: Deed) -> None:
        hazards.answer_late(session, reference, number, self.words.data or "", self.happens.data or "", doing)


class DecisionForm(HazardForm):
    title = _l("Decide if a hazard is less serious")
    lead = _l("Somebody finds it less serious than before. Until you agree, nothing changes.")
    done = _l("Decided.")

    @classmethod
    def is_open(cls, hazard: HazardState) -> bool:
        return hazard.proposed is not None

    def keep(self, session: Session, reference: str, number: int, doing: Deed) -> None:
        verb = hazards.approve if request.form.get("decision") == "yes" else hazards.decline
        verb(session, reference, number, doing)


def chosen(of: type[Choice], typed: str | None) -> Choice | None:
    """Return what was chosen, None for what was never offered."""
    return next((each for each in of if each.value == typed), None)


def _known(day: date | None, typed: str | None) -> Known | None:
    return None if day is None else Known(day, at_time(day, typed))


def at_time(day: date | None, typed: str | None) -> datetime | None:
    """Return the instant of a day and a time that was typed, None while one is missing."""
    clock = _time(typed or "")
    return None if day is None or clock is None else datetime.combine(day, clock, LONDON)


def _time(typed: str) -> time | None:
    try:
        return time.fromisoformat(typed.zfill(5)) if ":" in typed else None
    except ValueError:
        return None
