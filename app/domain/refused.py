"""What a rule answers when something may not be done: why, by which paragraph, and beside which field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Why(Enum):
    """A reason to refuse and the source of it: the Code's paragraph, or the ruling of this house ("ruling 13")."""

    NOTHING_SAID = "nothing_said", "5.12"
    RECEIVED_IN_THE_FUTURE = "received_in_the_future", "5.12"
    STAGE_MAY_NOT_START = "stage_may_not_start", "5.3"
    NO_POINTS = "no_points", "5.6"
    POINT_WITHOUT_WORDS = "point_without_words", "5.6"
    POINT_WITHOUT_OWNER = "point_without_owner", "5.7"
    NO_OUTCOMES = "no_outcomes", "5.6"
    OUTCOME_WAS_REMOVED = "outcome_was_removed", "ruling 12"
    NO_HANDLER = "no_handler", "6.2"
    ACKNOWLEDGED_BEFORE_RECEIVED = "acknowledged_before_received", "6.2"
    NO_ACKNOWLEDGEMENT_DUE = "no_acknowledgement_due", "6.2"
    NOT_YET_ACKNOWLEDGED = "not_yet_acknowledged", "6.2"
    NO_ANSWER_DUE = "no_answer_due", "6.3"
    DATE_BEYOND_LIMIT = "date_beyond_limit", "6.3"
    DATE_IN_THE_PAST = "date_in_the_past", "6.3"
    DATE_IN_THE_FUTURE = "date_in_the_future", "5.12"
    DATE_BEFORE_LETTER = "date_before_letter", "5.12"
    NO_MORE_TIME_NOW = "no_more_time_now", "6.4"
    NOT_LATER_THAN_DUE = "not_later_than_due", "6.4"
    TOLD_BEFORE_RECEIVED = "told_before_received", "6.4"
    MORE_TIME_HALF_TOLD = "more_time_half_told", "6.4"
    TOO_LATE_FOR_MORE_TIME = "too_late_for_more_time", "6.4"
    MORE_TIME_WITHOUT_REASON = "more_time_without_reason", "6.4"
    MORE_TIME_NEEDS_GOOD_REASON = "more_time_needs_good_reason", "6.4"
    NEEDS_SECOND_PERSON = "needs_second_person", "6.4"
    NOTHING_TO_APPROVE = "nothing_to_approve", "6.4"
    UPDATES_TOO_RARE = "updates_too_rare", "5.9"
    NO_DECISION = "no_decision", "6.9"
    POINT_WITHOUT_FINDING = "point_without_finding", "6.7"
    FINDING_WITHOUT_REASONS = "finding_without_reasons", "6.9"
    FINDING_NOT_IN_PROFILE = "finding_not_in_profile", "6.9"
    OUTCOME_WITHOUT_ANSWER = "outcome_without_answer", "6.9"
    OUTCOME_WITHOUT_REASONS = "outcome_without_reasons", "6.9"
    UPHELD_WITHOUT_REMEDY = "upheld_without_remedy", "7.1"
    NO_WORD_ON_ACTIONS = "no_word_on_actions", "6.9"
    PROMISE_WITHOUT_WORDS = "promise_without_words", "7.3"
    PROMISE_WITHOUT_DATE = "promise_without_date", "7.3"
    PROMISE_WITHOUT_OWNER = "promise_without_owner", "7.3"
    ANSWER_NOT_CHECKED = "answer_not_checked", "ruling 14"
    ANSWER_BEING_CHECKED = "answer_being_checked", "ruling 14"
    ANSWER_OUT_OF_DATE = "answer_out_of_date", "6.7"
    CHECK_NOT_WAITING = "check_not_waiting", "ruling 14"
    CHECK_NEEDS_SECOND_PERSON = "check_needs_second_person", "ruling 14"
    AGREED_WITH_WORDS = "agreed_with_words", "ruling 14"
    CHECK_WITHOUT_WORDS = "check_without_words", "ruling 14"
    SAME_PERSON_AT_BOTH_STAGES = "same_person_at_both_stages", "6.13"
    CONCERNED_IN_COMPLAINT = "concerned_in_complaint", "5.8"
    HAS_A_CONFLICT = "has_a_conflict", "5.8"
    DECLARE_FIRST = "declare_first", "5.8"
    DECLARED_NOTHING_SAID = "declared_nothing_said", "5.8"
    CONFLICT_WITHOUT_WORDS = "conflict_without_words", "5.8"
    NOT_ON_THE_LIST = "not_on_the_list", "ruling 4"
    NOT_ON_THE_FIXED_LIST = "not_on_the_fixed_list", "ruling 4"
    NOBODY_ON_THE_FIXED_LIST = "nobody_on_the_fixed_list", "ruling 4"
    ALREADY_RESTRICTED = "already_restricted", "ruling 4"
    NOT_RESTRICTED = "not_restricted", "ruling 4"
    RESTRICTED_WITHOUT_GROUND = "restricted_without_ground", "ruling 4"
    RESTRICTED_WITHOUT_REASON = "restricted_without_reason", "ruling 4"
    CONCERNED_MAY_NOT_SEE = "concerned_may_not_see", "5.8"
    TOO_FEW_VIEWERS = "too_few_viewers", "ruling 4"
    NOBODY_LEFT_TO_SEE = "nobody_left_to_see", "ruling 4"
    STILL_CONCERNED = "still_concerned", "5.8"
    CONCERN_WITHOUT_WORDS = "concern_without_words", "ruling 4"
    CONCERN_WITHOUT_OUTCOME = "concern_without_outcome", "ruling 4"
    OUTCOME_WITHOUT_WORDS = "outcome_without_words", "ruling 4"
    CONCERN_NOT_TOLD = "concern_not_told", "ruling 4"
    NO_SUCH_CONCERN = "no_such_concern", "ruling 4"
    TOLD_NOBODY = "told_nobody", "ruling 4"
    TOLD_WITHOUT_NAME = "told_without_name", "ruling 4"
    TOLD_BEFORE_RAISED = "told_before_raised", "ruling 4"
    TOO_FEW_NAMED = "too_few_named", "ruling 4"
    STAGE_2_ALREADY_ASKED = "stage_2_already_asked", "6.10"
    NO_POINT_GOES_ON = "no_point_goes_on", "6.10"
    NO_STAGE_2_REQUEST = "no_stage_2_request", "6.10"
    STAGE_2_NOT_WAITING = "stage_2_not_waiting", "6.10"
    RESIDENT_MUST_AGREE = "resident_must_agree", "6.10"
    ONLY_THE_RESIDENT = "only_the_resident", "5.2"
    NOT_OWN_CHOICE = "not_own_choice", "5.2"
    ALREADY_STOPPED = "already_stopped", "5.2"
    NOT_STOPPED = "not_stopped", "5.2"
    FINAL_ANSWER_GIVEN = "final_answer_given", "6.20"
    NOTHING_CHANGED = "nothing_changed", "5.12"
    CORRECTION_WITHOUT_REASON = "correction_without_reason", "5.12"
    NO_SUCH_WORDS = "no_such_words", "ruling 12"
    MAY_NOT_REMOVE = "may_not_remove", "ruling 12"
    REMOVED_WITHOUT_REASON = "removed_without_reason", "ruling 12"
    LETTER_NOT_GONE = "letter_not_gone", "ruling 12"
    NO_SUCH_LETTER = "no_such_letter", "5.12"
    LETTER_ALREADY_SENT = "letter_already_sent", "5.12"
    NO_SUCH_PROMISE = "no_such_promise", "7.3"
    PROMISE_ALREADY_ENDED = "promise_already_ended", "7.3"
    DONE_WITHOUT_PROOF = "done_without_proof", "7.3"
    DUE_BEFORE_PROMISED = "due_before_promised", "7.3"
    NO_SUCH_CONTRACTOR = "no_such_contractor", "7.3"
    PROMISE_MOVED_WITHOUT_REASON = "promise_moved_without_reason", "7.3"
    PROMISE_NOT_YET_DUE = "promise_not_yet_due", "7.3"
    VERDICT_WITHOUT_WORDS = "verdict_without_words", "7.3"
    INSPECTION_NEEDED = "inspection_needed", "ruling 23"
    ENDED_WITHOUT_HOW = "ended_without_how", "ruling 23"
    RESIDENT_MUST_SAY_SO = "resident_must_say_so", "ruling 23"
    TOO_FEW_TRIES = "too_few_tries", "ruling 23"
    PROMISE_STILL_OPEN = "promise_still_open", "6.6"
    PROMISE_NOT_INSPECTED = "promise_not_inspected", "ruling 23"
    ANSWER_NOT_GONE = "answer_not_gone", "6.6"
    ALREADY_CLOSED = "already_closed", "6.6"
    CLOSED_WITHOUT_CAUSE = "closed_without_cause", "9.1"
    CLOSED_WITHOUT_LEARNING = "closed_without_learning", "9.1"
    CLOSED_WITHOUT_WIDER = "closed_without_wider", "9.1"
    NO_SUCH_CAUSE = "no_such_cause", "9.1"
    NO_SUCH_PARTY = "no_such_party", "5.12"
    NO_WAY_TO_REACH = "no_way_to_reach", "3.1"
    MAIN_WAY_NOT_CHOSEN = "main_way_not_chosen", "3.1"
    OLD_WAY_UNANSWERED = "old_way_unanswered", "3.1"
    NO_SUCH_CHECK = "no_such_check", "3.1"
    NOT_SAID_HOW = "not_said_how", "3.1"
    NOTHING_TO_SETTLE = "nothing_to_settle", "5.12"
    CONTRIBUTION_WITHOUT_PERSON = "contribution_without_person", "5.12"
    CONTRIBUTION_WITHOUT_WORDS = "contribution_without_words", "5.12"
    CONTRIBUTION_EMPTY = "contribution_empty", "5.12"
    MESSAGE_WITHOUT_WORDS = "message_without_words", "5.9"
    NOT_CONFIRMED_YET = "not_confirmed_yet", "ruling 6"
    UNANSWERED_WITHOUT_REASON = "unanswered_without_reason", "5.9"
    CONTACT_WITHOUT_WAY = "contact_without_way", "5.9"
    CONTACT_WITHOUT_OUTCOME = "contact_without_outcome", "ruling 25"
    CONTACT_WITHOUT_NOTES = "contact_without_notes", "5.12"
    CONTACT_WITHOUT_DATE = "contact_without_date", "5.12"
    NO_NUMBER_TO_RING = "no_number_to_ring", "ruling 2"
    DAYS_OUT_OF_RANGE = "days_out_of_range", "5.9"
    LANDLORD_WITHOUT_NAME = "landlord_without_name", "3.1"
    LANDLORD_UNREACHABLE = "landlord_unreachable", "3.1"
    NO_EMERGENCY_PHONE = "no_emergency_phone", "ruling 3"
    NOBODY_OUT_OF_HOURS = "nobody_out_of_hours", "ruling 3"
    CONTACT_UNREACHABLE = "contact_unreachable", "ruling 3"
    NOT_AN_ADDRESS = "not_an_address", "3.1"
    NOT_A_COLOUR = "not_a_colour", "WCAG 1.4.3"
    TOO_LITTLE_CONTRAST = "too_little_contrast", "WCAG 1.4.3"
    CHOICE_WITHOUT_NAME = "choice_without_name", "8.1"
    CHOICE_TWICE = "choice_twice", "8.1"
    CHOICE_IN_USE = "choice_in_use", "8.1"
    LANGUAGE_NOT_SIGNED_OFF = "language_not_signed_off", "ruling 27"
    OMBUDSMAN_WITHOUT_NAME = "ombudsman_without_name", "3.1"
    NO_SUCH_SETTING = "no_such_setting", "3.1"
    NO_SUCH_PROFILE = "no_such_profile", "5.3"
    STAFF_WITHOUT_NAME = "staff_without_name", "4.1"
    NOT_AN_EMAIL = "not_an_email", "3.1"
    NOT_A_PHONE = "not_a_phone", "3.1"
    NO_ROLE = "no_role", "4.1"
    EMAIL_TAKEN = "email_taken", "4.1"
    PASSWORD_TOO_SHORT = "password_too_short", "ASVS 6.2"
    PASSWORD_TOO_LONG = "password_too_long", "ASVS 6.2"
    PASSWORD_TOO_COMMON = "password_too_common", "ASVS 6.2"
    WRONG_CODE = "wrong_code", "ASVS 6.5"
    CODE_TOO_OLD = "code_too_old", "ASVS 6.5"
    WRONG_RETURN_CODE = "wrong_return_code", "ASVS 6.5"
    NEW_CODE_NOT_SAFE = "new_code_not_safe", "ruling 2"
    NEW_CODE_FOR_NOTHING = "new_code_for_nothing", "ruling 12"
    NOT_FOUR_DIGITS = "not_four_digits", "ASVS 6.5"
    EASY_TO_GUESS = "easy_to_guess", "ASVS 6.5"
    LINK_TOO_OLD = "link_too_old", "ASVS 6.4"
    NO_SUCH_STAFF = "no_such_staff", "4.1"
    LAST_OFFICER = "last_officer", "4.1"
    NOT_A_PICTURE = "not_a_picture", "3.1"
    FILE_WITHOUT_COLUMN = "file_without_column", "3.1"
    LINE_WITHOUT_ADDRESS = "line_without_address", "3.1"
    LINE_WITHOUT_REFERENCE = "line_without_reference", "3.1"
    REFERENCE_TWICE = "reference_twice", "3.1"
    NOT_A_POSTCODE = "not_a_postcode", "3.1"
    NO_SUCH_NEIGHBOURHOOD = "no_such_neighbourhood", "3.1"
    UNREADABLE_SETTING = "unreadable_setting", "3.1"
    NO_GROUND = "no_ground", "2.2"
    GROUND_NOT_IN_POLICY = "ground_not_in_policy", "2.2"
    NOTHING_TO_REFUSE = "nothing_to_refuse", "2.2"
    NO_POINT_CHOSEN = "no_point_chosen", "2.5"
    POINTS_CHANGED = "points_changed", "2.5"
    REFUSAL_WITHOUT_REASONS = "refusal_without_reasons", "2.4"
    REFUSAL_WITHOUT_EVIDENCE = "refusal_without_evidence", "2.1"
    PROCEEDINGS_NOT_ASKED = "proceedings_not_asked", "2.2"
    SOLICITOR_ALONE = "solicitor_alone", "2.2"
    NO_DAY_FILED = "no_day_filed", "2.2"
    NO_DAY_HAPPENED = "no_day_happened", "2.3"
    WITHIN_TIME = "within_time", "2.3"
    DISCRETION_NOT_CONSIDERED = "discretion_not_considered", "2.3"
    REFUSAL_NOT_WAITING = "refusal_not_waiting", "2.1"
    REFUSAL_NEEDS_SECOND_PERSON = "refusal_needs_second_person", "2.1"
    RETURNED_WITHOUT_WORDS = "returned_without_words", "2.1"
    REFUSAL_ON_ITS_WAY = "refusal_on_its_way", "2.4"
    NOT_ACCEPTED = "not_accepted", "2.4"
    NO_SUCH_REFUSAL = "no_such_refusal", "2.4"
    LOOK_AGAIN_ASKED = "look_again_asked", "2.4"
    NOBODY_OVERTURNED = "nobody_overturned", "2.4"
    NO_DAY_TOLD = "no_day_told", "2.4"
    NO_OMBUDSMAN_DATE = "no_ombudsman_date", "2.4"
    OMBUDSMAN_DATE_BEFORE_TOLD = "ombudsman_date_before_told", "2.4"
    OVERTURNED_WITHOUT_WORDS = "overturned_without_words", "2.4"
    NO_SUCH_ROLE = "no_such_role", "4.1"
    NO_SUCH_GROUND = "no_such_ground", "2.2"
    NO_FILE = "no_file", "ruling 28"
    FILE_EMPTY = "file_empty", "ruling 28"
    FILE_TOO_BIG = "file_too_big", "ruling 28"
    FILE_OF_ANOTHER_KIND = "file_of_another_kind", "ruling 28"
    FILE_HAS_PASSWORD = "file_has_password", "ruling 28"
    FILE_MAY_BE_UNSAFE = "file_may_be_unsafe", "ruling 28"
    FILE_NOT_KEPT = "file_not_kept", "ruling 28"
    TOO_MANY_FILES = "too_many_files", "ruling 28"
    NO_SUCH_FILE = "no_such_file", "5.12"
    LANGUAGE_WITHOUT_CATALOGUE = "language_without_catalogue", "ruling 27"
    NO_SUCH_HAZARD = "no_such_hazard", "ruling 22"
    HAZARD_WITHOUT_KIND = "hazard_without_kind", "ruling 22"
    HAZARD_WITHOUT_DAY = "hazard_without_day", "SI 2025/1042"
    HAZARD_KNOWN_SOONER = "hazard_known_sooner", "ruling 22"
    HAZARD_CLOCK_RUNS = "hazard_clock_runs", "ruling 22"
    HAZARD_WITHOUT_SEVERITY = "hazard_without_severity", "ruling 22"
    HAZARD_WITHOUT_REASONS = "hazard_without_reasons", "ruling 22"
    HAZARD_NEEDS_SECOND_PERSON = "hazard_needs_second_person", "ruling 22"
    HAZARD_BEFORE_KNOWN = "hazard_before_known", "SI 2025/1042"
    HAZARD_NOT_INVESTIGATED = "hazard_not_investigated", "SI 2025/1042"
    HAZARD_SAFE_WITHOUT_PROOF = "hazard_safe_without_proof", "SI 2025/1042"
    SUMMARY_WITHOUT_FINDINGS = "summary_without_findings", "SI 2025/1042"
    SUMMARY_WITHOUT_ACTION = "summary_without_action", "SI 2025/1042"
    SUMMARY_WITHOUT_DATE = "summary_without_date", "SI 2025/1042"
    SUMMARY_DATE_BEYOND_LIMIT = "summary_date_beyond_limit", "SI 2025/1042"
    ACCESS_WITHOUT_WAY = "access_without_way", "SI 2025/1042"

    def __init__(self, code: str, paragraph: str) -> None:
        self.code = code
        self.paragraph = paragraph


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing wrong: why, and the field it stands beside (`points-2`; empty: the whole form)."""

    why: Why
    field: str = ""


class Refused(Exception):
    """A rule said no. Carries every gap found, so that a person hears them all at once."""

    def __init__(self, *gaps: Gap | Why) -> None:
        self.gaps = tuple(Gap(gap) if isinstance(gap, Why) else gap for gap in gaps)
        super().__init__(", ".join(gap.why.code for gap in self.gaps))

    @property
    def why(self) -> Why:
        """Return the first reason."""
        return self.gaps[0].why

    @property
    def paragraph(self) -> str:
        """Return the paragraph behind the first reason."""
        return self.why.paragraph


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """Something that happened after the person's page was drawn."""

    position: int
    kind: str
    by: str
    at: datetime


class Changed(Exception):
    """The same part was touched since the page was drawn; nothing was done."""

    def __init__(self, since: Sequence[Meanwhile] = ()) -> None:
        self.since = tuple(since)
        super().__init__(f"{len(self.since)} since")


def refuse_if(gaps: Sequence[Gap]) -> None:
    """Raise Refused with these gaps, if there are any."""
    if gaps:
        raise Refused(*gaps)
