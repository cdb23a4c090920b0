"""The complaints of Wellmeadow's residents that somebody new looks at again: at Stage 2."""

from __future__ import annotations

from app.demo.residents import by_email, by_letter, day
from app.demo.teller import Teller
from app.domain.case.findings import PromiseDraft
from app.domain.clock.profiles import Finding


def stage_2_just_asked(tell: Teller) -> None:
    tell.sends(26, "I was told I could have a parking space.", by_email("Olena Koval", "9 Mead Lane"), "olena")
    tell.acknowledged(23, "priya", ("A parking space was promised",), ("The space",))
    tell.answered(14, "priya", "We did not find that a space was promised.", finding=Finding.NOT_UPHELD)
    tell.asks_for_stage_2(2)


def stage_2_under_way(tell: Teller) -> None:
    tell.sends(38, "My kitchen was left without a floor.", by_letter("Harold Finch", "4 Lock Street"), "harold")
    tell.acknowledged(35, "sam", ("No kitchen floor for six weeks",), ("A floor", "Money for takeaways"))
    tell.answered(26, "sam", "The floor took too long, and we are sorry.", finding=Finding.PARTLY_UPHELD)
    tell.asks_for_stage_2(14, "You did not answer about the takeaways.")
    tell.acknowledged(11, "tom", ("No kitchen floor for six weeks", "The takeaways were not answered"), ("Money back",))


def answer_waits_for_its_check(tell: Teller) -> None:
    tell.sends(40, "The bins are under my window and it smells.", by_email("Rosa Almeida", "15 Lock Street"), "rosa")
    tell.acknowledged(37, "sam", ("The bin store under the window", "Two letters not answered"), ("The bins moved",))
    tell.answered(28, "sam", "The bins cannot be moved.", finding=Finding.NOT_UPHELD)
    tell.asks_for_stage_2(20, "You did not come and look.")
    tell.acknowledged(17, "tom", ("Nobody came to look at the bins", "Two letters not answered"), ("The bins moved",))
    moved = PromiseDraft("Move the bins behind the garages", tell.staff["sam"], day(tell, -15))
    tell.writes_answer(4, "tom", "We came, and you are right.", moved)
    tell.gives_answer_back(3, "miriam", "Say sorry for the two letters too, and by when the bins are moved.")
    tell.writes_answer(1, "tom", "We came, and you are right. We are sorry for the two letters as well.", moved)
