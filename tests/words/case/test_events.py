"""Every kind of event is said: to staff always, to the resident where it is theirs to hear."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.case import complaints, corrections, erasures, lateness
from app.domain.case.vocabulary import CorrectionProposal, Fact
from app.domain.clock.profiles import Stage
from app.domain.history import KINDS
from app.domain.mail.letters import Sent
from app.domain.mail.notices import Notice
from app.domain.people import renewals
from app.domain.people.parties import Role
from app.domain.people.preferences import Way
from app.domain.said import Said
from app.words.case.events import RESIDENT, STAFF, to_resident, to_staff
from app.words.case.facts import Known
from tests.events import plainest

NAMES = {3: "Grace Hall", 4: "Tom Reid"}

NOT_FOR_RESIDENTS = {
    "points_put_right",
    "filed_under",
    "filed_beside",
    "home_filed",
    "hazard_late_told",
    "concerned",
    "restricted",
    "safeguarding_raised",
    "safeguarding_told",
    "safeguarding_closed",
    "declaration_asked",
    "nothing_declared",
    "conflict_declared",
    "viewers_changed",
    "viewers_filled_up",
    "restriction_lifted",
    "danger_answered",
    "more_time_proposed",
    "more_time_declined",
    "dislike_answered",
    "response_written",
    "answer_check_asked",
    "answer_check_returned",
    "answer_check_taken_back",
    "answer_approved",
    "correction_proposed",
    "correction_declined",
    "refusal_proposed",
    "refusal_returned",
    "refusal_undone",
    "representative_known_as",
    "party_died",
    "death_doubted",
    "death_stands",
    "death_corrected",
    "letter_passed_on",
    "contact_limit_proposed",
    "contact_limit_returned",
    "party_joined",
    "preferences_set",
    "contact_barred",
    "contact_given",
    "contact_change_asked",
    "contact_confirmed",
    "letter_issued",
    "offer_agreed",
    "offer_made",
    "offer_returned",
    "offer_taken_back",
    "messages_read",
    "files_looked_at",
    "contribution_asked",
    "contribution_given",
    "contribution_reminded",
    "promise_date_proposed",
    "proposed_date_declined",
    "third_party_named",
    "promise_draft_looked_at",
    "contact_logged",
    "hazard_lowering_proposed",
    "hazard_lowering_declined",
    "hazard_late_answered",
    "review_asked",
    "reviewed",
    "survey_not_answered",
    "told",
    "linked",
    "separated",
    "mistake_proposed",
    "mistake_declined",
    "group_told",
    "put_in_group",
    "taken_out_of_group",
    "common_part_given",
    "case_triaged",
    "death_told",
    "died_elsewhere_too",
    "heard_elsewhere",
    "hearing_ended",
    "enquirer_named",
    "enquiry_answered",
    "enquiry_joined",
    "visit_made",
    "visit_wanted",
}


def test_staff_are_told_of_every_kind_of_event():
    assert {kind for kind, event in KINDS.items() if event not in STAFF} == set()


def test_what_a_resident_is_not_told_is_decided_kind_by_kind():
    assert {kind for kind, event in KINDS.items() if event not in RESIDENT} == NOT_FOR_RESIDENTS


@pytest.mark.parametrize("kind", KINDS)
def test_a_pattern_names_only_facts_that_the_event_has(kind):
    event = plainest(KINDS[kind])

    assert "%(" not in to_staff(event, NAMES, "en")
    assert "%(" not in (to_resident(event, NAMES, "en") or "")


def test_people_are_called_by_name_and_days_are_dates():
    assert to_staff(complaints.Concerned((3, 4)), NAMES, "en") == "Concerned in the complaint: Grace Hall, Tom Reid"
    assert to_staff(complaints.DangerAnswered(None), NAMES, "en") == "The danger was taken on by nobody"
    assert (
        to_resident(Sent(3, Way.LETTER, date(2026, 11, 25), None, None), NAMES, "en") == "Letter 3 went to you by post."
    )
    assert to_resident(
        lateness.FoundLate(Stage.ONE, lateness.Missed.ANSWER, date(2026, 12, 11), date(2026, 12, 14), 4), NAMES, "en"
    ) == ("We were late. We had said Friday 11 December 2026.")


def test_a_corrected_day_is_said_as_a_day_and_only_to_staff():
    proposal = CorrectionProposal(Fact.RECEIVED_ON, "2026-11-23", "2026-11-20", Said(1, ""), 3)
    event = corrections.FactCorrected(proposal, None, None)

    assert "from Monday 23 November 2026 to Friday 20 November 2026" in to_staff(event, NAMES, "en")
    assert "November" not in (to_resident(event, NAMES, "en") or "")


def test_what_an_event_knows_by_number_is_called_by_what_the_case_knows_of_it():
    day = date(2026, 11, 25)
    known = Known({2: (Notice.ANSWER, day)}, {1: Role.RESIDENT}, {3: day})
    why = Said(9, "")

    assert to_resident(erasures.LetterRemoved(2, why), NAMES, "en", known) == (
        "We took out the words of the letter “Our answer” of Wednesday 25 November 2026."
    )
    assert to_staff(erasures.TextRemoved(3, why), NAMES, "en", known) == (
        "What was written on Wednesday 25 November 2026 (text 3) was taken out"
    )
    assert to_staff(renewals.ReturnCodeRenewed(1, why), NAMES, "en", known) == (
        "Staff checked who was asking, and made a new return code for the resident"
    )


def test_what_was_put_right_is_said_within_the_sentence():
    event = corrections.FactCorrected(CorrectionProposal(Fact.HOME, "1", "2", Said(1, ""), 3), None, None)

    said = "We put right something that had been written down wrong: the home."
    assert to_resident(event, NAMES, "en") == said
