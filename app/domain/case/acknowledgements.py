"""The acknowledgement: defined, numbered, with a name and a date (5.6, 5.7, 6.2, 6.11, ruling 9)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.definitions import DefinitionDraft, gaps, write_down
from app.domain.case.independence import bar_to_handle
from app.domain.case.interests import in_hand_of
from app.domain.case.not_accepted import on_its_way
from app.domain.case.state import Complaint, StageState
from app.domain.case.vocabulary import Definition
from app.domain.clock.profiles import Stage
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Write


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The deed. `answer_by` is what it promises; `limit` and `target` hold until the day the letter goes sets them."""

    stage: Stage
    definition: Definition
    handler: int
    answer_by: date
    limit: date
    target: date
    letter: int


Event = Acknowledged


def answer_by_at_the_latest(stage: StageState, terms: Terms, deed: Deed) -> date:
    """Return the last day that an acknowledgement going today may promise (6.3, 6.14)."""
    return terms.respond_by(stage.stage, stage.counts_from, deed.on)


def due(complaint: Complaint) -> StageState:
    """Return the stage that waits for its acknowledgement; raises Refused when none does (2.4, 6.2, 6.11)."""
    stage = complaint.current
    if complaint.ended is not None or stage is None or stage.acknowledged_on is not None:
        raise Refused(Why.NO_ACKNOWLEDGEMENT_DUE)
    if on_its_way(complaint.refusals):
        raise Refused(Why.REFUSAL_ON_ITS_WAY)
    return stage


def acknowledge(
    complaint: Complaint,
    draft: DefinitionDraft,
    handler: int | None,
    answer_by: date | None,
    *,
    terms: Terms,
    deed: Deed,
    write: Write,
) -> Acknowledged:
    """Return the event, its letter numbered next; raises Refused with every gap (5.6, 5.7, 5.8, 6.2, 6.13)."""
    stage = due(complaint)
    latest = answer_by_at_the_latest(stage, terms, deed)
    promised = answer_by or latest
    found = [*gaps(draft), *_handler_gaps(complaint, stage.stage, handler)]
    if promised > latest:
        found.append(Gap(Why.DATE_BEYOND_LIMIT, "answer_by"))
    if promised < deed.on:
        found.append(Gap(Why.DATE_IN_THE_PAST, "answer_by"))
    refuse_if(found)
    if handler is None:
        raise Refused(Gap(Why.NO_HANDLER, "handler"))
    definition = write_down(draft, complaint.definition.version + 1, write)
    target = terms.as_if_on_time(stage.stage, stage.counts_from, deed.on)
    return Acknowledged(stage.stage, definition, handler, promised, latest, target, len(complaint.letters) + 1)


def _handler_gaps(complaint: Complaint, stage: Stage, handler: int | None) -> tuple[Gap, ...]:
    if handler is None:
        return (Gap(Why.NO_HANDLER, "handler"),)
    why = bar_to_handle(complaint, handler)
    return (Gap(why, "handler"),) if why else ()


def apply(complaint: Complaint, event: Event, on: date) -> Complaint:
    """Return the complaint after the event, recorded on a London day."""
    state = complaint.at_stage(event.stage)
    known = in_hand_of(complaint.placed(), event.handler)
    complaint = replace(known, definition=event.definition, understood=None)
    if state is None:
        return complaint
    return complaint.with_stage(
        event.stage,
        acknowledged_on=on,
        acknowledgement=event.letter,
        respond_by=event.answer_by,
        limit=event.limit,
        original_limit=event.limit,
        target=event.target,
        tell_new_date_by=None,
        new_date_promised=None,
    )
