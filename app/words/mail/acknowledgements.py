"""The acknowledgement: what we understood, who deals with it and by when, and what you can do (5.6, 5.7, 6.2, 6.11)."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.case.definitions import DefinitionCorrected
from app.domain.case.vocabulary import Ours, Point
from app.domain.clock.profiles import Stage
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.mail import closings, framing, openings
from app.words.mail.blocks import Block, bullets, heading, paragraph, table
from app.words.mail.letters import Matter

THANKS = N_("Thank you for telling us. We got your complaint on %(received)s. This is our acknowledgement of it.")
THANKS_STAGE_2 = N_(
    "You asked for Stage 2 on %(asked)s. Someone new will look at your complaint again. This is our acknowledgement."
)
CORRECTED = N_("This is what we now understand your complaint to be. It takes the place of what we wrote before.")
WHO = N_("%(handler)s is dealing with it. You will have our answer by %(date)s.")
UNDERSTOOD = N_("What we understand your complaint to be")
POINT = N_("Point")
WHAT = N_("What went wrong")
WHOSE = N_("Is it ours to answer?")
YOUR_WORDS = N_("%(ours)s (You put it this way: “%(theirs)s” We will answer both.)")
OURS = {
    Ours.OURS: N_("Yes"),
    Ours.NOT_OURS: N_("No"),
    Ours.UNCLEAR: N_("We are finding out"),
}
ELSEWHERE = N_("%(ours)s. %(elsewhere)s")
WANTED = N_("What you want to happen")
TELL_US_WANTED = N_("We do not know yet. What would you like us to do to put it right? Please tell us.")
EACH_ANSWERED = N_("We may not be able to do all of this. We will answer each one.")
TELL_US_WRONG = N_("Did we understand? If any of this is wrong or missing, please tell us. The dates stay the same.")


def acknowledged(matter: Matter) -> Iterator[Block]:
    """The letter that defines the complaint, at either stage."""
    _ = catalogue(matter.language).gettext
    stage = matter.complaint.current
    if stage is None:
        return
    answer_by = in_full(stage.respond_by, matter.language)
    yield from openings.dear(matter)
    yield paragraph(_opening(matter, stage.stage))
    yield from framing.opening(matter)
    yield paragraph(_(WHO) % {"handler": matter.named(matter.complaint.handler), "date": answer_by})
    yield heading(_(UNDERSTOOD))
    yield definition(matter)
    yield heading(_(WANTED))
    outcomes = [matter.said(outcome.said) for outcome in matter.complaint.definition.outcomes]
    if outcomes:
        yield bullets(outcomes)
        yield paragraph(_(EACH_ANSWERED))
    else:
        yield paragraph(_(TELL_US_WANTED))
    yield paragraph(_(TELL_US_WRONG))
    yield from framing.ending(matter)
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)


def definition(matter: Matter) -> Block:
    """The points in a table: each with whether it is ours to answer, or where to go instead."""
    _ = catalogue(matter.language).gettext
    rows = [
        (str(point.number), _worded(matter, point), _whose(matter, point))
        for point in matter.complaint.definition.points
    ]
    return table([_(POINT), _(WHAT), _(WHOSE)], rows)


def _opening(matter: Matter, stage: Stage) -> str:
    _ = catalogue(matter.language).gettext
    complaint = matter.complaint
    if isinstance(matter.event, DefinitionCorrected):
        return _(CORRECTED)
    if stage is Stage.TWO and complaint.stage_2_asked_on is not None:
        return _(THANKS_STAGE_2) % {"asked": in_full(complaint.stage_2_asked_on, matter.language)}
    received = complaint.received_on or matter.on
    return _(THANKS) % {"received": in_full(received, matter.language)}


def _worded(matter: Matter, point: Point) -> str:
    _ = catalogue(matter.language).gettext
    ours, theirs = matter.said(point.said), matter.said(point.theirs)
    return _(YOUR_WORDS) % {"ours": ours, "theirs": theirs} if theirs else ours


def _whose(matter: Matter, point: Point) -> str:
    _ = catalogue(matter.language).gettext
    ours, elsewhere = _(OURS[point.ours]), matter.said(point.elsewhere)
    return _(ELSEWHERE) % {"ours": ours, "elsewhere": elsewhere} if elsewhere else ours
