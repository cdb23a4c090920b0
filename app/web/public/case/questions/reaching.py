"""How somebody may be reached: is it safe, which ways, which first, and what would make it easier (ruling 2)."""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import EmailField, RadioField, SelectField, SelectMultipleField, TelField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, Length, Optional

from app.domain.case.drafts import Answers, Step, Whose
from app.domain.people.preferences import Caution, Detail, Safe, Way, offered
from app.web import landlord
from app.web.answers import EmailAddress, OnlyWith, PhoneNumber, one_line, own_words
from app.web.languages import language
from app.web.public.case.questions.question import Question
from app.words.languages import name
from app.words.people.adjustments import WORDS as NEEDS

LONGEST_NOTE = 1_000
SHORTEN = _l("Shorten it to 1,000 characters")

SAFE = [
    SelectChoice(Safe.YES.value, _l("Yes")),
    SelectChoice(Safe.SOME_WAYS.value, _l("Only in some ways")),
    SelectChoice(Safe.NO.value, _l("No, I will come back here")),
    SelectChoice(Safe.NOT_SURE.value, _l("I am not sure")),
]
CAUTIONS = [
    SelectChoice(Caution.NO_VOICEMAIL.value, _l("Leave no voicemail")),
    SelectChoice(Caution.NO_LETTERS.value, _l("Send no letters")),
    SelectChoice(Caution.NO_TEXTS.value, _l("Send no texts")),
    SelectChoice(Caution.CERTAIN_TIMES.value, _l("Ring only at certain times")),
    SelectChoice(Caution.CODE_WORD.value, _l("Use a code word")),
    SelectChoice(Caution.TELL_NOBODY_HERE.value, _l("Tell nobody else at my address")),
]
WAYS = {
    Way.EMAIL: _l("Email"),
    Way.TEXT: _l("Text message"),
    Way.PHONE: _l("Phone call"),
    Way.LETTER: _l("Letter"),
    Way.HERE: _l("I will come back here with my code. Send me nothing"),
}
DETAILS = [
    SelectChoice(Detail.NEWS_ONLY.value, _l("Only that there is news")),
    SelectChoice(Detail.FULL.value, _l("The news itself")),
]
NEEDS_OF = [SelectChoice("resident", _l("The person I am helping")), SelectChoice("speaker", _l("Me"))]


class SafeQuestion(Question):
    step, page = Step.SAFE, "public/questions/safe.html"

    safe = RadioField(
        _l("Is there a way we can reach you that only you will see?"),
        [InputRequired(_l("Choose if it is safe to reach you"))],
        choices=SAFE,
        description=_l("Some people have somebody near them who must not know. We will never ask why."),
    )
    cautions = SelectMultipleField(_l("What should we be careful about?"), choices=CAUTIONS)
    mind = TextAreaField(
        _l("Which times, which code word, or anything else"),
        [Length(max=LONGEST_NOTE, message=SHORTEN)],
        filters=[own_words],
        render_kw={"autocomplete": "off"},
    )


class WaysQuestion(Question):
    step, page = Step.WAYS, "public/questions/ways.html"

    ways = SelectMultipleField(
        _l("How should we keep in touch?"),
        [InputRequired(_l("Choose at least one way"))],
        choices=[],
        description=_l("Choose all that are good for you."),
    )
    email = EmailField(
        _l("Email address"),
        [OnlyWith("ways", Way.EMAIL.value), EmailAddress()],
        filters=[one_line],
        render_kw={"autocomplete": "email", "spellcheck": "false"},
    )
    text_to = TelField(
        _l("Number for texts"),
        [OnlyWith("ways", Way.TEXT.value), PhoneNumber()],
        filters=[one_line],
        render_kw={"autocomplete": "tel"},
    )
    phone = TelField(
        _l("Number to ring"),
        [OnlyWith("ways", Way.PHONE.value), PhoneNumber()],
        filters=[one_line],
        render_kw={"autocomplete": "tel"},
    )
    letter_to = TextAreaField(
        _l("Address for letters"),
        [OnlyWith("ways", Way.LETTER.value), Length(max=500, message=_l("Shorten it to 500 characters"))],
        description=_l("Leave this empty if it is your home."),
        filters=[own_words],
        render_kw={"autocomplete": "street-address"},
    )

    def know(self, answers: Answers) -> None:
        safe, cautions = answers.get("safe"), answers.get("cautions") or ()
        minded = [each for each in Caution if each.value in cautions and safe != Safe.YES.value]
        allowed = offered(Safe(safe) if safe in {each.value for each in Safe} else Safe.NOT_SURE, minded)
        self.ways.choices = [SelectChoice(way.value, label) for way, label in WAYS.items() if way in allowed]
        if not self.ways.raw_data:
            self.ways.data = [way.value for way in allowed if way.value in (self.ways.data or ())]
        speaks = answers.get("whose") == Whose.SOMEONE_ELSE.value
        has_home = bool(answers.get("address")) or str(answers.get("home") or "").isdecimal()
        self.needs_address = speaks or not has_home
        if self.needs_address:
            self.letter_to.description = ""

    def validate(self, extra_validators: object = None) -> bool:
        """Ask for an address to write to where there is no home to write to, or it is another's."""
        if not super().validate(extra_validators):
            return False
        if self.needs_address and Way.LETTER.value in (self.ways.data or ()) and not self.letter_to.data:
            self.letter_to.errors = [gettext("Enter the address for letters")]
            return False
        return True

    def rows(self) -> list[dict[str, object]]:
        """A number given for a way that was not chosen is not shown: it is not used."""
        unused = {f for way, f in WAY_FIELDS.items() if way.value not in (self.ways.data or ())}
        shown = {str(self[field].label.text) for field in unused}
        return [row for row in super().rows() if row["key"] not in shown]


WAY_FIELDS = {Way.EMAIL: "email", Way.TEXT: "text_to", Way.PHONE: "phone", Way.LETTER: "letter_to"}


class FirstQuestion(Question):
    step, page = Step.FIRST, "public/questions/first.html"

    main = RadioField(_l("Which way should we try first?"), [Optional()], choices=[])
    detail = RadioField(
        _l("How much may a message say?"),
        [InputRequired(_l("Choose how much a message may say"))],
        choices=DETAILS,
        description=_l("Anyone who sees your phone or email can read it."),
    )
    language = SelectField(_l("Language for our letters"), [Optional()], choices=[])

    def know(self, answers: Answers) -> None:
        ways = _chosen(answers)
        self.main.choices = [SelectChoice(way.value, WAYS[way]) for way in ways]
        if len(ways) > 1:
            self.main.validators = [InputRequired(gettext("Choose which way to try first"))]
            self.main.flags.optional = False
        else:
            del self.main
        spoken = landlord.current().languages
        if len(spoken) > 1:
            self.language.choices = [SelectChoice(code, name(code)) for code in spoken]
            self.language.data = self.language.data or language()
        else:
            del self.language


class NeedsQuestion(Question):
    step, page = Step.NEEDS, "public/questions/needs.html"

    needs = SelectMultipleField(
        _l("What would make this easier?"),
        choices=[SelectChoice(need.value, _l(text)) for need, text in NEEDS.items()],
        description=_l("You can leave this empty. What you choose is for us to put right, not for you."),
    )
    needs_words = TextAreaField(
        _l("Tell us more, like which language or how large"),
        [Length(max=LONGEST_NOTE, message=SHORTEN)],
        filters=[own_words],
    )
    needs_of = RadioField(_l("Who is this for?"), [Optional()], choices=NEEDS_OF, default="resident")

    def know(self, answers: Answers) -> None:
        if answers.get("whose") != Whose.SOMEONE_ELSE.value:
            del self.needs_of


def _chosen(answers: Answers) -> Sequence[Way]:
    return [way for way in Way if way.value in (answers.get("ways") or ())]
