"""The questions of a complaint that staff write down for somebody: the resident's own, in the same order (S4)."""

from __future__ import annotations

from collections.abc import Iterable

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired, Length, Optional

from app.domain.case.drafts import Answers, Whose
from app.domain.case.vocabulary import Channel, Danger
from app.domain.clock.hazard_laws import HazardKind
from app.domain.people.parties import Authority
from app.domain.people.preferences import Detail, Safe, Way
from app.store.case.groups import Group
from app.store.people.homes import Home
from app.web import landlord
from app.web.answers import (
    LONGEST_LINE,
    TOO_LONG,
    Needed,
    Number,
    OnlyWith,
    one_line,
    own_words,
    words_field,
)
from app.web.fields import DayField
from app.web.public.case.questions.hazards import NotToCome, choices
from app.web.public.case.questions.reaching import DETAILS
from app.web.public.case.questions.story import LARGEST_GROUP, WANTED
from app.web.staff.case.group_forms import choices as group_choices
from app.web.staff.case.kinds import KindForm
from app.web.staff.reaching import (
    LONGEST_NOTE,
    PRIVATE,
    TOO_LONG_NOTE,
    cautions_asked,
    email_asked,
    mind_asked,
    phone_asked,
    text_to_asked,
)
from app.words.languages import called
from app.words.people.adjustments import WORDS as NEEDS

TYPED = "typed"
"""The choice of a home that is not in the landlord's list."""

CHANNELS = [
    SelectChoice(Channel.PHONE.value, _l("Phone")),
    SelectChoice(Channel.EMAIL.value, _l("Email")),
    SelectChoice(Channel.LETTER.value, _l("Letter")),
    SelectChoice(Channel.IN_PERSON.value, _l("In person")),
    SelectChoice(Channel.SOCIAL_MEDIA.value, _l("Social media")),
    SelectChoice(Channel.OTHER.value, _l("Another way")),
]
DANGER = [
    SelectChoice(Danger.NOW.value, _l("Yes, now")),
    SelectChoice(Danger.SOON.value, _l("Yes, soon")),
    SelectChoice(Danger.NO.value, _l("No")),
    SelectChoice(Danger.NOT_SURE.value, _l("Not sure, or not asked")),
]
WHOSE = [
    SelectChoice(Whose.ME.value, _l("The person who told us")),
    SelectChoice(Whose.SOMEONE_ELSE.value, _l("Somebody else, whom they are helping")),
    SelectChoice(Whose.GROUP.value, _l("A group, of whom they are one")),
    SelectChoice(Whose.NO_NAME.value, _l("The person who told us, who does not want to give a name")),
]
AUTHORITY = [
    SelectChoice(Authority.THEY_WILL_CONFIRM.value, _l("The resident will tell us so")),
    SelectChoice(Authority.WRITTEN_PERMISSION.value, _l("They have it in writing")),
    SelectChoice(Authority.POWER_OF_ATTORNEY.value, _l("Power of attorney, or a court chose them")),
    SelectChoice(Authority.THEY_HAVE_DIED.value, _l("The resident has died")),
    SelectChoice(Authority.MP_OR_COUNCILLOR.value, _l("They are the MP or a councillor")),
]
SAFE = [
    SelectChoice(Safe.YES.value, _l("Yes")),
    SelectChoice(Safe.SOME_WAYS.value, _l("Only in some ways")),
    SelectChoice(Safe.NO.value, _l("No, they will come back with their code")),
    SelectChoice(Safe.NOT_SURE.value, _l("Not sure, or not asked")),
]
WAYS = [
    SelectChoice(Way.EMAIL.value, _l("Email")),
    SelectChoice(Way.TEXT.value, _l("Text message")),
    SelectChoice(Way.PHONE.value, _l("Phone call")),
    SelectChoice(Way.LETTER.value, _l("Letter")),
    SelectChoice(Way.HERE.value, _l("They come back with their code, and we send nothing")),
]


class ArrivalForm(KindForm):
    """Everything a complaint is made of. Its names are those of the resident's own questions."""

    channel = RadioField(_l("How did they tell us?"), [InputRequired(_l("Choose how they told us"))], choices=CHANNELS)
    received_on = DayField(
        _l("When did we receive it?"),
        [InputRequired(_l("Enter the date we received it"))],
        called=_l("The date we received it"),
        description=_l("The day it reached anybody here: the clock runs from it. For example, 27 11 2026"),
    )
    danger = RadioField(
        _l("Could anyone get hurt?"), [InputRequired(_l("Choose if anyone could get hurt"))], choices=DANGER
    )
    hazards = SelectMultipleField(_l("What could hurt somebody in the home?"), choices=choices(tuple(HazardKind)))
    first_told = DayField(
        _l("When did they first tell us about the danger?"),
        [NotToCome()],
        called=_l("The day they first told us"),
        description=_l("The earliest day we knew. Leave it empty if it is with this complaint."),
    )
    whose = RadioField(_l("Whose complaint is it?"), [InputRequired(_l("Choose whose complaint it is"))], choices=WHOSE)
    people = StringField(
        _l("How many people, about?"),
        [OnlyWith("whose", Whose.GROUP.value), Needed(_l("Enter how many people, like 12")), Number(2, LARGEST_GROUP)],
        filters=[one_line],
        render_kw={"inputmode": "numeric", "autocomplete": "off"},
    )
    group_name = StringField(
        _l("What do they call their group?"),
        [OnlyWith("whose", Whose.GROUP.value), Length(max=LONGEST_LINE, message=TOO_LONG)],
        filters=[one_line],
        render_kw=PRIVATE,
    )
    group = SelectField(
        _l("Is it about one of these?"), [Optional()], description=_l("It is put with them as soon as it is logged.")
    )
    speaker_name = StringField(
        _l("Full name of who speaks for them"),
        [
            OnlyWith("whose", Whose.SOMEONE_ELSE.value),
            Needed(_l("Enter the full name of who speaks for them")),
            Length(max=LONGEST_LINE, message=TOO_LONG),
        ],
        filters=[one_line],
        render_kw=PRIVATE,
    )
    relationship = StringField(
        _l("Who are they to the resident?"),
        [Length(max=LONGEST_LINE, message=TOO_LONG)],
        description=_l("Like daughter, friend, support worker or advocate"),
        filters=[one_line],
        render_kw=PRIVATE,
    )
    authority = SelectField(_l("How do we know that they may?"), [Optional()], choices=AUTHORITY)
    words = words_field(
        _l("What went wrong?"),
        Needed(_l("Write down what went wrong")),
        description=_l("In their own words. Paste an email or letter whole."),
    )
    wanted = SelectMultipleField(_l("What would put it right?"), choices=WANTED)
    wanted_words = words_field(_l("What would put it right, in their own words"))
    service_area = SelectField(_l("What is it about?"), [Optional()])
    name = StringField(
        _l("Full name of the resident"),
        [
            OnlyWith("whose", Whose.ME.value, Whose.SOMEONE_ELSE.value, Whose.GROUP.value),
            Needed(_l("Enter the resident’s full name")),
            Length(max=LONGEST_LINE, message=TOO_LONG),
        ],
        filters=[one_line],
        render_kw=PRIVATE,
    )
    postcode = StringField(
        _l("Postcode"),
        [Length(max=LONGEST_LINE, message=TOO_LONG)],
        filters=[one_line],
        render_kw=PRIVATE | {"autocapitalize": "characters"},
    )
    home = RadioField(_l("Which home?"), [Optional()], choices=[], validate_choice=False)
    address = TextAreaField(
        _l("Or type the address"),
        [Length(max=500, message=_l("Shorten it to 500 characters"))],
        filters=[own_words],
        render_kw={"autocomplete": "off"},
    )
    separate = BooleanField(_l("This is a new complaint, and none of these"))
    safe = RadioField(
        _l("Is there a way we can reach them that only they will see?"),
        [InputRequired(_l("Choose if it is safe to reach them"))],
        choices=SAFE,
        description=_l("Of whoever told us. Nobody else’s safety is asked through them."),
    )
    cautions = cautions_asked()
    mind = mind_asked()
    ways = SelectMultipleField(
        _l("How should we keep in touch?"),
        [
            OnlyWith("safe", Safe.YES.value, Safe.SOME_WAYS.value, Safe.NOT_SURE.value),
            InputRequired(_l("Choose a way")),
        ],
        choices=WAYS,
    )
    email = email_asked()
    text_to = text_to_asked()
    phone = phone_asked()
    letter_to = TextAreaField(
        _l("Address for letters"),
        [OnlyWith("ways", Way.LETTER.value), Length(max=500, message=_l("Shorten it to 500 characters"))],
        description=_l("Leave this empty if it is their home."),
        filters=[own_words],
        render_kw={"autocomplete": "off"},
    )
    main = SelectField(_l("Which way first?"), [Optional()], choices=[SelectChoice("", _l("Any of these")), *WAYS])
    detail = RadioField(
        _l("How much may a message say?"), [Optional()], choices=DETAILS, default=Detail.NEWS_ONLY.value
    )
    language = SelectField(_l("Language for our letters"), [Optional()])
    needs = SelectMultipleField(
        _l("What would make this easier for them?"),
        choices=[SelectChoice(need.value, _l(text)) for need, text in NEEDS.items()],
    )
    needs_words = TextAreaField(
        _l("More about it, like which language or how large"),
        [Length(max=LONGEST_NOTE, message=TOO_LONG_NOTE)],
        filters=[own_words],
    )

    def know(self, homes: list[Home], every: Iterable[Group]) -> ArrivalForm:
        """Offer the landlord's homes at this postcode, its groups, service areas and the languages it writes."""
        self.group.choices = [SelectChoice("", gettext("No")), *group_choices(every)]
        ours = landlord.current()
        listed = [SelectChoice(str(home.id), home.address) for home in homes]
        self.home.choices = [*listed, SelectChoice(TYPED, gettext("It is not in this list"))] if listed else []
        areas = [SelectChoice(area.key, area.name) for area in ours.service_areas if not area.retired]
        self.service_area.choices = [SelectChoice("", gettext("Not known yet")), *areas]
        self.language.choices = [SelectChoice(code, called(code, "en")) for code in ours.languages]
        return self

    def validate(self, extra_validators: object = None) -> bool:
        """Ask for a home, unless the person gives no name."""
        right = super().validate(extra_validators)
        if self.home.choices and not self.home.data and not self.address.data:
            self.home.errors = [gettext("Choose the home, or type its address")]
        elif not self._has_home() and self.whose.data != Whose.NO_NAME.value:
            self.address.errors = [gettext("Find the home by its postcode, or type its address")]
        return right and not (self.home.errors or self.address.errors)

    def answers(self) -> Answers:
        """Return what was typed and ticked, by the names of the resident's own questions."""
        said = {field.name: field.data or "" for field in self if isinstance(field.data, str | list)}
        return said | {"first_told": self.first_told.data.isoformat() if self.first_told.data else ""}

    def _has_home(self) -> bool:
        chosen = self.home.data and self.home.data != TYPED
        return bool(chosen or self.address.data)
