"""An offer of money as it stands: what for, how much, what the resident says of it, and whether it was paid (7.1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.clock.profiles import Stage
from app.domain.promises.guidance import Head, Pence
from app.domain.said import Said


class OfferStanding(Enum):
    """What has become of an offer. READY: nothing holds it but the letter it goes in."""

    WAITING = "waiting"
    RETURNED = "returned"
    TAKEN_BACK = "taken_back"
    READY = "ready"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    RAISED = "raised"
    PAID = "paid"


class PaidTo(Enum):
    """Where the money went. It is the resident's: to set it against rent they owe needs their yes (7.4)."""

    RESIDENT = "resident"
    RENT_ACCOUNT = "rent_account"


@dataclass(frozen=True, slots=True)
class OfferLine:
    """A part of an offer: what for, how often (days, weeks, times), and what the guidance said of it that day.

    `guide` is the key of the guidance it went by, empty for none; `outside` says why it is another sum than that.
    """

    head: Head
    guide: str
    times: int
    least: Pence | None
    most: Pence | None
    pence: Pence
    said: Said
    outside: Said | None


@dataclass(frozen=True, slots=True)
class OfferState:
    """One offer. `raises` is the number of the lower one that it takes the place of, 0 for none.

    `decide_by` is when a second person should have looked at it, None where it needed none; `agreed_on` and `agreed`
    are when and how the resident said yes to their rent account, where it went there.
    """

    number: int
    stage: Stage
    lines: tuple[OfferLine, ...]
    by: int
    raises: int = 0
    with_answer: bool = False
    decide_by: date | None = None
    standing: OfferStanding = OfferStanding.READY
    decided_by: int | None = None
    note: Said | None = None
    letter: int = 0
    offered_on: date | None = None
    answered_on: date | None = None
    answered: Said | None = None
    pay_by: date | None = None
    asked_about: tuple[int, ...] = ()
    paid_on: date | None = None
    paid_to: PaidTo | None = None
    proof: Said | None = None
    file: int = 0
    agreed_on: date | None = None
    agreed: Said | None = None

    @property
    def total(self) -> Pence:
        """Return all of it, in pence."""
        return sum(line.pence for line in self.lines)

    @property
    def counts(self) -> bool:
        """Return whether it is money that the resident has, may have, or is about to be offered."""
        gone = (OfferStanding.RETURNED, OfferStanding.TAKEN_BACK, OfferStanding.RAISED)
        return self.standing not in gone

    @property
    def issued(self) -> bool:
        """Return whether it stands in a letter: only then has the resident heard of it."""
        return self.letter > 0

    @property
    def pending(self) -> bool:
        """Return whether it has not been offered yet, and still may be."""
        return self.standing in (OfferStanding.WAITING, OfferStanding.READY)

    @property
    def may_be_accepted(self) -> bool:
        """Return whether the resident may still say yes: what they declined can be taken up later."""
        return self.standing in (OfferStanding.OFFERED, OfferStanding.DECLINED)
