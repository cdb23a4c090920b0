"""What a landlord states for its figures: who stated what, and when, stays; a correction takes its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy.exc import DatabaseError

from app.domain.changed import Changed
from app.domain.figures.periods import Period
from app.domain.figures.stated import Key, Statement, Subject
from app.domain.figures.stated_whys import StatedWhy
from app.domain.landlord.tenures import Tsm
from app.domain.refused import Refused
from app.services.figures import stated
from app.store import record
from app.store.figures import stated as store
from tests.cases import deed

YEAR = Period(date(2023, 4, 1), date(2024, 3, 31))
NOW = deed(by="staff:1")


def of(
    subject: Subject, name: str, first: date, value: int | str | None, beside: int | None = None, **more
) -> Statement:
    key = Key(subject, name, more.get("part", ""), first, more.get("last", first))
    return Statement(key, None if value is None else Decimal(value), None if beside is None else Decimal(beside))


def homes(count: int | None, on: date = YEAR.last) -> Statement:
    return of(Subject.HOMES, "LCRA", on, count)


def test_a_correction_takes_its_place_and_leaves_what_was_stated(session):
    assert stated.put(session, [homes(9800), homes(9700, YEAR.first)], NOW) == 2
    assert stated.put(session, [homes(9800), homes(9710, YEAR.first)], NOW) == 1

    assert stated.current(session).homes(YEAR.last) == {Tsm.LCRA: 9800}
    assert stated.current(session).homes(date(2023, 12, 1)) == {Tsm.LCRA: 9710}
    assert stated.current(session).homes(date(2022, 12, 1)) == {}
    assert [(each.number, each.statement, each.by) for each in store.history(session)] == [
        (3, homes(9710, YEAR.first), "staff:1"),
        (2, homes(9700, YEAR.first), "staff:1"),
        (1, homes(9800), "staff:1"),
    ]
    assert [each.facts for each in record.read(session, "stated_figures")] == [
        '{"first":1,"last":2,"subjects":["homes"]}',
        '{"first":3,"last":3,"subjects":["homes"]}',
    ]


def test_what_is_taken_back_holds_no_more_and_the_same_again_states_nothing(session):
    stated.put(session, [homes(9800)], NOW)

    assert stated.put(session, [homes(None)], NOW) == 1
    assert stated.put(session, [homes(None)], NOW) == 0
    with pytest.raises(Refused) as refusal:
        stated.put(session, [homes(None, YEAR.first), homes(9000)], NOW)

    assert (refusal.value.why, refusal.value.gaps[0].field) == (StatedWhy.NEVER_STATED, "name")

    assert stated.current(session).homes(YEAR.last) == {}


def test_a_row_cannot_be_rewritten(session):
    stated.put(session, [homes(9800)], NOW)

    with pytest.raises(DatabaseError, match="append-only"):
        session.execute(store.StatedFigureRow.__table__.update().values(value="1"))


def test_what_somebody_else_stated_meanwhile_is_not_overwritten(session):
    stated.put(session, [homes(9800)], NOW)
    drawn = store.last_number(session)
    stated.put(session, [homes(9900)], NOW)

    with pytest.raises(Changed):
        stated.put(session, [homes(9850)], deed(by="staff:2", seen=drawn))

    assert stated.put(session, [homes(9000, YEAR.first)], deed(by="staff:2", seen=drawn)) == 1


def test_one_figure_cannot_be_two_at_once(session):
    with pytest.raises(Refused) as refusal:
        stated.put(session, [homes(1), homes(2)], NOW)

    assert refusal.value.why is StatedWhy.STATED_TWICE


def test_the_customer_base_is_of_one_day_for_each_characteristic(session):
    older, newer = date(2022, 4, 1), date(2024, 3, 1)
    groups = (("Under 25", older, 10), ("25 to 64", older, 70), ("Under 25", newer, 12))
    stated.put(session, [of(Subject.CUSTOMERS, "Age", on, n, part=group) for group, on, n in groups], NOW)
    stated.put(session, [of(Subject.CUSTOMERS, "Sex", older, 90, part="Women")], NOW)

    assert stated.customer_base(session, YEAR.last) == {"Age": {"Under 25": 12}, "Sex": {"Women": 90}}
    assert stated.customer_base(session, date(2023, 1, 1)) == {
        "Age": {"25 to 64": 70, "Under 25": 10},
        "Sex": {"Women": 90},
    }
    assert stated.customer_base(session, date(2021, 1, 1)) == {}


def test_targets_hold_from_their_day_on_and_prior_figures_of_just_their_period(session):
    last_year = YEAR.before
    stated.put(
        session,
        [
            of(Subject.TARGET, "on_time_rate", YEAR.first, "0.9"),
            of(Subject.TARGET, "on_time_rate", YEAR.last, "1", 0),
            of(Subject.PRIOR, "stages.1.received", last_year.first, 1262, last=last_year.last),
        ],
        NOW,
    )
    figures = stated.current(session)

    assert figures.targets(date(2023, 6, 1))["on_time_rate"].target == Decimal("0.9")
    assert figures.targets(YEAR.last)["on_time_rate"].target == 1
    assert figures.prior(last_year) == {("stages.1.received", ""): 1262}
    assert figures.prior(YEAR) == {}


def test_contacts_are_those_of_the_months_of_a_period(session):
    april, march = date(2023, 4, 1), date(2023, 3, 1)
    stated.put(session, [of(Subject.CONTACTS, "Email", april, 120, 90), of(Subject.CONTACTS, "Email", march, 7)], NOW)

    assert [(each.channel, each.count, each.in_time) for each in stated.current(session).contacts(YEAR)] == [
        ("Email", 120, 90)
    ]
