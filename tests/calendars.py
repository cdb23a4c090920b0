"""Two nations' bank holidays of 2026 and 2027, as gov.uk lists them, for tests that count by hand."""

from datetime import date

from app.domain.clock.calendar import Calendar
from app.domain.clock.profiles import ENGLAND_2024, SCOTLAND_2021
from app.domain.clock.terms import Terms

YEARS = frozenset({2026, 2027})

ENGLAND_AND_WALES = Calendar(
    "england-and-wales",
    frozenset(
        {
            date(2026, 1, 1),
            date(2026, 4, 3),
            date(2026, 4, 6),
            date(2026, 5, 4),
            date(2026, 5, 25),
            date(2026, 8, 31),
            date(2026, 12, 25),
            date(2026, 12, 28),  # for Boxing Day, a Saturday
            date(2027, 1, 1),
            date(2027, 3, 26),
            date(2027, 3, 29),
            date(2027, 5, 3),
            date(2027, 5, 31),
            date(2027, 8, 30),
            date(2027, 12, 27),  # for Christmas Day, a Saturday
            date(2027, 12, 28),  # for Boxing Day, a Sunday
        }
    ),
    YEARS,
)

SCOTLAND = Calendar(
    "scotland",
    frozenset(
        {
            date(2026, 1, 1),
            date(2026, 1, 2),
            date(2026, 4, 3),
            date(2026, 5, 4),
            date(2026, 5, 25),
            date(2026, 6, 15),
            date(2026, 8, 3),
            date(2026, 11, 30),
            date(2026, 12, 25),
            date(2026, 12, 28),  # for Boxing Day, a Saturday
            date(2027, 1, 1),
            date(2027, 1, 4),  # for 2 January, a Saturday
            date(2027, 3, 26),
            date(2027, 5, 3),
            date(2027, 5, 31),
            date(2027, 8, 2),
            date(2027, 11, 30),
            date(2027, 12, 27),  # for Christmas Day, a Saturday
            date(2027, 12, 28),  # for Boxing Day, a Sunday
        }
    ),
    YEARS,
)

ENGLISH_TERMS = Terms(ENGLAND_2024, ENGLAND_AND_WALES)
SCOTTISH_TERMS = Terms(SCOTLAND_2021, SCOTLAND)
