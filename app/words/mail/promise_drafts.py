"""What we mean to promise, before we answer: is it right like this? Silence holds nothing (7.3, ruling 23)."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.promises.drafts import PromiseDrafted
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.mail import closings, openings
from app.words.mail.blocks import Block, heading, paragraph
from app.words.mail.letters import Matter

BEFORE = N_("Before we answer you, we would like to know if this is right for you.")
WE_MEAN = N_("What we mean to promise")
BY = N_("We would do it by %(day)s.")
TELL_US = N_("On your page you can say yes, or ask for another day or another way. You can ring us instead.")
NOTHING_CHANGES = N_(
    "You need not answer. If you say nothing, we answer you all the same, by the date that we gave you."
)


def drafted(matter: Matter) -> Iterator[Block]:
    """The letter that asks for a yes."""
    event = matter.event
    if not isinstance(event, PromiseDrafted):
        return
    _ = catalogue(matter.language).gettext
    yield from openings.dear(matter)
    yield paragraph(_(BEFORE))
    yield heading(_(WE_MEAN))
    yield paragraph(matter.said(event.said))
    yield paragraph(_(BY) % {"day": in_full(event.due_on, matter.language)})
    yield paragraph(_(TELL_US))
    yield paragraph(_(NOTHING_CHANGES))
    yield from closings.contact(matter)
