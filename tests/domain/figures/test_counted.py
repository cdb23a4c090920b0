"""What a stage counts as, against the Code's own limits and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.case.kinds import EnquiryState, Intake, Kind
from app.domain.case.state import Complaint, LetterState, StageState
from app.domain.case.vocabulary import Closure, Ended, Extension, PointFound
from app.domain.clock.calendar import Calendar
from app.domain.clock.profiles import Finding, Stage
from app.domain.figures import counted
from app.domain.figures.counted_states import Acknowledged, Counted, Standing, Timeliness
from app.domain.figures.filing import EVERYTHING, Filing, Known, Outcome, StageFiling
from app.domain.mail.notices import Notice
from app.domain.said import Said
from tests.calendars import ENGLAND_AND_WALES

SAID = Said(1, "")
MONDAY = date(2026, 6, 1)
ACKNOWLEDGED = date(2026, 6, 4)
TARGET = date(2026, 6, 18)
LATER = date(2026, 6, 25)


def a_stage(stage: Stage = Stage.ONE, **more: object) -> StageState:
    """A stage that was acknowledged on its third working day, and is to be answered ten after that."""
    state = StageState(stage, MONDAY, date(2026, 6, 8), TARGET, TARGET, TARGET, TARGET, ACKNOWLEDGED, ACKNOWLEDGED)
    return replace(state, **more)  # type: ignore[arg-type]


def a_case(stage: StageState | None = None, **more: object) -> Complaint:
    """A complaint at Stage 1."""
    return replace(Complaint(received_on=MONDAY, stage_1=stage or a_stage()), **more)  # type: ignore[arg-type]


def only(complaint: Complaint) -> Counted:
    """What a case of one stage counts as."""
    (one,) = counted.of(complaint, ENGLAND_AND_WALES)
    return one


def answered(on: date, *findings: Finding, **more: object) -> StageState:
    """A stage whose answer went on a day."""
    found = tuple(PointFound(number, finding, SAID) for number, finding in enumerate(findings or [Finding.UPHELD], 1))
    return a_stage(answered_on=on, answer_sent_on=on, findings=found, **more)


def letter(number: int, notice: Notice, on: date | None) -> LetterState:
    """A letter of Stage 1 that went on a day, or has not gone."""
    return LetterState(number, notice, Stage.ONE, 1, None, MONDAY, MONDAY, sent_on=on)


@pytest.mark.parametrize(
    ("findings", "outcome"),
    [
        ((Finding.UPHELD, Finding.UPHELD), Outcome.UPHELD),
        ((Finding.UPHELD, Finding.NOT_UPHELD), Outcome.UPHELD_IN_PART),
        ((Finding.PARTLY_UPHELD,), Outcome.UPHELD_IN_PART),
        ((Finding.NOT_UPHELD, Finding.NOT_UPHELD), Outcome.NOT_UPHELD),
        ((Finding.RESOLVED,), Outcome.RESOLVED),
        ((Finding.RESOLVED, Finding.UPHELD), Outcome.UPHELD),
    ],
)
def test_the_points_of_an_answer_come_to_one_outcome(findings, outcome):
    assert only(a_case(answered(TARGET, *findings))).outcome is outcome


def test_an_answer_on_the_last_day_is_within_target_and_its_working_days_are_counted():
    found = only(a_case(answered(TARGET)))

    assert (found.standing, found.timeliness, found.due_on) == (Standing.ANSWERED, Timeliness.WITHIN_TARGET, TARGET)
    assert (found.days_from_receipt, found.days_from_acknowledgement) == (13, 10)


def test_an_answer_that_has_not_gone_is_none_yet():
    found = only(a_case(replace(answered(TARGET), answer_sent_on=None)))

    assert (found.standing, found.timeliness, found.outcome, found.responded_on) == (Standing.OPEN, None, None, None)


@pytest.mark.parametrize(
    ("told_on", "timeliness", "in_time"),
    [
        (TARGET, Timeliness.WITHIN_EXTENSION, True),
        (date(2026, 6, 19), Timeliness.OUT_OF_TARGET, False),
        (None, Timeliness.OUT_OF_TARGET, False),
    ],
)
def test_more_time_counts_where_it_was_told_in_time(told_on, timeliness, in_time):
    stage = answered(LATER, extensions=(Extension(TARGET, LATER, 1),))

    found = only(a_case(stage, letters=(letter(1, Notice.MORE_TIME, told_on),)))

    assert (found.timeliness, found.told_in_time, found.extended_to) == (timeliness, in_time, LATER)
    assert found.due_on == (LATER if in_time else TARGET)


def test_a_promise_to_be_quicker_that_was_moved_is_no_more_time():
    stage = answered(TARGET, extensions=(Extension(date(2026, 6, 12), TARGET, 1),))

    found = only(a_case(stage))

    assert (found.timeliness, found.extended_to, found.told_in_time) == (Timeliness.WITHIN_TARGET, None, None)


def test_more_time_of_which_nobody_kept_whether_it_was_told_counts():
    filing = Filing(imported=True, stage_1=StageFiling(EVERYTHING & ~Known.TOLD))
    stage = answered(LATER, extensions=(Extension(TARGET, LATER, 0),))

    found = only(a_case(stage, filing=filing))

    assert (found.timeliness, found.told_in_time) == (Timeliness.WITHIN_EXTENSION, None)


def test_a_letter_that_says_it_is_late_tells_of_it_once_the_limit_has_passed():
    early, late = letter(1, Notice.LATE, date(2026, 6, 9)), letter(2, Notice.LATE, date(2026, 6, 22))

    assert only(a_case(answered(LATER), letters=(early,))).late_told_on is None
    assert only(a_case(answered(LATER), letters=(early, late))).late_told_on == date(2026, 6, 22)


@pytest.mark.parametrize(
    ("sent_on", "answered_on", "acknowledged"),
    [
        (date(2026, 6, 8), None, Acknowledged.IN_TIME),
        (date(2026, 6, 9), None, Acknowledged.LATE),
        (None, None, Acknowledged.WAITING),
        (None, date(2026, 6, 8), Acknowledged.NOT_DUE),
        (None, date(2026, 6, 9), Acknowledged.LATE),
    ],
)
def test_an_acknowledgement_is_in_time_by_its_fifth_working_day(sent_on, answered_on, acknowledged):
    stage = a_stage(acknowledgement_sent_on=sent_on, answer_sent_on=answered_on)

    assert only(a_case(stage)).acknowledged is acknowledged


@pytest.mark.parametrize(
    ("ended", "outcome"),
    [(Ended.WITHDRAWN, Outcome.WITHDRAWN), (Ended.REFUSED, Outcome.REFUSED), (Ended.DIED, Outcome.ENDED)],
)
def test_a_case_that_went_no_further_was_stopped(ended, outcome):
    found = only(a_case(ended=ended, ended_on=ACKNOWLEDGED))

    assert (found.standing, found.outcome, found.stopped_on) == (Standing.STOPPED, outcome, ACKNOWLEDGED)


def test_an_answer_stays_the_outcome_of_a_case_that_was_stopped_after_it():
    found = only(a_case(answered(TARGET), ended=Ended.WITHDRAWN, ended_on=LATER))

    assert (found.standing, found.outcome, found.stopped_on) == (Standing.ANSWERED, Outcome.UPHELD, None)


@pytest.mark.parametrize("ended", [Ended.MERGED, Ended.MISTAKE])
def test_what_another_has_and_what_was_no_complaint_is_not_counted(ended):
    assert counted.of(a_case(ended=ended), ENGLAND_AND_WALES) == ()


def test_a_first_stage_that_was_never_answered_is_overtaken_by_the_second():
    second = a_stage(Stage.TWO, began_on=LATER)

    first, again = counted.of(a_case(stage_2=second), ENGLAND_AND_WALES)

    assert (first.standing, first.outcome, first.stopped_on) == (Standing.STOPPED, Outcome.OVERTAKEN, LATER)
    assert (again.stage, again.begun_on, again.standing) == (2, LATER, Standing.OPEN)


def test_what_is_said_of_a_whole_case_is_counted_once_with_its_last_stage():
    closed = Closure(LATER, "order", None, SAID, wider=False)
    filing = Filing(compensation=5000, escalation_reason="unhappy", root_cause="order")
    case = a_case(answered(TARGET), stage_2=a_stage(Stage.TWO), closure=closed, filing=filing)

    first, again = counted.of(case, ENGLAND_AND_WALES)

    assert (first.closed_on, again.closed_on) == (None, LATER)
    assert (first.compensation, again.compensation) == (0, 5000)
    assert (first.under.escalation_reason, again.under.escalation_reason) == (None, "unhappy")
    assert first.under.root_cause == again.under.root_cause == "order"


def test_what_nobody_kept_of_a_history_that_was_brought_in_is_unknown_and_not_none():
    filing = Filing(imported=True, channel_known=False, stage_1=StageFiling(Known(0)))

    found = only(a_case(a_stage(acknowledgement_sent_on=None), filing=filing))

    assert (found.standing, found.acknowledged) == (Standing.UNKNOWN, Acknowledged.UNKNOWN)
    assert (found.compensation, found.under.channel) == (None, None)


def test_an_outcome_without_a_day_is_an_answer_of_which_the_day_is_unknown():
    filing = Filing(imported=True, stage_1=StageFiling(Known.OUTCOME, Outcome.UPHELD))

    found = only(a_case(filing=filing))

    assert (found.standing, found.outcome, found.timeliness) == (Standing.ANSWERED, Outcome.UPHELD, None)


def test_a_year_without_holidays_leaves_working_days_unknown():
    (found,) = counted.of(a_case(answered(TARGET)), Calendar("", frozenset(), frozenset()))

    assert (found.days_from_receipt, found.timeliness) == (None, Timeliness.WITHIN_TARGET)


def test_a_request_and_a_letter_of_an_mp_are_counted_apart_from_complaints():
    request = Intake(Kind.REQUEST, due_by=TARGET, ended_on=LATER)
    found = only(Complaint(received_on=MONDAY, intake=request))
    assert (found.stage, found.kind, found.timeliness) == (0, Kind.REQUEST, Timeliness.OUT_OF_TARGET)

    letters = Intake(enquiries=(EnquiryState(1, MONDAY, TARGET, TARGET), EnquiryState(2, LATER, LATER)))
    _, first, second = counted.of(a_case(intake=letters), ENGLAND_AND_WALES)
    assert (first.kind, first.number, first.timeliness) == (Kind.ENQUIRY, 1, Timeliness.WITHIN_TARGET)
    assert (second.number, second.standing, second.begun_on) == (2, Standing.OPEN, LATER)


def test_a_history_without_a_beginning_counts_as_nothing():
    assert counted.of(Complaint(), ENGLAND_AND_WALES) == ()
