"""Rows of a file, for tables of which no landlord gave the numbers: these are ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from tests.published_past import Course, Past, Row, dealt, extended, in_time, late, spread, spring_to_autumn

QUARTERS = (
    (date(2023, 4, 1), date(2023, 6, 30)),
    (date(2023, 7, 1), date(2023, 9, 30)),
    (date(2023, 10, 1), date(2023, 12, 31)),
    (date(2024, 1, 1), date(2024, 3, 31)),
)
THEMES = {
    "Repairs": (9, 8, 12, 11),
    "Estates": (4, 5, 3, 2),
    "Neighbours": (2, 3, 3, 4),
    "Service charges": (0, 1, 6, 1),
}
"""Stages 1 by quarter."""
CHANNELS = {"Website": (6, 7, 10, 8), "Email": (5, 4, 6, 5), "Telephone": (3, 4, 5, 3), "In person": (1, 2, 3, 2)}
"""The same, by how they came."""
STAGES_2 = {"Repairs": 6, "Estates": 1}
"""All asked for in one day of the third quarter."""
ASKED_ON = date(2023, 11, 15)
AREAS = {
    ("Property", "Repairs"): 30,
    ("Housing", "Repairs"): 10,
    ("Property", "Estates"): 6,
    ("Housing", "Estates"): 8,
    ("Housing", "Neighbours"): 12,
    ("Housing", "Service charges"): 8,
}
"""Stages 1 by service area and theme; all stages 2 are of Property."""
UPHELD = ("Repairs", "Neighbours")
"""Themes of which every complaint was upheld, and of no other."""
OFTEN = {"five times": 5, "three times": 3, "twice": 2, "twice too": 2, "twice as well": 2, "twice again": 2}
"""How often those came who came more than once."""
NEIGHBOURHOODS = {"North": 50, "South": 24}
REASONS = ["The answer took too long"] * 4 + ["The answer was wrong"] * 3
NOT_ACKNOWLEDGED_IN_TIME = 9
ENQUIRIES = (2, 1, 3, 4)
"""Letters of MPs and councillors, by quarter."""

WEEK = timedelta(days=7)
TSM_HOMES = 6200
TSM_YEAR = 2022


def of_quarters() -> list[Row]:
    """A year of complaints."""
    themes = dealt({theme: sum(counts) for theme, counts in THEMES.items()})
    quarters = [quarter for counts in THEMES.values() for quarter, count in enumerate(counts) for _ in range(count)]
    asked = [place for theme, count in STAGES_2.items() for place in _places(themes, theme)[:count]]
    courses = [in_time("upheld" if theme in UPHELD else "not_upheld") for theme in themes]
    courses[:NOT_ACKNOWLEDGED_IN_TIME] = [replace(each, acknowledged=7) for each in courses[:NOT_ACKNOWLEDGED_IN_TIME]]
    reasons = dict(zip(asked, REASONS, strict=True))
    past = Past(
        [_middle(quarter) for quarter in quarters],
        courses,
        {place: Course("not_upheld", 17, asked_on=ASKED_ON) for place in asked},
        {
            "channel": _in_quarters(CHANNELS, quarters),
            "service_area": [area for (area, _), count in AREAS.items() for _ in range(count)],
            "theme": themes,
            "neighbourhood": dealt(NEIGHBOURHOODS),
            "complainant": _people(len(themes)),
            "escalation_reason": [reasons.get(place, "") for place in range(len(themes))],
        },
    )
    return list(past.rows())


def of_enquiries() -> list[Row]:
    """Letters of MPs and councillors, all answered."""
    days = [_middle(quarter) for quarter, count in enumerate(ENQUIRIES) for _ in range(count)]
    return [
        {"kind": "enquiry", "received_on": day.isoformat(), "stage_1_responded_on": (day + WEEK).isoformat()}
        for day in days
    ]


def of_the_measures() -> list[Row]:
    """A year of rented homes, of which the answers to 240 complaints were due, for 8 were withdrawn."""
    how = [*[in_time("upheld")] * 190, *[extended("upheld")] * 22, *[late("upheld")] * 28]
    past = Past(
        spring_to_autumn(TSM_YEAR, 248),
        [*how, *[Course("withdrawn", 4)] * 8],
        {place: in_time("upheld", 17) for place in range(31)},
        {"tenure": ["LCRA"] * 248},
    )
    return list(past.rows())


def _places(themes: list[str], theme: str) -> list[int]:
    return [place for place, each in enumerate(themes) if each == theme]


def _middle(quarter: int) -> date:
    first, last = QUARTERS[quarter]
    return spread(first, last, 3)[1]


def _in_quarters(counts: Mapping[str, tuple[int, ...]], quarters: list[int]) -> list[str]:
    """Deal out the values of each quarter to the complaints that came in it."""
    left = [dealt({value: each[quarter] for value, each in counts.items()}) for quarter in range(len(QUARTERS))]
    return [left[quarter].pop() for quarter in quarters]


def _people(count: int) -> list[str]:
    often = dealt(OFTEN)
    return [*often, *(f"once {number}" for number in range(count - len(often)))]
