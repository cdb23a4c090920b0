"""What tests of refusing share: drafts, and complaints refused, acknowledged, taken to Stage 2 or taken on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.case import (
    escalations,
    overturned,
    refusals,
    responses,
)
from app.domain.case.not_accepted import OverturnedBy
from app.domain.case.overturned import OverturnDraft
from app.domain.case.refusals import Proceedings, RefusalDraft
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.clock.profiles import Ground, Stage
from app.domain.mail.notices import Notice
from app.domain.refused import Refused, Why
from tests.domain.case.histories import MONDAY, Life, acknowledged, an_answer, deed, received

TUESDAY, WEDNESDAY, NEXT_MONDAY = (MONDAY + timedelta(days=days) for days in (1, 2, 7))
ACKNOWLEDGE_BY = date(2026, 11, 30)
DRAFT = RefusalDraft(Ground.CONSIDERED_BEFORE, "We answered this in May.", "Our letter of 4 May.", whole=True)
OLD = replace(
    DRAFT,
    ground=Ground.OVER_TIME_LIMIT,
    happened_on=date(2025, 3, 1),
    discretion="It does no harm now, and no one asked.",
)
AT_COURT = replace(DRAFT, ground=Ground.COURT_CLAIM, proceedings=Proceedings.FILED, filed_on=date(2026, 10, 1))
PART = replace(DRAFT, whole=False, part="The fence of 2019")


def propose(
    life: Life, draft: RefusalDraft = DRAFT, on: date = TUESDAY, by: str = "staff:1", policy=tuple(Ground)
) -> int:
    doing = deed(on, by)
    event = refusals.propose(life.complaint, draft, policy, terms=life.terms, deed=doing, write=life.write)
    life.happen(doing, event)
    return event.proposal.number


def agree(life: Life, number: int = 1, on: date = TUESDAY, by: str = "staff:2") -> int:
    doing = deed(on, by)
    event = refusals.approve(life.complaint, number, deed=doing)
    life.happen(doing, event)
    return life.issue(doing, Notice.REFUSED, event.stage)


def refused(draft: RefusalDraft = DRAFT, on: date = WEDNESDAY) -> Life:
    """A complaint of which the letter of refusal has gone."""
    life = received()
    propose(life, draft)
    life.send(agree(life), deed(on))
    return life


def overturn(life: Life, draft: OverturnDraft, number: int = 1, on: date = NEXT_MONDAY) -> None:
    doing = deed(on, "staff:2")
    event = overturned.overturn(life.complaint, number, draft, terms=life.terms, deed=doing, write=life.write)
    life.happen(doing, event)
    life.issue(doing, Notice.REFUSAL_OVERTURNED, event.stage)


def told(by: date | None = date(2026, 12, 18), on: date = NEXT_MONDAY) -> OverturnDraft:
    return OverturnDraft(OverturnedBy.OMBUDSMAN, on, "They say that it is ours to answer.", by)


def gaps(life: Life, draft: RefusalDraft, policy=tuple(Ground)) -> list[Why]:
    with pytest.raises(Refused) as refusal:
        propose(life, draft, policy=policy)
    return [gap.why for gap in refusal.value.gaps]


def why(act) -> Why:
    with pytest.raises(Refused) as refusal:
        act()
    return refusal.value.why


def open_now(life: Life) -> set[DutyKind]:
    return {duty.kind for duty in duties.of(life.complaint)}


def ask_for_stage_2(life: Life, on: date = WEDNESDAY) -> None:
    by = deed(on, "party:1.1")
    life.happen(by, *escalations.ask(life.complaint, 1, happened_on=on, terms=life.terms, deed=by, write=life.write))


def at_stage_2() -> Life:
    life = acknowledged(received())
    doing = deed(WEDNESDAY)
    life.happen(
        doing,
        responses.issue(life.complaint, an_answer(life.complaint), terms=life.terms, deed=doing, write=life.write),
    )
    life.send(life.issue(doing, Notice.ANSWER, Stage.ONE), doing)
    ask_for_stage_2(life)
    return life
