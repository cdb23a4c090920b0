"""What a duty is: its kind, whose it is, and by when; app/domain/clock/duties.py says which a case has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from app.domain.case.kinds import Kind
from app.domain.clock.hazard_states import HazardStep
from app.domain.clock.profiles import Stage
from app.domain.people.preferences import Way


class DutyKind(Enum):
    """What is to be done."""

    ACKNOWLEDGE = "acknowledge"
    RESPOND = "respond"
    POST_LETTER = "post_letter"
    TELL_BY_PHONE = "tell_by_phone"
    TELL_BY_TEXT = "tell_by_text"
    FIND_SAFE_WAY = "find_safe_way"
    DANGER = "danger"
    ADJUSTMENT = "adjustment"
    CORRECT_DEFINITION = "correct_definition"
    READ_BACK = "read_back"
    TELL_NEW_DATE = "tell_new_date"
    UPDATE = "update"
    CHECK_ANSWER = "check_answer"
    CHANGE_ANSWER = "change_answer"
    APPROVE_MORE_TIME = "approve_more_time"
    UNHAPPY_WITH_MORE_TIME = "unhappy_with_more_time"
    APPROVE_CORRECTION = "approve_correction"
    ANSWER_EARLY_STAGE_2 = "answer_early_stage_2"
    DECIDE_STAGE_2 = "decide_stage_2"
    KEEP_PROMISE = "keep_promise"
    REDO_PROMISE = "redo_promise"
    LOOK_AT_PROMISE = "look_at_promise"
    INSPECT_PROMISE = "inspect_promise"
    APPROVE_OFFER = "approve_offer"
    PAY_OFFER = "pay_offer"
    CHECK_CONTACT = "check_contact"
    CONFIRM_AUTHORITY = "confirm_authority"
    ANSWER_MESSAGE = "answer_message"
    RING_BACK = "ring_back"
    TAKE_SURVEY = "take_survey"
    REVIEW_CASE = "review_case"
    CONTRIBUTE = "contribute"
    ASSESS_HAZARD = "assess_hazard"
    INVESTIGATE_HAZARD = "investigate_hazard"
    SUM_UP_HAZARD = "sum_up_hazard"
    MAKE_SAFE = "make_safe"
    BEGIN_WORKS = "begin_works"
    OFFER_ACCOMMODATION = "offer_accommodation"
    APPROVE_HAZARD = "approve_hazard"
    LATE_HAZARD = "late_hazard"
    APPROVE_REFUSAL = "approve_refusal"
    LOOK_AT_REFUSAL = "look_at_refusal"
    TAKE_ON_POINTS = "take_on_points"
    OMBUDSMAN_DATE = "ombudsman_date"
    CHECK_VIEWERS = "check_viewers"
    DECLARE_INTEREST = "declare_interest"
    TELL_SAFEGUARDING = "tell_safeguarding"
    DECIDE_NEW_POINT = "decide_new_point"
    APPROVE_MISTAKE = "approve_mistake"
    DO_REQUEST = "do_request"
    ANSWER_ENQUIRY = "answer_enquiry"
    ACKNOWLEDGE_DATA = "acknowledge_data"
    ANSWER_DATA = "answer_data"
    VISIT = "visit"
    APPROVE_RESTRICTION = "approve_restriction"
    REVIEW_RESTRICTION = "review_restriction"
    LOOK_AT_RESTRICTION = "look_at_restriction"
    GO_ON_AFTER_DEATH = "go_on_after_death"
    LOOK_AT_DEATH = "look_at_death"
    ASK_AFTER_MOVE = "ask_after_move"
    WRITE_ANSWER = "write_answer"
    DECIDE_DATE = "decide_date"
    HEARD_OF_DEATH = "heard_of_death"
    HEARD_OF_MOVE = "heard_of_move"


OF_A_RUNNING_STAGE = frozenset(
    {
        DutyKind.APPROVE_MORE_TIME,
        DutyKind.UNHAPPY_WITH_MORE_TIME,
        DutyKind.CORRECT_DEFINITION,
        DutyKind.READ_BACK,
        DutyKind.ANSWER_EARLY_STAGE_2,
        DutyKind.DECIDE_STAGE_2,
        DutyKind.DECLARE_INTEREST,
        DutyKind.APPROVE_MISTAKE,
    }
)
"""What nobody need do once a complaint has ended; safety, needs, letters and promises go on (rulings 17, 19)."""


CONTRACTED = frozenset(
    {DutyKind.KEEP_PROMISE, DutyKind.REDO_PROMISE, DutyKind.CONTRIBUTE, DutyKind.WRITE_ANSWER},
)
"""What a contractor's person may be given to do: while one of these is theirs, they are let into its case (5.4)."""


OF_THE_HOUSE = frozenset({DutyKind.REVIEW_CASE})
"""What staff do about a complaint that is over: for whoever complained, nothing is left to do."""


class Owner(Enum):
    """Whose a duty is while no one person has it."""

    TEAM = "team"
    COMPLAINTS_OFFICER = "complaints_officer"
    SECOND_PERSON = "second_person"
    OUT_OF_HOURS = "out_of_hours"
    OFFER_APPROVER = "offer_approver"
    STAGE_1_CHECKER = "stage_1_checker"
    STAGE_2_CHECKER = "stage_2_checker"
    NAMED = "named"
    SAFEGUARDING = "safeguarding"


@dataclass(frozen=True, slots=True)
class Task:
    """A duty that an event laid on somebody, with its date; an event of its own settles it. `staff`: one by name."""

    kind: DutyKind
    number: int
    due_on: date
    owner: Owner = Owner.TEAM
    stage: Stage | None = None
    staff: int | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """One open duty of a case. `number` tells two of one kind apart; `staff` is None while only a role owns it.

    `due_at` is the very instant, where it is counted in hours: `due_on` is then its London day.
    """

    kind: DutyKind
    due_on: date
    stage: Stage | None = None
    number: int = 0
    staff: int | None = None
    owner: Owner = Owner.TEAM
    due_at: datetime | None = None


OF_A_KIND = {
    Kind.REQUEST: DutyKind.DO_REQUEST,
    Kind.ENQUIRY: DutyKind.ANSWER_ENQUIRY,
    Kind.DATA_PROTECTION: DutyKind.ANSWER_DATA,
}
"""What is to be done with a case that is no complaint: none of the Code's own duties."""
OF_A_HAZARD = {
    HazardStep.ASSESS: DutyKind.ASSESS_HAZARD,
    HazardStep.INVESTIGATE: DutyKind.INVESTIGATE_HAZARD,
    HazardStep.SUMMARY: DutyKind.SUM_UP_HAZARD,
    HazardStep.SAFE: DutyKind.MAKE_SAFE,
    HazardStep.WORKS: DutyKind.BEGIN_WORKS,
}
TOLD_BY = {
    Way.LETTER: DutyKind.POST_LETTER,
    Way.PHONE: DutyKind.TELL_BY_PHONE,
    Way.TEXT: DutyKind.TELL_BY_TEXT,
    None: DutyKind.FIND_SAFE_WAY,
}

CHECKER = {Stage.ONE: Owner.STAGE_1_CHECKER, Stage.TWO: Owner.STAGE_2_CHECKER}
