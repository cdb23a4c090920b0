"""Whom something may be given to: those who work here, and after them the people of contractors, with whose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flask_babel import gettext
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # types-WTForms is older

from app.store.landlord.staff import Member
from app.web import landlord


def choices(present: Sequence[Member], hired: Sequence[Member]) -> Iterator[SelectChoice]:
    """Yield each of them by number."""
    names = {each.key: each.name for each in landlord.current().contractors}
    for each in present:
        yield SelectChoice(each.id, each.name)
    for each in hired:
        whose = names.get(each.contractor, each.contractor)
        yield SelectChoice(each.id, gettext("%(name)s, of %(contractor)s", name=each.name, contractor=whose))
