"""Freeze a letter, choose the safe way it goes, and post it: in the same transaction as the deed it tells of."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache

from app.domain.case.state import Complaint
from app.domain.clock.profiles import Stage
from app.domain.history import Event
from app.domain.landlord.letter_texts import OwnWords
from app.domain.mail import letters
from app.domain.mail.addressees import addressee
from app.domain.mail.letters import Failed
from app.domain.mail.notices import ONLY_BY, Notice, way_for
from app.domain.mail.routing import may_go
from app.domain.people import carrying_on
from app.domain.people.preferences import Way
from app.domain.record import canonical
from app.domain.said import salted
from app.services.case.histories import SALT_BYTES, Case
from app.services.landlord import landlord, letter_texts
from app.services.mail import notices
from app.store.case.complaints import stream
from app.store.landlord import staff
from app.store.mail import letters as store
from app.words.mail import (
    acknowledgements,
    belonging,
    closed,
    contact_limits,
    enquiries,
    escalations,
    hazards,
    kinds,
    late_hazards,
    lateness,
    messages,
    mistakes,
    more_time,
    new_points,
    offers,
    promise_drafts,
    promises,
    receipts,
    refusals,
    responses,
    surveys,
    withdrawals,
)
from app.words.mail.blocks import Block
from app.words.mail.letters import Matter

Compose = Callable[[Matter], Iterable[Block]]

COMPOSE: Mapping[Notice, Compose] = {
    Notice.RECEIPT: receipts.receipt,
    Notice.ACKNOWLEDGED: acknowledgements.acknowledged,
    Notice.STAGE_2_ACKNOWLEDGED: acknowledgements.acknowledged,
    Notice.MORE_TIME: more_time.taken,
    Notice.UPDATE: more_time.update,
    Notice.LATE: lateness.late,
    Notice.NEW_DATE: lateness.new_date,
    Notice.ANSWER: responses.answer,
    Notice.STAGE_2_ANSWER: responses.answer,
    Notice.STAGE_2_ASKED: escalations.asked,
    Notice.WITHDRAWN: withdrawals.withdrawn,
    Notice.MESSAGE: messages.message,
    Notice.HAZARD_SUMMARY: hazards.summary,
    Notice.HAZARD_DATE_MOVED: late_hazards.moved,
    Notice.HAZARD_LATE: late_hazards.late,
    Notice.REFUSED: refusals.refused,
    Notice.REFUSAL_UPHELD: refusals.upheld,
    Notice.REFUSAL_OVERTURNED: refusals.overturned,
    Notice.PROMISE_MOVED: promises.moved,
    Notice.PROMISE_DRAFTED: promise_drafts.drafted,
    Notice.WAS_IT_FIXED: promises.was_it_fixed,
    Notice.OFFER: offers.offer,
    Notice.OFFER_PAID: offers.paid,
    Notice.CLOSED: closed.closed,
    Notice.NEW_POINT: new_points.decided,
    Notice.SPLIT_OFF: belonging.split_off,
    Notice.MERGED: belonging.merged,
    Notice.LOGGED_BY_MISTAKE: mistakes.logged,
    Notice.MISTAKE_TAKEN_BACK: mistakes.taken_back,
    Notice.REQUEST_LOGGED: kinds.logged,
    Notice.ENQUIRY_RECEIVED: kinds.logged,
    Notice.DATA_COMPLAINT_ACKNOWLEDGED: kinds.logged,
    Notice.REQUEST_ENDED: kinds.ended,
    Notice.ENQUIRY_JOINED: enquiries.joined,
    Notice.ENQUIRY_ANSWERED: enquiries.answered,
    Notice.RESTRICTED: contact_limits.restricted,
    Notice.RESTRICTION_UPHELD: contact_limits.upheld,
    Notice.RESTRICTION_ENDED: contact_limits.over,
    Notice.SURVEY: surveys.survey,
}
"""Every notice that is a letter, and who writes it."""


def issue(
    case: Case,
    notice: Notice,
    stage: Stage | None,
    event: Event,
    to: int | None = None,
    own: OwnWords | None = None,
) -> int:
    """Freeze the letter that tells of this event, and return its number; it goes by a safe way (ruling 8).

    It goes `to` one party where it is theirs alone, else to who gets the letters of the case. `own`: as in `preview`.
    """
    party = to or addressee(case.complaint)
    text = canonical(preview(case, notice, event, party, own))
    salt = secrets.token_bytes(SALT_BYTES)
    sha256 = salted(salt, text)
    reachable = set(case.reachable(party)) & ONLY_BY.get(notice, frozenset(Way))
    issued = letters.issue(case.complaint, notice, stage, party, reachable, sha256, terms=case.terms, deed=case.deed)
    language = case.complaint.party(party).language
    row = store.Letter(case.id, issued.letter, notice.value, stage, party, language, text, salt, sha256, case.deed.at)
    store.add(case.session, row)
    case.add(issued)
    _dispatch(case, issued.letter, issued.way)
    return issued.letter


def preview(
    case: Case, notice: Notice, event: Event, to: int | None = None, own: OwnWords | None = None
) -> list[Block]:
    """Return the blocks of the letter that tells of an event which has just happened: exactly what `issue` freezes.

    `own` are the words of ours that stand in it; None: those that the landlord has for such a letter now.
    """
    party = to or addressee(case.complaint)
    named = {each.number: each.name for each in case.people()}
    language = case.complaint.party(party).language
    matter = Matter(
        landlord=landlord.current(case.session),
        profile=case.terms.profile,
        complaint=case.complaint,
        event=event,
        name=named.get(party, ""),
        texts=case.texts(),
        names=cache(lambda: staff.names(case.session)),
        on=case.deed.on,
        language=language,
        own=own if own is not None else letter_texts.of_notice(case.session, notice, language),
    )
    return list(COMPOSE[notice](matter))


def written_in(complaint: Complaint) -> str:
    """Return the language of its letters: that of whom they go to."""
    return complaint.party(addressee(complaint)).language


def sent(case: Case, number: int, happened_on: date | None = None, way: Way | None = None) -> None:
    """Record that a letter went, today or on the day a person enters; raises Refused as `letters.send` does."""
    day = happened_on or case.deed.on
    case.add(letters.send(case.complaint, number, day, terms=case.terms, deed=case.deed, way=way))


def take(case: Case, number: int, party: int) -> None:
    """Let a letter that has not gone go to somebody else, or to the same person again, by the way that is safe."""
    who = case.complaint.party(party)
    way = way_for(who.preferences, case.reachable(party))
    case.add(carrying_on.pass_on(number, party, way, terms=case.terms, deed=case.deed))
    _dispatch(case, number, way)


def came_back(case: Case, number: int, failed: Failed) -> None:
    """Record that a letter did not arrive, and send it the next safe way; the duty is open again (ruling 8)."""
    letter = case.complaint.letter(number)
    reachable = set(case.reachable(letter.party)) - {letter.way}
    who = case.complaint.party(letter.party)
    way = None if who.silent else way_for(who.preferences, reachable)
    case.add(letters.come_back(case.complaint, number, failed, way, terms=case.terms, deed=case.deed))
    _dispatch(case, number, way)


def reroute(case: Case, party: int) -> None:
    """Send what has not gone yet to a party by another way, where its own is no longer safe (ruling 1)."""
    preferences = case.complaint.party(party).preferences
    reachable = case.reachable(party)
    waiting = [each for each in case.complaint.letters if each.party == party and each.sent_on is None]
    for letter in waiting:
        if letter.way is not None and not may_go(preferences, reachable, letter.way):
            came_back(case, letter.number, Failed.NOT_SAFE)


def _dispatch(case: Case, number: int, way: Way | None) -> None:
    if way is Way.HERE:
        sent(case, number)
    if way is Way.EMAIL:
        letter = case.complaint.letter(number)
        once = f"letter-{number}-{letter.came_back}-{letter.passed_on}"
        notices.post(case.session, letter.notice, stream(case.id), once, case.deed, party=letter.party, letter=number)
