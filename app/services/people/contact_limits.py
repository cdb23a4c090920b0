"""Limit how somebody is in touch with us: proposed, decided by a second person, told, looked at again (5.14, 5.15)."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy.orm import Session

from app.domain import history
from app.domain.deed import Deed
from app.domain.landlord.landlord import Landlord
from app.domain.mail.notices import Notice
from app.domain.parts import Part
from app.domain.people import contact_limit_reviews, contact_limits
from app.domain.people.contact_limits import ContactLimitDraft
from app.domain.people.limits import ContactLimitState
from app.domain.people.preferences import Way
from app.domain.record import Recorded
from app.services.case import desk_letters, histories
from app.services.case.desks import Desk
from app.services.mail import letters
from app.store.case import wordings
from app.words.mail import contact_limits as composed
from app.words.mail.blocks import Block


def propose(session: Session, reference: str, draft: ContactLimitDraft, deed: Deed) -> int:
    """Propose a restriction to a second person and return its number; raises Refused with every gap, or Changed."""
    with histories.opened(session, reference, deed, Part.CONTACT_LIMITS, Part.PARTIES) as case:
        event = contact_limits.propose(
            case.complaint, draft, case.reachable(draft.party), terms=case.terms, deed=deed, write=case.write
        )
        case.add(event)
        return event.proposal.number


def approve(session: Session, reference: str, number: int, deed: Deed, words: str = "") -> int:
    """Agree to a restriction and return its letter's number; raises Refused for who proposed it, or Changed."""
    with histories.opened(session, reference, deed, Part.CONTACT_LIMITS, Part.PARTIES) as case:
        party = contact_limits.waiting(case.complaint, number).party
        event = contact_limits.approve(case.complaint, number, case.reachable(party), deed=deed, words=words)
        case.add(event)
        return letters.issue(case, Notice.RESTRICTED, None, event, party)


def give_back(session: Session, reference: str, number: int, words: str, deed: Deed) -> None:
    """Do not agree to a restriction, and say why; raises Refused for who proposed it, or Changed."""
    with histories.opened(session, reference, deed, Part.CONTACT_LIMITS) as case:
        case.add(contact_limits.give_back(case.complaint, number, words, deed=deed, write=case.write))


def letter_of(desk: Desk, number: int, landlord: Landlord, deed: Deed) -> list[Block]:
    """Return the letter that agreeing to a restriction would issue, from what its page has read; raises Refused."""
    event = contact_limits.as_agreed(desk.complaint, number, deed.by.staff_id or 0)
    complaint = history.apply(desk.complaint, Recorded(desk.seen + 1, event, deed.by, deed.at))
    matter = desk_letters.matter(desk, complaint, event, landlord, deed, desk.texts, to=event.party)
    return list(composed.restricted(matter))


def ask_to_review(session: Session, reference: str, number: int, party: int, words: str, deed: Deed) -> None:
    """Lay it on the complaints officer to have a restriction looked at again; raises Refused for another's."""
    with histories.opened(session, reference, deed) as case:
        event = contact_limit_reviews.ask_to_review(
            case.complaint, party, number, words, terms=case.terms, deed=deed, write=case.write
        )
        case.add(event)


def uphold(session: Session, reference: str, number: int, words: str, deed: Deed) -> int:
    """Say that a restriction stays and return the letter's number; raises Refused for who decided it, or Changed."""
    with histories.opened(session, reference, deed, Part.CONTACT_LIMITS) as case:
        event = contact_limit_reviews.uphold(case.complaint, number, words, deed=deed, write=case.write)
        case.add(event)
        return letters.issue(case, Notice.RESTRICTION_UPHELD, None, event, event.party)


def end(session: Session, reference: str, number: int, words: str, deed: Deed) -> int:
    """End a restriction and return the letter's number; raises Refused without a word on why, or Changed (5.14)."""
    with histories.opened(session, reference, deed, Part.CONTACT_LIMITS) as case:
        event = contact_limit_reviews.end(case.complaint, number, words, deed=deed, write=case.write)
        case.add(event)
        return letters.issue(case, Notice.RESTRICTION_ENDED, None, event, event.party)


def open_to(desk: Desk, party: int) -> tuple[Way, ...]:
    """Return the ways that could stay open to somebody, from what the page of the case has read (5.15)."""
    reachable: Collection[Way] = {each.way for each in desk.of_party(party) if each.usable}
    return contact_limits.left_open(desk.complaint, party, reachable)


def texts(session: Session, case_id: int, restriction: ContactLimitState) -> Mapping[int, str]:
    """Return the words of a restriction that its letter told the person."""
    asked = restriction.proposal
    return wordings.some(session, case_id, [said.number for said in (asked.how, asked.reasons)])
