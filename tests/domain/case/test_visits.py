"""Who complains three times within a year is asked what would help; nobody is labelled for it."""

from __future__ import annotations

from datetime import date

from app.domain.case import flags, visits
from app.domain.case.flags import Flag
from app.domain.case.visits import VisitDraft, VisitOutcome
from app.domain.clock.duty_kinds import DutyKind
from app.domain.refused import Gap, Why
from tests.domain.case.decided import due, refused
from tests.domain.case.histories import MONDAY, deed, received


def test_the_third_complaint_of_a_year_asks_for_a_visit_and_its_outcome():
    life = received()

    assert visits.want(life.complaint, 2, terms=life.terms, deed=deed()) is None

    wanted = visits.want(life.complaint, 3, terms=life.terms, deed=deed())
    assert wanted is not None
    life.happen(deed(), wanted)

    assert due(life)[DutyKind.VISIT] == date(2026, 12, 7)
    assert visits.want(life.complaint, 4, terms=life.terms, deed=deed()) is None
    assert not {Flag.RISK, Flag.VULNERABLE} & set(flags.flags(life.complaint)), "no label"
    assert refused(visits.make, life.complaint, VisitDraft(), deed=deed(), write=life.write) == (
        Gap(Why.CONTACT_WITHOUT_OUTCOME, "outcome"),
        Gap(Why.DATE_IN_THE_FUTURE, "happened_on"),
        Gap(Why.CONTACT_WITHOUT_NOTES, "words"),
    )

    draft = VisitDraft(VisitOutcome.VISITED, MONDAY, "A grab rail would help")
    life.happen(deed(), visits.make(life.complaint, draft, deed=deed(), write=life.write))

    assert DutyKind.VISIT not in due(life)
    assert refused(visits.make, life.complaint, draft, deed=deed(), write=life.write) == (Gap(Why.NOTHING_TO_SETTLE),)
