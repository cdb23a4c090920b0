"""The Ombudsman, seen from where a complaint is: what they can do now, and until when (6.5, 6.16, 6.20)."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.case.headlines import News, headline
from app.domain.case.state import Complaint
from app.domain.case.vocabulary import Ended
from app.domain.clock.profiles import Profile

MONTHS = 12


class Help(Enum):
    """What the Ombudsman can do now."""

    ADVICE = "advice"
    MAKE_US_ANSWER = "make_us_answer"
    AFTER_STAGE_2 = "after_stage_2"
    LOOK_AT_IT = "look_at_it"
    TIME_IS_UP = "time_is_up"
    WE_REFUSED = "we_refused"


@dataclass(frozen=True, slots=True)
class Signpost:
    """What they can do, and the days it hangs on: that of our final answer and the last to go to them."""

    help: Help
    answered_on: date | None = None
    until: date | None = None


def signpost(complaint: Complaint, profile: Profile, today: date) -> Signpost:
    """Return what the Ombudsman can do for somebody on a London day; a time that is up is theirs to judge."""
    stage_2 = complaint.stage_2
    if complaint.ended is Ended.REFUSED:
        return Signpost(Help.WE_REFUSED)
    if stage_2 is not None and stage_2.answer_sent_on is not None:
        until = months_after(stage_2.answer_sent_on, profile.ombudsman.months_after_final_answer)
        return Signpost(Help.LOOK_AT_IT if today <= until else Help.TIME_IS_UP, stage_2.answer_sent_on, until)
    if headline(complaint, today).news in (News.LATE, News.LATE_WITH_NEW_DATE):
        return Signpost(Help.MAKE_US_ANSWER)
    stage_1 = complaint.stage_1
    if stage_1 is not None and stage_1.answer_sent_on is not None and stage_2 is None:
        return Signpost(Help.AFTER_STAGE_2, stage_1.answer_sent_on)
    return Signpost(Help.ADVICE)


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of that month where it has no such day."""
    years, month = divmod(day.month - 1 + months, MONTHS)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
