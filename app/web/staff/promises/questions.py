"""What is asked of a promise, a form a deed: who has it, by when, what was tried, and how it ended (S11)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, SelectField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired, Length, Optional

from app.domain.landlord.landlord import Choice, Landlord
from app.domain.promises.ledger import Approach, Ending, Look, Source
from app.store.landlord.staff import Member
from app.web import landlord
from app.web.answers import Needed, own_words
from app.web.fields import DayField
from app.web.forms import Form
from app.web.languages import language
from app.web.staff import colleagues
from app.words.beginnings import begun
from app.words.say import say

LONGEST = 2_000
SHORTEN = _l("Shorten it to 2,000 characters")
GIVEN_ELSEWHERE = tuple(source for source in Source if source is not Source.ANSWER)


def happened(label: object, called: object) -> DayField:
    """A day that lies behind us."""
    return DayField(
        label,  # type: ignore[arg-type]
        [InputRequired(_l("Enter the day"))],
        called=called,  # type: ignore[arg-type]
        description=_l("It cannot be in the future. For example, 27 11 2026"),
    )


def in_words(label: object, hint: object = "") -> TextAreaField:
    """A few words, which a rule asks for."""
    return TextAreaField(
        label,  # type: ignore[arg-type]
        [Length(max=LONGEST, message=SHORTEN)],
        description=hint,  # type: ignore[arg-type]
        filters=[own_words],
    )


def promised(label: object, hint: object) -> TextAreaField:
    """What is promised, or meant to be."""
    return TextAreaField(
        label,  # type: ignore[arg-type]
        [Needed(_l("Write what is promised")), Length(max=LONGEST, message=SHORTEN)],
        description=hint,  # type: ignore[arg-type]
        filters=[own_words],
    )


def promised_by() -> DayField:
    """The day by which it is done."""
    return DayField(
        _l("By when?"),
        [InputRequired(_l("Give the date by which it will be done"))],
        called=_l("The date of the promise"),
        description=_l("For example, 27 11 2026"),
    )


def done_on() -> DayField:
    """The day on which it was done."""
    return DayField(
        _l("On which day was it done?"),
        [InputRequired(_l("Enter the day it was done"))],
        called=_l("The day it was done"),
        description=_l("It cannot be in the future. For example, 27 11 2026"),
    )


class OwnerForm(Form):
    """Who sees to it, and with which contractor."""

    owner = SelectField(_l("Who sees to it"), coerce=int)
    contractor = SelectField(_l("Contractor or team"))

    def know(self, present: Sequence[Member], hired: Sequence[Member]) -> OwnerForm:
        """Offer those who work here or for a contractor, and the contractors and teams of the landlord's lists."""
        self.owner.choices = [*colleagues.choices(present, hired)]
        self.contractor.choices = doers(landlord.current().doers, gettext("None"))
        return self


class GivenForm(OwnerForm):
    """A promise given elsewhere than in the answer."""

    source = SelectField(_l("Where did we promise it?"))
    happened_on = happened(_l("On which day did we promise it?"), _l("The day it was promised"))
    words = promised(_l("What did we promise?"), _l("In words the resident understands: they see this on their page."))
    due_on = promised_by()

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.source.choices = choices(GIVEN_ELSEWHERE)


class DateForm(Form):
    """A new date, and why: both go to the resident in a letter."""

    new_date = DayField(_l("The new date"), called=_l("The new date"), description=_l("For example, 27 11 2026"))
    words = in_words(_l("Why it moves, in words the resident will understand"), _l("This is printed in the letter."))


class DeclineForm(Form):
    """Why the date stays, whatever was asked for."""

    words = in_words(_l("Why does the date stay?"), _l("For us, and for whoever asked. The resident does not see it."))


class AccessForm(Form):
    """One try to be let in."""

    happened_on = happened(_l("On which day?"), _l("The day we tried"))
    by = RadioField(_l("How did we try?"), [InputRequired(_l("Choose how"))])
    words = in_words(_l("What happened?"), _l("For us only. The resident sees that we tried, and how."))

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.by.choices = choices(Approach)


class AppointmentForm(Form):
    """The day on which we did not come."""

    happened_on = happened(_l("Which day was the appointment?"), _l("The day of the appointment"))


class EndingForm(Form):
    """How it ended, if it was not kept."""

    how = RadioField(_l("How did it end?"), [Optional()])
    resident_said = BooleanField(_l("The resident told us that they no longer want it"))
    happened_on = happened(_l("On which day?"), _l("The day it ended"))
    words = in_words(_l("How do we know?"), _l("The resident sees this on their page."))

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.how.choices = choices(Ending)


class LookForm(Form):
    """What became of the resident's word that it was not done."""

    look = RadioField(_l("Who looked into it?"), [Optional()])
    happened_on = happened(_l("On which day?"), _l("The day"))
    words = in_words(_l("What was found?"), _l("For us only. The resident sees that we looked into it."))

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.look.choices = choices(Look)


def choices(kinds: Iterable[Enum]) -> list[SelectChoice]:
    """Return what may be chosen, each in words that begin a line."""
    return [SelectChoice(each.value, begun(say(each, language()))) for each in kinds]


def doers(listed: Iterable[Choice], none: str) -> list[SelectChoice]:
    """Return the contractors, or these and the teams, to choose from, after a first choice of none."""
    offered = [SelectChoice(each.key, each.name) for each in listed if not each.retired]
    return [SelectChoice("", none), *offered]


def named(ours: Landlord) -> dict[str, str]:
    """Return what each contractor and team is called, those too that are no longer offered; none is empty."""
    return {"": ""} | {each.key: each.name for each in ours.doers}
