"""The short way to make a complaint, in Easy Read too, and the shortest: for who is in danger and cannot ring.

R1a, rulings 3 and 27.
"""

from __future__ import annotations

from typing import ClassVar

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import EmailField, HiddenField, RadioField, StringField, TelField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, Length, Optional

from app.domain.case.drafts import Answers
from app.domain.case.vocabulary import Danger
from app.domain.people.preferences import Caution, Safe, Way
from app.domain.refused import Refused
from app.services.case import arrivals, drafts
from app.web.answers import (
    LONGEST_LINE,
    LONGEST_WORDS,
    SHORTEN,
    TOO_LONG,
    EmailAddress,
    Needed,
    OnlyWith,
    PhoneNumber,
    meant,
    one_line,
    own_words,
    slipped,
    words_field,
)
from app.web.deed import deed
from app.web.forms import Form
from app.web.page import page
from app.web.pressed import making_a_case
from app.web.public.case import held
from app.web.public.case.questions.story import DANGER
from app.web.tries import lookup_key

bp = Blueprint("complaints", __name__)

LONGEST_ADDRESS = 500
RING, TEXT = "phone", "text"


class ShortForm(Form):
    """Just tell us: all that a complaint needs, on one page."""

    page: ClassVar[str] = "public/complaints/new.html"

    words = words_field(
        _l("What went wrong?"),
        Needed(_l("Tell us what went wrong")),
        description=_l("A few words are enough, in any language."),
    )
    wanted_words = StringField(
        _l("What would put it right? (you can leave this empty)"),
        [Length(max=LONGEST_WORDS, message=SHORTEN)],
        filters=[one_line],
        render_kw={"autocomplete": "off"},
    )
    danger = RadioField(
        _l("Could anyone get hurt?"), [InputRequired(_l("Choose if anyone could get hurt"))], choices=DANGER
    )
    name = StringField(
        _l("Your full name"),
        [Needed(_l("Enter your full name")), Length(max=LONGEST_LINE, message=TOO_LONG)],
        filters=[one_line],
        render_kw={"autocomplete": "name", "spellcheck": "false"},
    )
    address = TextAreaField(
        _l("Your home"),
        [Needed(_l("Enter your address")), Length(max=LONGEST_ADDRESS, message=_l("Shorten it to 500 characters"))],
        description=_l("The address and the postcode"),
        filters=[own_words],
        render_kw={"autocomplete": "street-address"},
    )
    safe = RadioField(
        _l("Is there a safe way to reach you, that only you will see?"),
        [InputRequired(_l("Choose if it is safe to reach you"))],
        choices=[
            SelectChoice(Safe.YES.value, _l("Yes")),
            SelectChoice(
                Safe.NOT_SURE.value, _l("No, or I am not sure: send me nothing, I will come back here with a code")
            ),
        ],
    )
    email = EmailField(
        _l("Email address"),
        [OnlyWith("safe", Safe.YES.value), Optional(), EmailAddress()],
        filters=[one_line],
        render_kw={"autocomplete": "email", "spellcheck": "false"},
    )
    looked_at = HiddenField()
    phone = TelField(
        _l("Or a phone number"),
        [OnlyWith("safe", Safe.YES.value), Optional(), PhoneNumber()],
        description=_l("One of the two is enough."),
        filters=[one_line],
        render_kw={"autocomplete": "tel"},
    )

    def validate(self, extra_validators: object = None) -> bool:
        """Ask for one way to reach them, where there is a safe one."""
        right = super().validate(extra_validators)
        if self.safe.data == Safe.YES.value and not self.email.data and not self.phone.data:
            self.email.errors = [gettext("Enter an email address or a phone number")]
            return False
        return right

    def answers(self) -> dict[str, str | list[str]]:
        """Return the answers as the long way would have given them: no way at all, unless there is a safe one."""
        is_safe = self.safe.data == Safe.YES.value
        given = {Way.EMAIL: self.email.data, Way.PHONE: self.phone.data} if is_safe else {}
        ways: list[str] = [way.value for way, value in given.items() if value]
        return {field.name: field.data or "" for field in self} | {"ways": ways}


class EasyForm(ShortForm):
    """The same questions, each said in one short sentence beside a picture."""

    page = "public/complaints/easy.html"

    EASY: ClassVar = {
        "words": (_l("What went wrong?"), _l("Use your own words. Any language is fine.")),
        "wanted_words": (_l("What should we do now?"), _l("You do not have to answer this.")),
        "danger": (_l("Could anyone get hurt?"), ""),
        "name": (_l("What is your name?"), _l("Your first name and your last name.")),
        "address": (_l("Where do you live?"), _l("Write your address. Write your postcode too.")),
        "safe": (_l("Can we contact you safely?"), _l("Safe means: nobody else will see it.")),
        "email": (_l("Your email"), _l("Give us an email or a phone number.")),
        "phone": (_l("Your phone number"), _l("You only need to give us one.")),
    }

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        for name, (label, hint) in self.EASY.items():
            self[name].label.text, self[name].description = label, hint
        self.safe.choices = [
            SelectChoice(Safe.YES.value, _l("Yes")),
            SelectChoice(Safe.NOT_SURE.value, _l("No, or I am not sure. Send me nothing.")),
        ]


class RingMeForm(Form):
    """What somebody in danger must say, and no more, for us to ring or text them at once."""

    phone = TelField(
        _l("Your phone number"),
        [PhoneNumber()],
        description=_l("A number that is safe to use now"),
        filters=[one_line],
        render_kw={"autocomplete": "tel"},
    )
    by = RadioField(
        _l("Should we ring or text?"),
        [InputRequired(_l("Choose if we should ring or text"))],
        choices=[SelectChoice(RING, _l("Ring me")), SelectChoice(TEXT, _l("Text me. Do not ring"))],
    )
    words = words_field(_l("What is happening?"), Needed(_l("Tell us what is happening, in a few words")))
    address = TextAreaField(
        _l("Where are you?"),
        [Needed(_l("Tell us where you are")), Length(max=LONGEST_ADDRESS, message=_l("Shorten it to 500 characters"))],
        filters=[own_words],
        render_kw={"autocomplete": "street-address"},
    )
    name = StringField(
        _l("Your name (you can leave this empty)"),
        [Length(max=LONGEST_LINE, message=TOO_LONG)],
        filters=[one_line],
        render_kw={"autocomplete": "name", "spellcheck": "false"},
    )

    def answers(self) -> dict[str, str | list[str]]:
        """Return a complaint in danger, that may be answered by this number and on these pages alone."""
        number = self.phone.data or ""
        return {
            "danger": Danger.NOW.value,
            "words": self.words.data or "",
            "address": self.address.data or "",
            "name": self.name.data or "",
            "safe": Safe.SOME_WAYS.value,
            "cautions": [Caution.NO_VOICEMAIL.value, Caution.NO_LETTERS.value],
            "ways": [self.by.data, Way.HERE.value],
            "main": self.by.data,
            "phone": number,
            "text_to": number,
        }


@bp.get("/quick")
def new() -> ResponseReturnValue:
    return _ask(ShortForm(data=_begun()))


@bp.post("/quick")
def create() -> ResponseReturnValue:
    return _take(ShortForm())


@bp.get("/easy-read")
def new_easy() -> ResponseReturnValue:
    return _ask(EasyForm(data=_begun()))


@bp.post("/easy-read")
def create_easy() -> ResponseReturnValue:
    return _take(EasyForm())


@bp.get("/ring-me")
def new_call() -> ResponseReturnValue:
    return page("public/complaints/ring_me.html", form=RingMeForm(data=held.draft_now().answers))


@bp.post("/ring-me")
def create_call() -> ResponseReturnValue:
    form = RingMeForm()
    if not form.validate_on_submit():
        return page("public/complaints/ring_me.html", form=form, status=422)
    return _make(form.answers())


def _begun() -> Answers:
    """Return what was answered the long way, which asks for "no" and "not sure" apart."""
    answers = held.draft_now().answers
    return {**answers, "safe": Safe.NOT_SURE.value} if answers.get("safe") == Safe.NO.value else answers


def _ask(form: ShortForm, status: int = 200) -> ResponseReturnValue:
    found = meant(form.email)
    if found:
        form.looked_at.data = form.email.data
    return page(form.page, form=form, meant=found, status=status)


def _take(form: ShortForm) -> ResponseReturnValue:
    if not form.validate_on_submit() or (form.safe.data == Safe.YES.value and slipped(form.email, form.looked_at)):
        return _ask(form, 422)
    try:
        return _make(form.answers())
    except Refused as refusal:
        return _ask(form.explain(refusal), 422)


def _make(answers: Answers) -> ResponseReturnValue:
    pressed = deed()

    def do(session: Session) -> None:
        new = arrivals.new_complaint(session, answers, pressed.on)
        draft = held.draft(session) or drafts.begin(lookup_key())
        made = drafts.make(session, new, draft, lookup_key(), pressed)
        held.let_in(session, made)

    making_a_case(pressed, do)
    return held.receipt(pressed.key or "")
