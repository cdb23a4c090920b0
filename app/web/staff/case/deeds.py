"""Where each duty of a case is done, and what else may be done with it now, by whoever is signed in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from flask import url_for
from flask_babel import gettext
from flask_babel import lazy_gettext as _l

from app.domain.case.closures import not_yet
from app.domain.case.definitions import next_version
from app.domain.case.merges import may_merge
from app.domain.case.mistakes import may_be_one
from app.domain.case.refusals import stage_open
from app.domain.case.splits import may_split
from app.domain.case.vocabulary import Ended
from app.domain.clock.duty_kinds import Duty, DutyKind
from app.domain.landlord.permissions import Permission
from app.domain.people.parties import PartyState, Role
from app.domain.people.renewals import may_renew
from app.domain.refused import Refused
from app.services.case.desks import Desk
from app.web.languages import language
from app.web.staff.guards import answers, may, me
from app.words.say import say


class WhereDone(NamedTuple):
    """The page on which a duty is done, and the permission it takes."""

    endpoint: str
    permission: Permission
    numbered: bool = False

    def allowed(self, duty: Duty) -> bool:
        """Return whether whoever is signed in may do it; who may answer depends on the stage."""
        stage = duty.stage if duty.kind in (DutyKind.RESPOND, DutyKind.CHANGE_ANSWER) else None
        if duty.kind is DutyKind.DECLARE_INTEREST and duty.number != me().id:
            return False  # nobody declares for somebody else
        return may(self.permission) if stage is None else answers(stage)


DEEDS: Mapping[DutyKind, WhereDone] = {
    DutyKind.ACKNOWLEDGE: WhereDone("staff.acknowledgements.new", Permission.ACKNOWLEDGE),
    DutyKind.RESPOND: WhereDone("staff.responses.new", Permission.CHECK_ANSWERS),
    DutyKind.CHECK_ANSWER: WhereDone("staff.answer_checks.show", Permission.CHECK_ANSWERS, numbered=True),
    DutyKind.CHANGE_ANSWER: WhereDone("staff.responses.new", Permission.CHECK_ANSWERS),
    DutyKind.POST_LETTER: WhereDone("staff.postings.show", Permission.POST_LETTERS, numbered=True),
    DutyKind.TELL_BY_PHONE: WhereDone("staff.postings.show", Permission.POST_LETTERS, numbered=True),
    DutyKind.TELL_BY_TEXT: WhereDone("staff.postings.show", Permission.POST_LETTERS, numbered=True),
    DutyKind.FIND_SAFE_WAY: WhereDone("staff.postings.show", Permission.POST_LETTERS, numbered=True),
    DutyKind.DANGER: WhereDone("staff.dangers.new", Permission.ACKNOWLEDGE),
    DutyKind.ADJUSTMENT: WhereDone("staff.adjustments.new", Permission.CHANGE_CONTACTS, numbered=True),
    DutyKind.CORRECT_DEFINITION: WhereDone("staff.definitions.new", Permission.ACKNOWLEDGE),
    DutyKind.TELL_NEW_DATE: WhereDone("staff.lateness.new", Permission.GIVE_MORE_TIME),
    DutyKind.UPDATE: WhereDone("staff.updates.new", Permission.GIVE_MORE_TIME),
    DutyKind.APPROVE_MORE_TIME: WhereDone("staff.more_time.show", Permission.APPROVE_MORE_TIME),
    DutyKind.UNHAPPY_WITH_MORE_TIME: WhereDone("staff.dislikes.new", Permission.APPROVE_MORE_TIME),
    DutyKind.APPROVE_CORRECTION: WhereDone("staff.corrections.show", Permission.APPROVE_CORRECTIONS),
    DutyKind.ANSWER_EARLY_STAGE_2: WhereDone("staff.postings.show", Permission.POST_LETTERS),
    DutyKind.DECIDE_STAGE_2: WhereDone("staff.escalations.show", Permission.ANSWER_EARLY_STAGE_2_REQUESTS),
    DutyKind.CHECK_CONTACT: WhereDone("staff.contacts.new", Permission.CHANGE_CONTACTS, numbered=True),
    DutyKind.ANSWER_MESSAGE: WhereDone("staff.messages.new", Permission.WRITE_MESSAGES),
    DutyKind.CONTRIBUTE: WhereDone("staff.contributions.show", Permission.READ_COMPLAINTS, numbered=True),
    DutyKind.RING_BACK: WhereDone("staff.contact_log.new", Permission.LOG_CONTACTS),
    DutyKind.REVIEW_CASE: WhereDone("staff.reviews.show", Permission.REVIEW_QUALITY),
    DutyKind.TAKE_SURVEY: WhereDone("staff.surveys.show", Permission.LOG_CONTACTS),
    DutyKind.CONFIRM_AUTHORITY: WhereDone("staff.parties.new", Permission.CHANGE_CONTACTS, numbered=True),
    DutyKind.ASSESS_HAZARD: WhereDone("staff.hazards.assessment", Permission.DEAL_WITH_HAZARDS, numbered=True),
    DutyKind.INVESTIGATE_HAZARD: WhereDone("staff.hazards.investigation", Permission.DEAL_WITH_HAZARDS, numbered=True),
    DutyKind.SUM_UP_HAZARD: WhereDone("staff.hazards.show", Permission.DEAL_WITH_HAZARDS, numbered=True),
    DutyKind.MAKE_SAFE: WhereDone("staff.hazards.safety", Permission.DEAL_WITH_HAZARDS, numbered=True),
    DutyKind.BEGIN_WORKS: WhereDone("staff.hazards.works", Permission.DEAL_WITH_HAZARDS, numbered=True),
    DutyKind.OFFER_ACCOMMODATION: WhereDone("staff.hazards.accommodation", Permission.DEAL_WITH_HAZARDS, numbered=True),
    DutyKind.APPROVE_HAZARD: WhereDone("staff.hazards.decision", Permission.APPROVE_HAZARDS, numbered=True),
    DutyKind.LATE_HAZARD: WhereDone("staff.hazards.lateness", Permission.APPROVE_HAZARDS, numbered=True),
    DutyKind.APPROVE_REFUSAL: WhereDone("staff.refusals.show", Permission.DECIDE_REFUSALS, numbered=True),
    DutyKind.LOOK_AT_REFUSAL: WhereDone("staff.overturned.look", Permission.DECIDE_REFUSALS, numbered=True),
    DutyKind.TAKE_ON_POINTS: WhereDone("staff.overturned.done", Permission.PROPOSE_REFUSALS, numbered=True),
    DutyKind.OMBUDSMAN_DATE: WhereDone("staff.overturned.done", Permission.PROPOSE_REFUSALS, numbered=True),
    DutyKind.TELL_SAFEGUARDING: WhereDone("staff.safeguarding.show", Permission.READ_COMPLAINTS, numbered=True),
    DutyKind.DECLARE_INTEREST: WhereDone("staff.interests.new", Permission.CHECK_ANSWERS),
    DutyKind.CHECK_VIEWERS: WhereDone("staff.restrictions.new", Permission.ASSIGN),
    DutyKind.DECIDE_NEW_POINT: WhereDone("staff.new_points.show", Permission.ACKNOWLEDGE, numbered=True),
    DutyKind.APPROVE_MISTAKE: WhereDone("staff.mistakes.show", Permission.APPROVE_CORRECTIONS),
    DutyKind.DO_REQUEST: WhereDone("staff.endings.new", Permission.KEEP_PROMISES),
    DutyKind.ANSWER_ENQUIRY: WhereDone("staff.enquiries.show", Permission.WRITE_MESSAGES, numbered=True),
    DutyKind.ANSWER_DATA: WhereDone("staff.endings.new", Permission.KEEP_PROMISES),
    DutyKind.VISIT: WhereDone("staff.visits.new", Permission.LOG_CONTACTS),
    DutyKind.GO_ON_AFTER_DEATH: WhereDone("staff.carrying_on.new", Permission.CHANGE_CONTACTS, numbered=True),
    DutyKind.ASK_AFTER_MOVE: WhereDone("staff.moves.ask_about", Permission.CHANGE_CONTACTS, numbered=True),
    DutyKind.LOOK_AT_DEATH: WhereDone("staff.deaths.ask_to_decide", Permission.APPROVE_CORRECTIONS, numbered=True),
    DutyKind.APPROVE_RESTRICTION: WhereDone("staff.contact_limits.show", Permission.DECIDE_RESTRICTIONS, numbered=True),
    DutyKind.REVIEW_RESTRICTION: WhereDone("staff.contact_limits.show", Permission.DECIDE_RESTRICTIONS, numbered=True),
    DutyKind.LOOK_AT_RESTRICTION: WhereDone("staff.contact_limits.show", Permission.DECIDE_RESTRICTIONS, numbered=True),
    DutyKind.KEEP_PROMISE: WhereDone("staff.promises.new", Permission.KEEP_PROMISES, numbered=True),
    DutyKind.REDO_PROMISE: WhereDone("staff.ledger.show", Permission.READ_COMPLAINTS, numbered=True),
    DutyKind.APPROVE_OFFER: WhereDone("staff.offers.show", Permission.APPROVE_OFFERS, numbered=True),
    DutyKind.PAY_OFFER: WhereDone("staff.payments.new", Permission.OFFER_MONEY, numbered=True),
    DutyKind.LOOK_AT_PROMISE: WhereDone("staff.ledger.show", Permission.READ_COMPLAINTS, numbered=True),
    DutyKind.INSPECT_PROMISE: WhereDone("staff.ledger.show", Permission.READ_COMPLAINTS, numbered=True),
}


AT_ANY_TIME = (
    (Permission.DEAL_WITH_HAZARDS, _l("Write down a danger in the home"), "staff.hazards.new"),
    (Permission.ASSIGN, _l("Who must not deal with it"), "staff.concerned.new"),
    (Permission.ASSIGN, _l("Who may see it"), "staff.restrictions.new"),
    (Permission.CHECK_ANSWERS, _l("Say if you have a conflict of interest"), "staff.interests.new"),
    (Permission.READ_COMPLAINTS, _l("Write down a safeguarding concern"), "staff.safeguarding.new"),
    (Permission.CORRECT_FACTS, _l("Correct a fact"), "staff.corrections.new"),
    (Permission.ACKNOWLEDGE, _l("Link it with another complaint"), "staff.links.show"),
)
"""What may be done with any case, however it stands."""


class Link(NamedTuple):
    """Something else that may be done with the case."""

    text: str
    href: str


def doing(case: Desk) -> list[Link]:
    """Return what may be done with this case now, beside its duties."""
    return [*_of_intake(case), *_to_people(case), *_links(case)]


def _of_intake(case: Desk) -> Iterator[Link]:
    """Sorting it; and with what is no complaint, how it ended, and whether they want one (1.3, 6.1)."""
    intake = case.complaint.intake
    if may(Permission.LOG_COMPLAINTS):
        if case.complaint.ended is None and intake.ended_on is None:
            text = gettext("Sort it") if intake.triaged_on is None else gettext("Sort it again")
            yield _link(case, text, "staff.triage.new")
        if not intake.is_complaint and intake.complaint is None:
            yield _link(case, gettext("Say how they feel about it, or make it a complaint"), "staff.feelings.new")
    if not intake.is_complaint and intake.ended_on is None and may(Permission.KEEP_PROMISES):
        yield _link(case, gettext("Write how it ended"), "staff.endings.new")


def _to_people(case: Desk) -> Iterator[Link]:
    stage = case.complaint.current
    if (
        stage is not None
        and stage.answered_on is None
        and case.complaint.ended is None
        and may(Permission.CHECK_ANSWERS)
    ):
        yield _link(case, gettext("Ask a colleague for their part"), "staff.contributions.new")
    if may(Permission.WRITE_MESSAGES):
        yield _link(case, gettext("Write a message"), "staff.messages.new")
    if may(Permission.LOG_CONTACTS):
        yield _link(case, gettext("Write down a call, a visit or a letter"), "staff.contact_log.new")
        yield from _to_stop_or_go_on(case)
    if case.complaint.survey is not None:
        yield _link(case, gettext("How we did, as the resident says"), "staff.surveys.show")
    if case.complaint.erased_on is None and may(Permission.PROPOSE_RESTRICTIONS):
        yield _link(case, gettext("Limit contact"), "staff.contact_limits.new")
    if case.complaint.erased_on is None and may(Permission.CHANGE_CONTACTS):
        yield _link(case, gettext("Add somebody who speaks for them"), "staff.representatives.new")


def _to_stop_or_go_on(case: Desk) -> Iterator[Link]:
    """As the resident says it to us: they do the same on their own page (ruling 19)."""
    if case.complaint.ended is Ended.WITHDRAWN:
        yield _link(case, gettext("The resident wants to go on with it"), "staff.withdrawals.ask_to_reopen")
    elif case.complaint.ended is None and case.complaint.closure is None:
        yield _link(case, gettext("The resident wants to stop it"), "staff.withdrawals.new")


def of_person(case: Desk, who: PartyState) -> list[Link]:
    """Return what may be done about one person of the case (rulings 6 and 7)."""
    if not may(Permission.CHANGE_CONTACTS) or case.complaint.erased_on is not None:
        return []
    pages = []
    if who.role is Role.REPRESENTATIVE and not who.silent:
        pages.append((gettext("They do not speak for the resident"), "staff.parties.ask_to_end"))
    if who.role is Role.RESIDENT and not who.died:
        pages.append((gettext("They have moved"), "staff.moves.new"))
    if not who.died:
        pages.append((gettext("They have died"), "staff.deaths.new"))
    elif not who.death_doubted_by:
        pages.append((gettext("How it goes on"), "staff.carrying_on.new"))
        pages.append((gettext("They have not died: it was a mistake"), "staff.deaths.ask_about_mistake"))
    return [Link(text, url_for(page, reference=case.reference, number=who.number)) for text, page in pages]


def _links(case: Desk) -> Iterator[Link]:
    yield from _while_it_runs(case)
    if may(Permission.PROPOSE_REFUSALS) and _may_be_refused(case):
        yield _link(case, gettext("Refuse it, or a part of it"), "staff.refusals.new")
    yield from _of_promises(case)
    yield from _one_or_two(case)
    if may(Permission.POST_LETTERS):
        for party in (each for each in case.complaint.parties if may_renew(case.complaint, each)):
            text = gettext("Make a new return code: %(role)s", role=say(party.role, language()))
            yield Link(text, url_for("staff.renewals.new", reference=case.reference, number=party.number))
    yield from (_link(case, str(text), endpoint) for permission, text, endpoint in AT_ANY_TIME if may(permission))


def _while_it_runs(case: Desk) -> Iterator[Link]:
    stage, open_ = case.complaint.current, case.complaint.ended is None
    if open_ and stage is not None and stage.answered_on is None and case.complaint.definition.points:
        if may(Permission.GIVE_MORE_TIME):
            if not stage.missed:
                yield _link(case, gettext("Take more time"), "staff.more_time.new")
            yield _link(case, gettext("Write how it is going"), "staff.updates.new")
        if may(Permission.ACKNOWLEDGE):
            yield _link(case, gettext("Correct what we understood"), "staff.definitions.new")
    if (
        open_
        and stage is not None
        and case.complaint.stage_2 is None
        and not case.complaint.stage_2_waits
        and may(Permission.ACKNOWLEDGE)
    ):
        yield _link(case, gettext("The resident asks for Stage 2"), "staff.escalations.new")


def _one_or_two(case: Desk) -> Iterator[Link]:
    """What makes one complaint of two or two of one, or none (6.8, ruling 18)."""
    complaint = case.complaint
    if may(Permission.ACKNOWLEDGE):
        if not complaint.kin.merged_into:
            yield _link(case, gettext("Write down a new point"), "staff.new_points.new")
        if may_merge(complaint):
            yield _link(case, gettext("Put another complaint into this one"), "staff.links.ask_to_merge")
        if may_split(complaint) and len(next_version(complaint).points) > 1:
            yield _link(case, gettext("Let points leave for a complaint of their own"), "staff.links.ask_to_split")
    if may(Permission.CORRECT_FACTS):
        if may_be_one(complaint) and complaint.mistake is None:
            yield _link(case, gettext("It was logged by mistake"), "staff.mistakes.new")
        if complaint.ended is Ended.MISTAKE:
            yield _link(case, gettext("It is a complaint after all"), "staff.mistakes.ask_back")


def _may_be_refused(case: Desk) -> bool:
    try:
        stage_open(case.complaint)
    except Refused:
        return False
    return True


def _of_promises(case: Desk) -> Iterator[Link]:
    """Closing is offered once nothing is left to do, and never before (6.6)."""
    if may(Permission.OFFER_MONEY):
        yield _link(case, gettext("Offer money"), "staff.offers.new")
    if may(Permission.KEEP_PROMISES):
        yield _link(case, gettext("Make a promise"), "staff.given.new")
        if not not_yet(case.complaint):
            yield _link(case, gettext("Close the complaint"), "staff.closures.new")


def _link(case: Desk, text: str, endpoint: str) -> Link:
    return Link(text, url_for(endpoint, reference=case.reference))
