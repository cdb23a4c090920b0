"""The one sentence at the top of a complaint, and what may be added to it, in words."""

from __future__ import annotations

from app.domain.case.headlines import Headline, News
from app.words.catalogues import N_, catalogue
from app.words.dates import spoken

WORDS = {
    News.NOT_CARRIED_ON: N_("This complaint stopped on %(by)s. What we have promised to do, we still do."),
    News.STOPPED: N_("You stopped this complaint on %(by)s."),
    News.WILL_UNDERSTAND: N_("We have got your complaint. By %(by)s we will write to say what we understood."),
    News.WILL_UNDERSTAND_AGAIN: N_(
        "We have got your request for Stage 2. By %(by)s we will write to say what we understood."
    ),
    News.LOOKING: N_("We are looking into it. You will hear by %(by)s."),
    News.LOOKING_AGAIN: N_("Someone new is looking at it again. You will hear by %(by)s."),
    News.LATE: N_("We are late. We said %(said)s. You can go to the %(ombudsman)s now."),
    News.LATE_WITH_NEW_DATE: N_(
        "We are late. We said %(said)s. You will now hear by %(by)s. You can go to the %(ombudsman)s now."
    ),
    News.ON_ITS_WAY: N_("Our answer is written. It is on its way to you."),
    News.ANSWERED: N_("We have answered. You can read our answer below."),
    News.PUTTING_RIGHT: N_("We have answered. Now we are putting it right. The next thing will be done by %(by)s."),
    News.PROMISE_LATE: N_("We are late with something we promised. We said %(said)s."),
    News.FINISHED: N_("We have answered, and done what we promised."),
    News.FINAL_ANSWER: N_("We have given our final answer. If you are unhappy you can go to the %(ombudsman)s."),
    News.NOT_ACCEPTED: N_(
        "We did not accept this complaint. We wrote to you why on %(by)s. You can go to the %(ombudsman)s now."
    ),
    News.NOT_ESCALATED: N_(
        "We did not take this to Stage 2. We wrote to you why on %(by)s. You can go to the %(ombudsman)s now."
    ),
    News.MERGED: N_("On %(by)s we put this together with another complaint of yours. We go on there."),
    News.MISTAKE: N_("On %(by)s we wrote to you that this was logged by mistake. Tell us if that is wrong."),
    News.TO_BE_DONE: N_("We have written it down. It will be done by %(by)s."),
    News.TO_BE_ANSWERED: N_("We have got your letter. You will have our answer by %(by)s."),
    News.NOT_DONE_YET: N_("We are late. We said %(said)s. We are sorry."),
    News.DONE: N_("This ended on %(by)s. We wrote to you what we did."),
    News.CLOSED: N_("We closed this complaint on %(by)s. You can still tell us if something is not right."),
}
TELL_BY = N_("By %(day)s we will tell you a new date, and why.")
NO_NEW_DATE = N_("We have not told you a new date. We are sorry.")


def sentence(headline: Headline, ombudsman: str, language: str) -> str:
    """Return the sentence, with the Ombudsman's name where they can be asked now."""
    return catalogue(language).gettext(WORDS[headline.news]) % {
        "by": spoken(headline.by, language) if headline.by else "",
        "said": spoken(headline.said, language) if headline.said else "",
        "ombudsman": ombudsman,
    }


def about_new_date(headline: Headline, language: str) -> str:
    """Return what a missed answer's page says of the new date; nothing where there is one, or none was missed."""
    words = catalogue(language)
    if headline.news is not News.LATE:
        return ""
    if headline.tell_by is None:
        return words.gettext(NO_NEW_DATE)
    return words.gettext(TELL_BY) % {"day": spoken(headline.tell_by, language)}
