"""How a wrong is put right: the menu of the Code, and what of it a case has been given (7.1, 7.2)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from app.domain.clock.profiles import Stage
from app.domain.promises.offer_states import OfferStanding, OfferState


class RemedyKind(Enum):
    """A way of putting right, as the Code lists them (7.1)."""

    APOLOGY = "apology"
    ACKNOWLEDGEMENT = "acknowledgement"
    EXPLANATION = "explanation"
    ACTION = "action"
    DECISION = "decision"
    RECORD = "record"
    MONEY = "money"
    PRACTICE = "practice"


TICKED = tuple(kind for kind in RemedyKind if kind is not RemedyKind.MONEY)
"""Those that a handler ticks: money is among them once a sum is offered, and never without one."""


@dataclass(frozen=True, slots=True)
class PutRight:
    """What answers one point of an answer."""

    point: int
    kinds: tuple[RemedyKind, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """What the answer of a stage gave, and which of it answers which point: none where nobody said so."""

    stage: Stage
    kinds: tuple[RemedyKind, ...]
    points: tuple[PutRight, ...] = ()


@dataclass(frozen=True, slots=True)
class Remedies:
    """What a case has been given: by its answers, and in money."""

    given: tuple[Given, ...] = ()
    offers: tuple[OfferState, ...] = ()

    def of_point(self, stage: Stage, point: int) -> tuple[RemedyKind, ...]:
        """Return what answers a point in the last answer of a stage."""
        said = [each.points for each in self.given if each.stage is stage][-1:]
        return next((each.kinds for points in said for each in points if each.point == point), ())

    def offer(self, number: int) -> OfferState | None:
        """Return an offer, None where there is none of this number."""
        return next((each for each in self.offers if each.number == number), None)

    def with_points(self, stage: Stage, points: tuple[PutRight, ...]) -> Remedies:
        """Return them with what the last answer of a stage gave told apart by point."""
        last = max((index for index, each in enumerate(self.given) if each.stage is stage), default=None)
        changed = (replace(each, points=points) if index == last else each for index, each in enumerate(self.given))
        return replace(self, given=tuple(changed))

    @property
    def counted(self) -> int:
        """Return the pence that are offered or about to be, all of it together: what a limit is held against."""
        return sum(each.total for each in self.offers if each.counts)

    @property
    def owed_by(self) -> tuple[date, ...]:
        """Return the days by which money is to be paid: what was accepted is put right once it has been."""
        return tuple(
            each.pay_by for each in self.offers if each.standing is OfferStanding.ACCEPTED and each.pay_by is not None
        )

    @property
    def settled(self) -> bool:
        """Return whether money was paid, and none is owed."""
        return not self.owed_by and any(each.standing is OfferStanding.PAID for each in self.offers)

    def with_offer(self, number: int, **changes: object) -> Remedies:
        """Return them with fields of one offer replaced."""
        offers = tuple(
            replace(each, **changes) if each.number == number else each  # type: ignore[arg-type]
            for each in self.offers
        )
        return replace(self, offers=offers)
