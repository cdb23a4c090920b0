"""This was logged by mistake: why, and what to do if that is wrong; and that it goes on after all (ruling 18)."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.case.mistakes import LoggedByMistake, MistakeTakenBack
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.mail import closings, openings
from app.words.mail.blocks import Block, heading, paragraph
from app.words.mail.letters import Matter

LOGGED = N_("On %(date)s we wrote down a complaint from you, %(reference)s. It should not have been logged as one.")
WHY = N_("Why we think so")
TWO_PEOPLE = N_("Two of us have looked at this and agree.")
WRONG = N_("Is this wrong?")
TELL_US = N_("Tell us if you do want to complain. Then it goes on, and counts from the day we first got it.")
SAFE = N_("A danger in your home and whatever we promised you are dealt with all the same.")
GOES_ON = N_("We had written to you that %(reference)s was logged by mistake. That was wrong, and we are sorry.")
SAME_DATES = N_("Your complaint goes on. It counts from %(date)s, the day we first got it.")


def logged(matter: Matter) -> Iterator[Block]:
    """The note to the resident that there is no complaint after all."""
    if not isinstance(matter.event, LoggedByMistake):
        return
    _ = catalogue(matter.language).gettext
    received = in_full(matter.complaint.received_on or matter.on, matter.language)
    yield from openings.dear(matter)
    yield paragraph(_(LOGGED) % {"date": received, "reference": matter.complaint.reference})
    yield heading(_(WHY))
    yield paragraph(matter.said(matter.event.proposal.said))
    yield paragraph(_(TWO_PEOPLE))
    yield heading(_(WRONG))
    yield paragraph(_(TELL_US))
    yield paragraph(_(SAFE))
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)


def taken_back(matter: Matter) -> Iterator[Block]:
    """The letter that says that it was a complaint after all."""
    if not isinstance(matter.event, MistakeTakenBack):
        return
    _ = catalogue(matter.language).gettext
    received = in_full(matter.complaint.received_on or matter.on, matter.language)
    yield from openings.dear(matter)
    yield paragraph(_(GOES_ON) % {"reference": matter.complaint.reference})
    yield paragraph(_(SAME_DATES) % {"date": received})
    yield heading(_(WHY))
    yield paragraph(matter.said(matter.event.said))
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)
