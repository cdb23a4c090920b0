"""A message of ours, as it goes to whom it is for: their words are never quoted, for a letter may be opened (R21)."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.case.messages import MessageWritten
from app.domain.deed import london_day
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.mail import closings, openings
from app.words.mail.blocks import Block, paragraph
from app.words.mail.letters import Matter

ABOUT = N_("This is about your complaint %(reference)s.")
ANSWERS = N_("You wrote to us on %(date)s. This is our answer.")
ABOUT_THIS = N_("This is about what you told us, reference %(reference)s.")
SIGNED = N_("%(name)s, for %(landlord)s")
PLEASE_ANSWER = N_("Please tell us. You can answer on the page of your complaint, ring us, or write to us.")
MAY_ANSWER = N_("You can write back on the page of your complaint, ring us, or write to us.")


def message(matter: Matter) -> Iterator[Block]:
    """The letter in which a message goes."""
    event = matter.event
    if not isinstance(event, MessageWritten):
        return
    _ = catalogue(matter.language).gettext
    yield from openings.dear(matter)
    about = ABOUT if matter.complaint.intake.is_complaint else ABOUT_THIS
    yield paragraph(_(about) % {"reference": matter.complaint.reference})
    asked = [each for each in matter.complaint.messages if each.number in event.answers]
    if asked:
        yield paragraph(_(ANSWERS) % {"date": in_full(london_day(asked[-1].at), matter.language)})
    yield paragraph(matter.said(event.said))
    yield paragraph(_(PLEASE_ANSWER if event.asks else MAY_ANSWER))
    writer = next((each.staff for each in matter.complaint.messages if each.number == event.message), None)
    yield paragraph(_(SIGNED) % {"name": matter.named(writer), "landlord": matter.landlord.name})
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)
