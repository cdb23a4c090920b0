"""Your complaint is closed: what was done for each promise, how to come back, Stage 2 and the Ombudsman (6.6, 9.1)."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.case.closures import Closed
from app.domain.promises.ledger import PromiseState
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.mail import closings, openings
from app.words.mail.blocks import Block, heading, paragraph, table
from app.words.mail.letters import Matter
from app.words.mail.responses import ASK_FOR_STAGE_2, HOW_TO_ASK, NOT_HAPPY
from app.words.money import pounds
from app.words.say import say

CLOSED = N_(
    "We have answered your complaint %(reference)s, and nothing that we promised is left to do. We close it now."
)
WHAT_WE_DID = N_("What we promised, and what became of it")
WHAT = N_("What")
BY_WHEN = N_("By when")
BECAME = N_("What became of it")
DONE = N_("Done on %(date)s")
ENDED = N_("Ended on %(date)s: %(how)s")
MONEY = N_("Pay you %(total)s")
PAID = N_("Paid on %(date)s")
STILL_OFFERED = N_("You can still accept the %(total)s that we offered you. That does not end with this letter.")
NOTHING_PROMISED = N_("We had promised nothing more than our answer.")
NOT_RIGHT = N_("If something is not right")
TELL_US = N_("Tell us if something was not done, or has gone wrong again. Then your complaint is opened again.")
STILL_ASK = N_("We may still ask you, four weeks after something was done, if it has lasted.")
HAD_FINAL = N_(
    "You have had our final answer. The %(ombudsman)s can still look at it, for %(months)s months from its date."
)


def closed(matter: Matter) -> Iterator[Block]:
    """The closing letter."""
    if not isinstance(matter.event, Closed):
        return
    _ = catalogue(matter.language).gettext
    yield from openings.dear(matter)
    yield paragraph(_(CLOSED) % {"reference": matter.complaint.reference})
    yield heading(_(WHAT_WE_DID))
    yield _became(matter)
    for each in matter.complaint.remedies.offers:
        if each.may_be_accepted:
            yield paragraph(_(STILL_OFFERED) % {"total": pounds(each.total, matter.language)})
    yield heading(_(NOT_RIGHT))
    yield paragraph(_(TELL_US))
    if matter.complaint.promises:
        yield paragraph(_(STILL_ASK))
    yield heading(_(NOT_HAPPY))
    yield from _stage_2(matter)
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)


def _became(matter: Matter) -> Block:
    _ = catalogue(matter.language).gettext
    rows = [
        (matter.said(each.said), in_full(each.due_on, matter.language), _end_of(each, matter))
        for each in matter.complaint.promises
    ]
    rows += [
        (
            _(MONEY) % {"total": pounds(each.total, matter.language)},
            in_full(each.pay_by, matter.language),
            _(PAID) % {"date": in_full(each.paid_on, matter.language)},
        )
        for each in matter.complaint.remedies.offers
        if each.pay_by is not None and each.paid_on is not None
    ]
    return table([_(WHAT), _(BY_WHEN), _(BECAME)], rows) if rows else paragraph(_(NOTHING_PROMISED))


def _end_of(promise: PromiseState, matter: Matter) -> str:
    _, language = catalogue(matter.language).gettext, matter.language
    if promise.ending is not None and promise.ended_on is not None:
        return _(ENDED) % {"date": in_full(promise.ended_on, language), "how": say(promise.ending, language)}
    return "" if promise.kept_on is None else _(DONE) % {"date": in_full(promise.kept_on, language)}


def _stage_2(matter: Matter) -> Iterator[Block]:
    _ = catalogue(matter.language).gettext
    if matter.complaint.stage_2 is None:
        yield paragraph(_(ASK_FOR_STAGE_2))
        yield paragraph(_(HOW_TO_ASK))
        return
    months = str(matter.profile.ombudsman.months_after_final_answer)
    yield paragraph(_(HAD_FINAL) % {"ombudsman": closings.ombudsman_contact(matter).name, "months": months})
