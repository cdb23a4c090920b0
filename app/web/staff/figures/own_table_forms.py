"""What the page of a table of our own asks (8.1)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField
from wtforms.validators import Length

from app.domain.figures.own_typed import OwnDraft
from app.domain.refused import Refused
from app.web.answers import one_line, own_words
from app.web.forms import Form
from app.web.languages import language
from app.words.figures.own_tables import slip_said

LONGEST = 50_000


def with_tabs(typed: str | None) -> str:
    """A table as it was typed or pasted: an empty last cell is a tab at the end of its line."""
    return (typed or "").replace("\r\n", "\n").strip("\n")


class OwnTableForm(Form):
    """A table as somebody types it."""

    title = StringField(_l("Title"), filters=[one_line], description=_l("For example, Cases at the Ombudsman"))
    scope = StringField(
        _l("What it counts, in a sentence"),
        filters=[one_line],
        description=_l("For example, Cases that the Ombudsman decided from April 2025 to March 2026."),
    )
    rows = TextAreaField(
        _l("The table"),
        [Length(max=LONGEST, message=_l("Shorten it to 50,000 characters"))],
        filters=[with_tabs],
        description=_l(
            "Paste it from a spreadsheet, or type a line each row: the heads first, a | or ; between cells. Everybody "
            "can read this: name no resident and no address."
        ),
    )
    ends = TextAreaField(
        _l("Lines that count what is open at an end, a line each row"),
        filters=[own_words],
        description=_l(
            "Their year is their last quarter, not a sum. All stands for every line. Leave it empty for none."
        ),
    )
    means = TextAreaField(
        _l("Lines or columns of averages or rates, a line each row"),
        filters=[own_words],
        description=_l("Their total is no sum. Percentages need not stand here. Leave it empty for none."),
    )

    def draft(self) -> OwnDraft:
        """Return what was typed."""
        return OwnDraft(*(self[name].data or "" for name in OwnDraft.__dataclass_fields__))


def explain(form: Form, refusal: Refused) -> None:
    """Put each slip beside its field with the line that it stands in; what is not of one field, above the form."""
    for gap in refusal.gaps:
        sentence = slip_said(gap, language())
        if gap.field in form:
            form[gap.field].errors = [*form[gap.field].errors, sentence]
        else:
            form.form_errors.append(sentence)
