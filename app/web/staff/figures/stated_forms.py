"""The questions by which each kind of figure is stated (8.1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired

from app.domain.figures import stating
from app.domain.figures.profile import CHARACTERISTICS, groups
from app.domain.figures.statable import LABELLED, PRIOR, TARGETS
from app.domain.figures.stated import Key, Subject
from app.domain.figures.stating import POUND, Cell, unit_of
from app.domain.landlord.tenures import Tsm
from app.domain.refused import Refused
from app.web.answers import Needed, one_line
from app.web.fields import DayField
from app.web.forms import Form
from app.web.languages import language
from app.words.figures.statable import called, group_called, homes_called

TYPED: dict[str, Any] = {"filters": [one_line], "render_kw": {"autocomplete": "off", "spellcheck": "false"}}


def _typed(label: Any, description: Any = "", needed: Any = "") -> Any:
    """A few words, or a number; what is `needed` says so. A number is not, for whoever takes one back."""
    return StringField(label, [Needed(needed)] if needed else [], description=description, **TYPED)


def _day(label: Any, said: Any, needed: Any) -> Any:
    return DayField(label, [InputRequired(needed)], called=said)


class StatedForm(Form):
    """A figure; a rule says what is wrong with it."""

    fields: ClassVar[Mapping[str, str]] = {stating.FROM: "first", stating.TO: "last"}
    """What asks for a column whose name is none in Python."""

    def know(self, stated: Iterable[Key]) -> StatedForm:
        """Offer what may be stated beside what is stated already; returns the form."""
        return self

    def cells(self, subject: Subject) -> dict[str, Cell]:
        """Return what was answered, by column."""
        found: dict[str, Cell] = {stating.WHAT: subject.value}
        for column in stating.COLUMNS[1:]:
            field = self._fields.get(self.fields.get(column, column))
            if field is not None and field.data:
                found[column] = field.data
        return found

    def refused(self, refusal: Refused) -> StatedForm:
        """Put each reason beside the question that it is about; returns the form."""
        gaps = [replace(gap, field=self.fields.get(gap.field, gap.field)) for gap in refusal.gaps]
        self.explain(Refused(*gaps))
        return self


class HomesForm(StatedForm):
    """How many homes of a tenure were owned on a day."""

    name = SelectField(_l("Which homes"))
    first = _day(_l("On which day"), _l("The day"), _l("Enter the day"))
    value = _typed(_l("How many homes we owned"))

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.name.choices = [SelectChoice(each.value, homes_called(each.value, language())) for each in Tsm]


class TargetForm(StatedForm):
    """What a measure is to be."""

    name = SelectField(_l("What it is a target for"))
    first = _day(_l("From which day on"), _l("The day"), _l("Enter the day"))
    value = _typed(_l("Target"), _l("A share like 85%, or a number of days like 9.5."))
    tolerance = _typed(
        _l("Tolerance (optional)"), _l("A target that is missed, but not by more than this, is within tolerance.")
    )

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.name.choices = [SelectChoice(path, called(path, language())) for path in TARGETS]


class ContactsForm(StatedForm):
    """How many contacts came by a channel in a month."""

    name = _typed(
        _l("How they reached us"),
        _l("Like Telephone or Email: always the same word for the same way."),
        _l("Enter how they reached us"),
    )
    first = _typed(_l("Month"), _l("Like 2026-03."), _l("Enter the month"))
    value = _typed(_l("How many contacts"))
    in_time = _typed(_l("How many were answered within 2 working days (optional)"))


class CustomersForm(StatedForm):
    """How many of all customers were of a group."""

    fields: ClassVar[Mapping[str, str]] = {**StatedForm.fields, stating.NAME: "group"}
    group = SelectField(
        _l("Which group"),
        [InputRequired(_l("Choose a group"))],
        description=_l("Give every group of an age, illness or ethnic group for the same day."),
    )
    first = _day(_l("On which day"), _l("The day"), _l("Enter the day"))
    value = _typed(_l("How many customers"))

    def know(self, stated: Iterable[Key]) -> StatedForm:
        """Offer the groups that complainants are asked about, and what else is stated, to be taken back."""
        asked = [(name, group) for name in CHARACTERISTICS for group in groups(name)]
        others = sorted({(key.name, key.part) for key in stated if key.subject is Subject.CUSTOMERS} - {*asked})
        self.offered = {str(number): each for number, each in enumerate(others)}
        self.offered = {f"{name}.{group}": (name, group) for name, group in asked} | self.offered
        self.group.choices = [
            SelectChoice("", gettext("Choose")),
            *(SelectChoice(value, group_called(*of, language())) for value, of in self.offered.items()),
        ]
        return self

    def cells(self, subject: Subject) -> dict[str, Cell]:
        name, group = self.offered.get(self.group.data or "", ("", ""))
        return super().cells(subject) | {stating.NAME: name, stating.GROUP: group}


class PriorForm(StatedForm):
    """A figure of a period whose complaints are not here."""

    name = SelectField(_l("Which figure"))
    group = _typed(_l("Of which (optional)"), _l("For a figure “by” something: the directorate, theme and so on."))
    first = _day(_l("The first day of that time"), _l("The first day"), _l("Enter the first day"))
    last = _day(_l("Its last day"), _l("The last day"), _l("Enter the last day"))
    value = _typed(_l("What it was"), _l("A number, a share like 85%, or a sum like £1,250."))

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        paths = [*sorted(PRIOR - LABELLED), *sorted(LABELLED)]
        self.name.choices = [
            SelectChoice("", gettext("Choose")),
            *(SelectChoice(path, called(path, language())) for path in paths),
        ]

    def cells(self, subject: Subject) -> dict[str, Cell]:
        """Return what was answered; a sum is typed in pounds, with or without their sign."""
        found = super().cells(subject)
        value, name = found.get(stating.VALUE), found.get(stating.NAME, "")
        if isinstance(value, str) and value[0].isdigit() and unit_of(subject, str(name)) == "pence":
            found[stating.VALUE] = f"{POUND}{value}"
        return found


FORMS: Mapping[Subject, type[StatedForm]] = {
    Subject.HOMES: HomesForm,
    Subject.TARGET: TargetForm,
    Subject.CONTACTS: ContactsForm,
    Subject.CUSTOMERS: CustomersForm,
    Subject.PRIOR: PriorForm,
}
HELP: Mapping[Subject, Any] = {
    Subject.HOMES: _l("The rate of complaints per 1,000 homes is of the homes of the last day of a period."),
    Subject.TARGET: _l("A target holds from its day on, until another is given."),
    Subject.CONTACTS: _l("All contacts of a month, complaints or not. Give every channel of a month."),
    Subject.CUSTOMERS: _l(
        "All who live in our homes, by the groups that those who complain are asked about. "
        "Give each group of a day, 0 where there is nobody: reports wait for the last."
    ),
    Subject.PRIOR: _l("To compare with years whose complaints are not here. Where most of them are here, they count."),
}
