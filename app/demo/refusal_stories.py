"""Complaints that were not accepted: one for good, one overturned, and one that waits for a second person (2.1)."""

from __future__ import annotations

from app.demo.residents import by_email, by_letter
from app.demo.teller import Teller
from app.domain.case.refusals import RefusalDraft
from app.domain.clock.profiles import Ground


def refused_and_overturned(tell: Teller) -> None:
    tell.sends(22, "You never gave back my garden fence.", by_email("Moira Kerr", "18 Mead Lane"), "moira")
    over = tell.days.ago(400)
    tell.may_be_refused(
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
    tell.is_refused(19, "dana")
    tell.is_overturned(2, "dana", "They say that you told us in time, by phone, and we did not write it down.", -12)


def refused(tell: Teller) -> None:
    tell.sends(16, "The letter about the lift was rude.", by_letter("Ivor Pugh", "6 Lock Street"), "ivor")
    draft = RefusalDraft(
        Ground.CONSIDERED_BEFORE,
        "You complained of the same letter in spring. We answered at both stages, and nothing is new.",
        "Our final answer of 12 May, and the letter itself.",
        whole=True,
    )
    tell.may_be_refused(14, "sam", draft)
    tell.is_refused(13, "dana")


def refusal_waits_for_a_second_person(tell: Teller) -> None:
    tell.sends(3, "The council moved my bus stop.", by_email("Tariq Aziz", "22 Elm Court"), "tariq")
    draft = RefusalDraft(
        Ground.NOT_OUR_FUNCTION,
        "The bus stop belongs to the council, and we have no say in it. They take complaints at their own office.",
        "The council’s notice of 2 November.",
        whole=True,
    )
    tell.may_be_refused(1, "sam", draft)
