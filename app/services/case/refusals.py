"""Refuse a complaint or some of it with two people, look at it again, and take it on after all (2.1–2.5, 5.11)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain import history
from app.domain.case import overturned
from app.domain.case import refusals as rules
from app.domain.case.overturned import OverturnDraft
from app.domain.case.refusals import RefusalDraft
from app.domain.clock.profiles import Ground, Profile
from app.domain.deed import Deed
from app.domain.landlord.landlord import Landlord
from app.domain.mail.notices import Notice
from app.domain.parts import Part
from app.domain.record import Recorded
from app.services.case import desk_letters, histories
from app.services.case.desks import Desk
from app.services.case.histories import Case
from app.services.landlord import landlord
from app.services.mail import letters
from app.words.mail import refusals as composed
from app.words.mail.blocks import Block

PARTS = (Part.REFUSALS, Part.DEFINITION, Part.END, Part.STAGE_2)


def policy(session: Session, profile: Profile) -> tuple[Ground, ...]:
    """Return the grounds that the landlord's policy has under this procedure (2.2)."""
    return rules.grounds(profile, landlord.current(session).refusal_grounds_off)


def propose(session: Session, reference: str, draft: RefusalDraft, deed: Deed) -> int:
    """Propose a refusal to a second person and return its number; raises Refused with every gap, or Changed."""
    with histories.opened(session, reference, deed, *PARTS) as case:
        return _propose(case, draft)


def preview(session: Session, reference: str, draft: RefusalDraft, deed: Deed) -> list[Block]:
    """Return the letter that would go if it were agreed to, and keep nothing; raises Refused as `propose` does."""
    case = histories.found(session, reference, deed, *PARTS)
    return _letter(case, _propose(case, draft))


def letter_of(desk: Desk, number: int, landlord: Landlord, deed: Deed) -> list[Block]:
    """Return the letter that agreeing to a refusal would issue, from what its page has read; raises Refused."""
    event = rules.as_agreed(desk.complaint, number, deed.by.staff_id or 0)
    complaint = history.apply(desk.complaint, Recorded(desk.seen + 1, event, deed.by, deed.at))
    return list(composed.refused(desk_letters.matter(desk, complaint, event, landlord, deed, desk.texts)))


def approve(session: Session, reference: str, number: int, deed: Deed, words: str = "") -> int:
    """Agree to a refusal and return its letter's number; raises Refused for who proposed it, or Changed (2.1, 2.4)."""
    with histories.opened(session, reference, deed, *PARTS) as case:
        event = rules.approve(case.complaint, number, deed=deed, words=words)
        case.add(event)
        return letters.issue(case, Notice.REFUSED, event.stage, event)


def give_back(session: Session, reference: str, number: int, words: str, deed: Deed) -> None:
    """Do not agree to a refusal, and say why; raises Refused for who proposed it, or Changed (2.1)."""
    with histories.opened(session, reference, deed, Part.REFUSALS) as case:
        case.add(rules.give_back(case.complaint, number, words, deed=deed, write=case.write))


def ask_to_look(session: Session, reference: str, number: int, party: int, words: str, deed: Deed) -> None:
    """Lay it on the complaints officer to look at a refusal again; raises Refused when it no longer stands."""
    with histories.opened(session, reference, deed) as case:
        event = overturned.ask_to_look(
            case.complaint, party, number, words, terms=case.terms, deed=deed, write=case.write
        )
        case.add(event)


def uphold(session: Session, reference: str, number: int, words: str, deed: Deed) -> int:
    """Say that a refusal stands and return the letter's number; raises Refused without reasons, or Changed (2.4)."""
    with histories.opened(session, reference, deed, Part.REFUSALS) as case:
        event = overturned.uphold(case.complaint, number, words, deed=deed, write=case.write)
        case.add(event)
        return letters.issue(case, Notice.REFUSAL_UPHELD, event.stage, event)


def overturn(session: Session, reference: str, number: int, draft: OverturnDraft, deed: Deed) -> int:
    """Take on what was refused and return the letter's number; raises Refused, or Changed (2.4, ruling 17)."""
    with histories.opened(session, reference, deed, *PARTS) as case:
        event = overturned.overturn(case.complaint, number, draft, terms=case.terms, deed=deed, write=case.write)
        case.add(event)
        return letters.issue(case, Notice.REFUSAL_OVERTURNED, event.stage, event)


def finish(session: Session, reference: str, number: int, words: str, deed: Deed) -> None:
    """Say that what an overturned refusal needed is done; raises Refused before it was acknowledged, or Changed."""
    with histories.opened(session, reference, deed, Part.REFUSALS) as case:
        case.add(overturned.finish(case.complaint, number, words, write=case.write))


def _propose(case: Case, draft: RefusalDraft) -> int:
    event = rules.propose(
        case.complaint,
        draft,
        policy(case.session, case.terms.profile),
        terms=case.terms,
        deed=case.deed,
        write=case.write,
    )
    case.add(event)
    return event.proposal.number


def _letter(case: Case, number: int) -> list[Block]:
    event = rules.as_agreed(case.complaint, number, case.deed.by.staff_id or 0)
    case.add(event)
    return letters.preview(case, Notice.REFUSED, event)
