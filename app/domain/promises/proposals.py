"""Another day for a promise, asked for by whoever keeps it for us: staff decide, and tell the resident (7.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.case.state import Complaint
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.landlord.whys import ContractorWhy
from app.domain.promises.ledger import Proposal
from app.domain.promises.promises import another_day, still_open
from app.domain.refused import Gap, Refused
from app.domain.said import Said, WordsKind, Write

DECIDE_WITHIN = 2
"""Working days in which staff decide: our own promise to whoever keeps ours."""


@dataclass(frozen=True, slots=True)
class PromiseDateProposed:
    """Whoever keeps a promise asked for another day. It moves nothing: the date stays until staff move it."""

    promise: int
    new: date
    said: Said
    decide_by: date


@dataclass(frozen=True, slots=True)
class ProposedDateDeclined:
    """Staff decided that the date stays."""

    promise: int
    said: Said


Event = PromiseDateProposed | ProposedDateDeclined


def propose(
    complaint: Complaint, number: int, new: date | None, reason: str, *, terms: Terms, deed: Deed, write: Write
) -> PromiseDateProposed:
    """Return the event; raises Refused without a day to come and a reason, or where the promise ended (7.3)."""
    promise = still_open(complaint, number)
    day = another_day(promise, new, reason, deed, without=ContractorWhy.DATE_WITHOUT_REASON)
    decide_by = terms.in_working_days(deed.on, DECIDE_WITHIN)
    return PromiseDateProposed(number, day, write(WordsKind.REASON, reason), decide_by)


def decline(complaint: Complaint, number: int, reason: str, write: Write) -> ProposedDateDeclined:
    """Return the event; raises Refused without a reason, or where no day was proposed."""
    if complaint.promise(number).proposed is None:
        raise Refused(ContractorWhy.NO_DATE_PROPOSED)
    if not reason.strip():
        raise Refused(Gap(ContractorWhy.DECLINED_WITHOUT_REASON, "words"))
    return ProposedDateDeclined(number, write(WordsKind.REASON, reason))


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case PromiseDateProposed(number, new, said, decide_by):
            return complaint.with_promise(number, proposed=Proposal(new, said, decide_by))
        case ProposedDateDeclined(number, _):
            return complaint.with_promise(number, proposed=None)
