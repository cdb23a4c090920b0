"""Who may see a complaint and deal with it: every refusal, and a list that never runs short (5.8, ruling 4)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.case import complaints, independence, restrictions
from app.domain.case.complaints import Concerned
from app.domain.case.restriction_states import RestrictionGround
from app.domain.case.restrictions import Restricted, RestrictionDraft, RestrictionLifted, Staffing, ViewersFilledUp
from app.domain.clock.duty_kinds import DutyKind
from app.domain.refused import Refused, Why
from app.domain.said import Said
from tests.domain.case.histories import MONDAY, Life, deed, received

OFFICER, ADA, BEN, CLEO, READER = 1, 2, 3, 4, 5
EVERYBODY = Staffing(
    here=frozenset(range(1, 6)),
    able=frozenset(range(1, 5)),
    fixed=(CLEO, BEN),
    near={},
    seniors=frozenset({OFFICER}),
)


def kept_to(*viewers: int, ground: RestrictionGround = RestrictionGround.OTHER) -> Life:
    life = received()
    draft = RestrictionDraft(ground, "Her own case", viewers)
    life.happen(deed(), restrictions.restrict(life.complaint, draft, EVERYBODY, life.write))
    return life


def refused(do, *arguments, **more) -> Why:
    with pytest.raises(Refused) as refusal:
        do(*arguments, **more)
    return refusal.value.why


@pytest.mark.parametrize(
    ("ground", "words", "viewers", "why"),
    [
        (None, "Her own case", (ADA, BEN), Why.RESTRICTED_WITHOUT_GROUND),
        (RestrictionGround.CONCERNED, "Her own case", (ADA, BEN), Why.RESTRICTED_WITHOUT_GROUND),
        (RestrictionGround.OTHER, " ", (ADA, BEN), Why.RESTRICTED_WITHOUT_REASON),
        (RestrictionGround.OTHER, "Her own case", (ADA,), Why.TOO_FEW_VIEWERS),
        (RestrictionGround.OTHER, "Her own case", (ADA, READER), Why.TOO_FEW_VIEWERS),
        (RestrictionGround.OTHER, "Her own case", (ADA, 99), Why.TOO_FEW_VIEWERS),
    ],
)
def test_it_is_not_restricted_without(ground, words, viewers, why):
    life = received()

    assert (
        refused(restrictions.restrict, life.complaint, RestrictionDraft(ground, words, viewers), EVERYBODY, life.write)
        is why
    )


def test_it_is_restricted_once_and_lifted_once():
    life, draft = kept_to(ADA, BEN), RestrictionDraft(RestrictionGround.OTHER, "Again", (ADA, BEN))

    assert refused(restrictions.restrict, life.complaint, draft, EVERYBODY, life.write) is Why.ALREADY_RESTRICTED
    assert refused(restrictions.change_viewers, life.complaint, (ADA, BEN), EVERYBODY) is Why.NOTHING_CHANGED
    assert refused(restrictions.lift, received().complaint, "Why", life.write) is Why.NOT_RESTRICTED


def test_who_is_not_on_the_list_has_it_no_more():
    life = received()
    life.happen(deed(), complaints.assign(life.complaint, CLEO))
    draft = RestrictionDraft(RestrictionGround.OTHER, "Her own case", (ADA, BEN))
    life.happen(deed(), restrictions.restrict(life.complaint, draft, EVERYBODY, life.write))

    assert life.complaint.handler is None
    assert independence.bar(life.complaint, CLEO) is Why.NOT_ON_THE_LIST
    assert not independence.may_see(life.complaint, CLEO)


def test_naming_somebody_who_sees_it_fills_the_list_up_and_somebody_looks_at_it():
    life = kept_to(OFFICER, ADA, BEN)
    events = restrictions.name_concerned(
        life.complaint, (ADA, BEN), (OFFICER, ADA, BEN), EVERYBODY, terms=life.terms, deed=deed()
    )
    life.happen(deed(), *events)

    assert [type(each) for each in events][-1] is ViewersFilledUp
    assert independence.viewers(life.complaint) == {OFFICER, CLEO}
    assert life.complaint.has_task(DutyKind.CHECK_VIEWERS)


def test_nobody_is_named_where_too_few_would_be_left():
    life, few = kept_to(OFFICER, ADA), replace(EVERYBODY, fixed=())
    naming = {"terms": life.terms, "deed": deed()}

    why = refused(restrictions.name_concerned, life.complaint, (ADA,), (OFFICER,), few, **naming)
    assert why is Why.NOBODY_LEFT_TO_SEE


def test_a_seniors_own_people_are_not_asked_to_judge_them():
    near = replace(EVERYBODY, near={OFFICER: frozenset({CLEO})})
    life = received()
    life.happen(
        deed(),
        *restrictions.name_concerned(life.complaint, (OFFICER,), (ADA,), near, terms=life.terms, deed=deed()),
    )

    assert life.complaint.restriction is not None
    assert (life.complaint.restriction.handlers, life.complaint.restriction.barred) == ((BEN,), {CLEO})
    assert independence.bar_to_handle(life.complaint, ADA) is Why.NOT_ON_THE_FIXED_LIST
    assert refused(restrictions.change_viewers, life.complaint, (ADA, CLEO), near) is Why.CONCERNED_MAY_NOT_SEE
    assert refused(restrictions.lift, life.complaint, "Over", life.write) is Why.STILL_CONCERNED


def test_any_history_folds():
    life = received()
    life.happen(
        deed(),
        ViewersFilledUp((ADA,), MONDAY),
        RestrictionLifted(Said(9, "")),
        Restricted(RestrictionGround.OTHER, None, (), (), ()),
        Concerned((ADA,)),
    )

    assert independence.viewers(life.complaint) == frozenset()
