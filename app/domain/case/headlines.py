"""The one thing to know first about a complaint: where it is, and the one next date (ruling 10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.case.kinds import Intake, Kind
from app.domain.case.lateness import Missed, missed
from app.domain.case.state import Complaint, StageState
from app.domain.case.vocabulary import Ended
from app.domain.clock.profiles import Stage


class News(Enum):
    """What the sentence says; each has one meaning."""

    STOPPED = "stopped"
    NOT_CARRIED_ON = "not_carried_on"
    WILL_UNDERSTAND = "will_understand"
    WILL_UNDERSTAND_AGAIN = "will_understand_again"
    LOOKING = "looking"
    LOOKING_AGAIN = "looking_again"
    LATE = "late"
    LATE_WITH_NEW_DATE = "late_with_new_date"
    ON_ITS_WAY = "on_its_way"
    ANSWERED = "answered"
    PUTTING_RIGHT = "putting_right"
    PROMISE_LATE = "promise_late"
    FINISHED = "finished"
    FINAL_ANSWER = "final_answer"
    NOT_ACCEPTED = "not_accepted"
    NOT_ESCALATED = "not_escalated"
    CLOSED = "closed"
    MERGED = "merged"
    MISTAKE = "mistake"
    TO_BE_DONE = "to_be_done"
    TO_BE_ANSWERED = "to_be_answered"
    NOT_DONE_YET = "not_done_yet"
    DONE = "done"


AS_ENDED = {
    Ended.WITHDRAWN: News.STOPPED,
    Ended.DIED: News.NOT_CARRIED_ON,
    Ended.MERGED: News.MERGED,
    Ended.MISTAKE: News.MISTAKE,
    Ended.OVER: News.CLOSED,
}


@dataclass(frozen=True, slots=True)
class Headline:
    """The sentence: `by` is the next date we gave, `said` one we missed, `tell_by` when a person tells a new one."""

    news: News
    stage: Stage
    by: date | None = None
    said: date | None = None
    tell_by: date | None = None

    @property
    def late(self) -> bool:
        """Return whether we missed a date we gave."""
        return self.said is not None


def headline(complaint: Complaint, today: date) -> Headline:
    """Return what stands at the top of a complaint on a London day; it never makes up a date (ruling 10)."""
    if not complaint.intake.is_complaint:
        return _of_another_kind(complaint.intake, today)
    stage = complaint.current
    if stage is not None and complaint.ended is Ended.REFUSED:
        news = News.NOT_ESCALATED if stage.stage is Stage.TWO else News.NOT_ACCEPTED
        return Headline(news, stage.stage, by=complaint.ended_on)
    if stage is None or complaint.ended is not None:
        news = News.STOPPED if complaint.ended is None else AS_ENDED[complaint.ended]
        return Headline(news, Stage.ONE, by=complaint.ended_on)
    if complaint.closure is not None:
        return Headline(News.CLOSED, stage.stage, by=complaint.closure.on)
    if stage.answer_sent_on is None:
        return _until_answered(stage, today)
    return _after_answer(complaint, stage, today)


def _of_another_kind(intake: Intake, today: date) -> Headline:
    if intake.ended_on is not None:
        return Headline(News.DONE, Stage.ONE, by=intake.ended_on)
    if intake.due_by is not None and today > intake.due_by:
        return Headline(News.NOT_DONE_YET, Stage.ONE, said=intake.due_by)
    news = News.TO_BE_DONE if intake.kind is Kind.REQUEST else News.TO_BE_ANSWERED
    return Headline(news, Stage.ONE, by=intake.due_by)


def _until_answered(stage: StageState, today: date) -> Headline:
    what, _ = missed(stage)
    day = stage.respond_by if what is Missed.ANSWER else stage.acknowledge_by
    if day is not None and today > day:
        return _late(stage, day, today)
    if stage.answered_on is not None:
        return Headline(News.ON_ITS_WAY, stage.stage)
    if what is Missed.ACKNOWLEDGEMENT:
        got = News.WILL_UNDERSTAND_AGAIN if stage.stage is Stage.TWO else News.WILL_UNDERSTAND
        return Headline(got, stage.stage, by=day)
    looking = News.LOOKING_AGAIN if stage.stage is Stage.TWO else News.LOOKING
    return Headline(looking, stage.stage, by=day)


def _late(stage: StageState, said: date, today: date) -> Headline:
    new = stage.new_date_promised
    if new is not None and today <= new:
        return Headline(News.LATE_WITH_NEW_DATE, stage.stage, by=new, said=said)
    tell_by = stage.tell_new_date_by
    still_to_come = tell_by if tell_by is not None and today <= tell_by else None
    return Headline(News.LATE, stage.stage, said=new or said, tell_by=still_to_come)


def _after_answer(complaint: Complaint, stage: StageState, today: date) -> Headline:
    waiting = [*complaint.remedies.owed_by, *(promise.due_on for promise in complaint.promises if promise.open)]
    if waiting and min(waiting) < today:
        return Headline(News.PROMISE_LATE, stage.stage, said=min(waiting))
    if waiting:
        return Headline(News.PUTTING_RIGHT, stage.stage, by=min(waiting))
    if stage.stage is Stage.TWO:
        return Headline(News.FINAL_ANSWER, stage.stage)
    done = complaint.promises or complaint.remedies.settled
    return Headline(News.FINISHED if done else News.ANSWERED, stage.stage)
