"""Somebody has died: nothing goes to them from that very transaction on, in any case of theirs (ruling 7)."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.mail.addressees import addressee
from app.domain.mail.routing import Outcome
from app.domain.parts import Part
from app.domain.people import carrying_on, deaths
from app.domain.people import elsewhere as heard_of
from app.domain.people.deaths import DeathDraft
from app.domain.people.elsewhere import Heard
from app.services.case import histories
from app.services.case.histories import Case
from app.services.mail import letters
from app.services.people import elsewhere, receipts, sessions, sign_ins
from app.store import outbox
from app.store.case.complaints import stream
from app.store.landlord import staff


def record(
    session: Session, reference: str, party: int, draft: DeathDraft, deed: Deed, others: Collection[str] = ()
) -> None:
    """Record that somebody has died: what waits to go to them is cancelled, and whatever lets them in ends.

    The same is done in these `others` of theirs; those that who acts may not see fall silent, until somebody looks
    who may. Who gets the letters where it was not they hears what had not gone yet. Raises Refused, or Changed.
    """
    present = [member.id for member in staff.everybody(session)[1]]
    with elsewhere.opened(session, reference, party, others, deed, Part.PARTIES) as them:
        _record(them.case, party, draft, present)
        for other in them.chosen:
            if not other.case.complaint.party(other.party).died:
                _record(*other, draft, present)
        elsewhere.tie(them, party)
        for hidden in them.hidden:
            elsewhere.hear(hidden, Heard.DEATH, _fall_silent)


def _record(case: Case, party: int, draft: DeathDraft, present: Collection[int]) -> None:
    event = deaths.record(case.complaint, party, draft, present, terms=case.terms, deed=case.deed, write=case.write)
    waiting = carrying_on.unsent(case.complaint, party)
    case.add(event)
    _fall_silent(case, party, waiting)


def _fall_silent(case: Case, party: int, waiting: Iterable[int] = ()) -> None:
    shut_out(case, party)
    to = addressee(case.complaint)
    if not case.complaint.party(to).is_gone:
        for number in waiting:
            letters.take(case, number, to)


def not_theirs(session: Session, reference: str, party: int, words: str, deed: Deed) -> None:
    """Write down that who died was somebody else: what had not gone goes to them again; raises Refused, Changed."""
    with histories.opened(session, reference, deed, Part.PARTIES) as case:
        case.add(heard_of.dismiss(case.complaint, party, Heard.DEATH, words, write=case.write))
        _speak_again(case, party)


def doubt(session: Session, reference: str, party: int, words: str, deed: Deed) -> None:
    """Ask a second person whether it was a mistake, in each case where it was written down at once.

    Raises Refused without a word on how we know, or Changed.
    """
    with elsewhere.tied(session, reference, party, deed, Part.PARTIES) as them:
        case = them.case
        case.add(deaths.doubt(case.complaint, party, words, terms=case.terms, deed=deed, write=case.write))
        for each, number in (*them.chosen, *them.hidden):
            who = each.complaint.party(number)
            if who.died and not who.death_doubted_by:
                each.add(deaths.doubt(each.complaint, number, words, terms=each.terms, deed=deed, write=each.write))


def correct(session: Session, reference: str, party: int, deed: Deed) -> None:
    """Put right that somebody was thought to have died, in each case where it was written down at once.

    What had not gone goes to them again. They come back with a new return code, which staff make once they know who
    is asking. Raises Refused, or Changed.
    """
    with elsewhere.tied(session, reference, party, deed, Part.PARTIES) as them:
        _correct(them.case, party)
        for other in them.chosen:
            if other.case.complaint.party(other.party).death_doubted_by:
                _correct(*other)
        for case, number in them.hidden:
            if case.complaint.party(number).may_have_died:
                case.add(heard_of.not_so(case.complaint, number, Heard.DEATH))
                _speak_again(case, number)


def _correct(case: Case, party: int) -> None:
    stood_in = [each.number for each in case.complaint.parties if each.carries_on]
    case.add(*deaths.correct(case.complaint, party, terms=case.terms, deed=case.deed))
    stood_in = [number for number in stood_in if not case.complaint.party(number).carries_on]
    for number in stood_in:
        if not case.complaint.party(number).may_act:
            shut_out(case, number)
    _speak_again(case, party, *stood_in)


def _speak_again(case: Case, *parties: int) -> None:
    to = addressee(case.complaint)
    for each in parties:
        for number in carrying_on.unsent(case.complaint, each):
            letters.take(case, number, to)


def let_stand(session: Session, reference: str, party: int, words: str, deed: Deed) -> None:
    """Write down that it was no mistake, in each case where it was doubted at once.

    Raises Refused for who doubted it, or Changed.
    """
    with elsewhere.tied(session, reference, party, deed, Part.PARTIES) as them:
        them.case.add(deaths.let_stand(them.case.complaint, party, words, deed=deed, write=them.case.write))
        for case, number in them.chosen:
            if case.complaint.party(number).death_doubted_by:
                case.add(deaths.let_stand(case.complaint, number, words, deed=deed, write=case.write))


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
