"""What staff write down as they deal with a danger in a home: looked at, told of, made safe, and every try."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.domain.clock.hazard_laws import Severity
from app.domain.clock.hazard_moves import MoveDraft, movable
from app.domain.clock.hazard_states import HazardState, HazardStep, Tried
from app.domain.clock.hazard_steps import SummaryDraft
from app.domain.deed import Deed
from app.services.clock import hazards
from app.web.answers import one_line, own_words
from app.web.fields import DayField
from app.web.staff.clock.hazard_forms import CALLED, DAY, YES_OR_NO, HazardForm, OfTheDay, at_time, chosen


class InvestigationForm(HazardForm):
    title = _l("The investigation has ended")
    lead = _l("The time to write, to make safe and to begin works is counted from this day.")

    happened_on = DayField(DAY, called=CALLED)
    found = RadioField(
        _l("Is it a hazard that we must act on?"), choices=YES_OR_NO, default="yes", validate_choice=False
    )
    works = RadioField(
        _l("Are further works needed, so that it does not come back?"),
        choices=YES_OR_NO,
        default="yes",
        validate_choice=False,
    )
    words = TextAreaField(_l("What was found, and who looked"), filters=[own_words])

    @classmethod
    def is_open(cls, hazard: HazardState) -> bool:
        return hazard.severity is not Severity.NEITHER and hazard.investigated_on is None

    def keep(self, session: Session, reference: str, number: int, doing: Deed) -> None:
        found, works = self.found.data != "no", self.works.data != "no"
        day, words = self.happened_on.data, self.words.data or ""
        hazards.end_investigation(session, reference, number, day, words, doing, found=found, works=works)


class SummaryForm(HazardForm):
    title = _l("Write what was found")
    lead = _l("This is printed in a letter to the resident, who must have it in writing. It counts on the day it goes.")
    button = _l("Write and send")
    done = _l("The summary is on its way.")

    found = TextAreaField(_l("What was found, in words the resident will understand"), filters=[own_words])
    safe = TextAreaField(_l("What makes the home safe, if it is not"), filters=[own_words])
    safe_by = DayField(_l("By when it will be safe"), called=CALLED)
    works = TextAreaField(_l("Which further works follow, if any do"), filters=[own_words])
    works_by = DayField(_l("By when these works will begin"), called=CALLED)

    @classmethod
    def is_open(cls, hazard: HazardState) -> bool:
        return hazard.investigated_on is not None and not hazard.summary

    def keep(self, session: Session, reference: str, number: int, doing: Deed) -> None:
        draft = SummaryDraft(
            self.found.data or "",
            self.safe.data or "",
            self.safe_by.data,
            self.works.data or "",
            self.works_by.data,
        )
        hazards.write_summary(session, reference, number, draft, doing)


class MoveForm(HazardForm):
    title = _l("Move a date that they were given")
    lead = _l("The resident is told in a letter: the old date, the new one and why. The law’s own dates never move.")
    button = _l("Move it, and send the letter")
    done = _l("The letter is on its way.")

    step = RadioField(
        _l("Which date moves?"),
        choices=[
            SelectChoice(HazardStep.SAFE.value, _l("By when it will be safe")),
            SelectChoice(HazardStep.WORKS.value, _l("By when the works will begin")),
        ],
        validate_choice=False,
    )
    new_date = DayField(_l("The new date"), called=CALLED)
    words = TextAreaField(_l("Why, in words the resident will understand"), filters=[own_words])
    says_late = RadioField(
        _l("If the new date is later than the law allows, may the letter say so?"),
        choices=YES_OR_NO,
        default="no",
        validate_choice=False,
        description=_l("It then says that we are late, and what rights they have. Without it no such date is given."),
    )

    @classmethod
    def is_open(cls, hazard: HazardState) -> bool:
        return bool(movable(hazard))

    def keep(self, session: Session, reference: str, number: int, doing: Deed) -> None:
        step, late = chosen(HazardStep, self.step.data), self.says_late.data == "yes"
        hazards.move_date(
            session, reference, number, MoveDraft(step, self.new_date.data, self.words.data or "", late), doing
        )


class SafetyForm(HazardForm):
    title = _l("The home is safe")
    button = _l("Mark it as safe")

    happened_on = DayField(DAY, called=CALLED)
    happened_time = StringField(_l("At what time, if it is known, like 14:30"), [OfTheDay()], filters=[one_line])
    proof = TextAreaField(_l("How we know that it is safe"), filters=[own_words])

    @classmethod
    def is_open(cls, hazard: HazardState) -> bool:
        return hazard.is_one and hazard.safe_on is None

    def keep(self, session: Session, reference: str, number: int, doing: Deed) -> None:
        day = self.happened_on.data
        at = at_time(day, self.happened_time.data)
        hazards.make_safe(session, reference, number, day, at, self.proof.data or "", doing)


class WorksForm(HazardForm):
    title = _l("The works have begun")

    happened_on = DayField(DAY, called=CALLED)
    words = TextAreaField(_l("What was begun, and by whom"), filters=[own_words])

    @classmethod
    def is_open(cls, hazard: HazardState) -> bool:
        return hazard.works and hazard.works_on is None

    def keep(self, session: Session, reference: str, number: int, doing: Deed) -> None:
        hazards.begin_works(session, reference, number, self.happened_on.data, self.words.data or "", doing)


class AccommodationForm(HazardForm):
    title = _l("Somewhere else to stay was offered")
    lead = _l("Owed where the home cannot be made safe in time, at the landlord’s cost.")

    happened_on = DayField(DAY, called=CALLED)
    words = TextAreaField(_l("What was offered, from when, and what they said"), filters=[own_words])

    @classmethod
    def is_open(cls, hazard: HazardState) -> bool:
        return hazard.is_one

    def keep(self, session: Session, reference: str, number: int, doing: Deed) -> None:
        hazards.offer_accommodation(session, reference, number, self.happened_on.data, self.words.data or "", doing)


class AccessForm(HazardForm):
    title = _l("We tried to reach them")
    lead = _l("Three tries in different ways show that all was done that could be. None of them stops the clock.")

    how = RadioField(
        _l("What was tried?"),
        choices=[
            SelectChoice(Tried.VISIT.value, _l("A visit")),
            SelectChoice(Tried.PHONE.value, _l("A phone call")),
            SelectChoice(Tried.TEXT.value, _l("A text")),
            SelectChoice(Tried.EMAIL.value, _l("An email")),
            SelectChoice(Tried.LETTER.value, _l("A letter")),
        ],
        validate_choice=False,
    )
    happened_on = DayField(DAY, called=CALLED)
    words = TextAreaField(_l("What came of it (you can leave this empty)"), filters=[own_words])

    def keep(self, session: Session, reference: str, number: int, doing: Deed) -> None:
        how, day = chosen(Tried, self.how.data), self.happened_on.data
        hazards.try_access(session, reference, number, day, how, self.words.data or "", doing)
