"""The words a complaint's record is written in, said: how it came, why it takes longer, what was corrected."""

from app.domain.case.escalations import Standing
from app.domain.case.lateness import Missed
from app.domain.case.understood import Understood
from app.domain.case.vocabulary import Channel, Fact, Ours, Reason, Wanted
from app.words.catalogues import N_
from app.words.say import say_each

CHANNELS = {
    Channel.PORTAL: N_("on this site"),
    Channel.EMAIL: N_("by email"),
    Channel.PHONE: N_("by phone"),
    Channel.LETTER: N_("by letter"),
    Channel.IN_PERSON: N_("in person"),
    Channel.SOCIAL_MEDIA: N_("on social media"),
    Channel.OTHER: N_("in another way"),
}
OURS = {
    Ours.OURS: N_("Ours to answer"),
    Ours.NOT_OURS: N_("Not ours to answer"),
    Ours.UNCLEAR: N_("We are finding out if it is ours"),
}
UNDERSTOOD = {
    Understood.YES: N_("Yes"),
    Understood.PARTLY: N_("Partly"),
    Understood.NO: N_("No"),
}
REASONS = {
    Reason.INSPECTION: N_("Somebody must look at it first"),
    Reason.THIRD_PARTY: N_("Somebody outside must tell us something"),
    Reason.COMPLEX: N_("There is a lot to look into"),
    Reason.RESIDENT_ASKED: N_("The resident asked for it"),
    Reason.EVIDENCE: N_("Something must still reach us"),
    Reason.STAFF_AWAY: N_("Somebody we need is away"),
    Reason.OTHER: N_("Another reason"),
}
MISSED = {
    Missed.ACKNOWLEDGEMENT: N_("to say what we understood"),
    Missed.ANSWER: N_("to answer"),
}
FACTS = {
    Fact.RECEIVED_ON: N_("the day it was received"),
    Fact.STAGE_2_ASKED_ON: N_("the day Stage 2 was asked for"),
    Fact.HOME: N_("the home"),
}
WANTED = {
    Wanted.APOLOGY: N_("An apology"),
    Wanted.EXPLANATION: N_("An explanation"),
    Wanted.WORK_DONE: N_("The work finished"),
    Wanted.MONEY: N_("Money back, or for harm"),
    Wanted.CHANGE: N_("A change, so that it stops happening"),
    Wanted.OTHER: N_("Something else"),
    Wanted.NOT_SURE: N_("Not sure yet"),
}
STANDINGS = {
    Standing.ANSWERED: N_("after the Stage 1 answer"),
    Standing.NOT_YET_DUE: N_("before the Stage 1 answer was due"),
    Standing.LATE: N_("while the Stage 1 answer was late"),
}

say_each(CHANNELS)
say_each(OURS)
say_each(UNDERSTOOD)
say_each(REASONS)
say_each(MISSED)
say_each(FACTS)
say_each(STANDINGS)
say_each(WANTED)
