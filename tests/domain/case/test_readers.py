"""Who may read what: nothing is shared before the resident's yes (ruling 6)."""

from __future__ import annotations

from datetime import date

from app.domain.case.readers import may_read_case, may_read_letter
from app.domain.case.state import Complaint, LetterState, StageState
from app.domain.case.vocabulary import Definition, Ours, Outcome, Point
from app.domain.case.waiting import Ask, Waiting, waiting
from app.domain.clock.profiles import Stage
from app.domain.mail.notices import Notice
from app.domain.people.parties import PartyState, Role
from app.domain.said import Said

DAY = date(2026, 12, 9)
RESIDENT = PartyState(1, Role.RESIDENT)
UNCONFIRMED = PartyState(2, Role.REPRESENTATIVE, confirmed=False)
CONFIRMED = PartyState(2, Role.REPRESENTATIVE)
STAGE = StageState(Stage.ONE, DAY, DAY, DAY, DAY, DAY, DAY, acknowledged_on=DAY)
WORDS = Said(1, "")
DEFINED = Definition(1, (Point(1, WORDS, Ours.OURS),), (Outcome(1, WORDS),))


def a_letter(notice: Notice, party: int = 1) -> LetterState:
    return LetterState(1, notice, Stage.ONE, party, None, DAY, DAY)


def test_the_resident_reads_all_of_it():
    assert may_read_case(RESIDENT)
    assert may_read_letter(RESIDENT, a_letter(Notice.SIGN_IN_CODE))
    assert may_read_letter(RESIDENT, a_letter(Notice.ANSWER, party=2))


def test_who_is_not_confirmed_reads_only_what_was_written_to_them():
    assert not may_read_case(UNCONFIRMED)
    assert not may_read_letter(UNCONFIRMED, a_letter(Notice.ANSWER))
    assert may_read_letter(UNCONFIRMED, a_letter(Notice.RECEIPT, party=2))


def test_who_is_confirmed_reads_of_the_complaint_but_not_of_safety():
    assert may_read_case(CONFIRMED)
    assert may_read_letter(CONFIRMED, a_letter(Notice.ANSWER))
    assert not may_read_letter(CONFIRMED, a_letter(Notice.SIGN_IN_CODE))


def test_only_the_resident_is_asked_who_may_speak_for_them():
    complaint = Complaint(stage_1=STAGE, parties=(RESIDENT, UNCONFIRMED))

    assert waiting(complaint, RESIDENT) == (Waiting(Ask.AUTHORITY, 2),)
    assert waiting(complaint, UNCONFIRMED) == ()


def test_whether_we_understood_is_asked_until_it_is_answered():
    complaint = Complaint(stage_1=STAGE, definition=DEFINED, parties=(RESIDENT,))

    assert waiting(complaint, RESIDENT) == (Waiting(Ask.UNDERSTOOD),)


def test_it_is_not_asked_of_a_stage_that_we_have_yet_to_acknowledge():
    again = StageState(Stage.TWO, DAY, DAY, DAY, DAY, DAY, DAY)

    assert waiting(Complaint(stage_1=STAGE, stage_2=again, definition=DEFINED), RESIDENT) == ()


def test_what_would_put_it_right_is_asked_where_nobody_knows():
    unknown = Definition(1, DEFINED.points, ())

    assert waiting(Complaint(stage_1=STAGE, definition=unknown), RESIDENT) == (Waiting(Ask.OUTCOMES),)
