"""The resident has moved: each open promise is asked about, one by one, and ends by their word alone (ruling 7)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.case.findings import PromiseDraft
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.people import moves
from app.domain.people.contacts import OldWay
from app.domain.people.moves import StillWanted
from app.domain.people.whys import PeopleWhy
from app.domain.promises import promises
from app.domain.promises.ledger import Ending
from app.domain.promises.promises import GivenDraft
from app.domain.refused import Why
from tests.domain.case.histories import MONDAY, Life, deed, received
from tests.domain.people.test_contact_limits import why
from tests.domain.people.test_deaths import die


def promised(count: int = 2) -> Life:
    life = received()
    for _ in range(count):
        draft = GivenDraft(PromiseDraft("Mend the window", 1, MONDAY + timedelta(days=20)))
        life.happen(deed(), promises.give(life.complaint, draft, (), deed=deed(), write=life.write))
    return life


def move(life: Life, party: int = 1, on=MONDAY, safe: OldWay | None = OldWay.NO) -> None:
    life.happen(deed(), moves.record(life.complaint, party, on, safe, terms=life.terms, deed=deed()))


def ask(life: Life, number: int, answer: StillWanted | None, by: int = 0, words: str = "By phone") -> None:
    events = moves.ask(life.complaint, number, answer, by, words, deed=deed(), write=life.write)
    life.happen(deed(), *events)


def asked_about(life: Life) -> list[int]:
    return [duty.number for duty in duties.of(life.complaint) if duty.kind is DutyKind.ASK_AFTER_MOVE]


def test_each_open_promise_is_somebodys_to_ask_about():
    life = promised()
    move(life)

    assert asked_about(life) == [1, 2]
    assert life.complaint.party(1).moved_on == MONDAY


def test_one_that_was_done_meanwhile_is_asked_about_no_more():
    life = promised()
    move(life)
    life.happen(deed(), promises.finish(life.complaint, 1, MONDAY, "A photo", deed=deed(), write=life.write))

    assert asked_about(life) == [2]


@pytest.mark.parametrize(
    ("on", "safe", "found"),
    [
        (None, OldWay.NO, PeopleWhy.MOVED_WITHOUT_DAY),
        (MONDAY + timedelta(days=1), OldWay.NO, Why.DATE_IN_THE_FUTURE),
        (MONDAY, None, Why.OLD_WAY_UNANSWERED),
    ],
)
def test_each_gap_is_named(on, safe, found):
    assert why(lambda: move(received(), on=on, safe=safe)) == [found]


def test_only_a_resident_who_lives_moves():
    life = received()
    assert why(lambda: move(life, party=3)) == [Why.NO_SUCH_PARTY]
    die(life)
    assert why(lambda: move(life)) == [PeopleWhy.PARTY_HAS_DIED]


def test_still_wanted_stays_no_longer_wanted_ends_and_another_takes_its_place():
    life = promised(3)
    move(life)
    ask(life, 1, StillWanted.YES)
    ask(life, 2, StillWanted.NO)
    ask(life, 3, StillWanted.REPLACED, by=1)

    assert [each.open for each in life.complaint.promises] == [True, False, False]
    assert [each.ending for each in life.complaint.promises] == [None, *[Ending.NO_LONGER_WANTED] * 2]
    assert asked_about(life) == []
    assert why(lambda: ask(life, 1, StillWanted.NO)) == [Why.NOTHING_TO_SETTLE]


def test_an_answer_says_what_and_how():
    life = promised()
    move(life)

    assert why(lambda: ask(life, 1, None, words=" ")) == [PeopleWhy.STILL_WANTED_NOT_ASKED, Why.NOT_SAID_HOW]
    assert why(lambda: ask(life, 1, StillWanted.REPLACED)) == [Why.NO_SUCH_PROMISE]
    assert why(lambda: ask(life, 1, StillWanted.REPLACED, by=1)) == [Why.NO_SUCH_PROMISE]
