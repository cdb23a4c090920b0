"""What we do with a new point, and why: it joins, stands alone, or goes to Stage 2 (6.8, ruling 18)."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.case.new_points import NewPointDecided
from app.domain.case.raised import Because, Course
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.mail import closings, openings
from app.words.mail.acknowledgements import definition
from app.words.mail.blocks import Block, heading, paragraph
from app.words.mail.letters import Matter

RAISED = N_("On %(date)s you told us something new about your complaint %(reference)s:")
QUOTED = N_("“%(words)s”")
WHAT_WE_DO = N_("What we do with it, and why")
DONE = {
    Course.JOINS: N_("We answer it together with the rest of your complaint. Our dates stay the same."),
    Course.APART: N_(
        "It becomes a complaint of its own, so that it gets a full answer. Its reference is %(new)s. "
        "It counts from %(date)s, the day you told us, and we write to you about it separately."
    ),
    Course.STAGE_2: N_("It goes to Stage 2 of this complaint: someone new looks at it. You need not ask again."),
    Course.OMBUDSMAN: N_(
        "We have given you our final word on this complaint. You can take this to the %(ombudsman)s now."
    ),
}
WHY = {
    Because.RELATED: N_("We do so because it belongs to what we are looking at, and we have not answered yet."),
    Because.HANDLING: N_("We do so because it is about how we dealt with this complaint."),
    Because.ANSWERED: N_("We do so because we have already answered this complaint at Stage 1."),
    Because.UNRELATED: N_("We do so because it is about something else than this complaint."),
    Because.WOULD_DELAY: N_("We do so because it would hold up our answer to the rest for too long."),
    Because.NOT_RUNNING: N_("We do so because this complaint has ended."),
}
ALSO_STAGE_2 = N_("We have written to you separately about when you hear from us at Stage 2.")
NOW = N_("What we now understand your complaint to be")
WRITTEN_LATER = N_("We will put it into the letter that says what we understood. You will have that by %(date)s.")
TELL_US = N_("Tell us if you think that we should deal with it another way.")
FIND_IT = N_("If you cannot open the new complaint with its reference, ask us for its return code.")


def decided(matter: Matter) -> Iterator[Block]:
    """The letter about one new point."""
    if not isinstance(matter.event, NewPointDecided):
        return
    _, event = catalogue(matter.language).gettext, matter.event
    point = next(each for each in matter.complaint.new_points if each.number == event.point)
    day = in_full(point.raised_on, matter.language)
    yield from openings.dear(matter)
    yield paragraph(_(RAISED) % {"date": day, "reference": matter.complaint.reference})
    yield paragraph(_(QUOTED) % {"words": matter.said(point.said)})
    yield heading(_(WHAT_WE_DO))
    facts = {"new": event.reference, "date": day, "ombudsman": closings.ombudsman_contact(matter).name}
    yield paragraph(_(DONE[event.course]) % facts)
    yield paragraph(_(WHY[event.because]))
    if event.reason is not None:
        yield paragraph(matter.said(event.reason))
    yield from _then(matter, event)
    yield paragraph(_(TELL_US))
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)


def _then(matter: Matter, event: NewPointDecided) -> Iterator[Block]:
    """What comes of it: the definition that now has it, or the letter that will."""
    _, stage = catalogue(matter.language).gettext, matter.complaint.current
    if event.definition is not None:
        yield heading(_(NOW))
        yield definition(matter)
    elif event.course is Course.JOINS and stage is not None and stage.acknowledge_by is not None:
        if stage.acknowledge_by >= matter.on:
            yield paragraph(_(WRITTEN_LATER) % {"date": in_full(stage.acknowledge_by, matter.language)})
    elif event.course is Course.STAGE_2:
        yield paragraph(_(ALSO_STAGE_2))
    elif event.course is Course.APART:
        yield paragraph(_(FIND_IT))
