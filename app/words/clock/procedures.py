"""A complaints procedure in words that anybody can read: each limit of its profile, and what it may refuse."""

from __future__ import annotations

from app.domain.clock.profiles import Ground, Profile, RespondFrom, Stage, StageTimes
from app.words.catalogues import N_, catalogue

NOT_TAKEN_ON = {
    Ground.OVER_TIME_LIMIT: N_(
        "it happened more than %(months)s months before you told us: we still look at it if there is a good reason"
    ),
    Ground.COURT_CLAIM: N_("a claim about the same thing has been filed at court"),
    Ground.CONSIDERED_BEFORE: N_("we have answered a complaint about the same thing before"),
    Ground.NOT_OUR_FUNCTION: N_("it is not about something we do as your landlord"),
}
UNDERSTOOD = N_("We write to say what we understood")
ANSWERED = N_("You get our full answer")
MORE_TIME = N_("If we need more time")
STAGES = {Stage.ONE: N_("Stage 1"), Stage.TWO: N_("Stage 2")}
ANSWERED_FROM = {
    RespondFrom.ACKNOWLEDGEMENT: N_("%(days)s days from the day of that letter"),
    RespondFrom.RECEIPT: N_("%(days)s days from the day you ask us"),
}


def not_taken_on(procedure: Profile, language: str) -> list[str]:
    """Return when a complaint may be refused (2.2, 2.3), each the end of a sentence that begins with "if"."""
    say = catalogue(language).gettext
    return [say(NOT_TAKEN_ON[ground]) % {"months": procedure.complain_within_months} for ground in procedure.grounds]


def limits(procedure: Profile, language: str) -> list[list[str]]:
    """Return the longest that each step may take (6.2–6.4, 6.11–6.15): heads, then a row for each step."""
    say = catalogue(language).gettext
    stages = list(procedure.stages.items())
    heads = [say(N_("Step")), *(say(STAGES[stage]) for stage, _ in stages)]
    steps = ((UNDERSTOOD, _understood), (ANSWERED, _answered), (MORE_TIME, _more_time))
    return [heads, *([say(name), *(cell(times, language) for _, times in stages)] for name, cell in steps)]


def _understood(times: StageTimes, language: str) -> str:
    say = catalogue(language).gettext
    if times.acknowledge_within is None:
        return say(N_("With our answer"))
    return say(N_("%(days)s days")) % {"days": times.acknowledge_within}


def _answered(times: StageTimes, language: str) -> str:
    return catalogue(language).gettext(ANSWERED_FROM[times.respond_from]) % {"days": times.respond_within}


def _more_time(times: StageTimes, language: str) -> str:
    say = catalogue(language).gettext
    if times.extend_by_at_most is None:
        return say(N_("As long as you agree to"))
    return say(N_("%(days)s days more")) % {"days": times.extend_by_at_most}
