"""How a report says its numbers in one language: every table and sentence of it speaks through one voice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.numbers import format_decimal

from app.domain.figures.documents import Document
from app.domain.figures.periods import Period
from app.domain.figures.sections import Figure
from app.words.catalogues import catalogue
from app.words.dates import without_weekday
from app.words.figures import periods
from app.words.languages import locale
from app.words.money import pounds

STAGES = ("1", "2")
TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Voice:
    """A document, and the language in which it is said."""

    document: Document
    language: str

    def gettext(self, message: str, **values: str) -> str:
        """Return a message with its values in their places."""
        said = catalogue(self.language).gettext(message)
        return said % values if values else said

    def ngettext(self, one: str, many: str, count: int, **values: str) -> str:
        """Return a message of so many, which it calls n."""
        return catalogue(self.language).ngettext(one, many, count) % ({"n": self.number(count)} | values)

    @property
    def unknown(self) -> str:
        """Return what stands in the place of a figure that nobody kept."""
        return self.gettext("Not known")

    @property
    def period(self) -> Period:
        """Return the period that the figures are of."""
        return periods.period_of(self.document["period"])

    @property
    def quarters(self) -> tuple[Period, ...]:
        """Return the quarters of that period."""
        return tuple(map(periods.period_of, self.document["quarters_run"]))

    @property
    def is_over(self) -> bool:
        """Return whether the period is over: one that still runs is not yet to be compared."""
        return self.period.last < self.as_of

    @property
    def as_of(self) -> date:
        """Return the day on which the figures were counted."""
        return date.fromisoformat(self.document["as_of"])

    @property
    def now(self) -> str:
        """Return what the period is called; while it runs, that it does."""
        called = periods.called(self.period, self.language)
        return called if self.is_over else self.gettext("%(period)s so far", period=called)

    @property
    def earlier(self) -> Document | None:
        """Return the figures of the period before."""
        found: Document | None = self.document.get("previous")
        return found

    @property
    def before(self) -> str:
        """Return what the period before is called."""
        return periods.called(self.period.before, self.language)

    @property
    def before_here(self) -> str:
        """Return what heads the figures of the period before: those that were only stated say so."""
        stated = self.earlier is not None and self.earlier.get("stated")
        return self.gettext("%(period)s, as stated", period=self.before) if stated else self.before

    @property
    def heads(self) -> tuple[str, ...]:
        """Return a head for the period, and one for the period before where there are figures of it."""
        return (self.now, self.before_here) if self.earlier else (self.now,)

    @property
    def documents(self) -> tuple[Document, ...]:
        """Return the documents that those heads are of."""
        return (self.document, self.earlier) if self.earlier else (self.document,)

    def stage(self, stage: str) -> str:
        """Return what a stage is called; "total" is both together."""
        names = {"1": self.gettext("Stage 1"), "2": self.gettext("Stage 2"), "total": self.gettext("Both stages")}
        return names[stage]

    def label(self, label: str | None) -> str:
        """Return a label of the landlord's; None is what nobody knows."""
        return self.unknown if label is None else label

    def number(self, count: int | None) -> str:
        """Return "1,234"."""
        return self.unknown if count is None else _number(count, self.language)

    def decimal(self, value: float | None) -> str:
        """Return "12.5", always with one place."""
        return self.unknown if value is None else _decimal(rounded(value), self.language)

    def percent(self, share: float | None) -> str:
        """Return a share of 1 as "12.5%"; one that is of nothing is a dash."""
        return "–" if share is None else self.per_cent(shown_percent(share))

    def per_cent(self, value: float | Decimal | None) -> str:
        """Return so many per cent as "12.5%"; a dash where nothing is a share of anything."""
        return "–" if value is None else self.gettext("%(number)s%%", number=self.decimal(float(value)))

    def pounds(self, pence: int | None) -> str:
        """Return a sum of money."""
        return self.unknown if pence is None else pounds(pence, self.language)

    def day(self, day: date) -> str:
        """Return a day."""
        return without_weekday(day, self.language)

    def figure(self, count: int | None, of: Document | None = None, /, **counts: str) -> Figure:
        """Return a figure with the terms of what it counts, in its own period where that is not this one.

        What was only stated counts no complaint that is here.
        """
        return Figure(self.number(count), self._opens(of, counts) if count else {}, number=count)

    def opening(self, said: str, some: object, of: Document | None = None, /, **counts: str) -> Figure:
        """Return a figure that is no count, with the terms of what it is taken from, where that is anything."""
        return Figure(said, self._opens(of, counts) if some else {})

    def _opens(self, of: Document | None, counts: Mapping[str, str]) -> Mapping[str, str]:
        if not counts or (of or {}).get("stated"):
            return {}
        return counts if of is None or of is self.document else {**counts, **of["period"]}


@lru_cache(maxsize=4096)
def _number(count: int, language: str) -> str:
    return str(format_decimal(count, locale=locale(language)))


@lru_cache(maxsize=4096)
def _decimal(value: Decimal, language: str) -> str:
    return str(format_decimal(value, "#,##0.0", locale=locale(language)))


def rounded(value: float) -> Decimal:
    """Return a value to one place, a half upwards."""
    return Decimal(str(value)).quantize(TENTH, ROUND_HALF_UP)


def shown_percent(share: float) -> Decimal:
    """Return a share of 1 as the per cent that is shown."""
    return (Decimal(str(share)) * 100).quantize(TENTH, ROUND_HALF_UP)


def whole(parts: Iterable[int | None]) -> int | None:
    """Return the sum of parts; None where any is unknown."""
    known = list(parts)
    return None if None in known else sum(part or 0 for part in known)


def terms(period: Period) -> Mapping[str, str]:
    """Return the terms by which an address asks for a period."""
    return {"from": period.first.isoformat(), "to": period.last.isoformat()}
