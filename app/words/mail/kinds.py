"""Letters of what is no complaint: we have it, by when it is done, what was done; and how to make it one (1.3–1.6)."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.case.kinds import ICO, Kind
from app.domain.case.requests import CaseEnded
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full, spoken
from app.words.mail import closings, openings
from app.words.mail.blocks import Block, bullets, heading, paragraph
from app.words.mail.letters import Matter

GOT = {
    Kind.REQUEST: N_("We have written down what you asked us for. Your reference is %(reference)s."),
    Kind.ENQUIRY: N_("We have got your letter of %(received)s. Your reference is %(reference)s."),
    Kind.DATA_PROTECTION: N_(
        "We have got your complaint about personal data of %(received)s. Your reference is %(reference)s."
    ),
}
BY = {
    Kind.REQUEST: N_("We will do it by %(by)s. If we cannot, we will tell you before then."),
    Kind.ENQUIRY: N_("We will answer you by %(by)s."),
    Kind.DATA_PROTECTION: N_("We will look into it without delay, and write to you what we found by %(by)s."),
}
TOLD_US = N_("You told us")
MAKE_IT_ONE = N_("If you are unhappy")
UNHAPPY = N_(
    "This is not a complaint yet. If you are unhappy with how we deal with it, you can make it a complaint at any "
    "time: on its page, by phone or in writing. We go on with this all the same."
)
WHAT_WE_DID = {
    Kind.REQUEST: N_("What you asked us for has ended on %(date)s. This is what we did."),
    Kind.ENQUIRY: N_("This is our answer to your letter, which we dealt with by %(date)s."),
    Kind.DATA_PROTECTION: N_("This is what we found about your complaint about personal data, on %(date)s."),
}
REGULATOR = N_("The Information Commissioner’s Office")
REGULATOR_ANY_TIME = N_(
    "You can take this to the Information Commissioner’s Office (ICO). It looks after people’s rights over their "
    "data, and is free. Tell it if you are unhappy with what we did, or if we are late."
)


def logged(matter: Matter) -> Iterator[Block]:
    """The letter that says what we have, and by when it is done or answered."""
    intake, _ = matter.complaint.intake, catalogue(matter.language).gettext
    received = matter.complaint.received_on
    if intake.due_by is None or received is None or intake.is_complaint:
        return
    yield from openings.dear(matter)
    words = {"reference": matter.complaint.reference, "received": in_full(received, matter.language)}
    yield paragraph(_(GOT[intake.kind]) % words)
    yield paragraph(_(BY[intake.kind]) % {"by": spoken(intake.due_by, matter.language)})
    if intake.kind is Kind.REQUEST:
        yield heading(_(TOLD_US))
        yield paragraph(matter.said(matter.complaint.first_words))
    yield from _unhappy(matter)


def ended(matter: Matter) -> Iterator[Block]:
    """The letter that says what was done, or what we answer."""
    event, kind, _ = matter.event, matter.complaint.intake.kind, catalogue(matter.language).gettext
    if not isinstance(event, CaseEnded) or kind is Kind.COMPLAINT:
        return
    yield from openings.dear(matter)
    yield paragraph(_(WHAT_WE_DID[kind]) % {"date": in_full(event.happened_on, matter.language)})
    yield paragraph(matter.said(event.said))
    yield from _unhappy(matter)


def _unhappy(matter: Matter) -> Iterator[Block]:
    """How to go on: whoever complains about their data has the ICO, everybody else may make it a complaint."""
    _ = catalogue(matter.language).gettext
    if matter.complaint.intake.kind is Kind.DATA_PROTECTION:
        yield from closings.contact(matter)
        yield heading(_(REGULATOR))
        yield paragraph(_(REGULATOR_ANY_TIME))
        ways = [_(closings.USE_FORM) % {"address": ICO.web}, _(closings.RING_THEM) % {"phone": ICO.phone}]
        yield bullets([*ways, _(closings.WRITE_TO_THEM) % {"post": ", ".join(ICO.post)}])
        return
    yield heading(_(MAKE_IT_ONE))
    yield paragraph(_(UNHAPPY))
    yield from closings.contact(matter)
