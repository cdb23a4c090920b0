"""The summary of a hazard: what was found, what is done about it and by when, in writing (Awaab’s Law, ruling 8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.domain.clock.hazard_states import HazardState, one
from app.domain.clock.hazard_steps import HazardSummaryWritten
from app.domain.said import Said
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.mail import closings, openings
from app.words.mail.blocks import Block, bullets, heading, paragraph
from app.words.mail.letters import Matter
from app.words.say import say

WE_LOOKED = N_("On %(day)s we looked at what you told us about in your home:")
FOUND = N_("What we found")
NO_HAZARD = N_("We found no danger that we must act on.")
SAFE = N_("What makes it safe")
SAFE_BY = N_("It will be safe by %(day)s.")
SOMEWHERE_ELSE = N_("If it is not safe by then, we will find you somewhere else to stay, and pay for it.")
IS_SAFE = N_("It has been safe since %(day)s.")
WORKS = N_("What we do so that it does not come back")
WORKS_BY = N_("These works will begin by %(day)s.")
WORKS_ON = N_("These works began on %(day)s.")
WORSE = N_("If it gets worse")
RING = N_("Do not wait for us. Ring %(phone)s at any hour. If somebody is in danger now, ring 999.")
RING_999 = N_("Do not wait for us. Tell us at once. If somebody is in danger now, ring 999.")


def summary(matter: Matter) -> Iterator[Block]:
    """The letter that says what was found in a home, what is done about it and by when."""
    if not isinstance(matter.event, HazardSummaryWritten):
        return
    hazard = one(matter.complaint.hazards, matter.event.hazard)
    _ = catalogue(matter.language).gettext
    yield from openings.dear(matter)
    looked_on = hazard.investigated_on or matter.on
    yield paragraph(_(WE_LOOKED) % {"day": in_full(looked_on, matter.language)})
    yield bullets([say(kind, matter.language) for kind in hazard.kinds])
    yield heading(_(FOUND))
    yield paragraph(matter.said(matter.event.found))
    if not hazard.found:
        yield paragraph(_(NO_HAZARD))
    yield from _done(matter, hazard, matter.event)
    yield heading(_(WORSE))
    phone = matter.landlord.emergency_phone or matter.landlord.phone
    yield paragraph(_(RING) % {"phone": phone} if phone else _(RING_999))
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)


def _done(matter: Matter, hazard: HazardState, event: HazardSummaryWritten) -> Iterator[Block]:
    yield from _part(matter, SAFE, event.safe, (SAFE_BY, event.safe_by), (IS_SAFE, hazard.safe_on))
    if event.safe_by is not None and hazard.rehouses:
        yield paragraph(catalogue(matter.language).gettext(SOMEWHERE_ELSE))
    yield from _part(matter, WORKS, event.works, (WORKS_BY, event.works_by), (WORKS_ON, hazard.works_on))


def _part(matter: Matter, head: str, said: Said | None, *dated: tuple[str, date | None]) -> Iterator[Block]:
    """A heading, what is done, and its date: the day it will be done by, or was done on."""
    if said is None:
        return
    _ = catalogue(matter.language).gettext
    yield heading(_(head))
    yield paragraph(matter.said(said))
    for pattern, day in dated:
        if day is not None:
            yield paragraph(_(pattern) % {"day": in_full(day, matter.language)})
