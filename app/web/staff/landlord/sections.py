"""What every section of the landlord's settings is made of."""

from __future__ import annotations

from typing import Any

from wtforms import Form as Part
from wtforms import FormField, TextAreaField
from wtforms.validators import Length

from app.domain.landlord.landlord import Landlord
from app.web.fields import MoneyField, NumberedRows
from app.web.forms import Form

SHORT = Length(max=200)
BLANK_ROWS = 2


class LinesField(TextAreaField):
    """A list of texts, each on a line of its own."""

    data: Any

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = [line.strip() for line in "".join(valuelist).splitlines() if line.strip()]

    def _value(self) -> str:
        return "\n".join(self.data or ())


class Rows(NumberedRows):
    """Entries of several answers each, and a few blank ones after them to add more."""

    def __init__(self, part: type[Part], **kwargs: Any) -> None:
        super().__init__(FormField(part), **kwargs)

    def called(self, number: int) -> str:
        return f"{self.label.text} {number}"

    def process(self, formdata: Any, data: Any = (), extra_filters: Any = None) -> None:
        super().process(formdata, data, extra_filters)
        for _ in range(0 if formdata else BLANK_ROWS):
            self.append_entry()


class Section(Form):
    """One page of settings."""

    @staticmethod
    def asked_of(landlord: Landlord) -> Any:
        """Return what holds the answers now, each under its question's name."""
        return landlord

    def given(self) -> dict[str, Any]:
        """Return the settings that were answered: what was not asked stays as it is."""
        answers = {field.name: _answer(field) for field in self if field.name != "csrf_token"}
        return {name: answer for name, answer in answers.items() if answer is not None}


def _answer(field: Any) -> Any:
    if isinstance(field, Rows):
        entries = [entry.form.entry() for entry in field]
        return [entry for entry in entries if entry]
    if isinstance(field, MoneyField):
        return field.pence
    return field.data.strip() if isinstance(field.data, str) else field.data
