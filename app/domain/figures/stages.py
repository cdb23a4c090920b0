"""The figures of one stage, from what the database counted: parts that make wholes, and unknown as one (8.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.clock.profiles import Ground
from app.domain.figures.counted_states import Acknowledged, Standing, Timeliness
from app.domain.figures.days import Typical, typical
from app.domain.figures.filing import Outcome
from app.domain.figures.periods import Basis
from app.domain.figures.tallies import Cell, Cohort, Waited

NOT_ANSWERED = "not_answered"
UNKNOWN = "unknown"
OTHER = "other"
"""A reason of earlier years that is no ground of the procedure."""

Count = int | None
"""None: nobody kept it."""


@dataclass(frozen=True, slots=True)
class Told:
    """Whether residents were told of more time in time, and of a late answer at all; those of whom nobody kept it."""

    extended_and_told: Count
    extended_untold: Count
    extended_unknown: int
    late_and_told: Count
    late_and_untold: Count
    late_unknown: int


@dataclass(frozen=True, slots=True)
class Acknowledgements:
    """How many were to be acknowledged, and how many were in time."""

    due: Count
    in_time: Count
    unknown: int


@dataclass(frozen=True, slots=True)
class StageFigures:
    """All figures of one stage. `outcomes` and `timeliness` have every part, unknown ones too."""

    received: int
    responses_due: Count
    responded: Count
    open: Count
    outcomes: Mapping[str, Count]
    refused: Mapping[str, int]
    timeliness: Mapping[str, Count]
    acknowledgements: Acknowledgements
    told: Told
    from_receipt: Typical
    from_acknowledgement: Typical
    compensation: Count


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted of a period: cells by cohort, how long answers took, and the stages open at its end."""

    cells: Mapping[Cohort, Sequence[Cell]]
    waited: Sequence[Waited]
    open_at_end: Mapping[int, int]


def figures(counts: Counts, stage: int, basis: Basis) -> StageFigures:
    """Return the figures of a stage. By what was received, all are of the cases begun in the period."""
    of = {cohort: [cell for cell in cells if cell.stage == stage] for cohort, cells in counts.cells.items()}
    begun = of[Cohort.BEGUN]
    due, issued, to_acknowledge = begun, begun, begun
    if basis is Basis.EVENT:
        due, issued, to_acknowledge = of[Cohort.DUE], of[Cohort.ISSUED], of[Cohort.ACKNOWLEDGEMENT_DUE]
    waited = [each for each in counts.waited if each.stage == stage]
    is_open = _known(begun, begun, _is_open)
    if basis is Basis.EVENT and is_open is not None:
        is_open = counts.open_at_end.get(stage, 0)
    return StageFigures(
        received=_sum(begun),
        responses_due=_known(due, begun, is_due),
        responded=_known(issued, begun, _is_answered),
        open=is_open,
        outcomes=_outcomes(issued),
        refused=_refused(issued),
        timeliness=_timeliness(due),
        acknowledgements=_acknowledgements(to_acknowledge),
        told=_told(due),
        from_receipt=typical(_days((each.from_receipt, each.count) for each in waited)),
        from_acknowledgement=typical(_days((each.from_acknowledgement, each.count) for each in waited)),
        compensation=_compensation(issued),
    )


def is_due(cell: Cell) -> bool:
    """Return whether an answer was due of these: it was given, or its day has passed."""
    return _is_answered(cell) or cell.overdue


def is_late(cell: Cell) -> bool:
    """Return whether the answer of these went late, or has not gone though its day has passed."""
    return cell.timeliness == Timeliness.OUT_OF_TARGET.value or cell.overdue


def is_in_time(cell: Cell) -> bool:
    """Return whether the answer of these was within the Code's time, with more time that was told in time."""
    return cell.timeliness in (Timeliness.WITHIN_TARGET.value, Timeliness.WITHIN_EXTENSION.value)


def _is_answered(cell: Cell) -> bool:
    return cell.standing == Standing.ANSWERED.value


def _is_open(cell: Cell) -> bool:
    return cell.standing == Standing.OPEN.value


def _is_unknown(cell: Cell) -> bool:
    return cell.standing == Standing.UNKNOWN.value


def _sum(cells: Iterable[Cell], which: Callable[[Cell], bool] = lambda _: True) -> int:
    return sum(cell.count for cell in cells if which(cell))


def _known(cells: Sequence[Cell], begun: Sequence[Cell], which: Callable[[Cell], bool]) -> Count:
    """Return how many of these cells; None where of none of them, or of what began, anybody kept if it was answered."""
    judged = cells or begun
    return None if judged and all(map(_is_unknown, judged)) else _sum(cells, which)


def _refused(cells: Sequence[Cell]) -> dict[str, int]:
    ours = {each.value for each in Ground}
    grounds = dict.fromkeys([*(each.value for each in Ground), OTHER, UNKNOWN], 0)
    for cell in cells:
        if cell.outcome == Outcome.REFUSED.value:
            other = UNKNOWN if cell.refusal is None else OTHER
            grounds[cell.refusal if cell.refusal in ours else other] += cell.count
    return grounds


def _kept(parts: dict[str, int]) -> dict[str, Count]:
    """Return the parts; where all there is is unknown, nobody kept them, and each other part is unknown too."""
    others = sum(count for part, count in parts.items() if part != UNKNOWN)
    if parts[UNKNOWN] and not others:
        return {part: count if part == UNKNOWN else None for part, count in parts.items()}
    return dict(parts)


def _outcomes(cells: Sequence[Cell]) -> dict[str, Count]:
    parts = {each.value: 0 for each in Outcome} | {NOT_ANSWERED: 0, UNKNOWN: 0}
    for cell in cells:
        parts[cell.outcome or (NOT_ANSWERED if _is_open(cell) else UNKNOWN)] += cell.count
    return _kept(parts)


def _timeliness(cells: Sequence[Cell]) -> dict[str, Count]:
    parts = {each.value: 0 for each in Timeliness} | {UNKNOWN: 0}
    for cell in filter(is_due, cells):
        late = Timeliness.OUT_OF_TARGET.value if cell.overdue else UNKNOWN
        parts[cell.timeliness or late] += cell.count
    return _kept(parts)


def _acknowledgements(cells: Sequence[Cell]) -> Acknowledgements:
    in_time = _sum(cells, lambda cell: cell.acknowledged == Acknowledged.IN_TIME.value)
    late = _sum(cells, lambda cell: cell.acknowledged == Acknowledged.LATE.value or cell.acknowledgement_overdue)
    unknown = _sum(cells, lambda cell: cell.acknowledged == Acknowledged.UNKNOWN.value)
    if unknown and not in_time + late:
        return Acknowledgements(None, None, unknown)
    return Acknowledgements(in_time + late, in_time, unknown)


def _told(cells: Sequence[Cell]) -> Told:
    extended = [cell for cell in cells if cell.extended]
    late = [cell for cell in cells if is_late(cell)]
    extended_told = _sum(extended, lambda cell: cell.told_in_time is True)
    extended_untold = _sum(extended, lambda cell: cell.told_in_time is False)
    late_told = _sum(late, lambda cell: cell.late_told)
    late_untold = _sum(late, lambda cell: not cell.late_told and cell.told_known)
    return Told(*_of_two(extended_told, extended_untold, _sum(extended)), *_of_two(late_told, late_untold, _sum(late)))


def _of_two(yes: int, no: int, whole: int) -> tuple[Count, Count, int]:
    """Return both and how many are neither, for nobody kept it; where that is all of them, both are unknown."""
    unknown = whole - yes - no
    return (None, None, unknown) if unknown and not yes + no else (yes, no, unknown)


def _days(counted: Iterable[tuple[int | None, int]]) -> dict[int, int]:
    found: dict[int, int] = {}
    for days, count in counted:
        if days is not None:
            found[days] = found.get(days, 0) + count
    return found


def _compensation(cells: Sequence[Cell]) -> Count:
    sums = [cell.compensation for cell in cells if cell.compensation is not None]
    return sum(sums) if sums or not cells else None
