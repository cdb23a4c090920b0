"""Complaints that were not accepted: one for good, one overturned, and one that waits for a second person (2.1)."""

from __future__ import annotations

from app.demo.residents import by_email, by_letter
from app.demo.teller import Teller
from app.domain.case.not_accepted import OverturnedBy
from app.domain.case.overturned import OverturnDraft
from app.domain.case.refusals import RefusalDraft
from app.domain.clock.profiles import Ground
from app.services.case import refusals


def refused_and_overturned(tell: Teller) -> None:
    tell.sends(22, "You never gave back my garden fence.", by_email("Moira Kerr", "18 Mead Lane"), "moira")
    over = tell.days.ago(400)
    _may_be_refused(
        tell,
        20,
        "priya",
        RefusalDraft(
            Ground.OVER_TIME_LIMIT,
            "The fence was taken down more than a year before you told us, and you knew that day.",
            "The job sheet of that day, which you signed.",
            "We asked if it still does harm. You told us that the garden is closed on that side by a wall.",
            whole=True,
            happened_on=over,
        ),
    )
    _is_refused(tell, 19, "dana")
    _is_overturned(tell, 2, "dana", "They say that you told us in time, by phone, and we did not write it down.", -12)


def refused(tell: Teller) -> None:
    tell.sends(16, "The letter about the lift was rude.", by_letter("Ivor Pugh", "6 Lock Street"), "ivor")
    draft = RefusalDraft(
        Ground.CONSIDERED_BEFORE,
        "You complained of the same letter in spring. We answered at both stages, and nothing is new.",
        "Our final answer of 12 May, and the letter itself.",
        whole=True,
    )
    _may_be_refused(tell, 14, "sam", draft)
    _is_refused(tell, 13, "dana")


def refusal_waits_for_a_second_person(tell: Teller) -> None:
    tell.sends(3, "The council moved my bus stop.", by_email("Tariq Aziz", "22 Elm Court"), "tariq")
    draft = RefusalDraft(
        Ground.NOT_OUR_FUNCTION,
        "The bus stop belongs to the council, and we have no say in it. They take complaints at their own office.",
        "The council’s notice of 2 November.",
        whole=True,
    )
    _may_be_refused(tell, 1, "sam", draft)


def _may_be_refused(tell: Teller, ago: int, by: str, draft: RefusalDraft) -> None:
    """Staff would not accept it, and ask a second person."""
    refusals.propose(tell.session, tell.made.reference, draft, tell.ours(ago, by))


def _is_refused(tell: Teller, ago: int, by: str) -> None:
    """A second person agrees, and the letter goes."""
    refusals.approve(tell.session, tell.made.reference, 1, tell.ours(ago, by))
    tell.letters_go(ago)


def _is_overturned(tell: Teller, ago: int, by: str, words: str, until: int) -> None:
    """The Ombudsman tells us to take it on, `until` so many working days before today (below nought: after it)."""
    draft = OverturnDraft(OverturnedBy.OMBUDSMAN, tell.days.ago(ago), words, tell.days.ago(until))
    refusals.overturn(tell.session, tell.made.reference, 1, draft, tell.ours(ago, by))
