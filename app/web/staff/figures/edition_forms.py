"""What the pages of an annual report ask (8.1, 8.2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import Length

from app.domain.figures.editions import BoardDraft, SignatureDraft
from app.domain.figures.periods import Basis, Period, year_of
from app.web.answers import one_line, own_words
from app.web.fields import DayField
from app.web.forms import Form
from app.web.languages import language
from app.words.figures.periods import called

LONGEST = 20_000
LONGEST_NAME = 100
YEARS = 4


def _written(label: object, hint: object = "") -> TextAreaField:
    return TextAreaField(
        label,  # type: ignore[arg-type]
        [Length(max=LONGEST, message=_l("Shorten it to 20,000 characters"))],
        description=hint,  # type: ignore[arg-type]
        filters=[own_words],
    )


def _name(label: object, hint: object = "") -> StringField:
    return StringField(
        label,  # type: ignore[arg-type]
        [Length(max=LONGEST_NAME, message=_l("Shorten it to 100 characters"))],
        description=hint,  # type: ignore[arg-type]
        filters=[one_line],
        render_kw={"autocomplete": "off", "spellcheck": "false"},
    )


class BeginForm(Form):
    """Of which year a report is, and what its figures count."""

    year = SelectField(_l("Year"), validate_choice=False)
    basis = RadioField(
        _l("What the figures count"),
        choices=[
            SelectChoice(Basis.RECEIVED.value, _l("Complaints that came in the year")),
            SelectChoice(Basis.EVENT.value, _l("What fell due or was answered in the year")),
        ],
        default=Basis.RECEIVED.value,
    )

    def know(self, today: date, being_made: Iterable[date]) -> None:
        """Offer this year and those before it, but no year whose report is being made; first the last that is over."""
        years, made = [year_of(today)], set(being_made)
        while len(years) < YEARS:
            years.append(years[-1].before)
        free = [each for each in (*years[1:], years[0]) if each.first not in made]
        self.year.choices = [SelectChoice(each.first.isoformat(), called(each, language())) for each in free]

    @property
    def period(self) -> Period | None:
        """Return the year that was chosen, None for what is no day; a second press chooses one that is taken by now."""
        try:
            return year_of(date.fromisoformat(self.year.data or ""))
        except ValueError:
            return None


class ParagraphForm(Form):
    """What a paragraph says."""

    words = _written(_l("What the report says"), _l("Everybody can read this: name no resident and no address."))


class SignatureForm(Form):
    """Who signs, and as what."""

    name = _name(_l("Name of who signs"))
    role = _name(_l("What they are"), _l("For example, Director of Housing"))
    read = HiddenField()

    def draft(self) -> SignatureDraft:
        """Return what was answered."""
        return SignatureDraft(self.name.data or "", self.role.data or "", self.read.data or "")


class BoardForm(Form):
    """What the governing body said to the report."""

    name = _name(_l("Who gave the response"), _l("The name of the member who speaks for the governing body."))
    on = DayField(
        _l("When the governing body gave it"),
        called=_l("The day of the response"),
        description=_l("For example, 27 6 2026"),
    )
    words = _written(_l("The response"), _l("It is published beside the report, word for word."))

    def draft(self) -> BoardDraft:
        """Return what was answered."""
        return BoardDraft(self.name.data or "", self.on.data, self.words.data or "")


class WithdrawalForm(Form):
    """Why a report is taken back."""

    reason = _written(_l("Why it is withdrawn"), _l("Everybody can read this where the report stood."))


class PressedForm(Form):
    """A button with nothing to answer."""
