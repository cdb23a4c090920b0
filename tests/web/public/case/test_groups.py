"""A group of people: each sends their own, and says what they call themselves (1.2, ruling 20)."""

from __future__ import annotations

from sqlalchemy import select

from app.services.case import histories
from app.store.case.complaints import ComplaintRow
from tests import cases

GROUP = {"whose": "group", "people": "12", "group_name": "Lift at Elm Court"}
ROAD = (4, 5, 6, 7, 8, 9, 10, 11)


def sent(database, visitor, **said):
    """One of a group sends theirs; returns their case."""
    visitor.answers(1)
    assert visitor.says("/c/step/2", **said).status_code == 303
    visitor.answers(*ROAD)
    assert visitor.says("/c/check").location == "/c/sent"
    with database.reading() as session:
        reference = session.scalars(select(ComplaintRow.reference).order_by(ComplaintRow.id.desc())).first()
        case = histories.found(session, reference, cases.deed())
        return case.complaint, case.texts()


def test_who_speaks_for_a_group_is_told_how_the_others_join(visitor):
    visitor.answers(1)
    page = visitor.sees("/c/step/2").text

    assert "Each of you sends their own" in page
    assert "Tell the others to choose" in page


def test_what_they_call_themselves_stands_before_sending_and_with_their_complaint(database, visitor):
    complaint, texts = sent(database, visitor, **GROUP)

    assert texts[complaint.membership.told.number] == "Lift at Elm Court"
    assert complaint.people == 12
    assert complaint.membership.number is None  # a name alone puts nobody anywhere


def test_a_group_needs_no_name_and_one_person_alone_has_none(database, visitor, another):
    unnamed, _ = sent(database, visitor, **GROUP | {"group_name": ""})
    alone, _ = sent(database, another, **GROUP | {"whose": "me"})

    assert unnamed.membership.told is None
    assert alone.membership.told is None
