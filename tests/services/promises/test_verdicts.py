"""The night asks whether it was fixed, by a letter that says nothing, and never by a way that is not safe (R28)."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from app.domain.changed import Changed
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.mail.notices import Notice
from app.domain.people.preferences import Detail, Preferences, Safe, Way
from app.domain.promises.ledger import Verdict
from app.services.case import histories, projections
from app.services.clock import rounds
from app.services.promises import promises, verdicts
from app.store.clock.duty_rows import DutyRow
from app.store.outbox import OutboxRow
from app.store.promises.promises import PromiseRow
from tests import states
from tests.cases import BY_EMAIL, a_person, an_answered, deed
from tests.letters import letter
from tests.states import PROMISES

AFTER = date(2026, 12, 21)
TELLING = ("complaint", "boiler", "Mend", "repair", "damp")


def state(session, made):
    return histories.found(session, made.reference, deed()).complaint


def ask(session, made, on=AFTER):
    return verdicts.ask(session, made.reference, deed(on, "clock"))


@pytest.mark.parametrize("detail", Detail)
def test_the_question_says_nothing_of_what_it_is_about(session, detail):
    how = Preferences(Safe.YES, (Way.EMAIL,), Way.EMAIL, detail=detail)
    made = an_answered(session, *PROMISES, person=a_person(preferences=how))

    assert ask(session, made) == 1

    text = letter(session, made)
    assert "We have a question for you" in text
    assert [word for word in TELLING if word in text] == []
    waiting = session.scalars(select(OutboxRow).filter_by(kind=Notice.WAS_IT_FIXED.value)).all()
    assert len(waiting) == 1


def test_it_is_asked_once(session):
    made = an_answered(session, *PROMISES, person=a_person())

    assert [ask(session, made), ask(session, made), ask(session, made, date(2026, 12, 22))] == [1, 0, 0]


def test_two_promises_of_one_day_are_one_letter(session):
    made = an_answered(session, PROMISES[0], PROMISES[0], person=a_person())
    before = len(state(session, made).letters)

    assert ask(session, made) == 2
    assert len(state(session, made).letters) == before + 1


def test_where_no_way_is_safe_nothing_goes_and_finding_one_is_somebodys_duty(session):
    made = an_answered(session, *PROMISES, person=a_person(preferences=None))

    ask(session, made)

    asked = state(session, made).letters[-1]
    assert (asked.notice, asked.way, asked.sent_on) == (Notice.WAS_IT_FIXED, None, None)
    assert (DutyKind.FIND_SAFE_WAY, asked.number) in {
        (duty.kind, duty.number) for duty in duties.of(state(session, made))
    }
    assert session.scalars(select(OutboxRow).filter_by(kind=Notice.WAS_IT_FIXED.value)).all() == []


def test_who_comes_back_here_finds_it_waiting_and_is_sent_nothing(session):
    made, _ = states.promise_asked_about(session)

    asked = state(session, made).letters[-1]
    assert (asked.way, asked.sent_on) == (Way.HERE, date(2026, 12, 22))


def test_the_night_finds_the_cases_in_their_order_and_leaves_the_others(session):
    due = [an_answered(session, PROMISES[0], key=f"press-{n}", person=a_person(preferences=BY_EMAIL)) for n in (1, 2)]
    an_answered(session, PROMISES[1], key="press-3")

    found = rounds.to_ask(session, 0, AFTER)

    assert [each.reference for each in found] == [each.reference for each in due]
    assert rounds.to_ask(session, found[-1].id, AFTER) == []
    assert rounds.to_ask(session, 0, date(2026, 12, 20)) == []
    ask(session, due[0])
    assert [each.reference for each in rounds.to_ask(session, 0, AFTER)] == [due[1].reference]


def test_of_two_who_write_about_one_promise_the_second_is_told(session):
    made, on = states.promise_late(session)
    seen = state(session, made).position
    promises.finish(session, made.reference, 1, on, "Photograph 3", deed(on, "staff:1", seen=seen))

    with pytest.raises(Changed):
        verdicts.judge(session, made.reference, 1, 1, Verdict.NOT_DONE, "Cold", states.resident(made, on, seen=seen))
    with pytest.raises(Changed):
        promises.move(session, made.reference, 1, date(2027, 1, 8), "Why", deed(on, "staff:1", seen=seen))


@pytest.mark.parametrize(
    "make",
    [
        states.with_promises,
        states.promise_moved,
        states.promise_asked_about,
        states.promise_disputed,
        states.promise_ended,
        states.closed,
    ],
)
def test_what_is_projected_is_what_the_history_folds_to(session, make):
    made, _ = make(session)

    def rows():
        tables = (PromiseRow.__table__, DutyRow.__table__)
        return [
            session.execute(select(table).filter_by(case_id=made.case_id).order_by(*table.primary_key)).all()
            for table in tables
        ]

    kept = rows()
    projections.rebuild(session, f"complaint:{made.case_id}")

    assert rows() == kept
