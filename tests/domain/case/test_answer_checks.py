"""A second person looks at the very answer before it goes, and no clock waits for them (6.13, ruling 14)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain import history
from app.domain.case import answer_checks, complaints, definitions, responses, withdrawals
from app.domain.case.check_states import CheckStanding
from app.domain.case.findings import PromiseDraft, ResponseDraft
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind, Owner
from app.domain.record import Recorded, facts, read
from app.domain.refused import Refused, Why
from tests.domain.case.histories import Life, a_definition, acknowledged, an_answer, deed

KNOWN, LOOKED = date(2026, 11, 25), date(2026, 12, 2)
WRITER, CHECKER, OTHER = "staff:1", "staff:2", "staff:3"


@pytest.fixture
def life():
    """A complaint that is acknowledged, and waits for its answer."""
    return acknowledged()


@pytest.fixture
def asked(life):
    """Staff 1 has sent an answer to be checked."""
    ask(life)
    return life


def ask(life: Life, by: str = WRITER, draft: ResponseDraft | None = None) -> None:
    who, draft = deed(LOOKED, by), draft or an_answer(life.complaint, PromiseDraft("Mend it", 1, date(2026, 12, 20)))
    life.happen(who, answer_checks.ask(life.complaint, draft, terms=life.terms, deed=who, write=life.write))


def issue(life: Life, by: str = WRITER, **more: bool):
    draft = an_answer(life.complaint)
    return responses.issue(life.complaint, draft, terms=life.terms, deed=deed(LOOKED, by), write=life.write, **more)


def approve(life: Life, by: str = CHECKER) -> None:
    life.happen(deed(LOOKED, by), answer_checks.approve(life.complaint, 1, deed=deed(LOOKED, by)))


def give_back(life: Life, by: str = CHECKER, words: str = "Name the policy.") -> None:
    who = deed(LOOKED, by)
    life.happen(who, answer_checks.give_back(life.complaint, 1, words, deed=who, write=life.write))


def why(act, *given: object, **more: object) -> list[Why]:
    with pytest.raises(Refused) as refused:
        act(*given, **more)
    return [gap.why for gap in refused.value.gaps]


def test_where_answers_are_checked_none_goes_without(life):
    assert why(issue, life, checked=True) == [Why.ANSWER_NOT_CHECKED]
    assert issue(life).signed_by == 1


def test_what_was_sent_to_be_checked_reads_back_the_same(asked):
    kept = answer_checks.draft_of(asked.words[asked.complaint.answer_checks[0].answer.number])

    assert kept == an_answer(asked.complaint, PromiseDraft("Mend it", 1, date(2026, 12, 20)))
    assert why(answer_checks.draft_of, "") == [Why.NO_SUCH_WORDS]


def test_an_answer_with_gaps_is_not_sent_to_be_checked(life):
    assert Why.NO_DECISION in why(ask, life, draft=ResponseDraft())


def test_while_it_is_checked_nobody_changes_it_or_sends_another(asked):
    assert why(responses.write_on, asked.complaint, deed(LOOKED)) == [Why.ANSWER_BEING_CHECKED]
    assert why(issue, asked) == [Why.ANSWER_BEING_CHECKED]
    assert why(ask, asked, OTHER) == [Why.ANSWER_BEING_CHECKED]


def test_the_clock_runs_on_and_whoever_checks_sees_its_date(asked):
    stage = asked.complaint.stage_1
    due = {duty.kind: duty for duty in duties.of(asked.complaint)}

    assert due[DutyKind.RESPOND].due_on == stage.respond_by
    check = due[DutyKind.CHECK_ANSWER]
    assert (check.due_on, check.owner, check.staff) == (stage.respond_by, Owner.STAGE_1_CHECKER, None)


def test_nobody_checks_their_own(asked):
    assert why(approve, asked, WRITER) == [Why.CHECK_NEEDS_SECOND_PERSON]
    assert why(give_back, asked, WRITER) == [Why.CHECK_NEEDS_SECOND_PERSON]


def test_nobody_agrees_and_says_what_must_change(asked):
    refused = why(answer_checks.approve, asked.complaint, 1, deed=deed(LOOKED, CHECKER), words="Name the policy.")

    assert refused == [Why.AGREED_WITH_WORDS]


def test_whoever_is_concerned_does_not_check(asked):
    asked.happen(deed(LOOKED), complaints.mark_concerned(asked.complaint, (2,)))

    assert why(approve, asked) == [Why.CONCERNED_IN_COMPLAINT]
    approve(asked, OTHER)


def test_a_writer_found_to_be_concerned_does_not_sign(asked):
    asked.happen(deed(LOOKED), complaints.mark_concerned(asked.complaint, (1,)))
    approve(asked)

    assert why(issue, asked, CHECKER, checked=True) == [Why.CONCERNED_IN_COMPLAINT]


def test_what_was_agreed_to_is_signed_by_who_wrote_it(asked):
    approve(asked)
    issued = issue(asked, CHECKER, checked=True)
    asked.happen(deed(LOOKED, CHECKER), issued)

    assert issued.signed_by == 1
    assert asked.complaint.stage_1.worked_on_by == {1, 2}
    assert {duty.kind for duty in duties.of(asked.complaint)} == {DutyKind.RESPOND}


def test_given_back_it_is_the_writers_to_change_with_the_note(asked):
    assert why(give_back, asked, words=" ") == [Why.CHECK_WITHOUT_WORDS]
    give_back(asked)

    check = answer_checks.returned(asked.complaint)
    assert (check.standing, asked.words[check.note.number]) == (CheckStanding.RETURNED, "Name the policy.")
    due = {duty.kind: duty for duty in duties.of(asked.complaint)}
    assert due[DutyKind.CHANGE_ANSWER].staff == 1
    assert DutyKind.CHECK_ANSWER not in due
    assert why(approve, asked) == [Why.CHECK_NOT_WAITING]
    ask(asked)
    assert answer_checks.returned(asked.complaint) is None


def test_taken_back_it_can_be_changed_and_needs_a_new_check(asked):
    asked.happen(deed(LOOKED), answer_checks.take_back(asked.complaint, 1, deed=deed(LOOKED)))

    assert why(approve, asked) == [Why.CHECK_NOT_WAITING]
    assert why(issue, asked, checked=True) == [Why.ANSWER_NOT_CHECKED]
    assert why(answer_checks.take_back, asked.complaint, 1, deed=deed(LOOKED)) == [Why.CHECK_NOT_WAITING]
    ask(asked)
    assert answer_checks.waiting(asked.complaint).number == 2


def test_when_what_was_understood_changes_it_can_only_be_given_back(asked):
    asked.happen(deed(LOOKED), definitions.correct(asked.complaint, a_definition(), asked.write))

    assert why(approve, asked) == [Why.ANSWER_OUT_OF_DATE]
    give_back(asked)


def test_nothing_waits_once_the_complaint_is_stopped(asked):
    by = deed(LOOKED, "party:1.1")
    asked.happen(by, withdrawals.withdraw(asked.complaint, 1, own_choice=True, deed=by, write=asked.write))

    assert answer_checks.waiting(asked.complaint) is None
    assert DutyKind.CHECK_ANSWER not in {duty.kind for duty in duties.of(asked.complaint)}
    assert why(approve, asked) == [Why.CHECK_NOT_WAITING]


def test_the_record_reads_back_the_same(asked):
    give_back(asked)
    again = [
        Recorded(each.position, read(type(each.event), facts(each.event)), each.by, each.at) for each in asked.history
    ]

    assert history.fold(again) == asked.complaint
