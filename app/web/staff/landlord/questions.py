"""The questions about the landlord, in sections: a field's name is that of the setting it asks for."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    EmailField,
    IntegerField,
    SelectField,
    SelectMultipleField,
    StringField,
    TelField,
)
from wtforms import Form as Part
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired

from app.domain.clock.profiles import PROFILES, Ground
from app.domain.landlord.landlord import Landlord
from app.domain.landlord.permissions import ROLES, Permission
from app.web.fields import DayField
from app.web.staff.landlord.afterwards import Afterwards
from app.web.staff.landlord.lists import LISTS
from app.web.staff.landlord.money import Money
from app.web.staff.landlord.sections import SHORT, LinesField, Rows, Section
from app.words.case.refusals import GROUNDS
from app.words.interpreters import SAID
from app.words.landlord.permissions import WORDS as ROLE_WORDS
from app.words.languages import name as name_of

ON_A_LINE = _l("Each line on a line of its own.")
AS_BEFORE = _l("Tick none, and those answer who may by their role: handlers Stage 1, reviewers Stage 2.")
UNCHECKED = _l(
    "Tick none, and an answer goes without a check. If you tick any, a complaints officer may check too, so that "
    "no date is missed. Nobody checks their own answer."
)


PROCEDURES = {
    "england-2024": _l("England: Complaint Handling Code of 2024"),
    "scotland-2021": _l("Scotland: model complaints procedure of 2021"),
}
"""What people call each profile."""


class About(Section):
    """Who it is."""

    name = StringField(_l("Name"), [SHORT], description=_l("It stands at the top of every page."))
    address = StringField(
        _l("Web address"), [SHORT], description=_l("Each link we send begins with it: https://complaints.example.org")
    )
    profile = SelectField(
        _l("Complaints procedure"), choices=[SelectChoice(name, PROCEDURES[name]) for name in PROFILES]
    )
    opening_hours = StringField(
        _l("Opening hours"), [SHORT], description=_l("For example, Monday to Friday, 9am to 5pm")
    )


class OwnPromises(Section):
    """What it promises beyond the Code, and what its staff are reminded of (ruling 25)."""

    answer_messages_within = IntegerField(
        _l("Working days in which we answer a message"),
        [InputRequired(_l("Give a number of working days from 1 to 20"))],
        description=_l("Residents are told this when they write. From 1 to 20."),
    )
    answer_enquiries_within = IntegerField(
        _l("Working days in which we answer an MP or councillor"),
        [InputRequired(_l("Give a number of working days from 1 to 20"))],
        description=_l("From 1 to 20."),
    )
    do_requests_within = IntegerField(
        _l("Working days in which we do what somebody asks for"),
        [InputRequired(_l("Give a number of working days from 1 to 20"))],
        description=_l("Where no other day is chosen. From 1 to 20."),
    )
    talk_first = BooleanField(_l("Remind staff to talk with the resident before an answer"))


class Colours(Section):
    """What its pages look like."""

    header_colour = StringField(_l("Top of the page"), [SHORT], description=_l("White words stand on it. Like #46203c"))
    button_colour = StringField(_l("Buttons"), [SHORT], description=_l("White words stand on it."))
    link_colour = StringField(_l("Links"), [SHORT], description=_l("They stand on white."))


class Reach(Section):
    """How residents reach it (3.1)."""

    phone = TelField(_l("Phone"), [SHORT])
    emergency_phone = TelField(
        _l("Phone for emergencies"), [SHORT], description=_l("For repairs that cannot wait, at any hour.")
    )
    textphone = TelField(_l("Textphone"), [SHORT])
    bsl_link = StringField(_l("Link for British Sign Language video calls"), [SHORT])
    email = EmailField(_l("Email address"), [SHORT])
    post = LinesField(_l("Address for letters"), description=ON_A_LINE)
    visit = LinesField(_l("Address for visits"), description=ON_A_LINE)


class Contact(Part):
    """Somebody told at any hour."""

    name = StringField(_l("Name"), [SHORT])
    email = EmailField(_l("Email address"), [SHORT])
    phone = TelField(_l("Phone"), [SHORT])

    def entry(self) -> dict[str, Any] | None:
        answers = {field.short_name: (field.data or "").strip() for field in self}
        return answers if any(answers.values()) else None


class OutOfHours(Section):
    """Whom to tell when a person could get hurt, in this order (ruling 3)."""

    out_of_hours = Rows(Contact, label=_l("Contact"))


class SignOff(Part):
    """A language, and who says that its words are right."""

    language = StringField(_l("Language"), [SHORT], description=_l("Its code, like cy for Welsh"))
    by = StringField(_l("Who signed it off"), [SHORT])
    on = DayField(_l("When"), called=_l("The date it was signed off"))

    def entry(self) -> dict[str, Any] | None:
        language, by = (self.language.data or "").strip(), (self.by.data or "").strip()
        return {"language": language, "by": by, "on": self.on.data} if language or by else None


class Languages(Section):
    """What can be read, and what can be interpreted on the phone (ruling 27)."""

    interpreter_languages = SelectMultipleField(
        _l("Languages we have interpreters for"),
        choices=[SelectChoice(code, name_of(code)) for code in SAID],
        description=_l("Every page has a line in each: ring us, and say the language."),
    )
    signed_off = Rows(SignOff, label=_l("Language that pages are offered in"))


GROUNDS_SAID = {ground.value: _l(GROUNDS[ground]) for ground in Ground}
"""What people call each ground for refusing."""


class Refusing(Section):
    """What our policy lists as grounds not to accept a complaint (2.2)."""

    refusal_grounds_off = SelectMultipleField(
        _l("Grounds that our policy does not have"),
        choices=[SelectChoice(value, said) for value, said in GROUNDS_SAID.items()],
        description=_l("What you tick cannot be chosen. Each refusal still needs its own reasons and a second person."),
    )


ROLES_SAID = {role.value: _l(ROLE_WORDS[role]) for role in ROLES if Permission.CHECK_ANSWERS in ROLES[role]}
"""What people call each role that may be given a part in answers."""


def _roles(label: Any, hint: Any) -> SelectMultipleField:
    choices = [SelectChoice(value, said) for value, said in ROLES_SAID.items()]
    return SelectMultipleField(label, choices=choices, description=hint)


class Answers(Section):
    """Who answers each stage, and who looks at the answer before it goes (ruling 14)."""

    stage_1_answered_by = _roles(_l("Who answers Stage 1"), AS_BEFORE)
    stage_1_checked_by = _roles(_l("Who checks a Stage 1 answer before it goes"), UNCHECKED)
    stage_2_answered_by = _roles(_l("Who answers Stage 2"), AS_BEFORE)
    stage_2_checked_by = _roles(_l("Who checks a Stage 2 answer before it goes"), UNCHECKED)


class RestrictedCases(Section):
    """Who takes complaints about those whom the others answer to (ruling 4)."""

    restricted_handlers = LinesField(
        _l("Who takes complaints about somebody senior"),
        description=_l(
            "Their email addresses, each on a line of its own, in order. They deal with complaints about the "
            "complaints officer, the chief executive or the board, and are added where too few are left who may see "
            "a complaint."
        ),
    )


class Ombudsman(Section):
    """How to reach the Ombudsman, where that differs from what the procedure says."""

    name = StringField(_l("Name"), [SHORT], description=_l("Leave it empty to use what the procedure says."))
    phone = TelField(_l("Phone"), [SHORT])
    web = StringField(_l("Web address"), [SHORT])
    post = LinesField(_l("Address for letters"), description=ON_A_LINE)

    @staticmethod
    def asked_of(landlord: Landlord) -> Any:
        return landlord.ombudsman

    def given(self) -> dict[str, Any]:
        answers = super().given()
        return {"ombudsman": answers if any(answers.values()) else None}


SECTIONS: dict[str, tuple[str, type[Section]]] = {
    "about": (_l("Who we are"), About),
    "reach": (_l("How people reach us"), Reach),
    "out-of-hours": (_l("Out-of-hours contacts"), OutOfHours),
    "own-promises": (_l("What we promise"), OwnPromises),
    "afterwards": (_l("After a complaint"), Afterwards),
    "colours": (_l("Colours"), Colours),
    **LISTS,
    "languages": (_l("Languages"), Languages),
    "answers": (_l("Who answers, and who checks"), Answers),
    "refusing": (_l("Refusing complaints"), Refusing),
    "restricted": (_l("Complaints that few may see"), RestrictedCases),
    "money": (_l("Money"), Money),
    "ombudsman": (_l("Ombudsman"), Ombudsman),
}
