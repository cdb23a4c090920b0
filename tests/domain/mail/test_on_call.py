"""Danger is told to those on call; of a restricted case to those alone who may see it, and to somebody always."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.case import restrictions
from app.domain.case.restriction_states import RestrictionGround
from app.domain.case.restrictions import RestrictionDraft, Staffing
from app.domain.landlord.landlord import Landlord, OutOfHoursContact
from app.domain.mail.on_call import Colleague, told_of_danger, whose_turn
from tests.domain.case.histories import Life, deed, received

NIGHT, HEAD = OutOfHoursContact("Night", email="night@elm.example"), OutOfHoursContact("Head", email="Head@elm.example")
OURS = Landlord(out_of_hours=(NIGHT, OutOfHoursContact("By phone", phone="0161 496 0001"), HEAD))
HERE = [
    Colleague(1, "handler@elm.example", safeguards=False),
    Colleague(2, "head@elm.example", safeguards=False),
    Colleague(3, "lead@elm.example", safeguards=True),
    Colleague(4, "list@elm.example", safeguards=False),
]


def kept_to(*viewers: int) -> Life:
    life = received()
    everybody = frozenset(each.staff for each in HERE)
    staffing = Staffing(everybody, everybody, (), {}, frozenset())
    draft = RestrictionDraft(RestrictionGround.OTHER, "Somebody they know works here", viewers)
    life.happen(deed(), restrictions.restrict(life.complaint, draft, staffing, life.write))
    return life


def test_whoever_is_on_call_is_told_of_a_case_that_everybody_may_see():
    assert told_of_danger(received().complaint, OURS, HERE) == ("night@elm.example", "", "Head@elm.example")


@pytest.mark.parametrize(
    ("viewers", "told"),
    [
        ((1, 2), ("head@elm.example", "handler@elm.example")),
        ((1, 3), ("lead@elm.example", "handler@elm.example")),
        ((1, 3, 4), ("list@elm.example", "lead@elm.example", "handler@elm.example")),
        ((1, 2, 4), ("head@elm.example", "list@elm.example", "handler@elm.example")),
    ],
)
def test_of_a_restricted_case_only_those_who_may_see_it_are_told_those_on_call_first(viewers, told):
    ours = replace(OURS, restricted_handlers=("list@elm.example",))

    assert told_of_danger(kept_to(*viewers).complaint, ours, HERE) == told


def test_who_left_is_not_told():
    assert told_of_danger(kept_to(1, 2).complaint, OURS, HERE[1:]) == ("head@elm.example",)


def test_a_list_that_is_through_begins_again():
    assert [whose_turn(("a", "b"), turn) for turn in range(3)] == ["a", "b", "a"]
    assert whose_turn((), 0) == ""
