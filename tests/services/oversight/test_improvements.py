"""The register of improvements on record: begun from what closed complaints taught, public as it was read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import delete, select, update

from app.domain.changed import Changed
from app.domain.figures.periods import quarter_of
from app.domain.landlord.landlord import Choice
from app.domain.landlord.permissions import Role
from app.domain.oversight.improvements import ImprovementDraft
from app.domain.refused import Refused
from app.services.landlord import landlord
from app.services.oversight import improvements
from app.services.words import Standing, standings
from app.store import record
from app.store.landlord.staff import Member
from app.store.oversight.improvements import ImprovementCaseRow, ImprovementRow, ImprovementTextRow
from tests.cases import RECEIVED, deed
from tests.states import closed

OFFICER = Member(1, "Jo", "", "", frozenset({Role.COMPLAINTS_OFFICER}))
BY = deed(RECEIVED, "staff:1")
DRAFT = ImprovementDraft("You wait too long.", "Nobody looked.", ("We look.", "We ring."), "repairs", "", RECEIVED)


@pytest.fixture(autouse=True)
def lists(session):
    ours = replace(landlord.current(session), service_areas=(Choice("repairs", "Repairs"),))
    landlord.put(session, ours, BY)


def begun(session, *references, draft=DRAFT):
    return improvements.begin(session, draft, references, OFFICER, BY)


def rows(session):
    return [session.execute(select(each.__table__)).all() for each in (ImprovementRow, ImprovementCaseRow)]


def test_the_public_reads_what_was_published_and_not_what_was_written_since(session):
    number = begun(session)
    assert improvements.published(session) == []
    improvements.publish(session, number, True, BY)
    improvements.write(session, number, replace(DRAFT, you_said="Now another."), (), OFFICER, BY)

    (told,) = improvements.published(session, quarter_of(RECEIVED))

    assert (told.line.you_said, told.line.did, told.area) == ("You wait too long.", ("We look.", "We ring."), "Repairs")
    assert improvements.published(session, quarter_of(RECEIVED).before) == []
    assert [each.you_said for each in improvements.every(session)] == ["Now another."]
    improvements.take_back(session, number, BY)
    assert improvements.published(session) == []


def test_it_is_begun_from_what_a_closed_complaint_taught_whose_turn_is_then_over(session):
    made, _ = closed(session)

    (candidate,) = improvements.candidates(session, OFFICER)
    number = begun(session, made.reference)

    assert candidate.reference == made.reference
    assert candidate.learning
    assert improvements.candidates(session, OFFICER) == []
    assert improvements.candidates(session, OFFICER, made.reference) == [candidate]
    found = improvements.find(session, number)
    assert improvements.references(session, found.improvement, OFFICER) == [made.reference]


def test_who_may_not_know_of_a_complaint_neither_sees_nor_loses_nor_names_it(session):
    made, _ = closed(session)
    number = begun(session, made.reference)
    stranger = replace_roles(OFFICER)

    assert improvements.candidates(session, stranger) == []
    with pytest.raises(Refused, match="no_such_cases"):
        improvements.begin(session, DRAFT, [made.reference], stranger, BY)
    improvements.write(session, number, DRAFT, (), stranger, BY)

    found = improvements.find(session, number)
    assert improvements.references(session, found.improvement, stranger) == []
    assert improvements.references(session, found.improvement, OFFICER) == [made.reference]


def replace_roles(member):
    return member._replace(id=2, roles=frozenset())


def test_who_comes_second_is_told(session):
    number = begun(session)
    improvements.write(session, number, DRAFT, (), OFFICER, replace(BY, seen=1))

    with pytest.raises(Changed):
        improvements.publish(session, number, True, replace(BY, seen=1))


def test_how_it_stands_is_computed_from_the_record_alone(session):
    made, _ = closed(session)
    improvements.publish(session, begun(session, made.reference), True, BY)
    stood = rows(session)
    for each in (ImprovementCaseRow, ImprovementRow):
        session.execute(delete(each.__table__))

    improvements.rebuild(session, "improvement:1")

    assert rows(session) == stood


def test_its_words_are_proved_to_be_what_they_were(session):
    begun(session)
    events = record.read(session, "improvement:1")
    assert {standing for _, standing in standings(session, events)} == {Standing.HOLDS}

    text = ImprovementTextRow.__table__
    session.execute(update(text).where(text.c.number == 1).values(text="Other."))
    session.execute(update(text).where(text.c.number == 2).values(text=None, salt=None))

    found = [standing for _, standing in standings(session, events)]
    assert (found.count(Standing.ALTERED), found.count(Standing.ERASED)) == (1, 1)
