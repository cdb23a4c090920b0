"""We do not accept it: why, what we looked at, what goes on, and the right to the Ombudsman (2.1–2.5, 5.11)."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.case.findings import points_to_answer
from app.domain.case.not_accepted import OverturnedBy, RefusalProposal, RefusalState
from app.domain.case.overturned import RefusalOverturned, RefusalUpheld
from app.domain.case.refusals import RefusalApproved
from app.domain.clock.profiles import Stage
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.mail import closings, framing, openings
from app.words.mail.blocks import Block, bullets, heading, paragraph
from app.words.mail.letters import Matter
from app.words.mail.responses import promises
from app.words.say import say

ALL_OF_IT = N_("We got your complaint on %(day)s. We have decided not to accept it as a complaint.")
ALL_OF_STAGE_2 = N_("You asked for Stage 2 on %(day)s. We have decided not to take your complaint to Stage 2.")
PART_OF_IT = N_("We got your complaint on %(day)s. We have decided not to accept a part of it.")
PART_OF_STAGE_2 = N_("You asked for Stage 2 on %(day)s. We have decided not to take a part of it to Stage 2.")
WHAT = N_("What we do not accept")
WHY = N_("Why")
SHOWS = N_("What we looked at")
LAST_HAPPENED = N_("From what we know, it last happened on %(day)s.")
YOU_KNEW = N_("You knew of it from %(day)s.")
FILED = N_("The claim was filed at court on %(day)s.")
ALL_THE_SAME = N_("Whether we could accept it all the same")
GOES_ON = N_("What goes on")
REST_IS_WRITTEN = N_("The rest of your complaint goes on. By %(day)s we will write to say what we understood.")
REST_IS_ANSWERED = N_("The rest of your complaint goes on. You will have our answer by %(day)s.")
NOTHING_MORE = N_("We will not answer this as a complaint. Repairs and other services go on as before: ask for them.")
STILL_PROMISED = N_("What we have promised, we still do:")
DISAGREE = N_("If you do not agree")
TO_OMBUDSMAN = N_(
    "You have the right to take this decision to the %(ombudsman)s now. "
    "They can tell us to accept your complaint. How to reach them is at the end of this letter."
)
LOOK_AGAIN = N_(
    "You can also ask us to look at it again. You need not say why, and you need not do this before you go to the "
    "%(ombudsman)s."
)

LOOKED_AGAIN = N_("You asked us to look again at what we did not accept. We have, and our decision stands.")
WE_WERE_TOLD = N_("On %(day)s the %(ombudsman)s told us to take on what we had not accepted. We do so now.")
WE_CHANGED_IT = N_("We have changed our decision: we take on what we had not accepted. We are sorry.")
WILL_UNDERSTAND = N_("By %(day)s we will write to say what we understood. Our answer follows after that.")
WILL_TAKE_ON = N_("By %(day)s we will write to say how we take it on.")
WILL_ANSWER = N_("You will have our answer by %(day)s.")


def refused(matter: Matter) -> Iterator[Block]:
    """The letter that refuses a complaint, or some of it: nobody can take the Ombudsman out of it (2.4)."""
    if not isinstance(matter.event, RefusalApproved):
        return
    _ = catalogue(matter.language).gettext
    asked = _refusal(matter, matter.event.refusal).proposal
    yield from openings.dear(matter)
    yield paragraph(_opening(matter, matter.event))
    yield from framing.opening(matter)
    if not matter.event.whole:
        yield heading(_(WHAT))
        yield bullets(what(matter, asked))
    yield heading(_(WHY))
    yield paragraph(f"{say(asked.ground, matter.language)}.")
    yield paragraph(matter.said(asked.reasons))
    yield heading(_(SHOWS))
    yield from _dates(matter, asked)
    yield paragraph(matter.said(asked.evidence))
    if discretion := matter.said(asked.discretion):
        yield heading(_(ALL_THE_SAME))
        yield paragraph(discretion)
    yield heading(_(GOES_ON))
    yield from _goes_on(matter, matter.event)
    yield from framing.ending(matter)
    yield from _disagree(matter)
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)


def upheld(matter: Matter) -> Iterator[Block]:
    """The letter that says a refusal stands after somebody looked again (2.4)."""
    if not isinstance(matter.event, RefusalUpheld):
        return
    _ = catalogue(matter.language).gettext
    yield from openings.dear(matter)
    yield paragraph(_(LOOKED_AGAIN))
    yield heading(_(WHY))
    yield paragraph(matter.said(matter.event.said))
    yield heading(_(DISAGREE))
    yield paragraph(_(TO_OMBUDSMAN) % {"ombudsman": closings.ombudsman_contact(matter).name})
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)


def overturned(matter: Matter) -> Iterator[Block]:
    """The letter that takes on what was refused, with the date of what comes next (2.4, ruling 17)."""
    if not isinstance(matter.event, RefusalOverturned):
        return
    _ = catalogue(matter.language).gettext
    event = matter.event
    words = {"day": in_full(event.told_on, matter.language), "ombudsman": closings.ombudsman_contact(matter).name}
    yield from openings.dear(matter)
    yield paragraph(_(WE_WERE_TOLD if event.by is OverturnedBy.OMBUDSMAN else WE_CHANGED_IT) % words)
    yield paragraph(matter.said(event.said))
    yield heading(_(GOES_ON))
    yield paragraph(_next(matter, event))
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)


def what(matter: Matter, asked: RefusalProposal) -> list[str]:
    """Return what is refused, in words: the points of the definition, or the part as it was written down."""
    points = [matter.said(each.said) for each in matter.complaint.definition.points if each.number in asked.points]
    return points or [matter.said(asked.part)]


def _refusal(matter: Matter, number: int) -> RefusalState:
    return next(each for each in matter.complaint.refusals if each.number == number)


def _opening(matter: Matter, event: RefusalApproved) -> str:
    _ = catalogue(matter.language).gettext
    complaint = matter.complaint
    if event.stage is Stage.TWO and complaint.stage_2_asked_on is not None:
        asked = in_full(complaint.stage_2_asked_on, matter.language)
        return _(ALL_OF_STAGE_2 if event.whole else PART_OF_STAGE_2) % {"day": asked}
    received = in_full(complaint.received_on or matter.on, matter.language)
    return _(ALL_OF_IT if event.whole else PART_OF_IT) % {"day": received}


def _dates(matter: Matter, asked: RefusalProposal) -> Iterator[Block]:
    _ = catalogue(matter.language).gettext
    known = ((LAST_HAPPENED, asked.happened_on), (YOU_KNEW, asked.aware_on), (FILED, asked.filed_on))
    for words, day in known:
        if day is not None:
            yield paragraph(_(words) % {"day": in_full(day, matter.language)})


def _goes_on(matter: Matter, event: RefusalApproved) -> Iterator[Block]:
    _ = catalogue(matter.language).gettext
    stage = matter.complaint.current
    if event.whole or stage is None:
        yield paragraph(_(NOTHING_MORE))
    else:
        waits = stage.acknowledge_by is not None and stage.acknowledged_on is None
        day = stage.acknowledge_by if waits and stage.acknowledge_by else stage.respond_by
        yield paragraph(_(REST_IS_WRITTEN if waits else REST_IS_ANSWERED) % {"day": in_full(day, matter.language)})
        left = points_to_answer(matter.complaint)
        rest = [matter.said(each.said) for each in matter.complaint.definition.points if each.number in left]
        if rest:
            yield bullets(rest)
    if any(promise.done_on is None for promise in matter.complaint.promises):
        yield paragraph(_(STILL_PROMISED))
        yield promises(matter)


def _disagree(matter: Matter) -> Iterator[Block]:
    _ = catalogue(matter.language).gettext
    words = {"ombudsman": closings.ombudsman_contact(matter).name}
    yield heading(_(DISAGREE))
    yield paragraph(_(TO_OMBUDSMAN) % words)
    yield paragraph(_(LOOK_AGAIN) % words)


def _next(matter: Matter, event: RefusalOverturned) -> str:
    _ = catalogue(matter.language).gettext
    stage = matter.complaint.at_stage(event.stage)
    if event.take_on_by is not None:
        return _(WILL_TAKE_ON) % {"day": in_full(event.take_on_by, matter.language)}
    if event.acknowledge_by is not None:
        return _(WILL_UNDERSTAND) % {"day": in_full(event.acknowledge_by, matter.language)}
    day = event.respond_by or (stage.respond_by if stage is not None else matter.on)
    return _(WILL_ANSWER) % {"day": in_full(day, matter.language)}
