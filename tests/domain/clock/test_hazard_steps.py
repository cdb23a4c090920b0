"""What is done about a danger in a home, by when, and what happens when it was not (Awaab’s Law)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.case import withdrawals
from app.domain.clock import hazard_lateness, hazard_steps, hazards
from app.domain.clock.duty_kinds import DutyKind
from app.domain.clock.hazard_clock import Known
from app.domain.clock.hazard_laws import Severity
from app.domain.clock.hazard_states import HazardStep, Tried, one
from app.domain.clock.hazard_steps import SummaryDraft
from app.domain.clock.hazards import AssessmentDraft
from app.domain.clock.whys import HazardWhy
from app.domain.mail.notices import Notice
from app.domain.refused import Why
from tests.domain.case.histories import deed
from tests.domain.clock.dangers import CAME, LOOKED, NOON, SERIOUS, happen, looked_at, open_now, raised, refused


def test_after_the_investigation_it_is_told_of_made_safe_and_works_begin():
    life = raised()
    happen(life, CAME, hazards.assess, 1, SERIOUS)

    happen(life, LOOKED, hazard_steps.end_investigation, 1, LOOKED, "A leak", found=True, works=True)

    assert open_now(life) == {
        DutyKind.SUM_UP_HAZARD: date(2026, 12, 15),
        DutyKind.MAKE_SAFE: date(2026, 12, 17),
        DutyKind.BEGIN_WORKS: date(2026, 12, 17),
    }
    assert refused(life, LOOKED, hazard_steps.end_investigation, 1, LOOKED, "Again", found=True, works=True) == {
        Why.NOTHING_TO_SETTLE
    }


@pytest.mark.parametrize(
    ("day", "words", "why"),
    [
        (None, "A leak", {HazardWhy.HAZARD_WITHOUT_DAY}),
        (LOOKED, " ", {HazardWhy.SUMMARY_WITHOUT_FINDINGS}),
        (LOOKED + timedelta(days=1), "A leak", {Why.DATE_IN_THE_FUTURE}),
        (date(2026, 11, 29), "A leak", {HazardWhy.HAZARD_BEFORE_KNOWN}),
    ],
)
def test_an_investigation_ends_on_a_day_with_what_was_found(day, words, why):
    assert refused(raised(), LOOKED, hazard_steps.end_investigation, 1, day, words, found=True, works=True) == why


WHOLE = SummaryDraft("A leak", "We dry the wall", date(2026, 12, 17), "We renew the sill", date(2027, 3, 4))


def test_the_summary_must_reach_the_person_in_a_form_they_can_keep():
    life = looked_at()

    written = happen(life, LOOKED, hazard_steps.write_summary, 1, WHOLE)
    life.issue(deed(LOOKED), Notice.HAZARD_SUMMARY, None)  # type: ignore[arg-type]

    assert DutyKind.SUM_UP_HAZARD in open_now(life)
    life.send(written.letter, deed(LOOKED))
    assert open_now(life) == {DutyKind.MAKE_SAFE: date(2026, 12, 17), DutyKind.BEGIN_WORKS: date(2027, 3, 4)}
    assert refused(life, LOOKED, hazard_steps.write_summary, 1, WHOLE) == {Why.NOTHING_TO_SETTLE}


def test_a_summary_says_what_was_found_what_is_done_and_by_when():
    assert refused(raised(), LOOKED, hazard_steps.write_summary, 1, WHOLE) == {HazardWhy.HAZARD_NOT_INVESTIGATED}
    assert refused(looked_at(), LOOKED, hazard_steps.write_summary, 1, SummaryDraft(" ")) == {
        HazardWhy.SUMMARY_WITHOUT_FINDINGS,
        HazardWhy.SUMMARY_WITHOUT_ACTION,
        HazardWhy.SUMMARY_WITHOUT_DATE,
    }
    too_late = SummaryDraft("A leak", "Dry", date(2026, 12, 18), "Sill", date(2027, 3, 5))
    assert refused(looked_at(), LOOKED, hazard_steps.write_summary, 1, too_late) == {
        HazardWhy.SUMMARY_DATE_BEYOND_LIMIT
    }
    past = SummaryDraft("A leak", "Dry", date(2026, 12, 9), "Sill", date(2027, 3, 4))
    assert refused(looked_at(), LOOKED, hazard_steps.write_summary, 1, past) == {Why.DATE_IN_THE_PAST}


def test_a_summary_that_is_late_itself_may_still_be_written():
    late = SummaryDraft("A leak", "Dry", date(2026, 12, 28), "Sill", date(2027, 3, 4))

    assert happen(looked_at(), date(2026, 12, 28), hazard_steps.write_summary, 1, late)


def test_of_what_is_no_hazard_the_summary_says_only_that():
    life = looked_at(found=False, works=True)

    assert open_now(life) == {DutyKind.SUM_UP_HAZARD: date(2026, 12, 15)}
    written = happen(life, LOOKED, hazard_steps.write_summary, 1, SummaryDraft("No damp"))
    assert (written.safe, written.works) == (None, None)


def test_safe_needs_proof_and_ends_the_duty():
    life = looked_at(works=False)
    assert refused(life, LOOKED, hazard_steps.make_safe, 1, LOOKED, None, " ") == {HazardWhy.HAZARD_SAFE_WITHOUT_PROOF}
    to_come = datetime(2026, 12, 10, 13, tzinfo=UTC)
    assert refused(life, LOOKED, hazard_steps.make_safe, 1, LOOKED, to_come, "Dry") == {Why.DATE_IN_THE_FUTURE}

    happen(life, LOOKED, hazard_steps.make_safe, 1, LOOKED, None, "Moisture 12%")

    assert DutyKind.MAKE_SAFE not in open_now(life)
    assert refused(life, LOOKED, hazard_steps.make_safe, 1, LOOKED, None, "Dry") == {Why.NOTHING_TO_SETTLE}


def test_works_begin_once_and_only_where_they_are_owed():
    life = looked_at()
    assert refused(life, LOOKED, hazard_steps.begin_works, 1, LOOKED, " ") == {Why.NOT_SAID_HOW}

    happen(life, LOOKED, hazard_steps.begin_works, 1, LOOKED, "Scaffold up")

    assert DutyKind.BEGIN_WORKS not in open_now(life)
    for again in (life, looked_at(works=False)):
        assert refused(again, LOOKED, hazard_steps.begin_works, 1, LOOKED, "Again") == {Why.NOTHING_TO_SETTLE}


def test_every_try_to_reach_them_is_kept_and_stops_nothing():
    life = raised()
    before = open_now(life)
    assert refused(life, CAME, hazard_steps.try_access, 1, CAME, None, "") == {HazardWhy.ACCESS_WITHOUT_WAY}

    for how in (Tried.PHONE, Tried.VISIT, Tried.LETTER):
        happen(life, CAME, hazard_steps.try_access, 1, CAME, how, "")

    assert one(life.complaint.hazards, 1).tries == (Tried.PHONE, Tried.VISIT, Tried.LETTER)
    assert open_now(life) == before


def test_a_missed_date_goes_to_the_officer_once():
    life = looked_at()
    friday = date(2026, 12, 18)
    found = happen(life, friday, hazard_lateness.find_late)

    assert [(each.step, each.date_missed) for each in found] == [
        (HazardStep.SUMMARY, date(2026, 12, 15)),
        (HazardStep.SAFE, date(2026, 12, 17)),
        (HazardStep.WORKS, date(2026, 12, 17)),
    ]
    assert happen(life, friday, hazard_lateness.find_late) == ()
    assert refused(life, friday, hazard_lateness.answer_late, 1, " ", " ") == {
        Why.NOT_SAID_HOW,
        HazardWhy.LATE_WITHOUT_NEXT,
    }
    happen(life, friday, hazard_lateness.answer_late, 1, "He was ill", "A man comes tonight")
    assert DutyKind.LATE_HAZARD not in open_now(life)
    assert refused(life, friday, hazard_lateness.answer_late, 1, "Twice", "Now") == {Why.NOTHING_TO_SETTLE}


def test_who_is_not_safe_in_time_is_offered_somewhere_else_to_stay():
    life = looked_at()
    friday = date(2026, 12, 18)
    happen(life, friday, hazard_lateness.find_late)
    assert open_now(life)[DutyKind.OFFER_ACCOMMODATION] == date(2026, 12, 17)
    assert refused(life, friday, hazard_steps.offer_accommodation, 1, friday, " ") == {Why.NOT_SAID_HOW}

    happen(life, friday, hazard_steps.offer_accommodation, 1, friday, "A hotel from tonight; she said yes")

    assert DutyKind.OFFER_ACCOMMODATION not in open_now(life)


def test_an_emergency_is_late_once_its_hours_are_over_and_not_before():
    life = raised(known=Known(CAME, NOON), urgent=True)
    happen(life, CAME, hazards.assess, 1, AssessmentDraft(Severity.EMERGENCY, "It sparks"))

    in_time = hazard_lateness.find_late(life.complaint, terms=life.terms, deed=deed(date(2026, 12, 1)))
    found = hazard_lateness.find_late(life.complaint, terms=life.terms, deed=deed(date(2026, 12, 2)))

    assert in_time == ()
    assert [each.step for each in found] == [HazardStep.INVESTIGATE, HazardStep.SAFE]


def test_it_goes_on_when_the_complaint_is_stopped():
    life = raised()
    before = open_now(life)

    happen(life, CAME, withdrawals.withdraw, 1, own_choice=True, by="party:1.1")

    assert open_now(life) == before
    happen(life, LOOKED, hazard_steps.end_investigation, 1, LOOKED, "A leak", found=True, works=True)
    assert DutyKind.MAKE_SAFE in open_now(life)
