"""More time, and how it is going meanwhile: the date, why, and the Ombudsman (5.9, 6.4, 6.5, 6.15, 6.16, ruling 11)."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.case.more_time import MoreTimeTaken, UpdateGiven
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.mail import closings, framing, openings
from app.words.mail.blocks import Block, heading, paragraph
from app.words.mail.letters import Matter

NEED_MORE = N_("We need more time to answer your complaint. We are sorry about that.")
DATES = N_("We said that you would have our answer by %(old)s. Our new date is %(new)s.")
WHY = N_("Why we need more time")
MEANWHILE = N_("What happens meanwhile")
HOW_OFTEN = N_("How often you will hear from us")
NEXT_UPDATE = N_("You will next hear from us by %(date)s.")
YOU_CHOOSE = N_("You can choose how often. Tell us if you want to hear from us more often, or less.")
NOT_HAPPY = N_("If you are not happy with this")
SAY_SO = N_("Tell us if you are not happy with the new date. You need not say why. Our complaints officer will look.")

HOW_IT_GOES = N_("This is how we are getting on with your complaint.")
STILL_BY = N_("You will have our answer by %(date)s.")


def taken(matter: Matter) -> Iterator[Block]:
    """The letter that tells of a new date before the old one has passed."""
    if not isinstance(matter.event, MoreTimeTaken):
        return
    _ = catalogue(matter.language).gettext
    asked, language = matter.event.proposal, matter.language
    yield from openings.dear(matter)
    yield paragraph(_(NEED_MORE))
    dates = {"old": in_full(matter.event.old_date, language), "new": in_full(asked.new_date, language)}
    yield paragraph(_(DATES) % dates)
    yield from framing.opening(matter)
    yield heading(_(WHY))
    yield paragraph(matter.said(asked.said))
    if meanwhile := matter.said(asked.meanwhile):
        yield heading(_(MEANWHILE))
        yield paragraph(meanwhile)
    yield heading(_(HOW_OFTEN))
    yield paragraph(f"{_every(asked.update_every, language)} {_next(matter)}")
    yield paragraph(_(YOU_CHOOSE))
    yield from framing.ending(matter)
    yield heading(_(NOT_HAPPY))
    yield paragraph(_(SAY_SO))
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)


def update(matter: Matter) -> Iterator[Block]:
    """The letter that says how it is going, as often as the person chose to hear."""
    if not isinstance(matter.event, UpdateGiven):
        return
    _ = catalogue(matter.language).gettext
    yield from openings.dear(matter)
    yield paragraph(_(HOW_IT_GOES))
    yield paragraph(matter.said(matter.event.said))
    stage = matter.complaint.at_stage(matter.event.stage)
    promised = None if stage is None else stage.new_date_promised or stage.respond_by
    if promised is not None and promised >= matter.on:
        yield paragraph(_(STILL_BY) % {"date": in_full(promised, matter.language)})
    yield paragraph(_next(matter))
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)


def _every(days: int, language: str) -> str:
    words = catalogue(language).ngettext(
        "We will write to you every day.", "We will write to you every %(n)d days.", days
    )
    return words % {"n": days}


def _next(matter: Matter) -> str:
    match matter.event:
        case MoreTimeTaken(next_update_by=day) | UpdateGiven(next_by=day):
            return catalogue(matter.language).gettext(NEXT_UPDATE) % {"date": in_full(day, matter.language)}
        case _:
            return ""
