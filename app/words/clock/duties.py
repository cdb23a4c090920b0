"""What is to be done, and whose it is, in words for staff."""

from app.domain.clock.duties import DutyKind, Owner
from app.words.catalogues import N_
from app.words.say import say_each

KINDS = {
    DutyKind.ACKNOWLEDGE: N_("Acknowledge"),
    DutyKind.RESPOND: N_("Answer"),
    DutyKind.POST_LETTER: N_("Post a letter"),
    DutyKind.TELL_BY_PHONE: N_("Ring"),
    DutyKind.TELL_BY_TEXT: N_("Send a text"),
    DutyKind.FIND_SAFE_WAY: N_("Find a safe way to reach them"),
    DutyKind.DANGER: N_("Somebody could get hurt"),
    DutyKind.ADJUSTMENT: N_("Put in place what they need"),
    DutyKind.CORRECT_DEFINITION: N_("Correct what we understood"),
    DutyKind.TELL_NEW_DATE: N_("Tell them a new date"),
    DutyKind.UPDATE: N_("Say how it is going"),
    DutyKind.CHECK_ANSWER: N_("Check an answer before it goes"),
    DutyKind.CHANGE_ANSWER: N_("Change an answer that was given back"),
    DutyKind.APPROVE_MORE_TIME: N_("Decide on more time"),
    DutyKind.UNHAPPY_WITH_MORE_TIME: N_("Not happy with the new date"),
    DutyKind.APPROVE_CORRECTION: N_("Decide on a correction"),
    DutyKind.ANSWER_EARLY_STAGE_2: N_("Answer an early request for Stage 2"),
    DutyKind.DECIDE_STAGE_2: N_("Decide how Stage 2 begins"),
    DutyKind.KEEP_PROMISE: N_("Keep a promise"),
    DutyKind.REDO_PROMISE: N_("Act on a promise that was not kept"),
    DutyKind.LOOK_AT_PROMISE: N_("Look into a promise that was not kept"),
    DutyKind.INSPECT_PROMISE: N_("Inspect what was not done twice, or bring in a manager"),
    DutyKind.APPROVE_OFFER: N_("Decide on an offer of money"),
    DutyKind.PAY_OFFER: N_("Pay what was accepted"),
    DutyKind.CHECK_CONTACT: N_("Check a new way to reach them"),
    DutyKind.ANSWER_MESSAGE: N_("Answer a message"),
    DutyKind.CONTRIBUTE: N_("Give your part of the answer"),
    DutyKind.RING_BACK: N_("Ring them back"),
    DutyKind.CONFIRM_AUTHORITY: N_("Ask if somebody may speak for them"),
    DutyKind.ASSESS_HAZARD: N_("Assess a hazard"),
    DutyKind.INVESTIGATE_HAZARD: N_("Investigate a hazard"),
    DutyKind.SUM_UP_HAZARD: N_("Write what was found"),
    DutyKind.MAKE_SAFE: N_("Make the home safe"),
    DutyKind.BEGIN_WORKS: N_("Begin the works"),
    DutyKind.OFFER_ACCOMMODATION: N_("Offer somewhere else to stay"),
    DutyKind.APPROVE_HAZARD: N_("Decide if a hazard is less serious"),
    DutyKind.LATE_HAZARD: N_("A hazard date was missed"),
    DutyKind.APPROVE_REFUSAL: N_("Decide on a refusal"),
    DutyKind.LOOK_AT_REFUSAL: N_("Look at a refusal again"),
    DutyKind.TAKE_ON_POINTS: N_("Take on what had been refused"),
    DutyKind.OMBUDSMAN_DATE: N_("Do what the Ombudsman asked"),
    DutyKind.CHECK_VIEWERS: N_("Check who may see it"),
    DutyKind.TELL_SAFEGUARDING: N_("Tell who must know of a safeguarding concern"),
    DutyKind.DECLARE_INTEREST: N_("Say if you have a conflict of interest"),
    DutyKind.DECIDE_NEW_POINT: N_("Decide what becomes of a new point"),
    DutyKind.APPROVE_MISTAKE: N_("Decide if it was logged by mistake"),
}
OWNERS = {
    Owner.TEAM: N_("Nobody yet"),
    Owner.COMPLAINTS_OFFICER: N_("A complaints officer"),
    Owner.SECOND_PERSON: N_("A second person"),
    Owner.OUT_OF_HOURS: N_("Whoever is on call"),
    Owner.OFFER_APPROVER: N_("Somebody who may agree to this sum"),
    Owner.STAGE_1_CHECKER: N_("Somebody who checks Stage 1 answers"),
    Owner.STAGE_2_CHECKER: N_("Somebody who checks Stage 2 answers"),
    Owner.NAMED: N_("Those who may see it"),
    Owner.SAFEGUARDING: N_("Those named for safeguarding"),
}

say_each(KINDS)
say_each(OWNERS)
