"""Another day that whoever keeps a promise asks for: it moves nothing until staff move it."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.landlord.whys import ContractorWhy
from app.domain.promises import promises, proposals
from app.domain.promises.ledger import Proposal, Stands
from app.domain.refused import Refused, Why
from tests.domain.case.histories import Life, deed
from tests.domain.promises.promised import ANSWERED, DUE, a_promise

LATER = date(2027, 1, 8)


def propose(life: Life, new: date | None = LATER, reason: str = "The part is late") -> None:
    by = deed(ANSWERED, "staff:7")
    asked = proposals.propose(life.complaint, 1, new, reason, terms=life.terms, deed=by, write=life.write)
    life.happen(by, asked)


def due(life: Life) -> list[date]:
    return [duty.due_on for duty in duties.of(life.complaint) if duty.kind is DutyKind.DECIDE_DATE]


def proposed(life: Life) -> Proposal | None:
    return life.complaint.promise(1).proposed


def test_it_waits_for_staff_and_the_date_stays():
    life = a_promise()
    propose(life)

    assert due(life) == [life.terms.in_working_days(ANSWERED, 2)]
    assert life.complaint.promise(1).due_on == DUE
    assert life.complaint.promise(1).stands(ANSWERED) is Stands.TO_DO


def test_staff_move_it_or_say_that_it_stays_and_then_nobody_waits():
    moved, stayed = a_promise(), a_promise()
    for life in (moved, stayed):
        propose(life)
    by = deed(ANSWERED)
    moved.happen(by, promises.move(moved.complaint, 1, LATER, "The part is late", deed=by, write=moved.write))
    stayed.happen(by, proposals.decline(stayed.complaint, 1, "There is one in stock", stayed.write))

    assert [proposed(moved), proposed(stayed)] == [None, None]
    assert [due(moved), due(stayed)] == [[], []]
    assert [moved.complaint.promise(1).due_on, stayed.complaint.promise(1).due_on] == [LATER, DUE]


def test_what_was_asked_is_over_with_the_promise_or_who_keeps_it():
    done, handed = a_promise(), a_promise()
    for life in (done, handed):
        propose(life)
    by = deed(ANSWERED)
    done.happen(by, promises.finish(done.complaint, 1, ANSWERED, "Photograph 3", deed=by, write=done.write))
    handed.happen(by, promises.hand_over(handed.complaint, 1, 9, "", ()))

    assert [proposed(done), proposed(handed)] == [None, None]


@pytest.mark.parametrize(
    ("new", "reason", "why"),
    [
        (None, "Late", Why.PROMISE_WITHOUT_DATE),
        (date(2026, 11, 1), "Late", Why.DATE_IN_THE_PAST),
        (DUE, "Late", Why.NOTHING_CHANGED),
        (LATER, " ", ContractorWhy.DATE_WITHOUT_REASON),
    ],
)
def test_half_of_it_is_refused(new, reason, why):
    with pytest.raises(Refused) as refusal:
        propose(a_promise(), new, reason)

    assert refusal.value.why is why


def test_a_date_that_nobody_proposed_is_not_declined_and_none_without_a_reason():
    life = a_promise()
    with pytest.raises(Refused) as nothing:
        proposals.decline(life.complaint, 1, "No", life.write)
    propose(life)
    with pytest.raises(Refused) as silent:
        proposals.decline(life.complaint, 1, " ", life.write)

    whys = [refusal.value.why for refusal in (nothing, silent)]
    assert whys == [ContractorWhy.NO_DATE_PROPOSED, ContractorWhy.DECLINED_WITHOUT_REASON]
