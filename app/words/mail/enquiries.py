"""Letters to an MP or councillor about a complaint: we have theirs, and our answer; no more than agreed (3.6)."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.case.enquiries import EnquiryAnswered, EnquiryJoined
from app.domain.people.parties import Share
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full, spoken
from app.words.mail import closings, openings
from app.words.mail.blocks import Block, paragraph
from app.words.mail.letters import Matter

GOT = N_("We have got your letter of %(received)s. Your reference is %(reference)s.")
BY = N_("We will answer you by %(by)s.")
TO_THE_RESIDENT = N_("We answer the person you wrote about ourselves.")
AS_AGREED = N_("We can tell you about them what they agree to. We ask them.")
ANSWER = N_("This is our answer to your letter of %(received)s.")
NO_MORE = N_("We cannot tell you more about the person you wrote about, unless they tell us that we may.")


def joined(matter: Matter) -> Iterator[Block]:
    """The letter that says that we have theirs, and by when we answer it."""
    event, _ = matter.event, catalogue(matter.language).gettext
    if not isinstance(event, EnquiryJoined):
        return
    yield from openings.dear(matter)
    words = {"reference": matter.complaint.reference, "received": in_full(event.happened_on, matter.language)}
    yield paragraph(_(GOT) % words)
    yield paragraph(_(BY) % {"by": spoken(event.answer_by, matter.language)})
    yield paragraph(f"{_(TO_THE_RESIDENT)} {_(AS_AGREED)}")
    yield from closings.contact(matter)


def answered(matter: Matter) -> Iterator[Block]:
    """Our answer to their letter; where the resident agreed to nothing, it says that we may not tell more."""
    event, _ = matter.event, catalogue(matter.language).gettext
    if not isinstance(event, EnquiryAnswered):
        return
    theirs = next(each for each in matter.complaint.intake.enquiries if each.number == event.number)
    yield from openings.dear(matter)
    yield paragraph(_(ANSWER) % {"received": in_full(theirs.happened_on, matter.language)})
    yield paragraph(matter.said(event.said))
    if matter.complaint.party(theirs.party).share is Share.NOTHING:
        yield paragraph(_(NO_MORE))
    yield from closings.contact(matter)
