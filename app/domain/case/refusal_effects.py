"""What a refusal does to its complaint: its letter goes or comes back, or nothing is left to refuse (ruling 17)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.case.not_accepted import RefusalStanding
from app.domain.case.state import Complaint
from app.domain.case.vocabulary import Ended
from app.domain.clock.duty_kinds import DutyKind


def with_refusal(complaint: Complaint, number: int, **changes: object) -> Complaint:
    """Return the complaint with fields of one refusal replaced."""
    changed = tuple(
        replace(each, **changes) if each.number == number else each  # type: ignore[arg-type]
        for each in complaint.refusals
    )
    return replace(complaint, refusals=changed)


def lapse(complaint: Complaint) -> Complaint:
    """Return the complaint with nothing left to decide: it was stopped, answered, or refused as a whole meanwhile."""
    for each in complaint.refusals:
        if each.standing is RefusalStanding.PROPOSED:
            complaint = with_refusal(complaint, each.number, standing=RefusalStanding.LAPSED)
            complaint = complaint.without_task(DutyKind.APPROVE_REFUSAL, each.number)
    return complaint


def letter_went(complaint: Complaint, letter: int, on: date) -> Complaint:
    """Return the complaint once a letter of refusal has gone: only then is what it refuses at an end (ruling 17)."""
    for each in complaint.refusals:
        if each.letter == letter and each.standing is RefusalStanding.WRITTEN:
            complaint = with_refusal(complaint, each.number, standing=RefusalStanding.STANDS, sent_on=on)
            if each.whole and complaint.ended is None:
                return replace(complaint, ended=Ended.REFUSED, ended_on=on, stage_2_waits=False)
    return complaint


def letter_came_back(complaint: Complaint, letter: int) -> Complaint:
    """Return the complaint when a letter of refusal did not arrive: every clock runs again (rulings 8, 17)."""
    for each in complaint.refusals:
        if each.letter == letter and each.standing is RefusalStanding.STANDS:
            complaint = with_refusal(complaint, each.number, standing=RefusalStanding.WRITTEN, sent_on=None)
            if each.whole and complaint.ended is Ended.REFUSED:
                return going_on(complaint)
    return complaint


def going_on(complaint: Complaint) -> Complaint:
    """Return a refused complaint as one that is open, and still waits for Stage 2 where that had been asked for."""
    waits = complaint.stage_2 is None and complaint.stage_2_asked_on is not None
    return replace(complaint, ended=None, ended_on=None, stage_2_waits=waits)
