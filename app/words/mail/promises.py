"""A promise has a new date, and why (7.3); and the question whether something was done, which says not what (R28)."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.promises.promises import PromiseMoved
from app.domain.promises.verdicts import PromiseAskedAbout
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.mail import closings, openings
from app.words.mail.blocks import Block, heading, paragraph
from app.words.mail.letters import Matter

WE_PROMISED = N_("What we promised")
NEW_DATE = N_("We had said that this would be done by %(old)s. It will now be done by %(new)s.")
SORRY_LATE = N_("We did not do it by the date that we gave you. We are sorry.")
WHY = N_("Why")
WHO = N_("%(who)s sees that it is done.")
NOT_HAPPY = N_("If you are not happy with the new date, tell us. You can ask for Stage 2 because of it.")
QUESTION = N_("We have a question for you. It takes a minute: yes, partly or no.")
ON_YOUR_PAGE = N_("It is on your page. Come back with your code, and look under: waiting for you.")
RING = N_("You can ring us instead, and we write down what you say.")
NOTHING_CHANGES = N_("If you do not answer, nothing changes.")


def moved(matter: Matter) -> Iterator[Block]:
    """The letter that gives a promise its new date."""
    event = matter.event
    if not isinstance(event, PromiseMoved):
        return
    _ = catalogue(matter.language).gettext
    promise = matter.complaint.promise(event.promise)
    days = {"old": in_full(event.old, matter.language), "new": in_full(event.new, matter.language)}
    yield from openings.dear(matter)
    yield heading(_(WE_PROMISED))
    yield paragraph(matter.said(promise.said))
    yield paragraph(_(NEW_DATE) % days)
    if event.old < matter.on:
        yield paragraph(_(SORRY_LATE))
    yield heading(_(WHY))
    yield paragraph(matter.said(event.said))
    yield paragraph(_(WHO) % {"who": matter.named(promise.owner)})
    yield paragraph(_(NOT_HAPPY))
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)


def was_it_fixed(matter: Matter) -> Iterator[Block]:
    """The question, on paper or in an e-mail that others may see: it names neither the promise nor the complaint."""
    if not isinstance(matter.event, PromiseAskedAbout):
        return
    _ = catalogue(matter.language).gettext
    yield from openings.dear(matter)
    yield paragraph(_(QUESTION))
    yield paragraph(_(ON_YOUR_PAGE))
    yield paragraph(_(RING))
    yield paragraph(_(NOTHING_CHANGES))
    yield from closings.contact(matter)
