"""A missed date: owned up to at once, and the new one once a person has given it (ruling 10, ruling 13)."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.case.escalations import Stage1AnswerSet
from app.domain.case.lateness import FoundLate, Missed, NewDatePromised
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.mail import closings, openings
from app.words.mail.blocks import Block, heading, paragraph
from app.words.mail.letters import Matter

SORRY = N_("We are late, and we are sorry.")
MISSED = {
    Missed.ACKNOWLEDGEMENT: N_("We said that by %(date)s we would write to say what we understood. We did not."),
    Missed.ANSWER: N_("We said that you would have our answer by %(date)s. You did not get it."),
}
WHO_TELLS = N_("%(who)s will tell you the new date by %(date)s.")
STILL_ON = N_("Your complaint goes on. You need do nothing now.")

NEW_DATE = {
    Missed.ACKNOWLEDGEMENT: N_("By %(date)s we will write to say what we understood."),
    Missed.ANSWER: N_("You will have our answer by %(date)s."),
}
WHY = N_("Why we are late")
WAITS_FOR_STAGE_1 = N_(
    "You asked for Stage 2. We still owe you our Stage 1 answer. You will have it by %(date)s. "
    "Stage 2 begins on the day we send it, unless you tell us that you no longer want it."
)


def late(matter: Matter) -> Iterator[Block]:
    """The letter that owns up to a missed date. It makes up no new one: it says who will tell it, and by when."""
    if not isinstance(matter.event, FoundLate):
        return
    _ = catalogue(matter.language).gettext
    event, language = matter.event, matter.language
    yield from openings.dear(matter)
    yield paragraph(_(SORRY))
    yield paragraph(_(MISSED[event.missed]) % {"date": in_full(event.date_missed, language)})
    who = matter.named(matter.complaint.handler)
    yield paragraph(_(WHO_TELLS) % {"who": who, "date": in_full(event.tell_by, language)})
    yield paragraph(_(STILL_ON))
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)


def new_date(matter: Matter) -> Iterator[Block]:
    """The letter with the date that a person has given after one was missed, and why."""
    _ = catalogue(matter.language).gettext
    match matter.event:
        case NewDatePromised(missed=missed, new_date=day, said=said):
            promise = NEW_DATE[missed]
        case Stage1AnswerSet(answer_by=day, said=said):
            promise = WAITS_FOR_STAGE_1
        case _:
            return
    yield from openings.dear(matter)
    yield paragraph(_(SORRY))
    yield paragraph(_(promise) % {"date": in_full(day, matter.language)})
    yield heading(_(WHY))
    yield paragraph(matter.said(said))
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)
