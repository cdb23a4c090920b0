"""What each letter is called, on a page or in a list. An envelope or a subject line never says this much."""

from app.domain.mail.letters import Failed
from app.domain.mail.notices import Notice
from app.words.catalogues import N_
from app.words.say import say_each

WORDS = {
    Notice.RECEIPT: N_("Receipt"),
    Notice.SIGN_IN_CODE: N_("Sign-in code"),
    Notice.ACKNOWLEDGED: N_("What we understood"),
    Notice.MORE_TIME: N_("We need more time"),
    Notice.UPDATE: N_("How it is going"),
    Notice.LATE: N_("We are late"),
    Notice.NEW_DATE: N_("A new date"),
    Notice.ANSWER: N_("Our answer"),
    Notice.STAGE_2_ASKED: N_("You asked for Stage 2"),
    Notice.STAGE_2_ACKNOWLEDGED: N_("Stage 2: what we understood"),
    Notice.STAGE_2_ANSWER: N_("Our final answer"),
    Notice.WITHDRAWN: N_("Your complaint has stopped"),
    Notice.MESSAGE: N_("A message from us"),
    Notice.HAZARD_SUMMARY: N_("What we found in your home"),
    Notice.HAZARD_DATE_MOVED: N_("A new date for your home"),
    Notice.HAZARD_LATE: N_("We are late with the danger in your home"),
    Notice.REFUSED: N_("What we did not accept"),
    Notice.REFUSAL_UPHELD: N_("We looked again"),
    Notice.REFUSAL_OVERTURNED: N_("We now take it on"),
    Notice.PROMISE_MOVED: N_("A new date for a promise"),
    Notice.PROMISE_DRAFTED: N_("Is this right for you?"),
    Notice.WAS_IT_FIXED: N_("Was it done?"),
    Notice.OFFER: N_("Money that we offer you"),
    Notice.OFFER_PAID: N_("We have paid you"),
    Notice.CLOSED: N_("Your complaint is closed"),
    Notice.NEW_POINT: N_("What we do with your new point"),
    Notice.SPLIT_OFF: N_("Part of it is now a complaint of its own"),
    Notice.MERGED: N_("Two of your complaints are now one"),
    Notice.LOGGED_BY_MISTAKE: N_("This was logged by mistake"),
    Notice.MISTAKE_TAKEN_BACK: N_("Your complaint goes on"),
    Notice.REQUEST_LOGGED: N_("What we will do"),
    Notice.ENQUIRY_RECEIVED: N_("We have got your letter"),
    Notice.DATA_COMPLAINT_ACKNOWLEDGED: N_("Your complaint about personal data"),
    Notice.REQUEST_ENDED: N_("What we did"),
    Notice.ENQUIRY_JOINED: N_("We have got your letter"),
    Notice.ENQUIRY_ANSWERED: N_("Our answer to your letter"),
    Notice.RESTRICTED: N_("How you can contact us"),
    Notice.RESTRICTION_UPHELD: N_("We looked again at how you can contact us"),
    Notice.RESTRICTION_ENDED: N_("You can contact us in every way again"),
    Notice.SURVEY: N_("How did we do?"),
    Notice.DANGER: N_("Somebody could get hurt"),
    Notice.NEW_CODE: N_("A new return code"),
    Notice.SET_UP: N_("How to sign in"),
    Notice.PART_DUE: N_("A part of an answer is due"),
    Notice.JOB: N_("A contractor has something to do"),
}
FAILED = {
    Failed.BOUNCED: N_("the email did not arrive"),
    Failed.RETURNED: N_("the letter came back"),
    Failed.NOT_ACCEPTED: N_("it could not be sent"),
    Failed.NOT_SAFE: N_("that way is no longer safe"),
}

say_each(WORDS)
say_each(FAILED)
