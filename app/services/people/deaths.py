"""Somebody has died: nothing goes to them from that very transaction on; how it goes on is decided (ruling 7)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.mail.addressees import addressee
from app.domain.mail.routing import Outcome
from app.domain.parts import Part
from app.domain.people import carrying_on, deaths
from app.domain.people.deaths import DeathDraft
from app.services.case import histories
from app.services.case.histories import Case
from app.services.mail import letters
from app.services.people import receipts, sessions, sign_ins
from app.store import outbox
from app.store.case.complaints import stream
from app.store.landlord import staff


def record(session: Session, reference: str, party: int, draft: DeathDraft, deed: Deed) -> None:
    """Record that somebody has died: what waits to go to them is cancelled, and whatever lets them in ends.

    Who gets the letters where it was not they hears what had not gone yet. Raises Refused, or Changed.
    """
    with histories.opened(session, reference, deed, Part.PARTIES) as case:
        present = [member.id for member in staff.everybody(session)[1]]
        event = deaths.record(case.complaint, party, draft, present, terms=case.terms, deed=deed, write=case.write)
        waiting = carrying_on.unsent(case.complaint, party)
        case.add(event)
        shut_out(case, party)
        to = addressee(case.complaint)
        if not case.complaint.party(to).died:
            for number in waiting:
                letters.take(case, number, to)


def doubt(session: Session, reference: str, party: int, words: str, deed: Deed) -> None:
    """Ask a second person whether it was a mistake; raises Refused without a word on how we know, or Changed."""
    with histories.opened(session, reference, deed, Part.PARTIES) as case:
        case.add(deaths.doubt(case.complaint, party, words, terms=case.terms, deed=deed, write=case.write))


def correct(session: Session, reference: str, party: int, deed: Deed) -> None:
    """Put right that somebody was thought to have died: what had not gone goes to them again; raises Refused, Changed.

    They come back with a new return code, which staff make once they know who is asking.
    """
    with histories.opened(session, reference, deed, Part.PARTIES) as case:
        stood_in = [each.number for each in case.complaint.parties if each.carries_on]
        case.add(*deaths.correct(case.complaint, party, terms=case.terms, deed=deed))
        for number in stood_in:
            if not case.complaint.party(number).may_act:
                shut_out(case, number)
        to = addressee(case.complaint)
        for each in (party, *stood_in):
            for number in carrying_on.unsent(case.complaint, each):
                letters.take(case, number, to)


def let_stand(session: Session, reference: str, party: int, words: str, deed: Deed) -> None:
    """Write down that it was no mistake; raises Refused for who doubted it, or Changed."""
    with histories.opened(session, reference, deed, Part.PARTIES) as case:
        case.add(deaths.let_stand(case.complaint, party, words, deed=deed, write=case.write))


def carry_on(session: Session, reference: str, party: int, carried_on_by: int, words: str, deed: Deed) -> None:
    """Let family or the executor carry on: what had not gone goes to them; raises Refused, or Changed (ruling 7)."""
    with histories.opened(session, reference, deed, Part.PARTIES) as case:
        events = carrying_on.carry_on(
            case.complaint, party, carried_on_by, words, terms=case.terms, deed=deed, write=case.write
        )
        case.add(*events)
        for number in carrying_on.unsent(case.complaint, party):
            letters.take(case, number, carried_on_by)


def stop(session: Session, reference: str, party: int, words: str, deed: Deed) -> None:
    """Stop the complaint, because nobody carries on; nobody is written to. Raises Refused, or Changed (ruling 7)."""
    with histories.opened(session, reference, deed, Part.PARTIES, Part.END) as case:
        case.add(carrying_on.stop(case.complaint, party, words, deed=deed, write=case.write))


def shut_out(case: Case, party: int) -> None:
    """Let nothing that waits go to a party, and end whatever lets them in: sign-ins, codes on their way, the code."""
    outbox.cancel(case.session, stream(case.id), party, Outcome.NOT_NEEDED.value, case.deed.at)
    sign_ins.revoke(case.session, case.id, party, case.deed.at)
    receipts.revoke(case.session, case.id, party, case.deed)
    sessions.close_for_party(case.session, case.id, party)
