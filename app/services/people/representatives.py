"""Let somebody speak for the resident on a running case: by the resident's yes, or proof seen; a no ends it (3.6)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.mail.addressees import RESIDENT, addressee
from app.domain.parts import Part
from app.domain.people import carrying_on, elsewhere
from app.domain.people import representatives as rules
from app.domain.people.parties import Authority, RepresentativeKind
from app.services.case import histories
from app.services.mail import letters
from app.services.people import deaths, parties
from app.services.people.parties import Person


def add(session: Session, reference: str, person: Person, kind: RepresentativeKind | None, deed: Deed) -> int:
    """Let somebody join a case who would speak for the resident, and return their number; raises Refused, or Changed.

    Work goes on. Nothing is shared with them until it is confirmed.
    """
    with histories.opened(session, reference, deed, Part.PARTIES) as case:
        number = len(case.complaint.parties) + 1
        known = rules.known_as(number, kind)
        parties.join(case, person)
        case.add(known)
        if person.authority is Authority.THEY_HAVE_DIED and not case.complaint.party(RESIDENT).is_gone:
            case.add(elsewhere.told(case.complaint, RESIDENT, terms=case.terms, deed=deed))
            deaths.shut_out(case, RESIDENT)
        return number


def see_proof(session: Session, reference: str, party: int, seen_on: date | None, words: str, deed: Deed) -> None:
    """Write down what lets somebody speak for the resident, in place of their yes; raises Refused, or Changed (3.6)."""
    with histories.opened(session, reference, deed, Part.PARTIES) as case:
        case.add(rules.see_proof(case.complaint, party, seen_on, words, deed=deed, write=case.write))


def stop(session: Session, reference: str, party: int, words: str, deed: Deed) -> None:
    """Let somebody speak for the resident no longer: they are shut out at once; raises Refused, or Changed (ruling 6).

    What had not gone to them goes to who gets the letters now.
    """
    with histories.opened(session, reference, deed, Part.PARTIES) as case:
        event = rules.stop(case.complaint, party, words, deed=deed, write=case.write)
        waiting = carrying_on.unsent(case.complaint, party)
        case.add(event)
        deaths.shut_out(case, party)
        to = addressee(case.complaint)
        if not case.complaint.party(to).silent:
            for number in waiting:
                letters.take(case, number, to)
