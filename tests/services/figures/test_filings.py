"""A case is counted under the home it came from, as the list of homes had it on that day."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.case.vocabulary import Fact
from app.domain.figures.filings import FiledBeside, FiledUnder
from app.domain.landlord.landlord import Choice, Landlord
from app.services.case import corrections
from app.services.figures import filings
from app.services.landlord import landlord
from app.services.people import homes
from app.store.figures.counted import CountedRow
from tests.cases import RECEIVED, a_complaint, deed

LANDLORD = Landlord(neighbourhoods=(Choice("north", "North"), Choice("south", "South")))
HEADS = "reference,address,postcode,neighbourhood,tenure\n"


def take_in(session: Session, *lines: str) -> list[int]:
    """Have these homes, and return their numbers."""
    homes.import_(session, HEADS + "\n".join(lines), LANDLORD, deed(by="import"))
    return [home.id for home in homes.at_postcode(session, "M5 4AB")]


@pytest.fixture
def two(session: Session) -> list[int]:
    return take_in(session, "A1,1 High Street,M5 4AB,north,lcra", "A2,2 High Street,M5 4AB,south,lcho")


def counted_under(session: Session) -> list[tuple[str | None, str | None]]:
    """The neighbourhood and tenure of every stage."""
    rows = session.execute(select(CountedRow.neighbourhood, CountedRow.tenure))
    return [tuple(row) for row in rows]


def test_a_case_is_filed_under_its_home_as_it_comes(session: Session, two: list[int]) -> None:
    a_complaint(session, home=two[0])

    assert counted_under(session) == [("north", "lcra")]


def test_a_list_of_later_years_moves_no_figure(session: Session, two: list[int]) -> None:
    a_complaint(session, home=two[0])
    take_in(session, "A1,1 High Street,M5 4AB,south,lcho")

    assert counted_under(session) == [("north", "lcra")]


def test_a_home_that_was_typed_wrong_is_put_right_in_the_figures_too(session: Session, two: list[int]) -> None:
    made = a_complaint(session, home=two[0])

    assert corrections.correct(session, made.reference, Fact.HOME, two[1], "Next door.", deed(by="staff:1"))

    assert counted_under(session) == [("south", "lcho")]


def test_what_staff_chose_stands_when_something_else_is_corrected(session: Session, two: list[int]) -> None:
    made = a_complaint(session, home=two[0])
    landlord.put(session, LANDLORD, deed(by="staff:1"))
    chosen = FiledBeside("south", "lcho", None)
    filings.file_under(session, made.reference, FiledUnder(*[None] * 6), chosen, deed(by="staff:1"))

    day = RECEIVED - timedelta(1)
    corrections.correct(session, made.reference, Fact.RECEIVED_ON, day, "The post.", deed(by="staff:1"))

    assert counted_under(session) == [("south", "lcho")]


def test_a_case_without_a_home_is_filed_under_none(session: Session) -> None:
    a_complaint(session)

    assert counted_under(session) == [(None, None)]
