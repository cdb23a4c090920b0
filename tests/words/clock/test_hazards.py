"""A hazard in words: everybody reads the same steps, and a resident what we do by when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.clock.explanations import explain_hazard
from app.domain.clock.hazard_clock import HazardClock, Known
from app.domain.clock.hazard_laws import AWAAB, HazardKind, Severity, Tenure
from app.domain.clock.hazard_states import AtHome, HazardStep, KnownFrom, Tried
from app.domain.clock.nearness import HoursLeft
from app.words.clock.hazards import promised
from app.words.say import say
from tests.calendars import ENGLAND_AND_WALES

NOON = datetime(2026, 12, 24, 12, tzinfo=UTC)
DAMP = HazardClock(AWAAB, ENGLAND_AND_WALES, Severity.SIGNIFICANT, Known(date(2026, 12, 21)), date(2027, 1, 4))


@pytest.mark.parametrize("of", [HazardKind, Severity, Tenure, AtHome, KnownFrom, HazardStep, Tried])
def test_every_word_of_a_hazard_is_said(of):
    assert all(say(each, "en") for each in of)


def test_the_steps_of_a_hazard_are_said():
    assert [say(step, "en") for step in explain_hazard(DAMP)] == [
        "first known Mon 21 Dec; 10 working days; 25 and 28 Dec and 1 Jan do not count; to be looked at by Thu 7 Jan",
        "looked at Mon 4 Jan; 3 working days; told in writing by Thu 7 Jan",
        "looked at Mon 4 Jan; 5 working days; made safe by Mon 11 Jan",
        "looked at Mon 4 Jan; 5 working days; further works begun by Mon 11 Jan",
        "looked at Mon 4 Jan; 84 days, each of them counts; further works begun at the very latest by Mon 29 Mar",
    ]


def test_an_emergency_is_said_in_hours_and_in_london_s_time():
    clock = replace(DAMP, severity=Severity.EMERGENCY, known=Known(NOON.date(), NOON), investigated_on=None)

    [step] = explain_hazard(clock)
    assert say(step, "en") == (
        "first known Thursday 24 December at 12:00; 24 hours, nights and weekends too; "
        "looked at and made safe by Friday 25 December at 12:00"
    )


@pytest.mark.parametrize("step", HazardStep)
@pytest.mark.parametrize("late", [False, True])
def test_a_resident_reads_by_when_each_step_is_done_or_should_have_been(step, late):
    assert "Friday" in promised(step, "Friday", "en", late=late)
    assert ("sorry" in promised(step, "Friday", "en", late=late)) is late


def test_real_hours_are_said():
    at = datetime(2026, 12, 24, 10, 29, 30, tzinfo=UTC)

    assert say(HoursLeft.between(at, NOON), "en") == "1 h 30 min left"
    assert say(HoursLeft.between(NOON, at), "en") == "Late by 1 h 31 min"
