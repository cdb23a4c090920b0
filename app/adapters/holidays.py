"""The bank holidays of each calendar, as the `holidays` package works them out: a seed, to be merged."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

# The names gov.uk gives its lists, by the package's name for the place.
PLACES = {"england-and-wales": "ENG", "scotland": "SCT", "northern-ireland": "NIR"}
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class BankHoliday:
    """A weekday on which banks are closed."""

    calendar: str
    day: date
    name: str


def bank_holidays(years: Iterable[int]) -> Iterator[BankHoliday]:
    """Yield the bank holidays of every calendar in these years, substitute days among them, by date."""
    # The package takes a fifth of a second to import, which only seeding should pay.
    from holidays import country_holidays

    wanted = sorted(set(years))
    for calendar, place in PLACES.items():
        found = country_holidays("GB", subdiv=place, years=wanted, language="en_GB", expand=False)
        for day in sorted(found):
            if day.weekday() < SATURDAY:
                yield BankHoliday(calendar, day, found[day])
