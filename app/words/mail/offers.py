"""Money in a letter: what is offered and how to answer it, in the answer or on its own, and that it was paid (7.1)."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.promises.offer_states import OfferState, PaidTo
from app.domain.promises.offers import OfferIssued
from app.domain.promises.payments import OfferPaid
from app.words.beginnings import begun
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.mail import closings, openings
from app.words.mail.blocks import Block, heading, paragraph, table
from app.words.mail.letters import Matter
from app.words.money import pounds
from app.words.say import say

MONEY = N_("Money that we offer you")
WE_OFFER = N_("We offer you %(total)s.")
MORE_THAN_BEFORE = N_("Before, we had offered you %(before)s. This offer takes its place.")
FOR_WHAT = N_("What for")
WHY = N_("Why")
HOW_MUCH = N_("How much")
TELL_US = N_("Tell us on your page if you accept it, or ring us, or write to us. Ask us if anything is not clear.")
WE_PAY = N_("If you accept it, we pay within %(days)s working days, and we pay you.")
NOT_THE_RENT = N_("We do not set it against rent that you may owe, unless we ask you and you agree.")
NOTHING_CHANGES = N_("If you do not answer, nothing changes. If you say no now, you can still accept it later.")
STAYS_OPEN = N_(
    "If you accept it, your complaint does not end because of it. You can still ask for Stage 2, "
    "and you can still go to the %(ombudsman)s."
)
STAYS_OPEN_FINAL = N_("If you accept it, you can still go to the %(ombudsman)s.")
PAID = N_("We paid %(total)s on %(day)s.")
TO_YOU = N_("It was paid to you.")
TO_RENT = N_("It was paid to your rent account. You agreed to that on %(day)s.")
NOT_ARRIVED = N_("If it has not arrived, tell us.")


def offer(matter: Matter) -> Iterator[Block]:
    """The letter of an offer that goes on its own."""
    event = matter.event
    found = matter.complaint.remedies.offer(event.offer) if isinstance(event, OfferIssued) else None
    if found is None:
        return
    yield from openings.dear(matter)
    yield from offered(matter, found)
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)


def offered(matter: Matter, found: OfferState) -> Iterator[Block]:
    """What is offered, line by line with its reason; how to answer; and that nothing is lost by saying yes."""
    _ = catalogue(matter.language).gettext
    raised = matter.complaint.remedies.offer(found.raises)
    stage_2 = matter.complaint.stage_2
    final = stage_2 is not None and stage_2.answered_on is not None
    stays = STAYS_OPEN_FINAL if final else STAYS_OPEN
    rows = [
        (begun(say(line.head, matter.language)), matter.said(line.said), pounds(line.pence, matter.language))
        for line in found.lines
    ]
    yield heading(_(MONEY))
    yield paragraph(_(WE_OFFER) % {"total": pounds(found.total, matter.language)})
    if raised is not None:
        yield paragraph(_(MORE_THAN_BEFORE) % {"before": pounds(raised.total, matter.language)})
    yield table([_(FOR_WHAT), _(WHY), _(HOW_MUCH)], rows)
    yield paragraph(_(TELL_US))
    pays = _(WE_PAY) % {"days": str(matter.landlord.pay_offers_within)}
    yield paragraph(f"{pays} {_(NOT_THE_RENT)}")
    yield paragraph(_(NOTHING_CHANGES))
    yield paragraph(_(stays) % {"ombudsman": closings.ombudsman_contact(matter).name})


def paid(matter: Matter) -> Iterator[Block]:
    """That an offer was paid, on which day, and where the money went."""
    event = matter.event
    if not isinstance(event, OfferPaid):
        return
    _ = catalogue(matter.language).gettext
    yield from openings.dear(matter)
    day = in_full(event.happened_on, matter.language)
    yield paragraph(_(PAID) % {"total": pounds(event.total, matter.language), "day": day})
    if event.to is PaidTo.RENT_ACCOUNT and event.agreed_on is not None:
        yield paragraph(_(TO_RENT) % {"day": in_full(event.agreed_on, matter.language)})
    else:
        yield paragraph(_(TO_YOU))
    yield paragraph(_(NOT_ARRIVED))
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)
