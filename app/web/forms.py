"""Forms that can be refused: a rule's reasons stand beside the questions they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Self

from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, FieldList, FormField, HiddenField, SelectFieldBase
from wtforms import Form as Fields
from wtforms.fields.core import UnboundField

from app.domain.refused import Refused
from app.web.languages import language
from app.words.say import say

NOT_TYPED = SelectFieldBase, BooleanField, HiddenField


class New(NamedTuple):
    """Something that happened while a page was open: when, what, and by which of the staff, where that is said."""

    on: str
    what: str
    by: str = ""


class Form(FlaskForm):
    """A form whose answers a rule may refuse; `since` is what happened while its page was open."""

    since: Sequence[New] = ()

    def instead_of(self, other: Form) -> Self:
        """Say what was wrong with another form of the same page, which asks nothing; returns the form."""
        self.form_errors.extend(other.form_errors)
        self.since = other.since
        return self

    def explain(self, refusal: Refused) -> Self:
        """Put each reason beside its field, or above the form when it belongs to none; returns the form."""
        fields = {field.name: field for field in _every(self)}
        for gap in refusal.gaps:
            sentence = say(gap.why, language())
            field = fields.get(gap.field)
            if field is None:
                self.form_errors.append(sentence)
            else:
                field.errors = [*field.errors, sentence]
        for rows in (field for field in fields.values() if isinstance(field, FieldList)):
            if any(row.errors for row in rows):
                rows.errors = [row.errors for row in rows]  # else the summary would pass them by
        return self


def chosen_names() -> set[str]:
    """Return the names of fields that are chosen from a list, ticked or hidden, on every form: nobody types into them.

    A name that is typed into on one form and chosen on another is not among them.
    """
    asked = [*_asked(Fields)]
    typed = {name for name, field in asked if not issubclass(field, NOT_TYPED)}
    return {name for name, _ in asked} - typed


def _asked(form: type[Fields]) -> Iterator[tuple[str, type[Field]]]:
    """Yield the fields that this class of forms and all those made of it ask for."""
    for name, each in vars(form).items():
        if isinstance(each, UnboundField):
            yield name, each.field_class
    for each in form.__subclasses__():
        yield from _asked(each)


def _every(fields: Iterable[Field]) -> Iterator[Field]:
    """Return every field of a form, those of its rows too: `points-0-words` stands in a row of `points`."""
    for field in fields:
        yield field
        if isinstance(field, FieldList | FormField):
            yield from _every(field)
