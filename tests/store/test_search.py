"""Cases are found by the beginnings of words, alike on both databases."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import delete, insert, select

from app.store.case.complaints import ComplaintRow
from app.store.search import SearchRow, keep, matches


@pytest.fixture
def find(session):
    def cases(*tokens):
        return sorted(session.scalars(select(ComplaintRow.id).where(matches(session, tokens))))

    for number, tokens in enumerate((["7q4k", "2m9p", "amina", "khan"], ["amin", "o'neil", "łódź"]), start=1):
        a_complaint(session, number)
        keep(session, number, tokens)
    return cases


def a_complaint(session, number):
    values = {
        column.name: {int: number, str: str(number), date: date(2026, 7, 1), bool: False}.get(
            column.type.python_type, datetime(2026, 7, 1, tzinfo=UTC)
        )
        for column in ComplaintRow.__table__.columns
    }
    session.execute(insert(ComplaintRow.__table__), values)


@pytest.mark.parametrize(
    ("tokens", "cases"),
    [
        (["amin"], [1, 2]),
        (["amina"], [1]),
        (["amin", "kh"], [1]),
        (["khan", "amin", "7q"], [1]),
        (["kha", "łó"], []),
        (["łó"], [2]),
        (["mina"], []),
    ],
)
def test_every_word_given_begins_a_word_of_the_case(find, tokens, cases):
    assert find(*tokens) == cases


def test_a_case_is_no_longer_found_by_words_it_has_lost(find, session):
    keep(session, 1, ["smith"])

    assert (find("khan"), find("smith")) == ([], [1])


def test_an_erased_case_is_not_found(find, session):
    session.execute(delete(SearchRow).where(SearchRow.case_id == 1))

    assert find("amina") == []
