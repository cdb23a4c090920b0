"""Two complaints are now one, or one is now two: what counts from when, and where each goes on (ruling 18)."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.case.merges import MergedFrom
from app.domain.case.splits import PointsSplitOff
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.mail import closings, openings
from app.words.mail.acknowledgements import definition
from app.words.mail.blocks import Block, bullets, heading, paragraph
from app.words.mail.letters import Matter

TWO_IN_ONE = N_(
    "You have two complaints with us, %(other)s and %(reference)s. From now on they are one: %(reference)s."
)
EARLIEST = N_("It counts from %(date)s, the earlier of the two days. None of our dates moves later.")
BOTH_KEPT = N_("What you wrote first in each is kept, and we answer all of it.")
ANSWER_BY = N_("You will have our answer by %(date)s, unless we write before then with a new date and why.")
ALREADY_LATE = N_("We should have answered by %(date)s. We are late, and we are sorry.")
GOES_ON = N_("Whatever we promised you in either of them, we still do.")
WRONG = N_("Tell us if this is wrong, or if you want an answer to each.")
LEFT = N_("A part of your complaint %(reference)s is now a complaint of its own. Its reference is %(other)s.")
WHAT_LEFT = N_("What moved to the new complaint")
WHAT_STAYS = N_("What stays in this complaint")
BOTH_COUNT = N_("Both count from %(date)s, the day you first told us. We write to you about each separately.")
FIND_IT = N_("If you cannot open the new complaint with its reference, ask us for its return code.")


def merged(matter: Matter) -> Iterator[Block]:
    """The letter that says that two complaints of the same person are now one."""
    if not isinstance(matter.event, MergedFrom):
        return
    _, complaint, stage = catalogue(matter.language).gettext, matter.complaint, matter.complaint.current
    yield from openings.dear(matter)
    yield paragraph(_(TWO_IN_ONE) % {"other": matter.event.reference, "reference": complaint.reference})
    yield paragraph(_(EARLIEST) % {"date": in_full(complaint.received_on or matter.on, matter.language)})
    yield paragraph(_(BOTH_KEPT))
    if stage is not None:
        words = ANSWER_BY if stage.respond_by >= matter.on else ALREADY_LATE
        yield paragraph(_(words) % {"date": in_full(stage.respond_by, matter.language)})
    yield paragraph(_(GOES_ON))
    yield paragraph(_(WRONG))
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)


def split_off(matter: Matter) -> Iterator[Block]:
    """The letter that says that some points are now a complaint of their own."""
    if not isinstance(matter.event, PointsSplitOff):
        return
    _, event, complaint = catalogue(matter.language).gettext, matter.event, matter.complaint
    yield from openings.dear(matter)
    yield paragraph(_(LEFT) % {"reference": complaint.reference, "other": event.reference})
    yield heading(_(WHAT_LEFT))
    yield bullets([matter.said(said) for said in event.said])
    yield heading(_(WHAT_STAYS))
    yield definition(matter)
    yield paragraph(_(BOTH_COUNT) % {"date": in_full(complaint.received_on or matter.on, matter.language)})
    yield paragraph(_(FIND_IT))
    yield paragraph(_(WRONG))
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)
