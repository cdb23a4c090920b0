"""Who is given a complaint declares what stands between them and it before they judge any of it (5.8)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.case.more_time import MoreTimeDraft
from app.domain.case.vocabulary import Reason
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.landlord.permissions import Role
from app.domain.refused import Refused, Why
from app.services.case import acknowledgements, complaints, escalations, histories, interests, messages, more_time
from app.services.landlord import staff
from tests import states
from tests.cases import a_definition, deed

MONDAY = date(2026, 11, 23)
MORE = MoreTimeDraft(date(2026, 12, 18), Reason.INSPECTION, "A surveyor must look first.", "We keep you warm.")


@pytest.fixture(autouse=True)
def team(session):
    for name in ("ada", "ben", "cleo"):
        staff.add(session, name, f"{name}@example.org", frozenset({Role.HANDLER}), deed())


def given_to_ben(session, make=states.fresh):
    made, _ = make(session)
    complaints.assign(session, made.reference, 2, deed(by="staff:1"))
    return made


def complaint_of(session, made):
    return histories.found(session, made.reference, deed()).complaint


def open_duties(session, made) -> set[tuple[DutyKind, int | None]]:
    return {(duty.kind, duty.staff) for duty in duties.of(complaint_of(session, made))}


def test_who_is_given_it_is_asked_and_can_judge_nothing_before(session):
    made = given_to_ben(session)

    assert (DutyKind.DECLARE_INTEREST, 2) in open_duties(session, made)
    with pytest.raises(Refused) as refused:
        acknowledgements.acknowledge(session, made.reference, a_definition(), 2, None, deed(by="staff:2"))
    assert refused.value.why is Why.DECLARE_FIRST
    interests.declare(session, made.reference, conflict=False, words="", deed=deed(by="staff:2"))
    acknowledgements.acknowledge(session, made.reference, a_definition(), 2, None, deed(by="staff:2"))
    assert DutyKind.DECLARE_INTEREST not in {kind for kind, _ in open_duties(session, made)}


def test_a_word_to_the_resident_does_not_wait_for_it(session):
    made = given_to_ben(session)

    messages.send(session, made.reference, 1, "We have your complaint.", deed(by="staff:2"))


def test_a_conflict_hands_it_back_and_bars_them(session):
    made = given_to_ben(session, states.acknowledged)
    interests.declare(session, made.reference, conflict=True, words="He is my brother", deed=deed(by="staff:2"))

    complaint = complaint_of(session, made)
    assert (complaint.handler, complaint.interests.conflicted) == (None, {2})
    with pytest.raises(Refused) as refused:
        complaints.assign(session, made.reference, 2, deed(by="staff:1"))
    assert refused.value.why is Why.HAS_A_CONFLICT
    with pytest.raises(Refused):
        more_time.ask(session, made.reference, MORE, deed(MONDAY, "staff:2"))


def test_a_conflict_bars_them_from_stage_2_as_well(session):
    made = given_to_ben(session, states.answered)
    interests.declare(session, made.reference, conflict=True, words="He is my brother", deed=deed(by="staff:2"))
    escalations.ask(session, made.reference, 1, states.resident(made, states.ASKED))

    with pytest.raises(Refused) as refused:
        acknowledgements.acknowledge(session, made.reference, a_definition(), 2, None, deed(by="staff:3"))
    assert refused.value.why is Why.HAS_A_CONFLICT


def test_whoever_gets_it_next_is_asked_anew_and_nobody_twice(session):
    made = given_to_ben(session)
    complaints.assign(session, made.reference, 3, deed(by="staff:1"))
    assert {staff for kind, staff in open_duties(session, made) if kind is DutyKind.DECLARE_INTEREST} == {3}
    interests.declare(session, made.reference, conflict=False, words="", deed=deed(by="staff:3"))
    complaints.assign(session, made.reference, 2, deed(by="staff:1"))
    complaints.assign(session, made.reference, 3, deed(by="staff:1"))

    assert DutyKind.DECLARE_INTEREST not in {kind for kind, _ in open_duties(session, made)}


def test_acknowledging_in_ones_own_name_declares_and_naming_another_asks_them(session):
    made, _ = states.acknowledged(session)
    assert complaint_of(session, made).interests.clear == {1}

    made, _ = states.fresh(session)
    acknowledgements.acknowledge(session, made.reference, a_definition(), 2, None, deed(by="staff:1"))
    assert complaint_of(session, made).interests.asked == {2}


@pytest.mark.parametrize(
    ("conflict", "words", "why"),
    [(None, "", Why.DECLARED_NOTHING_SAID), (True, " ", Why.CONFLICT_WITHOUT_WORDS)],
)
def test_it_must_be_answered(session, conflict, words, why):
    made = given_to_ben(session)

    with pytest.raises(Refused) as refused:
        interests.declare(session, made.reference, conflict, words, deed(by="staff:2"))
    assert refused.value.why is why


def test_what_is_known_is_not_declared_again(session):
    made = given_to_ben(session)
    interests.declare(session, made.reference, conflict=False, words="", deed=deed(by="staff:2"))

    with pytest.raises(Refused) as refused:
        interests.declare(session, made.reference, conflict=False, words="", deed=deed(by="staff:2"))
    assert refused.value.why is Why.NOTHING_CHANGED
