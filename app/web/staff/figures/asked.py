"""Which figures a page is asked for: of a period by its name or its days, and by which basis."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import request, url_for
from flask_babel import gettext
from flask_babel import lazy_gettext as _l

from app.domain.deed import london_day
from app.domain.figures.periods import Basis, Period, named, named_on
from app.domain.figures.sections import Figure
from app.now import now
from app.web import pages
from app.web.fields import PARTS, DayField
from app.web.forms import Form

PERIODS: Mapping[str, Any] = {
    "": _l("This year"),
    "last_year": _l("Last year"),
    "this_quarter": _l("This quarter"),
    "last_quarter": _l("Last quarter"),
}
"""By the name in the address, none for THIS_YEAR; years begin on 1 April, as the measures' do."""
THIS_YEAR = "this_year"
BASES: Mapping[str, Any] = {
    "": _l("What was received"),
    Basis.EVENT.value: _l("What fell due or was issued"),
}


class DaysForm(Form):
    """The two days of a time that has no name."""

    class Meta:
        csrf = False

    first = DayField(_l("From"), called=_l("The first day"))
    last = DayField(_l("Up to"), called=_l("The last day"))

    def period(self) -> Period | None:
        """Return the time between the two days; None with what is wrong beside them."""
        right, first, last = self.validate(), self.first.data, self.last.data
        for field, missing in (
            (self.first, gettext("Enter the first day")),
            (self.last, gettext("Enter the last day")),
        ):
            if right and field.data is None:
                field.errors = [missing]
            elif field.data is not None and field.data.year not in pages.YEARS:
                said = {"day": field.called, "first": min(pages.YEARS), "last": max(pages.YEARS)}
                field.errors = [gettext("%(day)s must be in a year from %(first)s to %(last)s", **said)]
        if first is None or last is None or self.errors:
            return None
        if (found := named(first, last)) is None:
            self.last.errors = [gettext("The last day must be the same as or after the first")]
        return found


@dataclass(frozen=True, slots=True)
class AskedFor:
    """What the address asks for; `period_name` is None where it gives two days."""

    period: Period
    basis: Basis
    today: date
    period_name: str | None
    basis_name: str

    @property
    def address(self) -> dict[str, str]:
        """Return what another address of the same figures says."""
        return address_of(self.period, self.basis)

    @property
    def when(self) -> dict[str, str]:
        """Return what another address of the same time says, in the way in which it was asked for."""
        if self.period_name is None:
            return address_of(self.period, Basis.RECEIVED)
        return {"period": self.period_name} if self.period_name else {}


def behind(when: Mapping[str, str], *, says: bool = False) -> Callable[[Figure], str]:
    """Return what gives the address of the list behind a figure of a time.

    `says`: with the number that stands there, as the record may have moved on since it was counted.
    """

    def address(figure: Figure) -> str:
        terms: dict[str, Any] = {**when, **figure.counts}
        return url_for("staff.behind.show", **terms, says=figure.number if says else None)

    return address


def address_of(period: Period, basis: Basis) -> dict[str, str]:
    """Return what the address of figures of a time and a basis says."""
    days = {"from": period.first.isoformat(), "to": period.last.isoformat()}
    return days | ({"basis": basis.value} if basis.value in BASES else {})


def days_form(asked: AskedFor) -> tuple[DaysForm, bool]:
    """Return the form of two days and whether it was sent; else it has those that the address asks for."""
    if any(f"first-{part}" in request.args or f"last-{part}" in request.args for part in PARTS):
        return DaysForm(request.args), True
    days = {"first": asked.period.first, "last": asked.period.last} if asked.period_name is None else {}
    return DaysForm(formdata=None, **days), False


def asked_for() -> AskedFor:
    """Return what this address asks for; one that nobody made means this year, by what was received."""
    today = london_day(now())
    basis_name = request.args.get("basis", "")
    basis_name = basis_name if basis_name in BASES else ""
    basis = Basis(basis_name) if basis_name else Basis.RECEIVED
    given, name = _given(), request.args.get("period", "")
    if given is not None:
        return AskedFor(given, basis, today, None, basis_name)
    name = name if name in PERIODS else ""
    return AskedFor(named_on(today)[name or THIS_YEAR], basis, today, name, basis_name)


def _given() -> Period | None:
    try:
        return named(pages.day(request.args.get("from", "")), pages.day(request.args.get("to", "")))
    except ValueError:
        return None
