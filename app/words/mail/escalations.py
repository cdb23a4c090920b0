"""You asked for Stage 2: we have it, and what happens now, whatever Stage 1 is at (6.10–6.12, rulings 13 and 15)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.domain.case.escalations import Stage2Asked, Standing
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.mail import closings, openings
from app.words.mail.blocks import Block, bullets, heading, paragraph
from app.words.mail.letters import Matter

GOT_IT = N_("You asked for Stage 2 on %(date)s. We have your request. You need give no reason for it.")
SOMEONE_NEW = N_("Someone new will look at your complaint again: nobody who worked on our first answer.")
UNDERSTOOD_BY = N_("By %(date)s we will write to say what we understood.")
ANSWER_BY = N_(
    "Our final answer follows soon after that, by %(date)s, unless we write before then with a new date and why."
)
NOTHING_TO_DO = N_("You need do nothing now.")
KEPT = N_(
    "We are still working on our Stage 1 answer. You will have it by %(date)s. We have kept your request. "
    "Stage 2 begins on the day we send that answer. You need not ask again."
)
CHANGE_OF_MIND = N_("If you no longer want Stage 2 then, tell us.")
LATE = N_("Our Stage 1 answer is late. We are sorry. We said that you would have it by %(date)s.")
DECIDED_BY = N_(
    "By %(date)s our complaints officer will tell you one of two things: the last day for our Stage 1 answer, "
    "or, if you say yes to it, that Stage 2 begins now."
)
LEFT_OUT = N_("What you left out")
NOT_LOOKED_AT = N_("You told us not to look at these points again:")
LEFT_OUT_WRONGLY = N_("Tell us if that is wrong.")


def asked(matter: Matter) -> Iterator[Block]:
    """The letter that answers a request for Stage 2: it has begun, or it is kept for later."""
    if not isinstance(matter.event, Stage2Asked):
        return
    _ = catalogue(matter.language).gettext
    yield from openings.dear(matter)
    yield paragraph(_(GOT_IT) % {"date": in_full(matter.event.happened_on, matter.language)})
    match matter.event.standing:
        case Standing.ANSWERED:
            yield from _begun(matter)
        case Standing.NOT_YET_DUE:
            yield from _kept(matter)
        case Standing.LATE:
            yield from _late(matter, matter.event)
    yield from _left_out(matter, matter.event)
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)


def _begun(matter: Matter) -> Iterator[Block]:
    _ = catalogue(matter.language).gettext
    yield paragraph(_(SOMEONE_NEW))
    stage = matter.complaint.stage_2
    if stage is None:
        return
    if stage.acknowledge_by is not None:
        yield paragraph(_(UNDERSTOOD_BY) % {"date": in_full(stage.acknowledge_by, matter.language)})
    yield paragraph(_(ANSWER_BY) % {"date": in_full(stage.respond_by, matter.language)})
    yield paragraph(_(NOTHING_TO_DO))


def _kept(matter: Matter) -> Iterator[Block]:
    _ = catalogue(matter.language).gettext
    if (due := _stage_1_due(matter)) is not None:
        yield paragraph(_(KEPT) % {"date": in_full(due, matter.language)})
    yield paragraph(_(SOMEONE_NEW))
    yield paragraph(_(CHANGE_OF_MIND))


def _late(matter: Matter, event: Stage2Asked) -> Iterator[Block]:
    _ = catalogue(matter.language).gettext
    if (due := _stage_1_due(matter)) is not None:
        yield paragraph(_(LATE) % {"date": in_full(due, matter.language)})
    if event.decide_by is not None:
        yield paragraph(_(DECIDED_BY) % {"date": in_full(event.decide_by, matter.language)})


def _left_out(matter: Matter, event: Stage2Asked) -> Iterator[Block]:
    if not event.dropped_points:
        return
    _ = catalogue(matter.language).gettext
    points = matter.complaint.definition.points
    yield heading(_(LEFT_OUT))
    yield paragraph(_(NOT_LOOKED_AT))
    yield bullets([matter.said(point.said) for point in points if point.number in event.dropped_points])
    yield paragraph(_(LEFT_OUT_WRONGLY))


def _stage_1_due(matter: Matter) -> date | None:
    stage = matter.complaint.stage_1
    return None if stage is None else stage.respond_by
