"""A promise that is not kept ends in one of three ways, each with what proves it (ruling 23)."""

from __future__ import annotations

import pytest

from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.promises import endings
from app.domain.promises.ledger import Approach, Ending, Stands, Verdict
from app.domain.refused import Refused, Why
from tests.domain.case.histories import deed
from tests.domain.promises.promised import DUE, LATE, a_promise, after, done, ended, judged, promise, tried


def refusal(act, *arguments, **more):
    with pytest.raises(Refused) as refused:
        act(*arguments, **more)
    return [(gap.why, gap.field) for gap in refused.value.gaps]


def test_no_longer_wanted_is_the_residents_word_alone():
    life = a_promise()
    assert refusal(ended, life, Ending.NO_LONGER_WANTED, DUE) == [(Why.RESIDENT_MUST_SAY_SO, "resident_said")]

    ended(life, Ending.NO_LONGER_WANTED, DUE, resident_said=True)

    assert promise(life).stands(LATE) is Stands.ENDED
    assert DutyKind.KEEP_PROMISE not in {duty.kind for duty in duties.of(life.complaint)}


@pytest.mark.parametrize(
    ("ways", "enough"),
    [
        ((), False),
        ((Approach.VISIT, Approach.CALL), False),
        ((Approach.VISIT, Approach.VISIT, Approach.VISIT), False),
        ((Approach.VISIT, Approach.VISIT, Approach.CALL), True),
    ],
)
def test_no_access_takes_three_tries_in_two_ways(ways, enough):
    life = a_promise()
    for days, by in enumerate(ways):
        tried(life, by, after(DUE, days))

    if enough:
        ended(life, Ending.NO_ACCESS, after(DUE, 3))
        assert not promise(life).open
    else:
        assert refusal(ended, life, Ending.NO_ACCESS, after(DUE, 3)) == [(Why.TOO_FEW_TRIES, "how")]


def test_an_end_says_how_when_and_why():
    life = a_promise()

    assert refusal(ended, life, None, DUE) == [(Why.ENDED_WITHOUT_HOW, "how")]
    assert refusal(ended, life, Ending.TO_COURT, DUE, words=" ") == [(Why.NOT_SAID_HOW, "words")]
    future = refusal(endings.end, life.complaint, 1, Ending.TO_COURT, LATE, "Why", deed=deed(DUE), write=life.write)
    assert future == [(Why.DATE_IN_THE_FUTURE, "happened_on")]


def test_what_ended_neither_ends_again_nor_is_tried_for():
    life = a_promise()
    ended(life, Ending.TO_COURT, DUE)

    assert refusal(ended, life, Ending.TO_COURT, DUE) == [(Why.PROMISE_ALREADY_ENDED, "")]
    assert refusal(tried, life, Approach.CALL, DUE) == [(Why.PROMISE_ALREADY_ENDED, "")]


def test_an_end_settles_what_a_dispute_had_laid_on_people():
    life = a_promise()
    judged(life, Verdict.NOT_DONE, LATE)
    judged(life, Verdict.NOT_DONE, after(LATE, 1))

    ended(life, Ending.NO_LONGER_WANTED, after(LATE, 2), resident_said=True)

    of_promises = {DutyKind.REDO_PROMISE, DutyKind.LOOK_AT_PROMISE, DutyKind.INSPECT_PROMISE}
    assert not of_promises & {duty.kind for duty in duties.of(life.complaint)}


def test_a_try_says_how_and_what_happened():
    life = a_promise()

    gaps = refusal(endings.try_access, life.complaint, 1, None, LATE, "", deed=deed(DUE), write=life.write)

    assert gaps == [(Why.DATE_IN_THE_FUTURE, "happened_on"), (Why.NOT_SAID_HOW, "words"), (Why.NOT_SAID_HOW, "by")]


def test_missed_appointments_are_counted_each_day_once_even_when_found_out_about_later():
    life = a_promise()
    done(life, DUE)

    life.happen(deed(DUE), endings.miss_appointment(life.complaint, 1, DUE, deed=deed(DUE)))

    assert promise(life).appointments_missed == (DUE,)
    miss = endings.miss_appointment
    assert refusal(miss, life.complaint, 1, DUE, deed=deed(DUE)) == [(Why.NOTHING_CHANGED, "happened_on")]
    assert refusal(miss, life.complaint, 1, LATE, deed=deed(DUE)) == [(Why.DATE_IN_THE_FUTURE, "happened_on")]


@pytest.mark.parametrize(
    "event",
    [endings.AppointmentMissed(9, DUE), endings.PromiseAccessTried(9, DUE, Approach.CALL, None)],  # type: ignore[arg-type]
)
def test_an_event_of_a_promise_nobody_made_folds_all_the_same(event):
    life = a_promise()

    assert endings.apply(life.complaint, event) == life.complaint
