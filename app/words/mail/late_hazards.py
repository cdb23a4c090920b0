"""A danger in the home that is late: a date moved, or a time of the law missed, why, what now, and their rights."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.clock.hazard_lateness import HazardLateTold
from app.domain.clock.hazard_moves import HazardDateMoved
from app.domain.clock.hazard_states import HazardStep, one
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.mail import closings, openings
from app.words.mail.blocks import Block, bullets, heading, paragraph
from app.words.mail.hazards import RING, RING_999, WORSE
from app.words.mail.letters import Matter
from app.words.say import say

WE_ARE_LATE = N_("We are late with a danger in your home. The law gives us a time, and we missed it. We are sorry.")
ABOUT = N_("This is about:")
MISSED = N_("What we missed")
WHEN = {
    HazardStep.INVESTIGATE: N_("We should have come and looked at it by %(day)s."),
    HazardStep.SUMMARY: N_("We should have written to you what we found by %(day)s."),
    HazardStep.SAFE: N_("We should have made it safe by %(day)s."),
    HazardStep.WORKS: N_("We should have begun the works by %(day)s."),
}
WHY = N_("Why")
NOW = N_("What happens now")
SOMEWHERE_ELSE = N_("You need not stay in a home that is not safe. We must find you somewhere else, and pay for it.")
RIGHTS = N_("Your rights")
COURT = N_(
    "The law sets these times for us. When we do not keep to them you can take us to court. "
    "Citizens Advice, Shelter or a solicitor can tell you how. Ask for advice that is free."
)
TO_OMBUDSMAN = N_("You can also take this to the %(ombudsman)s. How to reach them is at the end of this letter.")
MOVED = {
    HazardStep.SAFE: N_("We had said that your home would be safe by %(old)s. It will now be safe by %(new)s."),
    HazardStep.WORKS: N_("We had said that the works would begin by %(old)s. They will now begin by %(new)s."),
}
TOO_LATE = N_("The law says that it must be by %(day)s. Our new date is later than the law allows. We are sorry.")


def late(matter: Matter) -> Iterator[Block]:
    """The letter that says which time of the law was missed."""
    event = matter.event
    if not isinstance(event, HazardLateTold):
        return
    _ = catalogue(matter.language).gettext
    yield from openings.dear(matter)
    yield paragraph(_(WE_ARE_LATE))
    yield from _about(matter, event.hazard)
    yield heading(_(MISSED))
    yield bullets([_(WHEN[each.step]) % {"day": in_full(each.on, matter.language)} for each in event.missed])
    yield heading(_(WHY))
    yield paragraph(matter.said(event.why))
    yield heading(_(NOW))
    yield paragraph(matter.said(event.next))
    hazard = one(matter.complaint.hazards, event.hazard)
    if hazard.needs_somewhere_else:
        yield paragraph(_(SOMEWHERE_ELSE))
    yield from _rights(matter)
    yield from _ending(matter)


def moved(matter: Matter) -> Iterator[Block]:
    """The letter that gives a step its new date, and says it where that is later than the law allows."""
    event = matter.event
    if not isinstance(event, HazardDateMoved):
        return
    _ = catalogue(matter.language).gettext
    days = {"old": in_full(event.old, matter.language), "new": in_full(event.new, matter.language)}
    yield from openings.dear(matter)
    yield paragraph(_(MOVED[event.step]) % days)
    if event.law_by is not None:
        yield paragraph(_(TOO_LATE) % {"day": in_full(event.law_by, matter.language)})
    yield from _about(matter, event.hazard)
    yield heading(_(WHY))
    yield paragraph(matter.said(event.said))
    if event.law_by is not None:
        yield from _rights(matter)
    yield from _ending(matter)


def _about(matter: Matter, number: int) -> Iterator[Block]:
    yield paragraph(catalogue(matter.language).gettext(ABOUT))
    yield bullets([say(kind, matter.language) for kind in one(matter.complaint.hazards, number).kinds])


def _rights(matter: Matter) -> Iterator[Block]:
    _ = catalogue(matter.language).gettext
    yield heading(_(RIGHTS))
    yield paragraph(_(COURT))
    yield paragraph(_(TO_OMBUDSMAN) % {"ombudsman": closings.ombudsman_contact(matter).name})


def _ending(matter: Matter) -> Iterator[Block]:
    _ = catalogue(matter.language).gettext
    yield heading(_(WORSE))
    phone = matter.landlord.emergency_phone or matter.landlord.phone
    yield paragraph(_(RING) % {"phone": phone} if phone else _(RING_999))
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)
