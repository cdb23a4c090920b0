"""A request runs on beside the complaint that was opened from it; who complains often is visited; all of it once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from threading import Thread
from uuid import uuid4

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db import Database
from app.domain.case.complaints import Arrival, Concerned
from app.domain.case.kin import Bond
from app.domain.case.kinds import Concern, Feeling, Kind, Outcome
from app.domain.case.requests import EndingDraft
from app.domain.case.restriction_states import RestrictionGround
from app.domain.case.restrictions import Restricted
from app.domain.case.state import Complaint
from app.domain.case.triage import TriageDraft
from app.domain.case.visits import VisitDraft, VisitOutcome
from app.domain.case.vocabulary import Channel
from app.domain.changed import Changed
from app.domain.clock.duty_kinds import DutyKind
from app.domain.mail.addressees import addressee
from app.domain.mail.notices import Notice
from app.domain.people.adjustments import Need
from app.domain.people.parties import Share
from app.domain.people.preferences import Way
from app.domain.refused import Refused, Why
from app.services import keys
from app.services.case import complaints, histories, openings, projections, requests, visits
from app.services.case.complaints import Made, NewComplaint
from app.services.case.openings import OpeningDraft
from app.services.case.requests import EnquiryAnswer, Sorted
from app.services.landlord import landlord
from app.services.people import receipts
from app.store import record
from app.store.case.complaints import ComplaintRow, stream
from app.store.clock.duty_rows import DutyRow
from app.store.people import contacts, parties
from tests.cases import LOOKUP_KEY, RECEIVED, a_complaint, a_person, deed, seed
from tests.kinds import LATER, WRITER, a_case, feels, opened_from


def folded(session: Session, made: Made) -> Complaint:
    return projections.fold(record.read(session, stream(made.case_id)))


def row(session: Session, made: Made) -> ComplaintRow:
    session.expire_all()
    return session.scalars(select(ComplaintRow).where(ComplaintRow.id == made.case_id)).one()


def duties(session: Session, made: Made) -> set[str]:
    return set(session.scalars(select(DutyRow.kind).where(DutyRow.case_id == made.case_id)))


def notices(complaint: Complaint) -> list[Notice]:
    return [letter.notice for letter in complaint.letters]


@pytest.mark.parametrize(
    ("kind", "notice", "owed"),
    [
        (Kind.REQUEST, Notice.REQUEST_LOGGED, {DutyKind.DO_REQUEST.value}),
        (Kind.ENQUIRY, Notice.ENQUIRY_RECEIVED, {DutyKind.ANSWER_ENQUIRY.value}),
        # It goes to the page at once, and so nothing is left to acknowledge.
        (Kind.DATA_PROTECTION, Notice.DATA_COMPLAINT_ACKNOWLEDGED, {DutyKind.ANSWER_DATA.value}),
    ],
)
def test_each_kind_has_its_own_letter_and_duties_and_is_told_apart(session, kind, notice, owed):
    made = a_case(session, kind)

    assert notices(folded(session, made)) == [notice]
    assert duties(session, made) == owed
    assert (row(session, made).kind, row(session, made).stage) == (kind.value, 0)


def test_the_landlord_says_how_long_an_mp_waits(session):
    seed(session)
    ours = replace(landlord.current(session), answer_enquiries_within=5, do_requests_within=3)
    landlord.put(session, ours, deed())

    assert folded(session, a_case(session, Kind.ENQUIRY)).intake.due_by == date(2026, 11, 30)
    assert folded(session, a_case(session, Kind.REQUEST)).intake.due_by == date(2026, 11, 26)


def test_a_complaint_opens_beside_the_request_which_goes_on(session):
    made = a_case(session, Kind.REQUEST)
    new = opened_from(session, made, "Nobody came.")
    first, second = folded(session, made), folded(session, new)

    assert DutyKind.DO_REQUEST.value in duties(session, made)
    assert DutyKind.ACKNOWLEDGE.value in duties(session, new)
    assert second.received_on == LATER, "the day they said so (1.5)"
    assert first.kin.opened
    assert first.kin.opened.reference == new.reference
    assert second.kin.opened_from
    assert second.kin.opened_from.reference == made.reference
    assert (row(session, new).opened_from, row(session, made).opened_from) == (made.case_id, None)
    assert notices(second) == [Notice.RECEIPT]


def test_the_people_of_a_request_come_along_as_they_may_be_reached(session):
    seed(session)
    who = a_person(needs=(Need.LARGE_PRINT,), needs_words="18 point", mind="After six")
    new = NewComplaint(Arrival(words="The gate", happened_on=RECEIVED), who, kind=Kind.REQUEST)
    made = complaints.make(session, new, LOOKUP_KEY, deed(key=uuid4().hex))
    receipts.choose_factor(session, made.case_id, 1, "kept")
    opened = opened_from(session, made, "")
    (party,) = parties.of_case(session, opened.case_id)
    receipt = receipts.of_party(session, opened.case_id, 1)

    assert (party.name, party.postcode, party.mind) == ("Amina Yusuf", "M5 4AB", "After six")
    assert contacts.usable(session, opened.case_id, 1)[Way.EMAIL].value == "amina@example.org"
    assert folded(session, opened).adjustments == 1
    assert receipt is not None
    assert receipt.factor == "kept"


def test_a_second_press_opens_no_second_complaint_and_no_press_opens_two(session):
    made, by = a_case(session, Kind.REQUEST), deed(LATER, "staff:1", key=uuid4().hex)
    draft = OpeningDraft(Kind.COMPLAINT, LATER, "Nobody came.", Channel.PHONE)
    first = openings.open_from(session, made.reference, draft, LOOKUP_KEY, by)

    assert openings.open_from(session, made.reference, draft, LOOKUP_KEY, by) == first
    with pytest.raises(Refused) as refused:
        openings.open_from(session, made.reference, draft, LOOKUP_KEY, replace(by, key=uuid4().hex))
    assert refused.value.why is Why.COMPLAINT_OPENED_ALREADY


def test_a_complaint_never_opens_a_request_but_one_about_data_may_stand_beside_it(session):
    made, by = a_complaint(session, key=uuid4().hex), deed(LATER, "staff:1", key=uuid4().hex)
    with pytest.raises(Refused) as refused:
        openings.open_from(session, made.reference, OpeningDraft(Kind.REQUEST), LOOKUP_KEY, by)
    assert refused.value.paragraph == "1.4"

    by = replace(by, key=uuid4().hex)
    beside = openings.open_from(
        session, made.reference, OpeningDraft(Kind.DATA_PROTECTION, LATER, "My letter"), LOOKUP_KEY, by
    )

    assert folded(session, made).kin.links[0].bond is Bond.BESIDE
    assert DutyKind.ACKNOWLEDGE.value in duties(session, made), "no clock stops"
    assert row(session, beside).kind == "data_protection"


def test_a_no_is_counted_until_it_is_taken_up(session):
    made = a_case(session, Kind.REQUEST, said_no=True)

    assert row(session, made).said_no

    opened_from(session, made)

    assert not row(session, made).said_no


def test_what_is_done_is_written_to_them_once(session):
    made = a_case(session, Kind.REQUEST)
    draft = EndingDraft(Outcome.DONE, LATER, "We saw it shut.")
    requests.end(session, made.reference, draft, deed(LATER, "staff:1"))

    assert notices(folded(session, made))[-1] is Notice.REQUEST_ENDED
    assert duties(session, made) == set()
    assert row(session, made).phase == "finished"


def test_sorting_takes_a_case_off_the_list_and_gives_it_to_somebody(session):
    made = a_case(session, Kind.REQUEST)

    assert row(session, made).untriaged_since == RECEIVED

    draft = TriageDraft(Kind.DATA_PROTECTION, "repairs", (Concern.VULNERABLE,))
    requests.sort(session, made.reference, Sorted(draft, 2), deed(LATER, "staff:1"))
    found = row(session, made)

    assert (found.untriaged_since, found.handler, found.service_area) == (None, 2, "repairs")
    assert "vulnerable" in found.flags
    assert notices(folded(session, made)) == [Notice.REQUEST_LOGGED, Notice.DATA_COMPLAINT_ACKNOWLEDGED]


def test_two_who_sort_the_same_case_do_not_undo_each_other(session):
    made = a_complaint(session, key=uuid4().hex)
    seen = folded(session, made).position
    asked = Sorted(TriageDraft(Kind.COMPLAINT, "repairs"), 1)
    requests.sort(session, made.reference, asked, deed(LATER, "staff:1", seen=seen))

    with pytest.raises(Changed):
        requests.sort(session, made.reference, asked, deed(LATER, "staff:2", seen=seen))


def test_the_letter_of_an_mp_joins_a_complaint_and_is_answered(session):
    made, by = a_complaint(session, key=uuid4().hex), deed(LATER, "staff:1", key=uuid4().hex)
    for _ in range(2):
        requests.join_enquiry(session, made.reference, WRITER, "My constituent waits.", RECEIVED, by)

    assert len(folded(session, made).intake.enquiries) == 1
    mp = folded(session, made).parties[1]
    assert (folded(session, made).intake.enquiries[0].party, mp.share, mp.may_act) == (2, Share.NOTHING, False)
    assert notices(folded(session, made))[-1] is Notice.ENQUIRY_JOINED
    assert addressee(folded(session, made)) == 1, "the letters of the complaint stay the resident's"
    assert {DutyKind.ACKNOWLEDGE.value, DutyKind.ANSWER_ENQUIRY.value} <= duties(session, made)

    with pytest.raises(keys.KeyOfAnother):
        requests.join_enquiry(session, a_complaint(session, key=uuid4().hex).reference, WRITER, "x", RECEIVED, by)
    requests.answer_enquiry(session, made.reference, EnquiryAnswer(1, LATER, "By email"), deed(LATER, "staff:1"))

    assert DutyKind.ANSWER_ENQUIRY.value not in duties(session, made)
    assert [(each.notice, each.party) for each in folded(session, made).letters][-1] == (Notice.ENQUIRY_ANSWERED, 2)


def test_the_third_complaint_of_a_person_asks_for_one_visit_and_requests_do_not_count(session):
    made = [a_complaint(session, key=uuid4().hex) for _ in range(2)]
    a_case(session, Kind.REQUEST)

    assert not any(DutyKind.VISIT.value in duties(session, each) for each in made)

    third, fourth = (a_complaint(session, a_person(name="YUSUF, Amina"), key=uuid4().hex) for _ in range(2))

    assert DutyKind.VISIT.value in duties(session, third)
    assert DutyKind.VISIT.value not in duties(session, fourth), "one visit, not one a complaint"

    draft = VisitDraft(VisitOutcome.RANG, LATER, "Wants a grab rail")
    visits.make(session, third.reference, draft, deed(LATER, "staff:1"))

    assert DutyKind.VISIT.value not in duties(session, third)


def test_three_complaints_of_one_home_do_too_but_not_of_a_year_ago_or_of_a_namesake(session):
    for name in ("Amina", "Jan"):
        a_complaint(session, a_person(name=name), key=uuid4().hex, home=7, happened_on=date(2025, 11, 3))
    a_complaint(session, a_person(postcode="M6 1AA"), key=uuid4().hex)
    at_home = [a_complaint(session, a_person(name=name, postcode=""), key=uuid4().hex, home=7) for name in "ABC"]

    assert [DutyKind.VISIT.value in duties(session, each) for each in at_home] == [False, False, True]


def test_what_is_projected_of_each_kind_is_what_its_history_says(session):
    made = [
        a_case(session, Kind.REQUEST, said_no=True),
        a_case(session, Kind.ENQUIRY),
        a_case(session, Kind.DATA_PROTECTION),
    ]
    made.append(opened_from(session, made[0]))
    feels(session, made[1], Feeling.SAID_NO)
    columns = select(ComplaintRow.__table__).order_by(ComplaintRow.id)
    before = session.execute(columns).all()
    session.execute(update(ComplaintRow).values(kind="?", said_no=False, untriaged_since=None, opened_from=None))
    for each in made:
        projections.rebuild(session, stream(each.case_id))

    assert session.execute(columns).all() == before


def test_two_who_press_at_once_open_one_complaint(own_database: Database):
    with own_database.writing() as session:
        made = a_case(session, Kind.REQUEST)
        seen = folded(session, made).position
    found: list[object] = []

    def press() -> None:
        by = deed(LATER, "staff:1", key=uuid4().hex, seen=seen)
        try:
            with own_database.writing() as session:
                draft = OpeningDraft(Kind.COMPLAINT, LATER, "Nobody came.")
                found.append(openings.open_from(session, made.reference, draft, LOOKUP_KEY, by))
        except (Changed, Refused) as error:
            found.append(type(error))

    threads = [Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with own_database.reading() as session:
        opened = session.scalars(select(ComplaintRow.id).where(ComplaintRow.opened_from == made.case_id)).all()

    assert len(opened) == 1
    assert sum(isinstance(each, Made) for each in found) == 1


def test_what_few_may_see_stays_with_few_in_the_case_that_is_opened_from_it(session):
    made = a_case(session, Kind.REQUEST)
    with histories.opened(session, made.reference, deed(LATER, "staff:1")) as case:
        case.add(Concerned((3,)), Restricted(RestrictionGround.CONCERNED, None, (1, 2), (4,), ()))
    opened = folded(session, opened_from(session, made))

    assert opened.concerned == {3}
    assert opened.restriction is not None
    assert opened.restriction.viewers == {1, 2}
    assert opened.restriction.barred == {4}
