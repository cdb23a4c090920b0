"""We stopped your complaint, as you asked: tell us if that is wrong (ruling 19)."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.case.withdrawals import Withdrawn
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.mail import closings, openings
from app.words.mail.blocks import Block, heading, paragraph
from app.words.mail.letters import Matter
from app.words.mail.responses import promises

STOPPED = N_("You told us that you do not want to go on with your complaint. We stopped it on %(date)s.")
WRONG = N_("Is this wrong?")
TELL_US = N_("Tell us if this is wrong, or if somebody else chose this for you. Then your complaint goes on.")
CHANGE_OF_MIND = N_("If you change your mind, tell us. It counts from the day we first got it.")
STILL_PROMISED = N_("What we still promise")


def withdrawn(matter: Matter) -> Iterator[Block]:
    """The letter that confirms that a complaint was stopped, and how to go on with it."""
    if not isinstance(matter.event, Withdrawn):
        return
    _ = catalogue(matter.language).gettext
    yield from openings.dear(matter)
    yield paragraph(_(STOPPED) % {"date": in_full(matter.event.happened_on, matter.language)})
    yield heading(_(WRONG))
    yield paragraph(_(TELL_US))
    yield paragraph(_(CHANGE_OF_MIND))
    if any(promise.open for promise in matter.complaint.promises):
        yield heading(_(STILL_PROMISED))
        yield promises(matter)
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)
