"""The complaints of Wellmeadow's residents that not everybody of the staff may see."""

from __future__ import annotations

from app.demo.residents import by_email, by_letter
from app.demo.teller import Teller
from app.domain.people.safeguarding import TellingDraft
from app.domain.people.safeguarding_states import Whom
from app.services.case import restrictions
from app.services.people import safeguarding


def about_one_of_us(tell: Teller) -> None:
    """A complaint about Priya, which Priya finds nowhere."""
    tell.sends(9, "Priya Nair shouted at me on the phone.", by_email("Bronwen Pugh", "21 Mead Lane"), "bronwen")
    named = [tell.staff[each] for each in ("dana", "sam", "tom")]
    deed = tell.ours(8, "dana")
    restrictions.name_concerned(tell.session, tell.made.reference, [tell.staff["priya"]], named, deed)
    tell.acknowledged(7, "sam", ("How Priya spoke to me on the phone",), ("An apology",))


def somebody_may_be_harmed(tell: Teller) -> None:
    """Sam noticed something on the phone and wrote it down; Dana told the council the same day."""
    tell.sends(6, "The front door does not lock.", by_letter("Walter Dunn", "17 Lock Street"), "walter")
    tell.acknowledged(5, "sam", ("The front door does not lock",), ("A new lock",))
    reference, dana = tell.made.reference, tell.ours(4, "dana")
    seen = "He said that his nephew keeps his bank card, and that he is not allowed to ring anybody."
    safeguarding.raise_concern(tell.session, reference, seen, tell.ours(4, "sam"))
    told = TellingDraft(Whom.ADULTS, "Duty desk, Ms Rees. They visit him tomorrow.", dana.on, "ASC-20417")
    safeguarding.tell(tell.session, reference, 1, told, dana)
