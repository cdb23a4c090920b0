"""Who looked at which case."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.landlord.permissions import Role
from app.services.landlord import looked_at, staff
from app.services.landlord.looked_at import How
from tests.cases import deed

NOW = deed()


@pytest.fixture
def jo(session):
    staff_id = staff.add(session, "Jo", "jo@example.org", frozenset({Role.HANDLER}), NOW).staff_id
    return deed(by=f"staff:{staff_id}")


def later(of, **time):
    return replace(of, at=of.at + timedelta(**time))


def test_a_look_is_noted_once_an_hour(session, jo):
    assert looked_at.is_news(session, 7, How.OPENED, jo)
    looked_at.note(session, 7, How.OPENED, jo)

    assert not looked_at.is_news(session, 7, How.OPENED, later(jo, minutes=59))
    assert looked_at.is_news(session, 7, How.OPENED, later(jo, minutes=61))
    assert looked_at.is_news(session, 8, How.OPENED, jo)


def test_taking_a_case_away_is_noted_each_time(session, jo):
    looked_at.note(session, 7, How.EXPORTED, jo)

    assert looked_at.is_news(session, 7, How.EXPORTED, jo)


def test_what_residents_and_the_clock_do_is_no_look(session):
    for by in ("party:7.1", "clock", "visitor"):
        looked_at.note(session, 7, How.OPENED, deed(by=by))
        assert not looked_at.is_news(session, 7, How.OPENED, deed(by=by))

    assert looked_at.of_case(session, 7) == []


def test_the_latest_look_comes_first(session, jo):
    looked_at.note(session, 7, How.OPENED, jo)
    looked_at.note(session, 7, How.EXPORTED, later(jo, hours=2))

    assert [look.how for look in looked_at.of_case(session, 7)] == ["exported", "opened"]
