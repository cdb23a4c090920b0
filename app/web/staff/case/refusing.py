"""The questions behind a refusal, on one page (S8): which ground, what of it, what shows it, and why (2.1–2.5)."""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectMultipleField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.domain.case.refusals import Proceedings, RefusalDraft
from app.domain.clock.profiles import Ground
from app.web.answers import own_words
from app.web.fields import DayField
from app.web.forms import Form
from app.words.case.refusals import PROCEEDINGS

ALL, PART = "all", "part"
E = TypeVar("E", bound=Enum)


class RefusalForm(Form):
    """A refusal as a handler writes it."""

    ground = RadioField(_l("On which ground?"), validate_choice=False)
    happened_on = DayField(
        _l("When did it last happen?"),
        called=_l("The day it last happened"),
        description=_l("If it still goes on, it is not too long ago."),
    )
    aware_on = DayField(
        _l("When did they know of it?"),
        called=_l("The day they knew of it"),
        description=_l("Leave it empty if they knew at once. The time counts from the later day."),
    )
    proceedings = RadioField(
        _l("Has a claim been filed at court?"),
        choices=[SelectChoice(each.value, _l(PROCEEDINGS[each])) for each in Proceedings],
        validate_choice=False,
    )
    filed_on = DayField(_l("When was it filed?"), called=_l("The day it was filed"))
    whole = RadioField(
        _l("How much is refused?"),
        choices=[
            SelectChoice(ALL, _l("All of the complaint")),
            SelectChoice(PART, _l("A part of it: the rest goes on")),
        ],
        validate_choice=False,
    )
    part = TextAreaField(
        _l("Which part?"),
        filters=[own_words],
        description=_l("In words the resident will know. Printed in the letter."),
    )
    points = SelectMultipleField(
        _l("Which points are refused?"), coerce=int, description=_l("The others go on."), validate_choice=False
    )
    reasons = TextAreaField(
        _l("Why, in plain words"),
        filters=[own_words],
        description=_l("For this complaint alone: what is so about this person and this home. Printed in the letter."),
    )
    evidence = TextAreaField(
        _l("What shows it"),
        filters=[own_words],
        description=_l("Which records, letters or dates you looked at. Printed in the letter."),
    )
    discretion = TextAreaField(
        _l("Could we accept it all the same?"),
        filters=[own_words],
        description=_l(
            "What you weighed: harm that goes on, illness, why they could not tell us sooner. Needed where it is too "
            "long ago. Printed in the letter."
        ),
    )

    def draft(self) -> RefusalDraft:
        """Return what is proposed."""
        return RefusalDraft(
            ground=_chosen(Ground, self.ground.data),
            reasons=self.reasons.data or "",
            evidence=self.evidence.data or "",
            discretion=self.discretion.data or "",
            whole={ALL: True, PART: False}.get(self.whole.data or ""),
            part=self.part.data or "",
            points=tuple(self.points.data or ()),
            happened_on=self.happened_on.data,
            aware_on=self.aware_on.data,
            proceedings=_chosen(Proceedings, self.proceedings.data),
            filed_on=self.filed_on.data,
        )


def _chosen(of: type[E], value: str | None) -> E | None:
    return next((each for each in of if each.value == value), None)
