"""The resident says whether a promise was kept; silence never changes anything (R28, 7.3, ruling 23)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.case import withdrawals
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind, Owner
from app.domain.people.parties import PartyState, Role
from app.domain.promises import verdicts
from app.domain.promises.ledger import Ending, Look, Occasion, Stands, Verdict
from app.domain.refused import Refused, Why
from tests.domain.case.histories import deed
from tests.domain.promises.promised import (
    DUE,
    LATE,
    a_promise,
    after,
    asked,
    done,
    ended,
    judged,
    looked_into,
    moved,
    promise,
    resident,
)

FOUR_WEEKS_ON = after(DUE, 28)


def open_duties(life):
    return {
        (duty.kind, duty.due_on, duty.staff, duty.owner) for duty in duties.of(life.complaint) if duty.stage is None
    }


def judge(life, verdict, on, words="Why", party=1):
    return verdicts.judge(
        life.complaint, 1, party, verdict, words, terms=life.terms, deed=resident(on), write=life.write
    )


@pytest.mark.parametrize("verdict", [Verdict.NOT_DONE, Verdict.PARTLY])
def test_who_says_that_it_is_not_all_done_opens_it_again_and_two_people_are_told(verdict):
    life = a_promise()
    done(life, DUE)

    judged(life, verdict, LATE)

    assert promise(life).open
    assert promise(life).times_not_done == 1
    next_working_day = date(2026, 12, 16)
    assert open_duties(life) >= {
        (DutyKind.KEEP_PROMISE, DUE, 1, Owner.TEAM),  # the old date stays: no machine gives a new one
        (DutyKind.REDO_PROMISE, next_working_day, 1, Owner.TEAM),
        (DutyKind.LOOK_AT_PROMISE, next_working_day, None, Owner.COMPLAINTS_OFFICER),
    }
    assert promise(life).stands(LATE).value == verdict.value


def test_not_done_twice_lays_an_inspection_within_five_working_days():
    life = a_promise()
    done(life, DUE)
    judged(life, Verdict.NOT_DONE, LATE)
    done(life, date(2026, 12, 17))

    again = judged(life, Verdict.NOT_DONE, date(2026, 12, 18))

    assert again.inspect_by == date(2026, 12, 29)  # the 25th and 28th are holidays
    assert life.complaint.has_task(DutyKind.INSPECT_PROMISE, 1)
    assert promise(life).times_not_done == 2


def test_said_again_on_another_day_counts_again_though_we_did_nothing():
    life = a_promise()
    judged(life, Verdict.NOT_DONE, LATE)

    assert judged(life, Verdict.NOT_DONE, after(LATE, 7)).inspect_by is not None


def test_a_verdict_is_put_right_and_on_its_own_day_counts_as_one():
    life = a_promise()
    done(life, DUE)
    judged(life, Verdict.NOT_DONE, LATE)
    judged(life, Verdict.PARTLY, LATE)
    assert promise(life).times_not_done == 1

    judged(life, Verdict.KEPT, LATE, "")

    assert (promise(life).times_not_done, promise(life).kept_on) == (0, DUE)
    assert not promise(life).open
    assert not {DutyKind.REDO_PROMISE, DutyKind.LOOK_AT_PROMISE} & {kind for kind, *_ in open_duties(life)}


def test_a_promise_is_judged_before_we_say_it_is_done_once_its_date_has_passed():
    life = a_promise()
    with pytest.raises(Refused) as refused:
        judge(life, Verdict.KEPT, DUE)
    assert refused.value.why is Why.PROMISE_NOT_YET_DUE

    judged(life, Verdict.KEPT, LATE, "")

    assert promise(life).kept_on == LATE
    assert not promise(life).open


def test_what_is_wrong_must_be_said():
    with pytest.raises(Refused) as refused:
        judge(a_promise(), Verdict.NOT_DONE, LATE, " ")

    assert [(gap.why, gap.field) for gap in refused.value.gaps] == [(Why.VERDICT_WITHOUT_WORDS, "words")]


def test_the_same_again_without_a_word_changes_nothing():
    life = a_promise()
    judged(life, Verdict.KEPT, LATE, "")

    with pytest.raises(Refused) as refused:
        judge(life, Verdict.KEPT, LATE, "")
    assert refused.value.why is Why.NOTHING_CHANGED


def test_nobody_speaks_for_the_resident_who_was_not_confirmed():
    life = a_promise()
    stranger = PartyState(2, Role.REPRESENTATIVE, confirmed=False)
    life.complaint = replace(life.complaint, parties=(*life.complaint.parties, stranger))

    with pytest.raises(Refused) as refused:
        judge(life, Verdict.KEPT, LATE, party=2)
    assert refused.value.why is Why.ONLY_THE_RESIDENT


def test_what_ended_otherwise_is_not_judged():
    life = a_promise()
    ended(life, Ending.TO_COURT, LATE)

    with pytest.raises(Refused) as refused:
        judge(life, Verdict.NOT_DONE, LATE)
    assert refused.value.why is Why.PROMISE_ALREADY_ENDED


def test_a_new_date_answers_a_dispute_and_what_we_said_was_done_is_to_be_done_again():
    life = a_promise()
    done(life, DUE)
    judged(life, Verdict.NOT_DONE, LATE)

    moved(life, after(LATE, 7), LATE)

    assert promise(life).stands(LATE) is Stands.NEW_DATE
    assert promise(life).done_on is None
    assert promise(life).times_not_done == 1
    assert DutyKind.REDO_PROMISE not in {kind for kind, *_ in open_duties(life)}


def test_the_officer_looks_into_it_and_only_an_inspection_or_a_manager_settles_the_second_time():
    life = a_promise()
    judged(life, Verdict.NOT_DONE, LATE)
    looked_into(life, Look.SPOKE, LATE)
    assert not life.complaint.has_task(DutyKind.LOOK_AT_PROMISE, 1)
    with pytest.raises(Refused) as refused:
        looked_into(life, Look.SPOKE, LATE)
    assert refused.value.why is Why.NOTHING_TO_SETTLE

    judged(life, Verdict.NOT_DONE, after(LATE, 1))
    looked_into(life, Look.SPOKE, after(LATE, 1))
    with pytest.raises(Refused) as refused:
        looked_into(life, Look.SPOKE, after(LATE, 1))
    assert refused.value.why is Why.INSPECTION_NEEDED
    looked_into(life, Look.INSPECTION, after(LATE, 2))

    assert not life.complaint.has_task(DutyKind.INSPECT_PROMISE, 1)


@pytest.mark.parametrize(
    ("on", "words", "said"), [(after(LATE, 1), "Saw it", Why.DATE_IN_THE_FUTURE), (LATE, " ", Why.NOT_SAID_HOW)]
)
def test_looking_into_it_needs_a_day_behind_us_and_words(on, words, said):
    life = a_promise()
    judged(life, Verdict.NOT_DONE, LATE)

    with pytest.raises(Refused) as refused:
        verdicts.look_into(life.complaint, 1, Look.SPOKE, on, words, deed=deed(LATE), write=life.write)
    assert refused.value.why is said


def test_the_night_asks_once_after_the_date_and_once_four_weeks_after_it_was_done():
    life = a_promise()
    assert asked(life, DUE) == ()

    [first] = asked(life, LATE)
    assert (first.occasion, first.of) == (Occasion.DATE_PASSED, DUE)
    assert asked(life, after(LATE, 1)) == ()

    done(life, after(LATE, 2))
    assert asked(life, after(LATE, 29)) == ()
    [again] = asked(life, after(LATE, 30))
    assert again.occasion is Occasion.FOUR_WEEKS
    assert asked(life, after(LATE, 31)) == ()


def test_silence_changes_nothing():
    life = a_promise()
    before = promise(life)
    asked(life, LATE)

    assert replace(promise(life), asked_due=None, waits=False) == before
    assert promise(life).asks


def test_who_has_told_us_is_not_asked_again_but_four_weeks_on():
    life = a_promise()
    done(life, DUE)
    judged(life, Verdict.KEPT, DUE, "")

    assert asked(life, LATE) == ()
    assert [each.occasion for each in asked(life, FOUR_WEEKS_ON)] == [Occasion.FOUR_WEEKS]
    judged(life, Verdict.KEPT, FOUR_WEEKS_ON, "")
    assert asked(life, after(FOUR_WEEKS_ON, 1)) == ()


def test_nobody_is_asked_while_they_say_that_it_is_not_done():
    life = a_promise()
    judged(life, Verdict.NOT_DONE, LATE)

    assert asked(life, after(LATE, 1)) == ()


def test_a_question_nobody_would_understand_any_more_is_not_asked():
    assert asked(a_promise(), after(LATE, 29)) == ()


def test_a_moved_date_is_asked_about_when_it_has_passed():
    life = a_promise()
    asked(life, LATE)
    moved(life, after(LATE, 7), LATE)

    assert asked(life, after(LATE, 7)) == ()
    assert len(asked(life, after(LATE, 8))) == 1


def withdrawn(life, on):
    by = resident(on)
    life.happen(by, withdrawals.withdraw(life.complaint, 1, own_choice=True, deed=by, write=life.write))


def test_after_a_complaint_was_stopped_only_promises_that_go_on_are_asked_about():
    kept, goes_on = a_promise(), a_promise()
    done(kept, DUE)
    withdrawn(kept, LATE)
    withdrawn(goes_on, date(2026, 12, 2))

    assert asked(kept, FOUR_WEEKS_ON) == ()
    assert len(asked(goes_on, LATE)) == 1


@pytest.mark.parametrize("event", [verdicts.PromiseAskedAbout(9, Occasion.FOUR_WEEKS, DUE, 1)])
def test_an_event_of_a_promise_nobody_made_folds_all_the_same(event):
    life = a_promise()
    before = life.complaint

    assert verdicts.apply(before, event) == before
