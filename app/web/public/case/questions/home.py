"""Name and home. An address may be chosen from the landlord's list, and typing one always works."""

from __future__ import annotations

from flask_babel import gettext, ngettext
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import Length, Optional

from app.db import reading
from app.domain.case.drafts import Answers, Step, Whose
from app.domain.people.homes import postcode
from app.services.people import homes
from app.web.answers import LONGEST_LINE, TOO_LONG, Needed, one_line, own_words
from app.web.public.case.questions.question import Question

TYPED = "typed"
"""The choice of somebody whose home is not in the list."""
LONGEST_ADDRESS = 500


class NameQuestion(Question):
    step, page = Step.NAME, "public/questions/name.html"

    name = StringField(
        _l("What is your full name?"),
        [Needed(_l("Enter your full name")), Length(max=LONGEST_LINE, message=TOO_LONG)],
        filters=[one_line],
        render_kw={"autocomplete": "name", "spellcheck": "false"},
    )

    def know(self, answers: Answers) -> None:
        if answers.get("whose") == Whose.SOMEONE_ELSE.value:
            self.name.label.text = gettext("What is the full name of the person you are helping?")
            self.name.render_kw = {"autocomplete": "off", "spellcheck": "false"}


class HomeQuestion(Question):
    step, page, fragment = Step.HOME, "public/questions/home.html", "question_form"

    postcode = StringField(
        _l("Postcode"),
        [Length(max=LONGEST_LINE, message=TOO_LONG)],
        filters=[one_line],
        render_kw={"autocomplete": "postal-code", "spellcheck": "false", "autocapitalize": "characters"},
    )
    home = RadioField(_l("Choose the home"), [Optional()], choices=[], validate_choice=False)
    address = TextAreaField(
        _l("Or type the address"),
        [Length(max=LONGEST_ADDRESS, message=_l("Shorten it to 500 characters"))],
        filters=[own_words],
        render_kw={"autocomplete": "street-address"},
    )

    def know(self, answers: Answers) -> None:
        self.nameless = answers.get("whose") == Whose.NO_NAME.value
        self.looked = bool(postcode(self.postcode.data or ""))
        with reading() as session:
            found = homes.at_postcode(session, self.postcode.data or "")
        self.listed = {str(home.id): home.address for home in found}
        if found:
            self.home.choices = [SelectChoice(*home) for home in self.listed.items()]
            self.home.choices.append(SelectChoice(TYPED, gettext("It is not in this list")))
        if self.home.data not in {*self.listed, TYPED}:
            self.home.data = TYPED if self.address.data and found else None
        if answers.get("whose") == Whose.SOMEONE_ELSE.value:
            self.address.render_kw = {"autocomplete": "off"}
            self.postcode.render_kw = {"autocomplete": "off", "spellcheck": "false"}

    def news(self) -> str:
        """How many homes were found."""
        if not self.listed:
            return gettext("No homes found. Type the address.")
        return ngettext("1 home found", "%(num)s homes found", len(self.listed))

    def validate(self, extra_validators: object = None) -> bool:
        """Take a home of the list, or any address that was typed; without a name, none need be given."""
        if not super().validate(extra_validators):
            return False
        if self.home.data in self.listed or self.address.data or self.nameless:
            return True
        if not self.looked:
            self.postcode.errors = [gettext("Enter a postcode, like M1 2AB, or type the address")]
        elif self.listed and self.home.data != TYPED:
            self.home.errors = [gettext("Choose the home, or type its address")]
        else:
            self.address.errors = [gettext("Type the address")]
        return False

    def rows(self) -> list[dict[str, object]]:
        lines = [line for line in (self.listed.get(self.home.data) or self.address.data, self.postcode.data) if line]
        return [{"key": gettext("Home"), "value": lines}]
