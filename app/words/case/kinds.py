"""What a case is, how somebody feels about it, and how it ended, in words."""

from app.domain.case.kinds import Concern, Feeling, Kind, Outcome
from app.domain.case.visits import VisitOutcome
from app.words.catalogues import N_
from app.words.say import say_each

KINDS = {
    Kind.COMPLAINT: N_("Complaint"),
    Kind.REQUEST: N_("Request"),
    Kind.ENQUIRY: N_("Letter from an MP or councillor"),
    Kind.DATA_PROTECTION: N_("Complaint about personal data"),
}
FEELINGS = {
    Feeling.NOTHING_WRONG: N_("a request, nothing wrong yet"),
    Feeling.WANTS_COMPLAINT: N_("unhappy, wants a complaint"),
    Feeling.SAID_NO: N_("unhappy, was offered a complaint, said no"),
}
CONCERNS = {
    Concern.COMPLEX: N_("Complex"),
    Concern.VULNERABLE: N_("Needs more support"),
    Concern.RISK: N_("Risk to somebody"),
}
OUTCOMES = {
    Outcome.DONE: N_("done"),
    Outcome.NOT_WANTED: N_("no longer wanted"),
    Outcome.PASSED_ON: N_("passed on to who can do it"),
}
VISITS = {
    VisitOutcome.VISITED: N_("visited them"),
    VisitOutcome.RANG: N_("talked on the phone"),
    VisitOutcome.NO_THANK_YOU: N_("they said no thank you"),
    VisitOutcome.NOT_REACHED: N_("could not reach them"),
}

say_each(KINDS)
say_each(FEELINGS)
say_each(CONCERNS)
say_each(OUTCOMES)
say_each(VISITS)
