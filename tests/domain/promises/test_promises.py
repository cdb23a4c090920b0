"""A promise is given with an owner and a date, moved with a reason, and done with proof (7.3, ruling 23)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.case.findings import PromiseDraft
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.promises import promises
from app.domain.promises.ledger import Source, Stands
from app.domain.promises.promises import GivenDraft
from app.domain.refused import Refused, Why
from tests.domain.case.histories import deed, received
from tests.domain.promises.promised import CONTRACTORS, DUE, LATE, a_promise, after, done, moved, promise

NEW = date(2026, 12, 21)


def give(life, on=DUE, *, words="Send the plumber", owner=2, due=NEW, happened_on=None, contractor="acme"):
    by, source = deed(on), Source.CALL
    draft = GivenDraft(PromiseDraft(words, owner, due), source, happened_on, contractor)
    event = promises.give(life.complaint, draft, CONTRACTORS, deed=by, write=life.write)
    life.happen(by, event)
    return event


def why(act, *arguments, **more) -> list[tuple[Why, str]]:
    with pytest.raises(Refused) as refused:
        act(*arguments, **more)
    return [(gap.why, gap.field) for gap in refused.value.gaps]


def test_a_promise_may_be_given_at_any_time_and_is_a_duty_from_then_on():
    life = received()

    given = give(life)

    state = life.complaint.promise(given.promise)
    assert (state.source, state.owner, state.contractor, state.letter) == (Source.CALL, 2, "acme", 0)
    assert (DutyKind.KEEP_PROMISE, NEW, 2) in {
        (each.kind, each.due_on, each.staff) for each in duties.of(life.complaint)
    }


def test_promises_are_numbered_on_wherever_they_were_given():
    life = a_promise()

    assert give(life).promise == 2


def test_a_promise_found_out_about_late_may_be_late_already():
    life = received()

    give(life, on=NEW, due=DUE, happened_on=date(2026, 12, 7))

    assert promise(life).stands(NEW) is Stands.LATE


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"words": " "}, (Why.PROMISE_WITHOUT_WORDS, "words")),
        ({"owner": None}, (Why.PROMISE_WITHOUT_OWNER, "owner")),
        ({"due": None}, (Why.PROMISE_WITHOUT_DATE, "due_on")),
        ({"due": after(DUE, -1)}, (Why.DUE_BEFORE_PROMISED, "due_on")),
        ({"happened_on": after(DUE, 1)}, (Why.DATE_IN_THE_FUTURE, "happened_on")),
        ({"contractor": "stranger"}, (Why.NO_SUCH_CONTRACTOR, "contractor")),
    ],
)
def test_a_promise_with_a_part_missing_is_refused(wrong, said):
    assert said in why(give, received(), **wrong)


def test_a_promise_goes_to_somebody_else_and_a_contractor():
    life = a_promise()

    life.happen(deed(DUE), promises.hand_over(life.complaint, 1, 3, "acme", CONTRACTORS))

    assert (promise(life).owner, promise(life).contractor) == (3, "acme")
    assert [each.staff for each in duties.of(life.complaint) if each.kind is DutyKind.KEEP_PROMISE] == [3]


@pytest.mark.parametrize(
    ("owner", "contractor", "said"),
    [
        (None, "", Why.PROMISE_WITHOUT_OWNER),
        (1, "", Why.NOTHING_CHANGED),
        (2, "stranger", Why.NO_SUCH_CONTRACTOR),
    ],
)
def test_it_goes_to_nobody_nowhere_and_to_no_stranger(owner, contractor, said):
    assert why(promises.hand_over, a_promise().complaint, 1, owner, contractor, CONTRACTORS)[0][0] is said


def test_a_new_date_keeps_the_first_one_in_sight():
    life = a_promise()

    moved(life, NEW, LATE)

    assert (promise(life).first_due_on, promise(life).due_on) == (DUE, NEW)
    assert promise(life).stands(LATE) is Stands.NEW_DATE


@pytest.mark.parametrize(
    ("new", "reason", "said"),
    [
        (None, "Why", (Why.PROMISE_WITHOUT_DATE, "new_date")),
        (after(LATE, -1), "Why", (Why.DATE_IN_THE_PAST, "new_date")),
        (NEW, " ", (Why.PROMISE_MOVED_WITHOUT_REASON, "words")),
    ],
)
def test_a_date_moves_with_a_reason_and_never_into_the_past(new, reason, said):
    life = a_promise()

    assert said in why(promises.move, life.complaint, 1, new, reason, deed=deed(LATE), write=life.write)


def test_a_date_that_stays_is_no_new_date():
    life = a_promise()

    assert why(promises.move, life.complaint, 1, DUE, "Why", deed=deed(DUE), write=life.write) == [
        (Why.NOTHING_CHANGED, "new_date")
    ]


def test_nobody_but_a_person_moves_a_date():
    life = a_promise()

    assert promise(life).stands(after(DUE, 300)) is Stands.LATE
    assert promise(life).due_on == DUE


def test_what_is_done_is_neither_moved_nor_handed_on_nor_done_again():
    life = a_promise()
    done(life, DUE)

    for act in (
        lambda: moved(life, NEW, LATE),
        lambda: done(life, LATE),
        lambda: promises.hand_over(life.complaint, 1, 2, "", CONTRACTORS),
    ):
        assert why(act) == [(Why.PROMISE_ALREADY_ENDED, "")]


@pytest.mark.parametrize(
    ("day", "proof", "said"), [(DUE, " ", Why.DONE_WITHOUT_PROOF), (LATE, "x", Why.DATE_IN_THE_FUTURE)]
)
def test_done_needs_proof_and_a_day_behind_us(day, proof, said):
    life = a_promise()

    assert why(promises.finish, life.complaint, 1, day, proof, deed=deed(DUE), write=life.write)[0][0] is said
