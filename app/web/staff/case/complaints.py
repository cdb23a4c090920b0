"""A complaint as the staff have it (S5): what to mind first, then what to do next, then all there is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.domain.case.details import DetailsAdded
from app.domain.case.not_accepted import refused_points
from app.domain.clock.duty_kinds import Duty, DutyKind
from app.domain.clock.profiles import Stage
from app.domain.deed import london_day
from app.domain.landlord.permissions import Permission
from app.domain.mail.notices import Notice
from app.domain.people.limits import ContactLimitState
from app.now import now
from app.services.case.desks import Desk
from app.web import landlord
from app.web.languages import language
from app.web.page import go_on
from app.web.spoken import in_words
from app.web.staff.case import contact_limits, membership
from app.web.staff.case.deeds import DEEDS, row_of
from app.web.staff.case.doing import doing, of_person
from app.web.staff.case.opening import desk, draw
from app.web.staff.clock.dates import Due, due, due_at
from app.web.staff.clock.hazards import panels
from app.web.staff.guards import guarded, may
from app.words.beginnings import begun
from app.words.case.details import chosen
from app.words.money import pounds
from app.words.say import say

bp = guarded(
    Blueprint("complaints", __name__, url_prefix="/complaints"),
    may_read=Permission.READ_COMPLAINTS,
    may_write=Permission.LOG_COMPLAINTS,
)


LETTERS = {
    (DutyKind.ACKNOWLEDGE, Stage.ONE): Notice.ACKNOWLEDGED,
    (DutyKind.ACKNOWLEDGE, Stage.TWO): Notice.STAGE_2_ACKNOWLEDGED,
    (DutyKind.RESPOND, Stage.ONE): Notice.ANSWER,
    (DutyKind.RESPOND, Stage.TWO): Notice.STAGE_2_ANSWER,
}
"""The letter that does a duty once it goes (ruling 8)."""


class ToDo(NamedTuple):
    """An open duty of the case: by when, what, whose, and where it is done (nowhere: by somebody else)."""

    due: Due
    what: str
    who: str
    href: str


@bp.get("/<reference>")
def show(reference: str) -> ResponseReturnValue:
    case = desk()
    return draw(
        "staff/complaints/show.html",
        case,
        to_do=[_to_do(case, duty) for duty in case.duties],
        deeds=doing(case),
        hazards=panels(case),
        may_deal=may(Permission.DEAL_WITH_HAZARDS),
        may_offer=may(Permission.OFFER_MONEY),
        people_links={each.number: of_person(case, each) for each in case.complaint.parties},
        limited=[_limited(case, each) for each in contact_limits.lines(case)],
        may_refuse=may(Permission.PROPOSE_REFUSALS),
        refused=refused_points(case.complaint.refusals, case.complaint.definition.version),
        group=membership.of_case(case.complaint.membership),
        told=[_told(case, each) for each in case.complaint.details],
        came=_came(case),
        before=list(_before(case)),
    )


@bp.get("/<reference>/duties/<row>")
def duty(reference: str, row: str) -> ResponseReturnValue:
    """Lead to the page where a duty is done, or to the case where it is done already, or by somebody else."""
    case = desk(people=False)
    there = (_href(case, each) for each in case.duties if row_of(each) == row)
    return go_on(next(there, "") or url_for(".show", reference=reference))


def _came(case: Desk) -> str:
    """Return how it reached us: in the landlord's own name for it, where it came from a list of earlier years."""
    filing = case.complaint.filing
    if filing.channel is not None:
        names = {each.key: each.name for each in landlord.current().channels}
        return names.get(filing.channel, filing.channel)
    if not filing.channel_known:
        return gettext("Not known")
    return begun(say(case.complaint.channel, language()))


def _before(case: Desk) -> Iterator[dict[str, object]]:
    """Yield what is known of a case that was dealt with elsewhere: what it was called there, and the money."""
    past, paid = case.complaint.past, case.complaint.filing.compensation
    if past is not None:
        yield {"key": gettext("Called before"), "value": past.their_reference or gettext("Not known")}
        if paid is not None:
            yield {"key": gettext("Compensation before"), "value": pounds(paid, language())}


def _limited(case: Desk, restriction: ContactLimitState) -> dict[str, object]:
    reads, number = may(Permission.PROPOSE_RESTRICTIONS), restriction.number
    return {
        "who": next((each.name for each in case.parties if each.number == restriction.party and each.name), None)
        or say(case.complaint.party(restriction.party).role, language()),
        "until": restriction.proposal.until,
        "href": url_for("staff.contact_limits.show", reference=case.reference, number=number) if reads else "",
    }


def _to_do(case: Desk, duty: Duty) -> ToDo:
    at = now()
    when = due_at(duty.due_at, at) if duty.due_at else due(duty.due_on, london_day(at), case.terms.calendar)
    who = case.named(duty.staff) or say(duty.owner, language())
    return ToDo(when, say(duty.kind, language()), who, _href(case, duty))


def _told(case: Desk, told: DetailsAdded) -> dict[str, object]:
    words = filter(None, [in_words(case, told.said)])
    return {"key": say(told.question, language()), "value": [*chosen(told, language()), *words]}


def _href(case: Desk, duty: Duty) -> str:
    if written := _written(case, duty):
        return url_for("staff.postings.show", reference=case.reference, number=written)
    deed = DEEDS.get(duty.kind)
    if deed is None or not deed.allowed(duty):
        return ""
    number = duty.number if deed.numbered else None
    if duty.kind is DutyKind.ANSWER_ENQUIRY and not duty.number:
        return url_for("staff.endings.new", reference=case.reference)  # the whole case is the letter
    if duty.kind is DutyKind.ANSWER_EARLY_STAGE_2:
        number = max(letter.number for letter in case.complaint.letters if letter.notice is Notice.STAGE_2_ASKED)
    return url_for(deed.endpoint, reference=case.reference, number=number)


def _written(case: Desk, duty: Duty) -> int | None:
    """Return the letter that is written for this duty and has not gone yet: the duty stays open until it has."""
    notice = LETTERS.get((duty.kind, duty.stage or Stage.ONE))
    if duty.kind is DutyKind.ACKNOWLEDGE_DATA:
        notice = Notice.DATA_COMPLAINT_ACKNOWLEDGED
    waiting = [each.number for each in case.complaint.letters if each.notice is notice and each.sent_on is None]
    if duty.kind in (DutyKind.ACKNOWLEDGE, DutyKind.RESPOND):
        waiting += [each.letter for each in case.complaint.refusals if each.whole and each.in_force]
    return max(waiting, default=None)
