"""Stage 2 may be asked for at any time, without a reason, and is never lost (6.10–6.12, ruling 13)."""

from datetime import date

import pytest

from app.domain.case import acknowledgements, escalations, responses
from app.domain.case.escalations import Stage2Asked, Stage2Started, Standing
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.mail.notices import Notice
from app.domain.people.parties import Authority, PartyJoined, Role, needs_confirming
from app.domain.refused import Refused, Why
from tests.domain.case.histories import Life, a_definition, acknowledged, an_answer, deed

ACKNOWLEDGED_ON = date(2026, 11, 25)
ANSWERED_ON = date(2026, 12, 8)


def answer(life: Life, on: date = ANSWERED_ON, by: str = "staff:1") -> None:
    """The stage that is on is answered, and its letter posted the same day."""
    who = deed(on, by)
    issued = responses.issue(life.complaint, an_answer(life.complaint), terms=life.terms, deed=who, write=life.write)
    life.happen(who, issued)
    life.send(life.issue(who, Notice.ANSWER, issued.stage), who)
    if (started := escalations.start_waiting(life.complaint, terms=life.terms, deed=who)) is not None:
        life.happen(who, started)


def ask(life: Life, on: date, dropped: tuple[int, ...] = ()) -> tuple[Stage2Asked | Stage2Started, ...]:
    """The resident asks for Stage 2 with an empty form."""
    by = deed(on, "party:1.1")
    events = escalations.ask(
        life.complaint, 1, "", dropped, happened_on=on, terms=life.terms, deed=by, write=life.write
    )
    life.happen(by, *events)
    return events


def test_an_empty_form_begins_stage_2_once_stage_1_is_answered() -> None:
    life = acknowledged()
    answer(life)

    asked, started = ask(life, date(2026, 12, 14))

    assert isinstance(asked, Stage2Asked)
    assert isinstance(started, Stage2Started)
    assert started.acknowledge_by == date(2026, 12, 21)


def test_asked_before_the_answer_is_due_it_waits_and_begins_the_day_we_answer() -> None:
    life = acknowledged()

    (asked,) = ask(life, date(2026, 11, 30))
    waits = life.complaint.stage_2 is None and life.complaint.stage_2_waits
    answer(life)

    assert isinstance(asked, Stage2Asked)
    assert asked.standing is Standing.NOT_YET_DUE
    assert waits
    assert life.complaint.stage_2 is not None
    assert life.complaint.stage_2.began_on == ANSWERED_ON


def test_asked_when_stage_1_is_late_the_complaints_officer_decides_within_a_working_day() -> None:
    life, late = acknowledged(), date(2026, 12, 11)

    ask(life, late)

    decide = next(duty for duty in duties.of(life.complaint) if duty.kind is DutyKind.DECIDE_STAGE_2)
    assert decide.due_on == date(2026, 12, 14)


def test_stage_2_opens_over_a_late_stage_1_only_with_the_resident_s_yes() -> None:
    life, late = acknowledged(), date(2026, 12, 11)
    ask(life, late)

    with pytest.raises(Refused) as refused:
        escalations.start_now(life.complaint, resident_agreed=False, terms=life.terms, deed=deed(late))
    agreed = escalations.start_now(life.complaint, resident_agreed=True, terms=life.terms, deed=deed(late))

    assert refused.value.why is Why.RESIDENT_MUST_AGREE
    assert agreed.happened_on == late


def test_a_late_stage_1_answer_is_set_within_five_working_days() -> None:
    life, late = acknowledged(), date(2026, 12, 11)
    ask(life, late)

    def by(day: date) -> escalations.Stage1AnswerSet:
        return escalations.set_stage_1_answer(
            life.complaint, day, "Sorry", terms=life.terms, deed=deed(late), write=life.write
        )

    with pytest.raises(Refused) as refused:
        by(date(2026, 12, 21))
    assert by(date(2026, 12, 18)).answer_by == date(2026, 12, 18)
    assert refused.value.why is Why.DATE_BEYOND_LIMIT


def test_a_dropped_point_need_not_be_answered_again() -> None:
    life = acknowledged()
    answer(life)

    ask(life, date(2026, 12, 14), dropped=(2,))

    assert responses.points_to_answer(life.complaint) == (1,)


def test_dropping_every_point_is_no_request() -> None:
    life = acknowledged()
    answer(life)

    with pytest.raises(Refused) as refused:
        ask(life, date(2026, 12, 14), dropped=(1, 2))

    assert refused.value.why is Why.NO_POINT_GOES_ON


def test_who_wrote_stage_1_cannot_answer_stage_2() -> None:
    life = acknowledged()
    answer(life)
    ask(life, date(2026, 12, 14))
    by = deed(date(2026, 12, 16), "staff:2")
    done = acknowledgements.acknowledge(
        life.complaint, a_definition(), 2, None, terms=life.terms, deed=by, write=life.write
    )
    life.happen(by, done)

    with pytest.raises(Refused) as refused:
        answer(life, date(2027, 1, 11), "staff:1")
    answer(life, date(2027, 1, 11), "staff:2")

    assert refused.value.why is Why.SAME_PERSON_AT_BOTH_STAGES
    assert life.complaint.stage_2 is not None
    assert life.complaint.stage_2.answered_on == date(2027, 1, 11)


def test_who_is_not_confirmed_to_speak_for_the_resident_takes_no_request_back():
    life = acknowledged()
    ask(life, date(2026, 12, 1))
    for number, authority in ((2, Authority.THEY_WILL_CONFIRM), (3, Authority.MP_OR_COUNCILLOR)):
        confirm_by = date(2026, 12, 4) if needs_confirming(authority) else None
        life.happen(deed(), PartyJoined(number, Role.REPRESENTATIVE, True, authority, confirm_by))
        with pytest.raises(Refused) as refused:
            escalations.withdraw(life.complaint, number)
        assert refused.value.why is Why.ONLY_THE_RESIDENT
    assert escalations.withdraw(life.complaint, 1)
