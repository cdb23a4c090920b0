"""What it is that came: asked of staff as they log it, so that only a complaint gets a complaint's clocks (1.3–1.6)."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import NamedTuple

from flask_babel import lazy_gettext as _l
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.domain.case.kinds import Kind
from app.services.case import arrivals
from app.services.case.complaints import NewComplaint
from app.web.fields import DayField
from app.web.forms import Form


class Came(Enum):
    """What somebody brought us: the three answers to dissatisfaction, and the kinds with clocks of their own."""

    COMPLAINT = "complaint"
    REQUEST = "request"
    SAID_NO = "said_no"
    ENQUIRY = "enquiry"
    DATA_PROTECTION = "data_protection"


class Meant(NamedTuple):
    """The kind of case that it makes."""

    kind: Kind
    said_no: bool = False


MEANT = {
    Came.COMPLAINT: Meant(Kind.COMPLAINT),
    Came.REQUEST: Meant(Kind.REQUEST),
    Came.SAID_NO: Meant(Kind.REQUEST, said_no=True),
    Came.ENQUIRY: Meant(Kind.ENQUIRY),
    Came.DATA_PROTECTION: Meant(Kind.DATA_PROTECTION),
}
CAME = [
    SelectChoice(Came.COMPLAINT.value, _l("They are unhappy: a complaint")),
    SelectChoice(Came.REQUEST.value, _l("A request, and nothing has gone wrong yet")),
    SelectChoice(Came.SAID_NO.value, _l("They are unhappy. We offered a complaint, and they said no")),
    SelectChoice(Came.ENQUIRY.value, _l("A letter from an MP or councillor")),
    SelectChoice(Came.DATA_PROTECTION.value, _l("A complaint about how we used personal data")),
]
UNHAPPY, ONLY_ASKS = "yes", "no"


class KindForm(Form):
    """What it is. Where somebody says nothing of it, it is a complaint."""

    kind = RadioField(
        _l("What is it?"),
        choices=CAME,
        default=Came.COMPLAINT.value,
        description=_l(
            "Whoever is unhappy is offered a complaint, whatever word they use. A complaint never turns into a request."
        ),
    )
    unhappy = RadioField(
        _l("Is anybody in the letter unhappy with us?"),
        choices=[
            SelectChoice(UNHAPPY, _l("Yes, or I am not sure: then it is a complaint")),
            SelectChoice(ONLY_ASKS, _l("No, they only ask")),
        ],
        default=UNHAPPY,
    )
    join = RadioField(_l("Does the letter belong to one of these?"), choices=[], validate_choice=False)
    due_by = DayField(
        _l("By when will it be done or answered?"),
        called=_l("The day"),
        description=_l("Leave it empty for our usual time. A complaint has the dates of the Code."),
    )

    @property
    def came(self) -> Came:
        """Return what it is."""
        return next((each for each in Came if each.value == self.kind.data), Came.COMPLAINT)

    @property
    def is_letter(self) -> bool:
        """Return whether an MP or councillor wrote it."""
        return self.came is Came.ENQUIRY

    @property
    def meant(self) -> Meant:
        """Return the kind of case it makes: the letter of an MP in which anybody is unhappy is a complaint."""
        if self.is_letter and self.unhappy.data != ONLY_ASKS:
            return Meant(Kind.COMPLAINT)
        return MEANT[self.came]

    def as_kind(self, new: NewComplaint) -> NewComplaint:
        """Return what came as the kind of case it is."""
        meant = self.meant
        if self.is_letter:
            new = arrivals.as_letter(new)
        return replace(new, kind=meant.kind, said_no=meant.said_no, due_by=self.due_by.data)
