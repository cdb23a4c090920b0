"""What a line of a file says of one complaint, told as the events of its past, in the order in which they happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from app.domain.case.kinds import Kind
from app.domain.case.vocabulary import Channel
from app.domain.clock.profiles import Ground, Stage
from app.domain.clock.terms import Terms
from app.domain.figures.columns import COLUMNS, LISTS
from app.domain.figures.filing import DECIDED, Outcome
from app.domain.figures.pasts import Event, PastReceived, PastStage
from app.domain.figures.rows import KeptStage, Past, content

CHANNELS = {channel.value: channel for channel in Channel}
GROUNDS = {ground.value: ground for ground in Ground}
STOPPED = frozenset({Outcome.WITHDRAWN, Outcome.REFUSED})
OF_OURS: Mapping[str, Mapping[str, object]] = {"channel": CHANNELS, "refusal_reason": GROUNDS}
"""Columns in which a word of the record may stand in the place of one of the landlord's own names."""


@dataclass(frozen=True, slots=True)
class Lists:
    """What a file's names stand for: a key by column and name, and the number of everybody who works or worked here."""

    keys: Mapping[str, Mapping[str, str]]
    staff: Mapping[str, int]

    def key(self, past: Past, column: str) -> str | None:
        """Return the key of the name in a column, None where none stands there or it is a word of the record."""
        names = past.names.get(column)
        return self.keys[LISTS[column]].get(names[0]) if names else None


def tell(
    past: Past, line: str, columns: tuple[str, ...], reference: str, lists: Lists, terms: Terms
) -> Iterator[Event]:
    """Yield the events of a complaint's past; `line` is what its line is known by, `reference` its new one here."""
    yield _received(past, line, columns, reference, lists, terms)
    if past.kind is Kind.COMPLAINT:
        yield _stage(past, Stage.ONE, past.stage_1, lists, terms)
    if past.stage_2 is not None:
        yield _stage(past, Stage.TWO, past.stage_2, lists, terms)


def _received(
    past: Past, line: str, columns: tuple[str, ...], reference: str, lists: Lists, terms: Terms
) -> PastReceived:
    channel = past.names.get("channel", ("",))[0]
    themes = lists.keys["themes"]
    others = tuple(themes[each] for each in past.names.get("other_themes", ()))
    return PastReceived(
        line=line,
        content=content(past),
        reference=reference,
        their_reference=past.reference,
        absent=_absent(columns),
        happened_on=past.received_on,
        kind=past.kind,
        channel=CHANNELS.get(channel),
        own_channel=None if channel in CHANNELS else lists.key(past, "channel"),
        profile=terms.profile.name,
        calendar=terms.calendar.name,
        service_area=lists.key(past, "service_area") or "",
        theme=lists.key(past, "theme"),
        other_themes=others if "other_themes" in columns else None,
        directorate=lists.key(past, "directorate"),
        neighbourhood=lists.key(past, "neighbourhood"),
        tenure=lists.key(past, "tenure"),
        contractor=lists.key(past, "contractor"),
        root_cause=lists.key(past, "root_cause"),
        complainant=past.complainant or None,
        handler=lists.staff.get(past.handler),
        satisfaction=past.satisfaction,
        compensation=past.compensation,
        closed_on=past.closed_on,
        over_on=past.closed_on or (past.latest if _is_over(past, columns) else None),
    )


@cache
def _absent(columns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(column for column in COLUMNS if column not in columns)


def _stage(past: Past, stage: Stage, row: KeptStage, lists: Lists, terms: Terms) -> PastStage:
    limit = terms.respond_by(stage, row.begun_on, row.acknowledged_on)
    stopped = row.outcome in STOPPED
    word = past.names.get("refusal_reason", ("",))[0] if row.outcome is Outcome.REFUSED else ""
    return PastStage(
        stage=stage,
        begun_on=row.begun_on,
        acknowledge_by=terms.acknowledge_by(stage, row.begun_on),
        acknowledged_on=row.acknowledged_on,
        limit=limit,
        target=terms.as_if_on_time(stage, row.begun_on, row.acknowledged_on) if row.acknowledged_on else limit,
        extended_to=row.extended_to,
        told_on=row.told_on,
        answered_on=None if stopped else row.responded_on,
        outcome=row.outcome,
        ended_on=(row.responded_on or past.closed_on or row.latest) if stopped else None,
        ground=GROUNDS.get(word),
        refusal_reason=lists.key(past, "refusal_reason") if word and word not in GROUNDS else None,
        escalation_reason=lists.key(past, "escalation_reason") if stage is Stage.TWO else None,
    )


def _is_over(past: Past, columns: tuple[str, ...]) -> bool:
    """Return whether nothing is left to do, though no day says so: it was decided, or nobody kept if it was."""
    stage, row = (Stage.ONE, past.stage_1) if past.stage_2 is None else (Stage.TWO, past.stage_2)
    if past.kind is not Kind.COMPLAINT:
        return row.responded_on is not None or row.outcome is not None or "closed_on" not in columns
    if row.responded_on is not None or row.outcome in STOPPED:
        return False
    kept = {f"stage_{stage.value}_responded_on", f"stage_{stage.value}_outcome"} & set(columns)
    return row.outcome in DECIDED or not kept
