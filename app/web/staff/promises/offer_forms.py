"""The questions about an offer of money: what for and how much, what the resident said, and how it was paid (7.1)."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FormField, RadioField, SelectField, StringField, TextAreaField
from wtforms import Form as Fields
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older
from wtforms.validators import InputRequired, Length, Optional

from app.domain.promises.guidance import GuideSum, Head
from app.domain.promises.offer_lines import LineDraft
from app.domain.promises.offer_states import PaidTo
from app.domain.promises.offers import OfferDraft, answer_due
from app.domain.promises.payments import PaymentDraft, usable_files
from app.services.case.desks import Desk
from app.web.answers import Number, own_words
from app.web.fields import DayField, MoneyField, NumberedRows
from app.web.forms import Form
from app.web.languages import language
from app.web.spoken import in_words
from app.web.staff.promises.questions import LONGEST, SHORTEN, choices, happened
from app.words.beginnings import begun
from app.words.money import pounds
from app.words.promises.offers import guide_in_full
from app.words.say import say

MOST_LINES = 12
MOST_TIMES = 3_650
ANSWER, LETTER = "answer", "letter"
ACCEPTED, DECLINED = "accepted", "declined"
OF_GUIDE, OF_HEAD = "guide:", "head:"


class LineFields(Fields):
    """One part of an offer."""

    what = SelectField(_l("What is it for?"), validate_choice=False)
    times = StringField(
        _l("How many days, weeks or times?"),
        [Optional(), Number(1, MOST_TIMES)],
        description=_l("Only where the guidance counts them."),
    )
    pence = MoneyField(
        _l("How much, all of it?"),
        description=_l("In pounds, like 1,250.50. Leave it empty where the guidance has a fixed sum."),
    )
    reason = TextAreaField(
        _l("Why: what happened, and what did it do to them?"),
        [Length(max=LONGEST, message=SHORTEN)],
        description=_l("Printed in the letter."),
        filters=[own_words],
    )
    outside = TextAreaField(
        _l("If the guidance says another sum: why is this one right?"),
        [Length(max=LONGEST, message=SHORTEN)],
        description=_l("For us only."),
        filters=[own_words],
    )

    def draft(self) -> LineDraft:
        """Return the line as it was filled in."""
        what, times = self.what.data or "", (self.times.data or "").replace(",", "")
        heads = {f"{OF_HEAD}{head.value}": head for head in Head}
        return LineDraft(
            head=heads.get(what),
            guide=what.removeprefix(OF_GUIDE) if what.startswith(OF_GUIDE) else "",
            times=int(times) if times.isdecimal() else None,
            pence=self.pence.pence,
            reason=self.reason.data or "",
            outside=self.outside.data or "",
        )


class OfferForm(Form):
    """An offer of money, line by line."""

    lines = NumberedRows(FormField(LineFields), _l("Line %(number)s"), min_entries=1, max_entries=MOST_LINES)
    raises = RadioField(_l("Does it take the place of an offer?"), validate_choice=False, default="0")
    goes = RadioField(_l("How does it go?"), validate_choice=False, default=ANSWER)

    def know(self, case: Desk, table: Mapping[str, GuideSum]) -> OfferForm:
        """Offer what of the guidance is in force, and what may be chosen in this case."""
        spoken = language()
        guides = [SelectChoice(f"{OF_GUIDE}{key}", guide_in_full(each, spoken)) for key, each in table.items()]
        heads = [SelectChoice(f"{OF_HEAD}{head.value}", begun(say(head, spoken))) for head in Head]
        for entry in self.lines.entries:
            entry.form.what.choices = [SelectChoice("", gettext("Choose")), *guides, *heads]
        open_now = [each for each in case.complaint.remedies.offers if each.may_be_accepted]
        self.raises.choices = [SelectChoice("0", gettext("No, it comes beside what was offered before"))]
        self.raises.choices += [SelectChoice(str(each.number), _instead(each.number, each.total)) for each in open_now]
        self.goes.choices = [
            SelectChoice(ANSWER, gettext("In our answer")),
            SelectChoice(LETTER, gettext("At once, in a letter of its own")),
        ]
        return self

    def add_line(self) -> None:
        """Show one row more, as long as there may be more."""
        if len(self.lines.entries) < MOST_LINES:
            self.lines.append_entry()

    def draft(self, case: Desk) -> OfferDraft:
        """Return the offer as it was filled in."""
        raises = self.raises.data or "0"
        return OfferDraft(
            lines=tuple(entry.form.draft() for entry in self.lines.entries),
            raises=int(raises) if raises.isdecimal() else 0,
            with_answer=self.goes.data == ANSWER and answer_due(case.complaint),
        )


def _instead(number: int, total: int) -> str:
    words = {"number": number, "sum": pounds(total, language())}
    return gettext("Yes, of offer %(number)s (%(sum)s): it must be higher", **words)


class SaidForm(Form):
    """What the resident told us of an offer, other than on their page."""

    said = RadioField(
        _l("What did they say?"),
        [InputRequired(_l("Choose what they said"))],
        choices=[
            SelectChoice(ACCEPTED, _l("They accept it")),
            SelectChoice(DECLINED, _l("They do not want it")),
        ],
    )
    happened_on = happened(_l("On which day?"), _l("The day they told us"))
    words = TextAreaField(
        _l("How did they tell us, and in what words?"),
        [Length(max=LONGEST, message=SHORTEN)],
        description=_l("They see this on their page."),
        filters=[own_words],
    )


class PaymentForm(Form):
    """A payment, and what proves it."""

    happened_on = DayField(
        _l("On which day was it paid?"),
        called=_l("The day it was paid"),
        description=_l("It cannot be in the future. For example, 27 11 2026"),
    )
    to = RadioField(
        _l("Where did the money go?"),
        validate_choice=False,
        description=_l("It is theirs. It is set against rent only where we asked and they agreed."),
    )
    asked_and_agreed = BooleanField(_l("We asked the resident, and they agreed that it goes to their rent account"))
    agreed_on = DayField(_l("When did they agree?"), called=_l("The day they agreed"))
    agreed = TextAreaField(
        _l("How did they agree, and in what words?"),
        [Length(max=LONGEST, message=SHORTEN)],
        filters=[own_words],
    )
    proof = TextAreaField(
        _l("What shows that it was paid?"),
        [Length(max=LONGEST, message=SHORTEN)],
        description=_l("The reference of the payment. Or choose a file that shows it."),
        filters=[own_words],
    )
    file = SelectField(_l("A file of this case that shows it"), coerce=int, validate_choice=False, default=0)

    def know(self, case: Desk) -> PaymentForm:
        """Offer where the money may go, and the files of the case."""
        self.to.choices = choices(PaidTo)
        named = {each.number: in_words(case, each.said) for each in case.complaint.files}
        files = [SelectChoice(number, named[number]) for number in usable_files(case.complaint)]
        self.file.choices = [SelectChoice(0, gettext("None")), *files]
        return self

    def draft(self) -> PaymentDraft:
        """Return the payment as it was filled in."""
        return PaymentDraft(
            happened_on=self.happened_on.data,
            to=next((each for each in PaidTo if each.value == self.to.data), None),
            proof=self.proof.data or "",
            file=self.file.data or 0,
            asked_and_agreed=self.asked_and_agreed.data,
            agreed_on=self.agreed_on.data,
            agreed=self.agreed.data or "",
        )
