"""Who speaks for another leads where it should: an MP has their own answer, a death stops what goes (ruling 6)."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from app.domain.case.complaints import Arrival
from app.domain.case.kinds import Kind
from app.domain.case.vocabulary import ForWhom
from app.domain.clock.duty_kinds import DutyKind
from app.domain.mail.notices import Notice
from app.domain.people.parties import Authority
from app.domain.people.preferences import Way
from app.domain.people.whys import PeopleWhy
from app.domain.refused import Refused
from app.services.case import complaints, requests
from app.services.case.complaints import NewComplaint
from app.services.case.requests import EnquiryAnswer
from app.services.people.parties import Person
from tests.cases import LOOKUP_KEY, RECEIVED, a_complaint, a_person, deed, seed
from tests.kinds import LATER, WRITER
from tests.services.case.test_requests import duties, folded


def test_an_mp_who_tells_us_makes_a_complaint_and_has_an_answer_of_their_own(session):
    seed(session)
    mp = replace(WRITER, authority=Authority.MP_OR_COUNCILLOR)
    arrival = Arrival(words="My constituent waits.", happened_on=RECEIVED, for_whom=ForWhom.SOMEONE_ELSE)
    new = NewComplaint(arrival, Person(name="Sunil Rao"), mp, is_letter=True)
    made = complaints.make(session, new, LOOKUP_KEY, deed(key=uuid4().hex))

    complaint = folded(session, made)
    assert (complaint.intake.kind, made.party) == (Kind.COMPLAINT, 2)
    assert {DutyKind.ACKNOWLEDGE.value, DutyKind.ANSWER_ENQUIRY.value} <= duties(session, made)
    assert [(each.notice, each.party, each.way) for each in complaint.letters] == [
        (Notice.RECEIPT, 1, None),
        (Notice.ENQUIRY_JOINED, 2, Way.EMAIL),
    ]

    answer = EnquiryAnswer(1, LATER, "The lift is due in May.", as_agreed=False)
    with pytest.raises(Refused) as refused:
        requests.answer_enquiry(session, made.reference, answer, deed(LATER, "staff:1"))
    assert [gap.why for gap in refused.value.gaps] == [PeopleWhy.SHARED_WITHOUT_LOOKING]


def test_of_two_letters_of_one_mp_they_take_part_once(session):
    made = a_complaint(session, key=uuid4().hex)
    for words in ("My constituent waits.", "They wait still."):
        by = deed(LATER, "staff:1", key=uuid4().hex)
        requests.join_enquiry(session, made.reference, WRITER, words, RECEIVED, by)

    assert len(folded(session, made).parties) == 2
    assert [each.party for each in folded(session, made).intake.enquiries] == [2, 2]


def test_nothing_is_sent_to_somebody_who_has_died_as_who_speaks_for_them_tells_us(session):
    seed(session)
    son = replace(WRITER, name="Yusuf", authority=Authority.THEY_HAVE_DIED)
    arrival = Arrival(words="The boiler of my mother.", happened_on=RECEIVED, for_whom=ForWhom.SOMEONE_ELSE)
    made = complaints.make(session, NewComplaint(arrival, a_person(), son), LOOKUP_KEY, deed(key=uuid4().hex))

    complaint = folded(session, made)
    assert complaint.party(1).silent
    assert complaint.letters[0].way is None
    assert DutyKind.HEARD_OF_DEATH.value in duties(session, made)
    assert DutyKind.FIND_SAFE_WAY.value not in duties(session, made)
