"""Who speaks for a resident goes along into another case of theirs; an MP who wrote about the first does not (3.6)."""

from __future__ import annotations

from uuid import uuid4

from app.domain.case.complaints import Arrival
from app.domain.case.kinds import Kind
from app.domain.case.vocabulary import ForWhom
from app.domain.people.parties import Authority, PartyState, RepresentativeKind, Role
from app.services.case import complaints, openings, requests
from app.services.case.complaints import Made, NewComplaint
from app.services.case.openings import OpeningDraft
from app.services.people import authorities, receipts
from tests.cases import LOOKUP_KEY, RECEIVED, a_complaint, a_person, deed, seed
from tests.kinds import LATER, WRITER, a_case
from tests.peopled import AGREED, add_daughter
from tests.services.case.test_requests import folded


def join_mp(session, made):
    by = deed(LATER, "staff:1", key=uuid4().hex)
    requests.join_enquiry(session, made.reference, WRITER, "My constituent waits.", RECEIVED, by)


def confirm(session, made, party):
    authorities.confirm(session, made.reference, party, deed(AGREED, f"party:{made.case_id}.1"))


def open_beside(session, made) -> Made:
    """Open a data-protection case beside a complaint."""
    draft = OpeningDraft(Kind.DATA_PROTECTION, LATER, "You sent my letter to my neighbour.")
    return openings.open_from(session, made.reference, draft, LOOKUP_KEY, deed(LATER, "staff:1", key=uuid4().hex))


def beside(session, made) -> tuple[PartyState, ...]:
    """Who takes part in the case that is opened beside a complaint."""
    return folded(session, open_beside(session, made)).parties


def test_an_mp_who_wrote_about_a_complaint_has_no_part_in_the_case_beside_it(session):
    made = a_complaint(session, key=uuid4().hex)
    join_mp(session, made)

    assert [each.role for each in beside(session, made)] == [Role.RESIDENT]


def test_nobody_may_speak_because_an_mp_needed_no_consent(session):
    made = a_complaint(session, key=uuid4().hex)
    join_mp(session, made)
    add_daughter(session, made.reference, RepresentativeKind.FAMILY_OR_FRIEND)

    assert [each.confirmed for each in beside(session, made)] == [True, False]


def test_who_may_speak_goes_along_though_others_came_after(session):
    made = a_complaint(session, key=uuid4().hex)
    add_daughter(session, made.reference, RepresentativeKind.FAMILY_OR_FRIEND)
    confirm(session, made, 2)
    join_mp(session, made)
    add_daughter(session, made.reference, RepresentativeKind.ATTORNEY)

    (_, daughter) = beside(session, made)
    assert (daughter.authority, daughter.may_act) == (Authority.THEY_WILL_CONFIRM, True)


def test_the_numbers_that_an_mp_chose_do_not_open_what_is_another_s(session):
    seed(session)
    arrival = Arrival(words="My constituent waits.", happened_on=RECEIVED, for_whom=ForWhom.SOMEONE_ELSE)
    new = NewComplaint(arrival, a_person(), WRITER, is_letter=True)
    made = complaints.make(session, new, LOOKUP_KEY, deed(RECEIVED, key=uuid4().hex))
    receipts.choose_factor(session, made.case_id, made.party, receipts.factor("1379"))
    add_daughter(session, made.reference, RepresentativeKind.FAMILY_OR_FRIEND)
    confirm(session, made, 3)
    opened = open_beside(session, made)

    assert opened.party == 2
    assert receipts.of_party(session, opened.case_id, 2).factor is None


def test_an_mp_who_asks_for_something_reads_no_more_than_the_resident_agreed_to(session):
    made = a_case(session, Kind.REQUEST, representative=WRITER)

    assert not folded(session, made).party(2).may_act
