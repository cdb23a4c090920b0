"""What is done about a danger in a home: each deed recorded with its dates, whatever has become of the complaint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.domain.clock import hazard_lateness, hazard_moves, hazard_steps, hazards
from app.domain.clock.calendar import UnknownYear
from app.domain.clock.explanations import Step, explain_hazard
from app.domain.clock.hazard_clock import Known
from app.domain.clock.hazard_lateness import HazardLateTold
from app.domain.clock.hazard_laws import LAWS, HazardKind
from app.domain.clock.hazard_moves import MoveDraft
from app.domain.clock.hazard_states import HazardState, KnownFrom, Tried
from app.domain.clock.hazard_steps import SummaryDraft
from app.domain.clock.hazards import AssessmentDraft, HazardDraft
from app.domain.clock.profiles import profile
from app.domain.clock.terms import Terms
from app.domain.deed import Deed, london_day
from app.domain.history import Event
from app.domain.mail.notices import Notice
from app.domain.parts import Part
from app.services.case import histories
from app.services.case.histories import Case
from app.services.mail import letters

Decide = Callable[[Case], Event]


def asked_about(procedure: str, on: date) -> tuple[HazardKind, ...]:
    """Return the kinds to ask a resident about, by the procedure of their landlord, on a day (ruling 22)."""
    law = LAWS.get(profile(procedure).nation)
    return law.asked_about(on) if law is not None else ()


def steps(hazard: HazardState, terms: Terms) -> tuple[Step, ...]:
    """Return how the dates of a hazard came about: the same for residents and staff; none in a year not known."""
    clock = hazards.clock_of(terms, hazard.kinds, hazard.severity, hazard.tenure, hazard.known)
    counted = replace(clock, investigated_on=hazard.investigated_on)
    try:
        return explain_hazard(counted, found=hazard.found, works=hazard.works)
    except UnknownYear:
        return ()


def raise_hazard(session: Session, reference: str, draft: HazardDraft, deed: Deed) -> None:
    """Write down a danger in the home, whose clock runs from the first day we knew; raises Refused, or Changed."""
    with histories.opened(session, reference, deed, Part.HAZARDS) as case:
        told = replace(draft, known=told_by_complaint(case)) if _by_complaint(draft) else draft
        case.add(hazards.raise_hazard(case.complaint, told, terms=case.terms, deed=deed, write=case.write))


def told_by_complaint(case: Case) -> Known | None:
    """Return when the complaint itself told us: to the instant, unless it was typed on a later day."""
    received_on = case.complaint.received_on
    _, written = histories.read(case.session, case.reference)
    came_at = written[0].at
    if received_on is None:
        return None
    return Known(received_on, came_at if london_day(came_at) == received_on else None)


def _by_complaint(draft: HazardDraft) -> bool:
    return draft.source is KnownFrom.COMPLAINT and draft.known is None


def learn_earlier(session: Session, reference: str, number: int, known: Known | None, words: str, deed: Deed) -> None:
    """Move day nought back to an earlier report; raises Refused for a later day, or Changed (ruling 22)."""
    _let(
        session,
        reference,
        deed,
        lambda case: hazards.learn_earlier(
            case.complaint, number, known, words, terms=case.terms, deed=deed, write=case.write
        ),
    )


def assess(session: Session, reference: str, number: int, draft: AssessmentDraft, deed: Deed) -> None:
    """Weigh a hazard; less serious than before, it waits for a second person. Raises Refused, or Changed."""
    _let(
        session,
        reference,
        deed,
        lambda case: hazards.assess(case.complaint, number, draft, terms=case.terms, deed=deed, write=case.write),
    )


def approve(session: Session, reference: str, number: int, deed: Deed) -> None:
    """Agree that a hazard is less serious; raises Refused for who found it so, or Changed (ruling 22)."""
    _let(session, reference, deed, lambda case: hazards.approve(case.complaint, number, terms=case.terms, deed=deed))


def decline(session: Session, reference: str, number: int, deed: Deed) -> None:
    """Leave a hazard as serious as it was; raises Refused for who found it less so, or Changed (ruling 22)."""
    _let(session, reference, deed, lambda case: hazards.decline(case.complaint, number, deed=deed))


def end_investigation(
    session: Session,
    reference: str,
    number: int,
    happened_on: date | None,
    words: str,
    deed: Deed,
    *,
    found: bool,
    works: bool,
) -> None:
    """Record the end of the investigation and what follows from it; raises Refused, or Changed."""
    _let(
        session,
        reference,
        deed,
        lambda case: hazard_steps.end_investigation(
            case.complaint,
            number,
            happened_on,
            words,
            found=found,
            works=works,
            terms=case.terms,
            deed=deed,
            write=case.write,
        ),
    )


def write_summary(session: Session, reference: str, number: int, draft: SummaryDraft, deed: Deed) -> int:
    """Write what was found and what will be done by when; returns the letter's number, raises Refused or Changed."""
    with histories.opened(session, reference, deed, Part.HAZARDS) as case:
        event = hazard_steps.write_summary(case.complaint, number, draft, deed=deed, write=case.write)
        case.add(event)
        return letters.issue(case, Notice.HAZARD_SUMMARY, None, event)


def make_safe(
    session: Session,
    reference: str,
    number: int,
    happened_on: date | None,
    happened_at: datetime | None,
    proof: str,
    deed: Deed,
) -> None:
    """Record that nobody can be hurt by it any more; raises Refused without proof, or Changed."""
    _let(
        session,
        reference,
        deed,
        lambda case: hazard_steps.make_safe(
            case.complaint, number, happened_on, happened_at, proof, deed=deed, write=case.write
        ),
    )


def begin_works(
    session: Session, reference: str, number: int, happened_on: date | None, words: str, deed: Deed
) -> None:
    """Record that the works that keep it safe have begun; raises Refused, or Changed."""
    _let(
        session,
        reference,
        deed,
        lambda case: hazard_steps.begin_works(case.complaint, number, happened_on, words, deed=deed, write=case.write),
    )


def offer_accommodation(
    session: Session, reference: str, number: int, happened_on: date | None, words: str, deed: Deed
) -> None:
    """Record that its people were offered somewhere else to stay; raises Refused, or Changed."""
    _let(
        session,
        reference,
        deed,
        lambda case: hazard_steps.offer_accommodation(
            case.complaint, number, happened_on, words, deed=deed, write=case.write
        ),
    )


def try_access(
    session: Session,
    reference: str,
    number: int,
    happened_on: date | None,
    how: Tried | None,
    words: str,
    deed: Deed,
) -> None:
    """Record a try to get in, or to agree a time; raises Refused without the way or the day, or Changed."""
    _let(
        session,
        reference,
        deed,
        lambda case: hazard_steps.try_access(
            case.complaint, number, happened_on, how, words, deed=deed, write=case.write
        ),
    )


def find_late(session: Session, reference: str, deed: Deed) -> int:
    """Lay every missed date of a case's hazards before the complaints officer; returns how many were new."""
    with histories.opened(session, reference, deed) as case:
        late = hazard_lateness.find_late(case.complaint, terms=case.terms, deed=deed)
        case.add(*late)
        return len(late)


def answer_late(session: Session, reference: str, number: int, why: str, happens: str, deed: Deed) -> None:
    """Say why a date was missed and what happens now, in a letter where it is the law's; raises Refused, or Changed."""
    with histories.opened(session, reference, deed, Part.HAZARDS) as case:
        event = hazard_lateness.answer_late(case.complaint, number, why, happens, write=case.write)
        case.add(event)
        if isinstance(event, HazardLateTold):
            letters.issue(case, Notice.HAZARD_LATE, None, event)


def move_date(session: Session, reference: str, number: int, draft: MoveDraft, deed: Deed) -> None:
    """Move a date that the resident was given, and write to them; raises Refused, or Changed."""
    with histories.opened(session, reference, deed, Part.HAZARDS) as case:
        event = hazard_moves.move(case.complaint, number, draft, deed=deed, write=case.write)
        case.add(event)
        letters.issue(case, Notice.HAZARD_DATE_MOVED, None, event)


def _let(session: Session, reference: str, deed: Deed, decide: Decide) -> None:
    with histories.opened(session, reference, deed, Part.HAZARDS) as case:
        case.add(decide(case))
