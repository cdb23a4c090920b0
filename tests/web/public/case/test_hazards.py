"""What could hurt somebody: asked only once something could, of what is in force that day, and never in the way."""

from datetime import UTC, date, datetime

import pytest

from app.services.case import projections
from app.store import record

SQLITE = pytest.mark.parametrize("backend", ["sqlite"], indirect=True)


@SQLITE
def test_what_could_hurt_somebody_is_asked_once_something_could_and_may_be_left_empty(visitor, clock):
    assert visitor.says("/c/step/1", danger="soon").location == "/c/step/12"
    before = visitor.sees("/c/step/12").text
    clock.at = datetime(2026, 11, 30, 9, tzinfo=UTC)
    page = visitor.sees("/c/step/12").text

    assert ("Damp or mould" in before, "Too cold or too hot" in before) == (True, False)
    for danger in ("Damp or mould", "Too cold or too hot", "fall", "come down", "Fire, gas", "No safe toilet"):
        assert danger in page
    assert visitor.says("/c/step/12").location == "/c/step/2"
    assert visitor.sees("/c/step/2").text.count('href="/c/step/12"') == 1
    assert visitor.says("/c/step/1", danger="no").location == "/c/step/2"


@SQLITE
def test_the_day_they_first_told_us_is_kept_with_what_is_dangerous(visitor):
    visitor.answers(1, danger="not_sure")
    told = {"first_told-day": "2", "first_told-month": "11", "first_told-year": "2026"}

    wrong = visitor.says("/c/step/12", hazards=["damp_or_mould"], **told | {"first_told-year": "2027"})
    right = visitor.says("/c/step/12", hazards=["damp_or_mould"], **told)

    assert (wrong.status_code, right.status_code) == (422, 303)
    assert "The day must be today or in the past" in wrong.text
    page = visitor.sees("/c/step/12").text
    assert 'value="damp_or_mould" checked' in page
    assert 'name="first_told-month" type="text" inputmode="numeric" value="11"' in page


@SQLITE
def test_a_danger_that_was_ticked_starts_its_clock_with_the_complaint(visitor, database):
    visitor.answers(danger="soon")
    visitor.says("/c/step/12", hazards=["damp_or_mould", "none"])
    assert "Damp or mould" in visitor.sees("/c/check").text
    visitor.says("/c/check")

    with database.reading() as session:
        hazard = projections.fold(record.read(session, "complaint:1")).hazards[0]
    assert (hazard.known.on, hazard.dates.investigate_by) == (date(2026, 11, 23), date(2026, 12, 7))


@SQLITE
def test_a_danger_that_was_taken_back_starts_none(visitor, database):
    visitor.answers(danger="soon")
    visitor.says("/c/step/12", hazards=["damp_or_mould"])
    visitor.says("/c/step/1", danger="no")
    visitor.says("/c/check")

    with database.reading() as session:
        assert projections.fold(record.read(session, "complaint:1")).hazards == ()
