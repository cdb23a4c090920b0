"""A danger in a home: day nought is the first day we knew, and nobody can start a running clock again (ruling 22)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.clock import duties, hazard_steps, hazards
from app.domain.clock.duty_kinds import DutyKind, Owner
from app.domain.clock.hazard_clock import HazardDates, Known
from app.domain.clock.hazard_laws import HazardKind, Severity, Tenure
from app.domain.clock.hazard_states import KnownFrom, one
from app.domain.clock.hazards import AssessmentDraft, HazardDraft, HazardLoweringProposed
from app.domain.clock.whys import HazardWhy
from app.domain.refused import Why
from tests.calendars import SCOTTISH_TERMS
from tests.domain.case.histories import received
from tests.domain.clock.dangers import CAME, DAMP, LOOKED, NOON, SERIOUS, happen, open_now, raised, refused


def test_the_complaint_itself_is_day_nought_and_an_unweighed_hazard_runs_as_significant():
    hazard = one(raised().complaint.hazards, 1)

    assert (hazard.known, hazard.law) == (Known(CAME), "england-awaab")
    assert (hazard.severity, hazard.assessed) == (Severity.SIGNIFICANT, False)
    assert hazard.dates == HazardDates(date(2026, 12, 14))
    assert open_now(raised()) == {
        DutyKind.ASSESS_HAZARD: date(2026, 12, 1),
        DutyKind.INVESTIGATE_HAZARD: date(2026, 12, 14),
    }


def test_an_earlier_report_is_day_nought():
    life = raised(source=KnownFrom.EARLIER_REPORT, known=Known(date(2026, 11, 2)))

    assert one(life.complaint.hazards, 1).dates.investigate_by == date(2026, 11, 16)


def test_where_somebody_could_be_hurt_now_the_hours_run_from_the_instant_we_knew():
    life = raised(known=Known(CAME, NOON), urgent=True)

    duty = next(each for each in duties.of(life.complaint) if each.kind is DutyKind.MAKE_SAFE)
    assert duty.due_at == NOON + timedelta(hours=24)
    assert (duty.due_on, duty.owner) == (date(2026, 12, 1), Owner.OUT_OF_HOURS)


def test_what_the_law_covers_only_later_counts_from_its_first_day():
    life = raised(kinds=(HazardKind.FALLS,), source=KnownFrom.EARLIER_REPORT, known=Known(date(2026, 11, 3)))

    assert one(life.complaint.hazards, 1).dates.investigate_by == date(2026, 12, 14)


@pytest.mark.parametrize(
    ("draft", "why"),
    [
        (HazardDraft(()), HazardWhy.HAZARD_WITHOUT_KIND),
        (HazardDraft(DAMP, KnownFrom.CHANGE), HazardWhy.HAZARD_WITHOUT_DAY),
        (HazardDraft(DAMP, KnownFrom.CHANGE, Known(date(2026, 12, 2))), Why.DATE_IN_THE_FUTURE),
        (HazardDraft(DAMP, KnownFrom.EARLIER_REPORT, Known(date(2026, 12, 1))), HazardWhy.HAZARD_KNOWN_SOONER),
    ],
)
def test_a_hazard_needs_a_kind_and_a_day_we_knew(draft, why):
    assert refused(received(CAME), date(2026, 12, 1), hazards.raise_hazard, draft) == {why}


def test_what_got_worse_is_a_hazard_of_its_own_and_the_first_runs_on():
    life = raised()
    happen(life, LOOKED, hazards.raise_hazard, HazardDraft(DAMP, KnownFrom.CHANGE, Known(LOOKED)))

    first, second = life.complaint.hazards
    assert (first.dates.investigate_by, second.dates.investigate_by) == (date(2026, 12, 14), date(2026, 12, 24))


def test_day_nought_only_ever_moves_back():
    life = raised()

    happen(life, LOOKED, hazards.learn_earlier, 1, Known(date(2026, 11, 16)), "Her phone shows the call")

    hazard = one(life.complaint.hazards, 1)
    assert (hazard.known.on, hazard.source) == (date(2026, 11, 16), KnownFrom.EARLIER_REPORT)
    assert hazard.dates.investigate_by == CAME
    later = [Known(date(2026, 11, 17)), Known(date(2026, 11, 16))]
    assert [refused(life, LOOKED, hazards.learn_earlier, 1, each, "No") for each in later] == [
        {HazardWhy.HAZARD_CLOCK_RUNS}
    ] * 2
    assert refused(life, LOOKED, hazards.learn_earlier, 1, None, " ") == {
        HazardWhy.HAZARD_WITHOUT_DAY,
        HazardWhy.HAZARD_WITHOUT_REASONS,
    }


def test_an_assessment_needs_a_word_and_its_reasons():
    assert refused(raised(), CAME, hazards.assess, 1, AssessmentDraft(None, " ")) == {
        HazardWhy.HAZARD_WITHOUT_SEVERITY,
        HazardWhy.HAZARD_WITHOUT_REASONS,
    }
    assert refused(raised(), CAME, hazards.assess, 2, SERIOUS) == {HazardWhy.NO_SUCH_HAZARD}


@pytest.mark.parametrize("severity", Severity)
def test_the_first_assessment_may_say_anything(severity):
    life = raised(urgent=True)

    happen(life, CAME, hazards.assess, 1, AssessmentDraft(severity, "Seen today"))

    hazard = one(life.complaint.hazards, 1)
    assert (hazard.severity, hazard.assessed, hazard.proposed) == (severity, True, None)
    assert bool(open_now(life)) is (severity is not Severity.NEITHER)


def test_it_is_made_more_serious_at_any_time_and_counts_from_the_same_day():
    life = raised(known=Known(CAME, NOON))
    happen(life, CAME, hazards.assess, 1, SERIOUS)

    happen(life, date(2026, 12, 4), hazards.assess, 1, AssessmentDraft(Severity.EMERGENCY, "The ceiling sags"))

    assert one(life.complaint.hazards, 1).dates.safe_at == NOON + timedelta(hours=24)


def test_less_serious_waits_for_a_second_person_and_moves_nothing_meanwhile():
    life = raised(known=Known(CAME, NOON))
    happen(life, CAME, hazards.assess, 1, AssessmentDraft(Severity.EMERGENCY, "It sparks", Tenure.TENANCY))
    before = one(life.complaint.hazards, 1).dates

    proposed = happen(life, CAME, hazards.assess, 1, SERIOUS)

    assert isinstance(proposed, HazardLoweringProposed)
    assert one(life.complaint.hazards, 1).dates == before
    assert DutyKind.APPROVE_HAZARD in open_now(life)
    assert refused(life, CAME, hazards.approve, 1) == {HazardWhy.HAZARD_NEEDS_SECOND_PERSON}
    happen(life, CAME, hazards.approve, 1, by="staff:2")
    assert one(life.complaint.hazards, 1).dates == HazardDates(date(2026, 12, 14))
    assert DutyKind.APPROVE_HAZARD not in open_now(life)
    assert refused(life, CAME, hazards.decline, 1, by="staff:2") == {Why.NOTHING_TO_APPROVE}


def test_a_second_person_may_say_no():
    life = raised()
    happen(life, CAME, hazards.assess, 1, SERIOUS)
    happen(life, CAME, hazards.assess, 1, AssessmentDraft(Severity.NEITHER, "Only steam", Tenure.TENANCY))

    happen(life, CAME, hazards.decline, 1, by="staff:2")

    assert one(life.complaint.hazards, 1).severity is Severity.SIGNIFICANT
    assert DutyKind.APPROVE_HAZARD not in open_now(life)


def test_the_same_again_is_no_assessment():
    life = raised()
    happen(life, CAME, hazards.assess, 1, SERIOUS)

    assert refused(life, CAME, hazards.assess, 1, SERIOUS) == {Why.NOTHING_CHANGED}


@pytest.mark.parametrize("tenure", [Tenure.SHARED_OWNERSHIP, Tenure.LEASEHOLD, Tenure.LICENCE])
def test_who_does_not_rent_has_a_duty_to_them_without_the_clock_of_the_law(tenure):
    life = raised()
    happen(life, CAME, hazards.assess, 1, AssessmentDraft(Severity.SIGNIFICANT, "It is damp", tenure))
    assert one(life.complaint.hazards, 1).law == ""
    assert DutyKind.INVESTIGATE_HAZARD in open_now(life)

    happen(life, LOOKED, hazard_steps.end_investigation, 1, LOOKED, "A leak", found=True, works=True)

    assert open_now(life) == {}


def test_to_find_later_that_somebody_does_not_rent_takes_a_second_person_too():
    life = raised()
    happen(life, CAME, hazards.assess, 1, SERIOUS)

    other = AssessmentDraft(Severity.SIGNIFICANT, "The lease says so", Tenure.LEASEHOLD)
    assert isinstance(happen(life, CAME, hazards.assess, 1, other), HazardLoweringProposed)


def test_in_scotland_damp_runs_by_its_own_law_and_falls_by_none():
    damp, falls = raised(terms=SCOTTISH_TERMS), raised(terms=SCOTTISH_TERMS, kinds=(HazardKind.FALLS,))

    assert [one(life.complaint.hazards, 1).law for life in (damp, falls)] == ["scotland-damp", ""]


def test_what_was_an_emergency_and_is_none_is_counted_one_way_however_often_it_is_weighed():
    life = raised(known=Known(CAME, NOON), urgent=True)
    happen(life, CAME, hazards.assess, 1, AssessmentDraft(Severity.NEITHER, "Only steam", Tenure.UNKNOWN))
    first = one(life.complaint.hazards, 1).dates

    happen(life, CAME, hazards.assess, 1, AssessmentDraft(Severity.NEITHER, "A tenant", Tenure.TENANCY))

    assert one(life.complaint.hazards, 1).dates == first
