"""How we did: what is asked and answered, and what becomes of it, in words (1.6, R30)."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.case import surveys
from app.domain.case.survey_states import Score, SurveyHow, SurveyLeft
from app.words.catalogues import N_
from app.words.say import say_each

SCORES = {
    Score.VERY_SATISFIED: N_("Very satisfied"),
    Score.FAIRLY_SATISFIED: N_("Fairly satisfied"),
    Score.NEITHER: N_("Neither satisfied nor dissatisfied"),
    Score.FAIRLY_DISSATISFIED: N_("Fairly dissatisfied"),
    Score.VERY_DISSATISFIED: N_("Very dissatisfied"),
}
QUESTIONS: Mapping[str, str] = {
    "overall": N_("How satisfied are you, all in all, with how we dealt with your complaint?"),
    "easy": N_("How satisfied are you with how easy it was to complain?"),
    "informed": N_("How satisfied are you with how we kept you informed?"),
    "outcome": N_("How satisfied are you with what came of it?"),
}
"""Under the name of its answer (`Scores`), in the order they are asked."""
HOW = {SurveyHow.PAGE: N_("on their page"), SurveyHow.PHONE: N_("by phone")}
LEFT = {
    SurveyLeft.NO_THANK_YOU: N_("They would rather not say"),
    SurveyLeft.NOT_REACHED: N_("We tried three times and did not reach them"),
}
NOTHING_CHANGES = N_("What you say changes nothing about your complaint. We ask once. You need not answer.")
NOT_HAPPY = N_("If you are not happy with something")
HOW_TO_COMPLAIN = N_(
    "Your answers here are not a complaint. If something is still wrong, or new, tell us at any time, in any way you "
    "like: then we treat it as a complaint. You need not use that word."
)
"""Whoever is asked for their opinion is told this with it (1.6)."""

RESIDENT: Mapping[type, str] = {
    surveys.SurveyAsked: N_("We asked you how we did."),
    surveys.SurveyAnswered: N_("You told us how we did."),
}
STAFF: Mapping[type, str] = {
    surveys.SurveyAsked: N_("Person %(party)s was asked how we did"),
    surveys.SurveyAnswered: N_("Person %(party)s said how we did, %(how)s"),
    surveys.SurveyNotAnswered: N_("Asked how we did, without an answer: %(left)s"),
}
"""What they said is not in these lines: only those who may read it do, on a page of its own."""

say_each(SCORES)
say_each(HOW)
say_each(LEFT)
