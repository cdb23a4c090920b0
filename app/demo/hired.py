"""The complaints of Wellmeadow's residents on which a contractor's person works, and what we asked before promising."""

from __future__ import annotations

from app.demo.residents import by_email, day
from app.demo.teller import Teller
from app.domain.case.findings import PromiseDraft
from app.domain.promises.draft_states import DraftReply
from app.services.case import contributions, jobs
from app.services.promises import drafts, promises
from app.store.landlord.staff import present_member


def a_contractors_job(tell: Teller) -> None:
    """Kim, of the heating firm, is to fit a valve, and asks for another day."""
    tell.sends(17, "The bedroom radiator has been cold for a month.", by_email("Idris Bello", "8 Elm Court"), "idris")
    tell.acknowledged(14, "sam", ("The bedroom radiator is cold",), ("A warm bedroom",))
    tell.answered(5, "sam", "We let you down.", PromiseDraft("Fit a new valve", tell.staff["sam"], day(tell, -4)))
    reference, kim = tell.made.reference, present_member(tell.session, tell.staff["kim"])
    assert kim is not None
    promises.hand_over(tell.session, reference, 1, kim.id, "", tell.ours(5, "sam"))
    later, why = day(tell, -9), "The valve is ordered, and comes next week."
    jobs.propose(tell.session, kim, reference, 1, later, why, tell.days.deed(1, f"staff:{kim.id}"))


def asked_before_we_promise(tell: Teller) -> None:
    """Kim is asked for a part of the answer, and the resident about what we mean to promise."""
    tell.sends(9, "The hot water runs out after a minute.", by_email("Thandi Mbeki", "2 Lock Street"), "thandi")
    tell.acknowledged(6, "priya", ("The hot water runs out",), ("Hot water",))
    reference, by = tell.made.reference, tell.ours(4, "priya")
    words = "When were you there, and what did you find at the cylinder?"
    contributions.ask(tell.session, reference, tell.staff["kim"], tell.days.ago(-2), words, by)
    drafts.draft(tell.session, reference, "Fit a new hot water cylinder", tell.days.ago(-12), by)
    tell.letters_go(4)
    theirs = tell.theirs(3)
    drafts.answer(tell.session, reference, 1, 1, DraftReply.OTHERWISE, "Any day but Friday, please.", theirs)
