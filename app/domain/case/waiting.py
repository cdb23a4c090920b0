"""What waits for the person on their own page. Nothing of it stops a clock (rulings 6, 9)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.domain.case.state import Complaint
from app.domain.case.survey_states import survey_waits
from app.domain.case.threads import unread
from app.domain.people.parties import PartyState, Role
from app.domain.promises.drafts import open_ones
from app.domain.promises.offer_states import OfferStanding


class Ask(Enum):
    """What we would like to hear."""

    UNDERSTOOD = "understood"
    OUTCOMES = "outcomes"
    AUTHORITY = "authority"
    QUESTION = "question"
    MESSAGE = "message"
    PROMISE_DRAFT = "promise_draft"
    PROMISE = "promise"
    OFFER = "offer"
    SURVEY = "survey"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing; `party` is who would like to speak for the resident, `promise` one that we say is done or is late.

    `offer` is one of money, and `draft` one we mean to promise, that they have not answered: they need not.
    """

    ask: Ask
    party: int = 0
    promise: int = 0
    offer: int = 0
    draft: int = 0


def waiting(complaint: Complaint, viewer: PartyState) -> tuple[Waiting, ...]:
    """Return what waits for this party, most pressing first; only the resident is asked who speaks for them."""
    found = []
    if viewer.role is Role.RESIDENT:
        unconfirmed = [party.number for party in complaint.parties if party.to_be_asked_about]
        found += [Waiting(Ask.AUTHORITY, number) for number in unconfirmed]
    if may_say_whether_understood(complaint) and not complaint.understood and not _to_acknowledge(complaint):
        found.append(Waiting(Ask.UNDERSTOOD if complaint.definition.outcomes else Ask.OUTCOMES))
    if new := unread(complaint.messages, viewer.number):
        found.append(Waiting(Ask.QUESTION if any(message.asks for message in new) else Ask.MESSAGE))
    meant = [each for each in open_ones(complaint) if each.reply is None]
    found += [Waiting(Ask.PROMISE_DRAFT, draft=each.number) for each in meant]
    found += [Waiting(Ask.PROMISE, promise=promise.number) for promise in complaint.promises if promise.asks]
    offered = [each for each in complaint.remedies.offers if each.standing is OfferStanding.OFFERED]
    found += [Waiting(Ask.OFFER, offer=offer.number) for offer in offered]
    if survey_waits(complaint):
        found.append(Waiting(Ask.SURVEY))
    return tuple(found)


def _to_acknowledge(complaint: Complaint) -> bool:
    """Return whether a stage has begun of which we have yet to say what we understood."""
    stage = complaint.current
    return stage is not None and stage.acknowledge_by is not None and stage.acknowledged_on is None


def may_say_whether_understood(complaint: Complaint) -> bool:
    """Return whether the definition is written and not yet answered, so that a correction still counts (5.6)."""
    return complaint.unanswered is not None and bool(complaint.definition.points)
