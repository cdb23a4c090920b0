"""Questions that WTForms does not know: a day, asked in three parts; a sum of money."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from flask_babel import gettext
from wtforms import Field, FieldList, StringField
from wtforms.utils import unset_value
from wtforms.validators import StopValidation

from app.domain.clock.calendar import Day

PARTS = ("day", "month", "year")
SUM = re.compile(r"£?(?P<pounds>[0-9]{1,7}|[0-9]{1,3}(?:,[0-9]{3}){1,2})(?:\.(?P<pence>[0-9]{1,2}))?")


class DayField(Field):
    """Asks for a day in three boxes; `typed` keeps what stood in them, and `wrong` names those to mark.

    `called` begins its messages: "The date we received it must be a real date".
    """

    data: Day | None

    def __init__(self, label: str, validators: Any = None, *, called: str, **kwargs: Any) -> None:
        super().__init__(label, validators, **kwargs)
        self.called = called
        self.typed = dict.fromkeys(PARTS, "")
        self.unclear: tuple[str, ...] = ()

    @property
    def wrong(self) -> tuple[str, ...]:
        """The parts to mark: those that are unclear, or all of them when the day as a whole is not right."""
        return (self.unclear or PARTS) if self.errors else ()

    @property
    def first_wrong_id(self) -> str:
        """Where the error summary leads."""
        return f"{self.id}-{self.wrong[0]}"

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        """Read the three boxes, or show the day that the form was made with."""
        super().process(None, data, extra_filters)
        if self.data:
            self.typed = {part: str(getattr(self.data, part)) for part in PARTS}
        if formdata is not None:
            self.typed = {part: formdata.get(f"{self.name}-{part}", "").strip() for part in PARTS}
            self.raw_data = [" ".join(self.typed.values()).strip()]
            self.process_errors = list(self._read())

    def process_data(self, value: Any) -> None:
        """Take a day, or one as a draft keeps it: written like 2026-12-24."""
        self.data = date.fromisoformat(value) if isinstance(value, str) and value else value or None

    def _read(self) -> Iterator[str]:
        self.data = None
        missing = tuple(part for part in PARTS if not self.typed[part])
        if missing == PARTS:
            return
        if missing:
            self.unclear = missing
            yield self._must_include(missing)
        elif len(self.typed["year"]) != 4:
            self.unclear = ("year",)
            yield gettext("The year must have 4 numbers, like 2026")
        else:
            yield from self._real_day()

    def _real_day(self) -> Iterator[str]:
        try:
            self.data = date(*(_number(self.typed[part]) for part in reversed(PARTS)))
        except ValueError:
            yield gettext("%(date)s must be a real date", date=self.called)

    def _must_include(self, missing: Sequence[str]) -> str:
        names = {"day": gettext("a day"), "month": gettext("a month"), "year": gettext("a year")}
        parts = gettext(" and ").join(names[part] for part in missing)
        return gettext("%(date)s must include %(parts)s", date=self.called, parts=parts)


class MoneyField(StringField):
    """Asks for a sum in pounds, as people write it: "£1,250", "1250.50". `pence` is that sum; what was typed stays."""

    data: Any

    @property
    def pence(self) -> int | None:
        """Return the sum in pence; None where nothing was typed, or nothing that is a sum."""
        typed = SUM.fullmatch("".join(str(self.data or "").split()))
        if typed is None:
            return None
        return int(typed["pounds"].replace(",", "")) * 100 + int((typed["pence"] or "").ljust(2, "0"))

    def process_data(self, value: Any) -> None:
        """Take a sum in pence, or what a draft keeps of what was typed."""
        self.data = value if isinstance(value, str) or value is None else f"{value // 100:,}.{value % 100:02}"

    def pre_validate(self, form: Any) -> None:
        if self.data and self.data.strip() and self.pence is None:
            raise StopValidation(gettext("Enter a sum of money, like £250 or 1,250.50"))


class NumberedRows(FieldList):
    """Rows that are each called by a number, as `label` says ("Point %(number)s"): the error summary names them so."""

    first = 1

    def _add_entry(self, *args: Any, **kwargs: Any) -> Field:
        entry: Field = super()._add_entry(*args, **kwargs)  # type: ignore[misc]  # types-WTForms leaves it out
        entry.label.text = self.called(int(entry.name.rpartition("-")[2]) + self.first)
        return entry

    def called(self, number: int) -> str:
        """Return what the row of this number is called."""
        return str(self.label.text) % {"number": number}


def _number(typed: str) -> int:
    if not (typed.isascii() and typed.isdigit()):
        raise ValueError(typed)
    return int(typed)
