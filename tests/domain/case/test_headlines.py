"""The one sentence: late, it says which date was missed and makes up no other (ruling 10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.case.headlines import Headline, News, headline
from app.domain.case.state import Complaint, StageState
from app.domain.case.vocabulary import Ended
from app.domain.clock.profiles import Stage
from app.domain.promises.ledger import PromiseState
from app.domain.said import Said

ACKNOWLEDGE_BY, DUE, LATER = date(2026, 11, 30), date(2026, 12, 9), date(2026, 12, 18)
STAGE = StageState(Stage.ONE, date(2026, 11, 23), ACKNOWLEDGE_BY, DUE, DUE, DUE, DUE)
LOOKING = replace(STAGE, acknowledged_on=date(2026, 11, 25), acknowledgement_sent_on=date(2026, 11, 25))
ANSWERED = replace(LOOKING, answered_on=DUE, answer_sent_on=DUE)
PROMISE = PromiseState(1, Said(1, ""), 1, LATER, 3, LATER)


def seen(stage: StageState, on: date, **more: object) -> Headline:
    stages = {"stage_2": stage} if stage.stage is Stage.TWO else {"stage_1": stage}
    return headline(Complaint(**stages | more), on)  # type: ignore[arg-type]


def test_before_the_acknowledgement_it_gives_the_day_of_that():
    assert seen(STAGE, ACKNOWLEDGE_BY) == Headline(News.WILL_UNDERSTAND, Stage.ONE, by=ACKNOWLEDGE_BY)


def test_of_stage_2_it_says_that_we_have_the_request_for_that():
    again = replace(STAGE, stage=Stage.TWO)

    assert seen(again, ACKNOWLEDGE_BY) == Headline(News.WILL_UNDERSTAND_AGAIN, Stage.TWO, by=ACKNOWLEDGE_BY)


def test_after_it_the_day_of_the_answer_on_that_very_day_too():
    assert seen(LOOKING, DUE) == Headline(News.LOOKING, Stage.ONE, by=DUE)


def test_the_day_after_we_are_late_whether_or_not_anybody_has_noticed():
    assert seen(LOOKING, date(2026, 12, 10)) == Headline(News.LATE, Stage.ONE, said=DUE)


def test_a_person_tells_the_new_date_by_a_day_which_is_said_only_while_it_is_to_come():
    owned = replace(LOOKING, missed=(DUE,), tell_new_date_by=date(2026, 12, 11))

    assert seen(owned, date(2026, 12, 11)).tell_by == date(2026, 12, 11)
    assert seen(owned, date(2026, 12, 14)).tell_by is None


def test_a_new_date_stands_beside_the_one_that_was_missed():
    promised = replace(LOOKING, missed=(DUE,), new_date_promised=LATER)

    assert seen(promised, LATER) == Headline(News.LATE_WITH_NEW_DATE, Stage.ONE, by=LATER, said=DUE)


def test_when_that_is_missed_too_it_is_the_one_we_said():
    promised = replace(LOOKING, missed=(DUE,), new_date_promised=LATER)

    assert seen(promised, date(2026, 12, 19)) == Headline(News.LATE, Stage.ONE, said=LATER)


def test_an_answer_that_has_not_gone_is_on_its_way_until_it_is_late():
    written = replace(LOOKING, answered_on=DUE)

    assert seen(written, DUE).news is News.ON_ITS_WAY
    assert seen(written, LATER).late


def test_after_the_answer_promises_lead():
    assert seen(ANSWERED, DUE).news is News.ANSWERED
    assert seen(ANSWERED, DUE, promises=(PROMISE,)) == Headline(News.PUTTING_RIGHT, Stage.ONE, by=LATER)
    assert seen(ANSWERED, date(2026, 12, 19), promises=(PROMISE,)).said == LATER
    assert seen(ANSWERED, DUE, promises=(replace(PROMISE, done_on=DUE),)).news is News.FINISHED


def test_stage_2_ends_in_the_final_answer():
    assert seen(replace(LOOKING, stage=Stage.TWO), DUE).news is News.LOOKING_AGAIN
    assert seen(replace(ANSWERED, stage=Stage.TWO), DUE).news is News.FINAL_ANSWER


def test_a_stopped_complaint_is_stopped_however_late():
    assert seen(LOOKING, LATER, ended=Ended.WITHDRAWN, ended_on=DUE) == Headline(News.STOPPED, Stage.ONE, by=DUE)


def test_a_stage_without_an_acknowledgement_gives_the_day_of_the_answer():
    assert seen(replace(STAGE, acknowledge_by=None), DUE) == Headline(News.LOOKING, Stage.ONE, by=DUE)
