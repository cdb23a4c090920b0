"""What people bring us that is no complaint: it is done or answered, sorted, and a complaint may open from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.domain.case import complaints as opening
from app.domain.case import enquiries, feelings, requests, triage
from app.domain.case.feelings import FeelingDraft
from app.domain.case.kinds import ANSWERED_BY
from app.domain.case.requests import EndingDraft
from app.domain.case.triage import TriageDraft
from app.domain.deed import Deed
from app.domain.mail.notices import Notice
from app.domain.parts import Part
from app.services import keys
from app.services.case import complaints, histories
from app.services.landlord import landlord
from app.services.mail import letters
from app.services.people import enquirers
from app.services.people.parties import Person


def end(session: Session, reference: str, draft: EndingDraft, deed: Deed) -> int:
    """Note how it ended, write that, and return the letter's number; raises Refused, or Changed (1.4)."""
    with histories.opened(session, reference, deed, Part.REQUEST) as case:
        event = requests.end(case.complaint, draft, deed=deed, write=case.write)
        case.add(event)
        return letters.issue(case, Notice.REQUEST_ENDED, None, event)


def tell_feeling(session: Session, reference: str, draft: FeelingDraft, deed: Deed) -> None:
    """Note how somebody feels about it; raises Refused, or Changed (1.3).

    One that wants a complaint opens it by app/services/case/openings.py, which calls for nothing else.
    """
    with histories.opened(session, reference, deed, Part.REQUEST) as case:
        case.add(feelings.tell(case.complaint, draft, deed=deed, write=case.write))


@dataclass(frozen=True, slots=True)
class Sorted:
    """What triage decided, and who has the case from now on, if that was decided too."""

    draft: TriageDraft
    handler: int | None = None


def sort(session: Session, reference: str, asked: Sorted, deed: Deed) -> None:
    """Sort a case and give it to somebody; no clock stops (6.1). Raises Refused, or Changed."""
    with histories.opened(session, reference, deed, Part.TRIAGE, Part.HANDLER) as case:
        before = case.complaint.intake.kind
        days = complaints.within(landlord.current(session), asked.draft.kind)
        event = triage.triage(case.complaint, asked.draft, days, terms=case.terms, deed=deed)
        case.add(event)
        if asked.handler is not None and asked.handler != case.complaint.handler:
            case.add(opening.assign(case.complaint, asked.handler))
        if event.kind is not before:
            letters.issue(case, ANSWERED_BY[event.kind], None, event)


def join_enquiry(session: Session, reference: str, writer: Person, words: str, came_on: date, deed: Deed) -> None:
    """Put the letter of an MP or councillor with an open case, once for its key (ruling 6).

    Who wrote takes part from now on, and is told what the resident agrees to. Raises Refused, or NoSuchCase.
    """

    def act() -> keys.Answer:
        with histories.opened(session, reference, deed) as case:
            days = landlord.current(session).answer_enquiries_within
            event = enquiries.join(case.complaint, words, came_on, days, terms=case.terms, deed=deed, write=case.write)
            complaints.note_letter(case, event, enquirers.join(case, writer))
        return {"joined": reference}

    if keys.once(session, deed, act) != {"joined": reference}:
        raise keys.KeyOfAnother(deed.key)


@dataclass(frozen=True, slots=True)
class EnquiryAnswer:
    """The answer to one of those letters: when it went, and what it says; whether it was held against consent."""

    number: int
    happened_on: date | None
    words: str
    as_agreed: bool = True


def answer_enquiry(session: Session, reference: str, answer: EnquiryAnswer, deed: Deed) -> None:
    """Answer an MP or councillor, by a letter where they take part in the case; raises Refused, or Changed (ruling 6).

    One who takes no part was answered outside, and that is noted.
    """
    with histories.opened(session, reference, deed, Part.REQUEST) as case:
        event = enquiries.answer(
            case.complaint,
            answer.number,
            answer.happened_on,
            answer.words,
            as_agreed=answer.as_agreed,
            deed=deed,
            write=case.write,
        )
        case.add(event)
        found = next(each for each in case.complaint.intake.enquiries if each.number == answer.number)
        if found.party and not case.complaint.party(found.party).silent:
            letters.issue(case, Notice.ENQUIRY_ANSWERED, None, event, to=found.party)
