"""Where each duty of a case is done, by whoever is signed in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from app.domain.clock.duty_kinds import Duty, DutyKind
from app.domain.landlord.permissions import Permission
from app.web.staff.guards import answers, may, me


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


def row_of(duty: Duty) -> str:
    """Return what tells a duty from the others of its case, as lists of them do."""
    return f"{duty.kind.value}-{duty.stage.value if duty.stage else 0}-{duty.number}"


def is_mine_to_do(duty: Duty) -> bool:
    """Return whether whoever is signed in has a page on which they may do it."""
    deed = DEEDS.get(duty.kind)
    return deed is not None and deed.allowed(duty)


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
    DutyKind.READ_BACK: WhereDone("staff.read_backs.new", Permission.ACKNOWLEDGE),
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
    DutyKind.HEARD_OF_DEATH: WhereDone("staff.deaths.new", Permission.CHANGE_CONTACTS, numbered=True),
    DutyKind.HEARD_OF_MOVE: WhereDone("staff.moves.new", Permission.CHANGE_CONTACTS, numbered=True),
    DutyKind.ASK_AFTER_MOVE: WhereDone("staff.moves.ask_about", Permission.CHANGE_CONTACTS, numbered=True),
    DutyKind.LOOK_AT_DEATH: WhereDone("staff.deaths.ask_to_decide", Permission.APPROVE_CORRECTIONS, numbered=True),
    DutyKind.APPROVE_RESTRICTION: WhereDone("staff.contact_limits.show", Permission.DECIDE_RESTRICTIONS, numbered=True),
    DutyKind.REVIEW_RESTRICTION: WhereDone("staff.contact_limits.show", Permission.DECIDE_RESTRICTIONS, numbered=True),
    DutyKind.LOOK_AT_RESTRICTION: WhereDone("staff.contact_limits.show", Permission.DECIDE_RESTRICTIONS, numbered=True),
    DutyKind.KEEP_PROMISE: WhereDone("staff.promises.new", Permission.KEEP_PROMISES, numbered=True),
    DutyKind.REDO_PROMISE: WhereDone("staff.ledger.show", Permission.READ_COMPLAINTS, numbered=True),
    DutyKind.APPROVE_OFFER: WhereDone("staff.offers.show", Permission.APPROVE_OFFERS, numbered=True),
    DutyKind.PAY_OFFER: WhereDone("staff.payments.new", Permission.OFFER_MONEY, numbered=True),
    DutyKind.DECIDE_DATE: WhereDone("staff.ledger.show", Permission.KEEP_PROMISES, numbered=True),
    DutyKind.WRITE_ANSWER: WhereDone("staff.third_parties.new", Permission.ASSIGN),
    DutyKind.LOOK_AT_PROMISE: WhereDone("staff.ledger.show", Permission.READ_COMPLAINTS, numbered=True),
    DutyKind.INSPECT_PROMISE: WhereDone("staff.ledger.show", Permission.READ_COMPLAINTS, numbered=True),
}
