"""Equality questions are kept where nothing leads from them to whoever answered."""

import pytest
from sqlalchemy import select

from app.store.people.equality import EqualityRow
from tests.web.public.conftest import hidden


@pytest.fixture
def kept(database):
    def read():
        columns = EqualityRow.year, EqualityRow.age, EqualityRow.disabled, EqualityRow.ethnicity
        with database.reading() as session:
            return [tuple(row) for row in session.execute(select(*columns))]

    return read


def test_what_is_answered_is_kept_once_without_the_case_or_the_day(visitor, kept):
    visitor.sends()
    form = hidden(visitor.sees("/c/more/about-you").text) | {"age": "65_or_over", "disabled": "a_lot"}

    for _ in range(2):
        assert visitor.client.post("/c/more/about-you", data=form).location == "/c/sent"

    assert kept() == [(2026, "65_or_over", "a_lot", "")]


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_leaving_all_of_them_empty_leaves_nothing(visitor, another, kept):
    visitor.sends()

    assert visitor.says("/c/more/about-you").location == "/c/sent"
    assert visitor.says("/c/more/about-you", age="'; --").status_code == 422
    assert another.sees("/c/more/about-you").location == "/c/back"
    assert kept() == []
