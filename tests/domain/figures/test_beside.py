"""What a landlord states beside what was counted: what is not stated is unknown, and never none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.domain.figures import contact_demand, earlier, targets
from app.domain.figures.periods import Period
from app.domain.figures.stated import Contacts, Figures, Key, Statement, Subject, Target
from app.domain.figures.targets import Status
from app.domain.landlord.tenures import Tsm
from tests.domain.figures.test_reconciliation import a_document

YEAR = Period(date(2023, 4, 1), date(2024, 3, 31))
OVER = date(2024, 6, 1)
COLUMNS = ("q1", "q2", "q3", "q4", "year")


def months(count: int, **more: int | None) -> list[Contacts]:
    """Ten e-mails a month, of these first months of the year, nine of them in time."""
    first = (date(2023 + (month + 3) // 12, (month + 3) % 12 + 1, 1) for month in range(count))
    return [Contacts("Email", each, 10, more.get("in_time", 9)) for each in first]


def by_quarter(contacts: list[Contacts], part: str, period: Period = YEAR, today: date = OVER) -> list[int | None]:
    demand = contact_demand.plain(contacts, period, today)
    assert demand is not None
    assert [*contact_demand.faults({"contact_demand": demand})] == []
    return [demand["total"][part][name] for name in COLUMNS]


@pytest.mark.parametrize(
    ("stated", "today", "contacts"),
    [
        (12, OVER, [30, 30, 30, 30, 120]),
        (11, OVER, [30, 30, 30, None, None]),
        (7, date(2023, 11, 30), [30, 30, 10, None, 70]),
        (7, date(2023, 12, 1), [30, 30, None, None, None]),
    ],
    ids=["all", "a month missing", "a month runs", "a month that is over missing"],
)
def test_a_quarter_is_known_when_its_months_that_are_over_are_stated(stated, today, contacts):
    assert by_quarter(months(stated), "contacts", today=today) == contacts


def test_a_quarter_that_cuts_a_month_in_two_is_not_known():
    odd = Period(date(2023, 4, 15), date(2024, 4, 14))

    assert by_quarter(months(12), "contacts", odd) == [None] * 5
    assert contact_demand.plain([], YEAR, OVER) is None


def test_the_share_in_time_is_of_those_of_which_it_is_known():
    letters = Contacts("Letters", YEAR.first, 50, None)
    contacts = [*months(12), letters]

    assert by_quarter(contacts, "contacts")[0] == 80
    assert by_quarter(contacts, "timed")[0] == 30
    assert by_quarter(contacts, "in_time_rate")[0] == 0.9
    assert by_quarter(months(12, in_time=None), "in_time_rate") == [None] * 5


@pytest.mark.parametrize(
    ("path", "value", "tolerance", "status"),
    [
        ("on_time_rate", 0.9, None, Status.MET),
        ("on_time_rate", 0.89, 0.85, Status.WITHIN_TOLERANCE),
        ("on_time_rate", 0.84, 0.85, Status.MISSED),
        ("on_time_rate", 0.89, None, Status.MISSED),
        ("on_time_rate", None, 0.85, Status.UNKNOWN),
        ("escalation_rate", 0.9, None, Status.MET),
        ("escalation_rate", 0.95, 1, Status.WITHIN_TOLERANCE),
        ("escalation_rate", 1.1, 1, Status.MISSED),
    ],
)
def test_a_measure_is_met_tolerated_missed_or_unknown(path, value, tolerance, status):
    held = {path: Target(Decimal("0.9"), None if tolerance is None else Decimal(str(tolerance)))}

    found = targets.plain({path: value}, held, YEAR)

    assert found[path]["status"] == status.value
    assert [*targets.faults({path: value, "targets": found})] == []
    assert [each.where for each in targets.faults({path: 0.123, "targets": found})] == [f"targets.{path}.value"]


def stated_before(**more: int | str) -> dict[tuple[str, str], Decimal]:
    return {(name.replace("__", "."), ""): Decimal(value) for name, value in more.items()}


def test_what_follows_from_what_was_stated_is_reckoned_and_all_else_unknown():
    prior = stated_before(
        stages__1__received=60,
        stages__1__timeliness__within_target=30,
        stages__1__timeliness__within_extension=10,
        stages__1__timeliness__out_of_target=10,
        stages__1__outcomes__upheld=20,
        stages__1__outcomes__upheld_in_part=5,
    )

    found = earlier.document(a_document(), YEAR, prior, {Tsm.LCRA: 600})

    assert found is not None
    stage = found["stages"]["1"]
    assert stage["on_time_rate"] == 0.8
    assert stage["shares"]["timeliness"]["within_target"] == {"share": 0.6, "percent": 60.0}
    assert stage["outcomes_merged"] == dict.fromkeys(stage["outcomes_merged"]) | {"upheld_or_in_part": 25}
    assert found["relative_to_homes"]["1"]["per_1000_homes"] == 100
    assert found["per_week"]["1"] == pytest.approx(60 * 7 / 366)
    assert (found["escalation_rate"], found["on_time_rate"], stage["open"]) == (None, None, None)
    assert [*earlier.faults(found)] == []


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ({"stages__1__outcomes__upheld": 61}, "stages.1.outcomes"),
        ({"stages__1__responses_due": 5, "stages__1__timeliness__out_of_target": 6}, "stages.1.timeliness"),
        (
            {"stages__2__acknowledgements__due": 5, "stages__2__acknowledgements__in_time": 6},
            "stages.2.acknowledgements",
        ),
        ({"stages__2__received": 6, "escalation_rate": "0.2"}, "escalation_rate"),
    ],
)
def test_what_was_stated_of_one_period_must_go_together(more, where):
    found = earlier.document(a_document(), YEAR, stated_before(stages__1__received=60, **more), {})

    assert found is not None
    assert [each.where for each in earlier.faults(found)] == [where]


def test_a_share_stated_in_whole_per_cent_goes_with_its_counts():
    prior = stated_before(stages__1__received=60, stages__2__received=10, escalation_rate="0.17")

    assert [*earlier.faults(earlier.document(a_document(), YEAR, prior, {}) or {})] == []


def test_what_was_taken_back_is_not_stated():
    key = Key(Subject.HOMES, "LCRA", "", YEAR.last, YEAR.last)

    assert Figures((Statement(key, None),)).homes(YEAR.last) == {}
