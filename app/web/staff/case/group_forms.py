"""What is asked about a group or a known problem: what it is called, who leads, and what all answers say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import Length

from app.domain.case.bindings import GroupDraft
from app.domain.case.group_states import Binding
from app.services.case import groups
from app.store.case.groups import Group
from app.store.landlord.staff import Member
from app.web.answers import LONGEST_LINE, TOO_LONG, one_line, words_field
from app.web.forms import Form

BINDINGS = [
    SelectChoice(Binding.GROUP.value, _l("People who complain together")),
    SelectChoice(
        Binding.KNOWN_PROBLEM.value, _l("A problem that we know of, and people who know nothing of each other")
    ),
]


class NameForm(Form):
    """What it is called, and who leads for us."""

    name = StringField(
        _l("What do we call it?"),
        [Length(max=LONGEST_LINE, message=TOO_LONG)],
        description=_l("The thing or the place, like Lift at Elm Court. Name no person: all our staff see it."),
        filters=[one_line],
        render_kw={"autocomplete": "off"},
    )
    lead = SelectField(_l("Who leads for us?"), validate_choice=False)

    def know(self, present: Sequence[Member]) -> None:
        """Offer those who may lead."""
        able = [SelectChoice(str(each.id), each.name) for each in groups.leads(present)]
        self.lead.choices = [SelectChoice("", gettext("Choose")), *able]

    def draft(self) -> GroupDraft:
        """Return what was said."""
        return GroupDraft(self.name.data or "", chosen(self.lead) or None)


class BeginForm(NameForm):
    """And what binds it."""

    binding = RadioField(_l("What is it?"), choices=BINDINGS, validate_choice=False)

    def draft(self) -> GroupDraft:
        """Return what was said."""
        named, known = super().draft(), {each.value for each in Binding}
        binding = Binding(self.binding.data) if self.binding.data in known else None
        return GroupDraft(named.name, named.lead, binding)


class GroupForm(Form):
    """Which of those there are."""

    group = SelectField(_l("Which one?"), validate_choice=False)

    def know(self, every: Iterable[Group]) -> None:
        """Offer every group that there is."""
        self.group.choices = [SelectChoice("", gettext("Choose")), *choices(every)]

    @property
    def number(self) -> int:
        """Return the number of the one that was chosen, 0 for none."""
        return chosen(self.group)


class CommonForm(Form):
    """What they all complain of, and what we say to everybody."""

    points = words_field(
        _l("Points that all of them have"),
        description=_l("One on each line. They stand ready where each complaint is acknowledged, below its own words."),
    )
    words = words_field(
        _l("What we say to everybody"),
        description=_l(
            "What happened, what we found and what we do. Name nobody: it stands in each of their letters. Leave "
            "it empty until it is known."
        ),
    )


def choices(every: Iterable[Group]) -> list[SelectChoice]:
    """Return a choice for each group, by its number and what it is called."""
    return [SelectChoice(str(each.id), called(each.id, each.name)) for each in every]


def called(number: int, name: str) -> str:
    """Return what a group goes by; a name that was erased in its time is gone."""
    return gettext("%(number)s: %(name)s", number=number, name=name) if name else str(number)


def chosen(field: Any) -> int:
    """Return the number that was chosen from a list, 0 for none that is there."""
    offered = {str(choice.value) for choice in field.iter_choices()} - {""}
    return int(field.data) if field.data in offered else 0
