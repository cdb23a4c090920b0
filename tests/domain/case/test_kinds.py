"""What is no complaint has its own clocks; a complaint stays one; whoever is unhappy is offered one (1.3–1.6, 6.1)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.case import complaints, enquiries, feelings, flags, links, requests, triage, withdrawals
from app.domain.case.complaints import Arrival
from app.domain.case.erasures import ended_on
from app.domain.case.feelings import FeelingDraft
from app.domain.case.flags import Flag
from app.domain.case.headlines import News, headline
from app.domain.case.kin import Bond
from app.domain.case.kinds import Concern, Feeling, Kind, Outcome, data_day
from app.domain.case.phases import Phase, phase
from app.domain.case.requests import EndingDraft
from app.domain.case.tracks import tracks
from app.domain.case.triage import TriageDraft
from app.domain.clock.duty_kinds import DutyKind
from app.domain.clock.profiles import Stage
from app.domain.mail.notices import Notice
from app.domain.refused import Gap, Refused, Why
from tests.calendars import ENGLISH_TERMS
from tests.domain.case.decided import due, refused
from tests.domain.case.histories import MONDAY, Life, deed, logged, received

FRIDAY = date(2026, 11, 27)
CODE = {DutyKind.ACKNOWLEDGE, DutyKind.RESPOND}


@pytest.mark.parametrize(
    ("kind", "clocks"),
    [
        (Kind.REQUEST, {DutyKind.DO_REQUEST: date(2026, 12, 7)}),
        (Kind.ENQUIRY, {DutyKind.ANSWER_ENQUIRY: date(2026, 12, 7)}),
        (
            Kind.DATA_PROTECTION,
            {DutyKind.ACKNOWLEDGE_DATA: date(2026, 12, 23), DutyKind.ANSWER_DATA: date(2026, 12, 23)},
        ),
    ],
)
def test_each_kind_has_its_own_duties_and_none_of_the_codes(kind, clocks):
    life = logged(kind)

    assert due(life) == clocks
    assert life.complaint.stages == ()
    assert tracks(life.complaint) == ()


def test_a_request_is_done_by_the_day_that_was_chosen():
    assert due(logged(due_by=date(2027, 1, 8))) == {DutyKind.DO_REQUEST: date(2027, 1, 8)}


@pytest.mark.parametrize(
    ("received_on", "last"),
    [
        (date(2026, 11, 21), date(2026, 12, 21)),
        (date(2026, 11, 25), date(2026, 12, 29)),
        (date(2026, 11, 26), date(2026, 12, 29)),
    ],
)
def test_data_complaints_are_acknowledged_in_thirty_days_the_next_working_day_where_that_is_none(received_on, last):
    assert data_day(ENGLISH_TERMS.calendar, received_on) == last


def test_a_data_complaint_is_acknowledged_once_its_letter_has_gone():
    life = logged(Kind.DATA_PROTECTION)
    letter = life.issue(deed(), Notice.DATA_COMPLAINT_ACKNOWLEDGED, Stage.ONE)

    assert DutyKind.ACKNOWLEDGE_DATA in due(life)

    life.send(letter, deed())

    assert DutyKind.ACKNOWLEDGE_DATA not in due(life)
    assert DutyKind.ANSWER_DATA in due(life)


def test_nothing_is_logged_without_words_ahead_of_its_day_or_as_a_complaint():
    tomorrow = Arrival(words=" ", happened_on=date(2026, 11, 24))
    gaps = refused(
        requests.log,
        tomorrow,
        Kind.COMPLAINT,
        "7Q4K-2M9P",
        due_by=date(2026, 11, 20),
        terms=ENGLISH_TERMS,
        deed=deed(),
        write=Life().write,
    )

    assert gaps == (
        Gap(Why.COMPLAINT_STAYS_ONE, "kind"),
        Gap(Why.NOTHING_SAID, "words"),
        Gap(Why.RECEIVED_IN_THE_FUTURE, "received_on"),
        Gap(Why.DATE_IN_THE_PAST, "due_by"),
    )


def test_it_ends_with_what_was_done_and_how_we_know_it():
    life = logged()
    draft = EndingDraft(Outcome.DONE, FRIDAY, "We saw it shut")
    life.happen(deed(FRIDAY), requests.end(life.complaint, draft, deed=deed(FRIDAY), write=life.write))

    assert due(life) == {}
    assert phase(life.complaint) is Phase.FINISHED
    assert headline(life.complaint, FRIDAY).news is News.DONE
    assert ended_on(life.complaint) == FRIDAY
    assert refused(requests.end, life.complaint, draft, deed=deed(FRIDAY), write=life.write) == (
        Gap(Why.REQUEST_ENDED),
    )


@pytest.mark.parametrize(
    ("draft", "gaps"),
    [
        (
            EndingDraft(),
            (
                Gap(Why.ENDED_WITHOUT_OUTCOME, "outcome"),
                Gap(Why.NOT_SAID_HOW, "words"),
                Gap(Why.DATE_IN_THE_FUTURE, "happened_on"),
            ),
        ),
        (EndingDraft(Outcome.DONE, FRIDAY), (Gap(Why.DONE_WITHOUT_PROOF, "words"),)),
        (EndingDraft(Outcome.DONE, date(2026, 11, 20), "Done"), (Gap(Why.BEFORE_IT_CAME, "happened_on"),)),
    ],
)
def test_no_ending_without_its_parts(draft, gaps):
    assert refused(requests.end, logged().complaint, draft, deed=deed(FRIDAY), write=Life().write) == gaps


def test_a_complaint_never_ends_as_a_request_does_and_a_request_is_not_withdrawn():
    draft = EndingDraft(Outcome.DONE, FRIDAY, "Done")

    assert refused(requests.end, received().complaint, draft, deed=deed(FRIDAY), write=Life().write) == (
        Gap(Why.COMPLAINT_STAYS_ONE),
    )
    assert refused(withdrawals.withdraw, logged().complaint, 1, own_choice=True, deed=deed(), write=Life().write) == (
        Gap(Why.ONLY_A_COMPLAINT),
    )


def test_the_three_answers_are_kept_and_a_no_can_be_taken_up_later():
    life = logged()
    for feeling in (Feeling.NOTHING_WRONG, Feeling.SAID_NO):
        draft = FeelingDraft(feeling, FRIDAY, "")
        life.happen(deed(FRIDAY), feelings.tell(life.complaint, draft, deed=deed(FRIDAY), write=life.write))

    assert feelings.said_no(life.complaint)
    assert [each.feeling for each in life.complaint.intake.feelings] == [Feeling.NOTHING_WRONG, Feeling.SAID_NO]

    life.happen(deed(FRIDAY), links.link(life.complaint, 2, "2M9P-7Q4K", Bond.OPENED))

    assert not feelings.said_no(life.complaint)
    with pytest.raises(Refused) as stays:
        links.separate(life.complaint, "2M9P-7Q4K")
    assert stays.value.why is Why.LINK_STAYS
    assert due(life) == {DutyKind.DO_REQUEST: date(2026, 12, 7)}, "the work goes on (1.5)"
    assert refused(
        feelings.tell, life.complaint, FeelingDraft(Feeling.SAID_NO, FRIDAY), deed=deed(FRIDAY), write=life.write
    ) == (Gap(Why.COMPLAINT_OPENED_ALREADY, "feeling"),)


@pytest.mark.parametrize(
    ("draft", "gaps"),
    [
        (FeelingDraft(), (Gap(Why.NO_FEELING, "feeling"), Gap(Why.DATE_IN_THE_FUTURE, "happened_on"))),
        (FeelingDraft(Feeling.SAID_NO, date(2026, 11, 1)), (Gap(Why.BEFORE_IT_CAME, "happened_on"),)),
        (FeelingDraft(Feeling.SAID_NO, date(2026, 11, 28)), (Gap(Why.DATE_IN_THE_FUTURE, "happened_on"),)),
    ],
)
def test_an_answer_says_what_and_when(draft, gaps):
    assert refused(feelings.tell, logged().complaint, draft, deed=deed(FRIDAY), write=Life().write) == gaps


def test_only_what_is_no_complaint_leads_to_one_and_nothing_leads_to_a_request():
    assert refused(feelings.refuse_unless_may_open, received().complaint, Kind.COMPLAINT) == (
        Gap(Why.COMPLAINT_ALREADY, "feeling"),
    )
    for case in (received(), logged(), logged(Kind.ENQUIRY)):
        assert refused(feelings.refuse_unless_may_open, case.complaint, Kind.REQUEST)[0].why is Why.COMPLAINT_STAYS_ONE
        feelings.refuse_unless_may_open(case.complaint, Kind.DATA_PROTECTION)
    assert refused(feelings.refuse_unless_may_open, logged(Kind.DATA_PROTECTION).complaint, Kind.DATA_PROTECTION)


def sort(life: Life, draft: TriageDraft, on: date = FRIDAY) -> None:
    life.happen(deed(on), triage.triage(life.complaint, draft, 10, terms=life.terms, deed=deed(on)))


def test_triage_says_what_to_mind_and_stops_no_clock():
    life = received()
    before = due(life)

    assert triage.waits(life.complaint)

    sort(life, TriageDraft(Kind.COMPLAINT, "repairs", (Concern.COMPLEX, Concern.RISK)))

    assert due(life) == before
    assert life.complaint.service_area == "repairs"
    assert {Flag.RISK, Flag.COMPLEX} <= set(flags.flags(life.complaint))
    assert not triage.waits(life.complaint)


def test_a_complaint_stays_a_complaint_and_a_request_opens_one_beside_it():
    to_request, to_complaint = TriageDraft(Kind.REQUEST), TriageDraft(Kind.COMPLAINT)
    more = {"terms": ENGLISH_TERMS, "deed": deed()}

    assert refused(triage.triage, received().complaint, to_request, 10, **more) == (Gap(Why.COMPLAINT_STAYS_ONE),)
    assert refused(triage.triage, logged().complaint, to_complaint, 10, **more) == (
        Gap(Why.COMPLAINT_OPENS_BESIDE, "kind"),
    )
    assert Why.COMPLAINT_STAYS_ONE.paragraph == "1.4"
    assert Why.COMPLAINT_OPENS_BESIDE.paragraph == "1.5"


def test_a_request_that_is_about_data_gets_the_laws_dates_and_another_day_moves_it():
    life = logged()
    sort(life, TriageDraft(Kind.DATA_PROTECTION))

    assert due(life)[DutyKind.ACKNOWLEDGE_DATA] == date(2026, 12, 23)

    life = logged()
    sort(life, TriageDraft(Kind.REQUEST, due_by=date(2026, 12, 18)))

    assert due(life) == {DutyKind.DO_REQUEST: date(2026, 12, 18)}
    assert refused(
        triage.triage,
        life.complaint,
        TriageDraft(Kind.REQUEST, due_by=MONDAY),
        10,
        terms=life.terms,
        deed=deed(FRIDAY),
    ) == (Gap(Why.DATE_IN_THE_PAST, "due_by"),)


def test_the_letter_of_an_mp_joins_an_open_case_from_the_day_it_came():
    life = received()
    event = enquiries.join(life.complaint, "A gate", MONDAY, 10, terms=life.terms, deed=deed(FRIDAY), write=life.write)
    life.happen(deed(FRIDAY), event)

    assert due(life)[DutyKind.ANSWER_ENQUIRY] == date(2026, 12, 7)
    assert CODE & due(life).keys(), "the complaint's own clock runs on"
    assert refused(enquiries.answer, life.complaint, 1, None, " ", deed=deed(FRIDAY), write=life.write) == (
        Gap(Why.NOT_SAID_HOW, "words"),
        Gap(Why.DATE_IN_THE_FUTURE, "happened_on"),
    )

    answered = enquiries.answer(life.complaint, 1, FRIDAY, "By email", deed=deed(FRIDAY), write=life.write)
    life.happen(deed(FRIDAY), answered)

    assert DutyKind.ANSWER_ENQUIRY not in due(life)
    assert refused(enquiries.answer, life.complaint, 1, FRIDAY, "Again", deed=deed(FRIDAY), write=life.write) == (
        Gap(Why.NOTHING_TO_SETTLE),
    )


def test_the_letter_of_an_mp_joins_nothing_that_is_over_and_says_something():
    life = received()
    stop = withdrawals.withdraw(life.complaint, 1, own_choice=True, deed=deed(), write=life.write)
    life.happen(deed(), stop)

    assert refused(enquiries.join, life.complaint, "", FRIDAY, 10, terms=life.terms, deed=deed(), write=life.write) == (
        Gap(Why.CASE_NOT_OPEN, "join"),
        Gap(Why.NOTHING_SAID, "words"),
        Gap(Why.RECEIVED_IN_THE_FUTURE, "received_on"),
    )


def test_the_headline_of_a_request_says_its_day_and_owns_up_when_it_is_missed():
    life = logged()

    assert headline(life.complaint, MONDAY).news is News.TO_BE_DONE
    assert headline(life.complaint, date(2026, 12, 8)).late
    assert headline(logged(Kind.ENQUIRY).complaint, MONDAY).news is News.TO_BE_ANSWERED
    assert phase(life.complaint) is Phase.SENT

    life.happen(deed(), complaints.assign(life.complaint, 2))

    assert phase(life.complaint) is Phase.LOOKING
