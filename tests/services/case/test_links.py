"""Complaints put together and parted by two who do it at once, on both databases; and what becomes of their people."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy.orm import Session

from app.db import Database
from app.domain.case.kin import Bond
from app.domain.case.vocabulary import Ended
from app.domain.changed import Changed
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.landlord.permissions import Role as Job
from app.domain.people.adjustments import Need
from app.domain.people.parties import Authority, RepresentativeKind, Role, Share
from app.domain.people.preferences import Preferences, Safe, Way
from app.domain.people.whys import PeopleWhy
from app.domain.refused import Refused, Why
from app.services import projections
from app.services.case import acknowledgements, histories, links, new_points, requests, responses, siblings, withdrawals
from app.services.landlord import staff
from app.services.people import authorities, deaths, enquirers, representatives
from app.services.people.parties import Person
from app.services.record import verify
from tests import belonging, peopled, states
from tests.belonging import LATER, SAM
from tests.cases import LOOKUP_KEY, a_complaint, a_definition, a_person, an_answer, deed
from tests.kinds import WRITER

Do = Callable[[Session], object]
BY_SAM = deed(LATER, "staff:1")


def found(database: Database, reference: str):
    with database.reading() as session:
        return histories.found(session, reference, deed()).complaint


def at_once(database: Database, *deeds: Do) -> list[object]:
    """Do these at the same moment, each in a transaction of its own; returns what came of each."""
    ready, results = threading.Barrier(len(deeds)), [None] * len(deeds)

    def run(number: int, do: Do) -> None:
        ready.wait()
        try:
            with database.writing() as session:
                results[number] = do(session)
        except (Refused, Changed) as refused:
            results[number] = refused

    threads = [threading.Thread(target=run, args=each) for each in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


@pytest.fixture
def two(own_database: Database) -> tuple[str, str]:
    """Two of the same person, both understood."""
    with own_database.writing() as session:
        made, other = belonging.two(session)
        acknowledgements.acknowledge(session, other.reference, a_definition(), 1, None, deed(LATER, "staff:1"))
    return made.reference, other.reference


def test_of_two_who_put_each_into_the_other_one_wins(own_database: Database, two: tuple[str, str]) -> None:
    one, another = two
    results = at_once(
        own_database,
        lambda session: links.merge(session, SAM, one, another, BY_SAM),
        lambda session: links.merge(session, SAM, another, one, deed(LATER, "staff:2")),
    )

    assert sorted(isinstance(each, Refused) for each in results) == [False, True]
    assert {found(own_database, each).ended for each in two} == {None, Ended.MERGED}


def test_of_a_merge_and_an_answer_at_once_one_happens(own_database: Database, two: tuple[str, str]) -> None:
    one, another = two
    results = at_once(
        own_database,
        lambda session: links.merge(session, SAM, one, another, BY_SAM),
        lambda session: responses.issue(session, another, an_answer(), deed(LATER, "staff:2")),
    )
    gone, kept = found(own_database, another), found(own_database, one)

    assert sorted(isinstance(each, Refused) for each in results) == [False, True]
    assert (gone.ended is Ended.MERGED) == (gone.stage_1.answered_on is None) == bool(kept.kin.originals)


def test_of_two_who_decide_the_same_point_at_once_one_complaint_is_made(own_database: Database) -> None:
    with own_database.writing() as session:
        made, _ = belonging.point_raised(session)

    def apart(session: Session) -> object:
        by = deed(LATER, "staff:1", key=uuid4().hex)
        return new_points.decide(session, made.reference, 1, belonging.UNRELATED, LOOKUP_KEY, by)

    results = at_once(own_database, apart, apart)

    assert sorted(isinstance(each, Refused) for each in results) == [False, True]
    assert len(found(own_database, made.reference).kin.links) == 1


def test_what_stands_beside_the_record_can_be_filled_from_it_again(own_database: Database) -> None:
    for state in belonging.BELONGING:
        with own_database.writing() as session:
            state(session)
    with own_database.writing() as session:
        projections.rebuild(session, "", 99, kind="complaint")
    with own_database.reading() as session:
        assert verify(session).broken == ()


def test_the_new_complaint_reaches_its_people_as_safely_and_knows_their_needs(session: Session) -> None:
    careful = Preferences(Safe.SOME_WAYS, (Way.EMAIL,), Way.EMAIL)
    person = a_person(preferences=careful, needs=(Need.LARGE_PRINT,), needs_words="18 point", mind="Never on Mondays")
    made = a_complaint(session, person, key=uuid4().hex)
    acknowledgements.acknowledge(session, made.reference, a_definition(), 1, None, deed(date(2026, 11, 25), "staff:1"))
    belonging.decided(session, made, belonging.UNRELATED)
    case = histories.found(session, made.reference, deed())
    there = histories.found(session, case.complaint.new_points[0].reference, deed())

    assert there.complaint.parties == case.complaint.parties
    assert {way: each.value for way, each in there.reachable(1).items()} == {Way.EMAIL: "amina@example.org"}
    assert [each.mind for each in there.people()] == ["Never on Mondays"]
    assert there.complaint.adjustments == 1
    assert there.texts()[there.complaint.first_words.number] == belonging.WORDS


def test_who_may_speak_for_them_may_do_so_in_the_new_one(session: Session) -> None:
    made, _ = states.for_somebody_else(session)
    before = histories.found(session, made.reference, deed()).complaint
    belonging.decided(session, made, replace(belonging.UNRELATED))
    reference = histories.found(session, made.reference, deed()).complaint.new_points[0].reference
    after = histories.found(session, reference, deed()).complaint

    assert [(each.role, each.confirmed) for each in after.parties] == [
        (each.role, each.confirmed) for each in before.parties
    ]
    assert any(each.role is Role.REPRESENTATIVE for each in after.parties)


def test_what_only_few_may_see_stays_with_them_in_the_new_one(own_database: Database) -> None:
    with own_database.writing() as session:
        staff.add(session, "Grace Hall", "grace@example.org", frozenset({Job.HANDLER}), deed())
        made, on = states.STATES["kept_to_few"](session)
        number = new_points.raise_point(session, made.reference, 1, belonging.WORDS, deed(on))
        by = deed(on, "staff:2", key=uuid4().hex)  # 1 has yet to say if they have a conflict of interest
        new_points.decide(session, made.reference, number, belonging.UNRELATED, LOOKUP_KEY, by)
    before = found(own_database, made.reference)
    after = found(own_database, before.new_points[0].reference)

    assert before.restriction is not None
    assert after.restriction is not None
    assert (after.concerned, after.restriction.viewers, after.restriction.barred) == (
        before.concerned,
        before.restriction.viewers,
        before.restriction.barred,
    )


def test_a_point_raised_after_it_was_stopped_becomes_a_complaint(session: Session) -> None:
    made = belonging.understood(session)
    theirs = deed(LATER, f"party:{made.case_id}.1")
    withdrawals.withdraw(session, made.reference, 1, own_choice=True, words="", deed=theirs)
    belonging.decided(session, made, replace(belonging.UNRELATED, reason=""))

    assert histories.found(session, made.reference, deed()).complaint.new_points[0].reference


def test_what_was_put_into_another_takes_no_point(session: Session) -> None:
    made, on = belonging.merged_away(session)

    with pytest.raises(Refused) as refused:
        new_points.raise_point(session, made.reference, None, "More", deed(on, "staff:1"))
    assert refused.value.why is Why.MERGED_AWAY


def another(session: Session, reference: str) -> str:
    """Make another complaint of the people of this one; returns its reference."""
    with histories.opened(session, reference, deed(LATER, "staff:1", key=uuid4().hex)) as case:
        return siblings.make(case, "The roof too", LATER, Bond.NEW_POINT, "new", LOOKUP_KEY).reference


def test_no_other_complaint_is_made_that_would_write_to_somebody_who_has_died(session):
    sam = staff.add(session, "Sam Hill", "sam@example.org", frozenset({Job.HANDLER}), deed())
    made = a_complaint(session)
    heard = replace(peopled.HEARD, decides=sam.staff_id)
    deaths.record(session, made.reference, 1, heard, deed(LATER, f"staff:{sam.staff_id}"))

    with pytest.raises(Refused) as refused:
        another(session, made.reference)

    assert refused.value.why is PeopleWhy.PARTY_HAS_DIED


def test_who_speaks_for_a_resident_no_longer_is_not_taken_along(session):
    made, _ = peopled.told_no(session)

    people = histories.found(session, another(session, made.reference), deed()).complaint.parties

    assert [person.role for person in people] == [Role.RESIDENT]


def test_all_who_may_speak_for_a_resident_are_taken_along_and_nobody_else(session):
    made, on = peopled.spoken_for(session)
    for name, authority in (("Noor Yusuf", Authority.THEY_WILL_CONFIRM), ("Ali Yusuf", Authority.THEY_WILL_CONFIRM)):
        person = Person(Role.REPRESENTATIVE, name, authority=authority, preferences=peopled.COMES_BACK)
        kind = RepresentativeKind.FAMILY_OR_FRIEND
        representatives.add(session, made.reference, person, kind, deed(on, "staff:1"))
    authorities.confirm(session, made.reference, 3, deed(on, f"party:{made.case_id}.1"))

    new = histories.found(session, another(session, made.reference), deed())

    assert [person.name for person in new.people()] == ["Amina Yusuf", "Sana Yusuf", "Noor Yusuf"]
    assert all(party.may_act for party in new.complaint.parties)
    assert not new.complaint.has_task(DutyKind.CONFIRM_AUTHORITY, 3)


def with_an_mp(session, share):
    """Two of the same person, and an MP who wrote of the first, and is told this much."""
    made, other = belonging.two(session)
    by = deed(LATER, "staff:1", key=uuid4().hex)
    requests.join_enquiry(session, made.reference, WRITER, "My constituent waits.", LATER, by)
    enquirers.agree(session, made.reference, 2, share, "She told me, alone.", BY_SAM)
    acknowledgements.acknowledge(session, other.reference, a_definition(), 1, None, BY_SAM)
    return made.reference, other.reference


@pytest.mark.parametrize("share", [Share.NOTHING, Share.OUTCOME])
@pytest.mark.parametrize("into", [0, 1])
def test_an_mp_who_only_wrote_of_one_keeps_no_two_apart(session, share, into):
    both = with_an_mp(session, share)
    links.merge(session, SAM, both[into], both[1 - into], BY_SAM)

    theirs = histories.found(session, both[0], deed()).complaint
    assert DutyKind.ANSWER_ENQUIRY in [duty.kind for duty in duties.of(theirs)], "their letter is answered"


@pytest.mark.parametrize("into", [0, 1])
def test_an_mp_who_may_read_one_is_shown_no_other_by_putting_it_in(session, into):
    both = with_an_mp(session, Share.ALL)

    with pytest.raises(Refused):
        links.merge(session, SAM, both[into], both[1 - into], BY_SAM)
