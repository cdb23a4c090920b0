"""What became of promises: each is one part of those that were made, and is open, kept or ended (7.3, ruling 23)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import Enum
from typing import Any

from app.domain.figures.breakdowns import QuarterLine, parts_by_quarter
from app.domain.figures.comparing import Fault, by_quarter, same, share, total
from app.domain.figures.shares import rate
from app.domain.promises.ledger import DISPUTES, Ending


class Became(Enum):
    """What became of a promise. DISPUTED: we said it was done, or it was due, and the resident says that it is not."""

    KEPT_IN_TIME = "kept_in_time"
    KEPT_BY_NEW_DATE = "kept_by_new_date"
    KEPT_LATE = "kept_late"
    DISPUTED = "disputed"
    LATE = "late"
    NOT_DUE = "not_due"
    NO_LONGER_WANTED = "no_longer_wanted"
    NO_ACCESS = "no_access"
    TO_COURT = "to_court"


IN_TIME = (Became.KEPT_IN_TIME, Became.KEPT_BY_NEW_DATE)
TO_BE_KEPT = (*IN_TIME, Became.KEPT_LATE, Became.DISPUTED, Became.LATE)
"""Those of which the day has come and that did not end in another way: what the rate is of."""
DISPUTED = frozenset(each.value for each in DISPUTES)


@dataclass(frozen=True, slots=True)
class Promised:
    """So many promises that are alike; `quarter` is below 0 in the period before.

    `after_first`: kept after the day that was first given; `after_due`: after the one that counts now; `overdue`: that
    day has passed; `was_disputed`: the resident once said that it was not done, or in part; `missed`: appointments.
    """

    quarter: int
    ending: str | None
    verdict: str | None
    done: bool
    after_first: bool
    after_due: bool
    overdue: bool
    was_disputed: bool
    count: int
    missed: int


@dataclass(frozen=True, slots=True)
class Unkept:
    """So many complaints that were brought in, and of whose promises nobody kept anything."""

    quarter: int
    count: int


@dataclass(frozen=True, slots=True)
class PromiseFigures:
    """All that became of promises. None: nobody kept any; `complaints_unknown` are those of which nobody did."""

    made: int | None
    parts: Mapping[Became, int] | None
    was_disputed: int | None
    appointments_missed: int | None
    complaints_unknown: int
    quarters: tuple[QuarterLine, ...]


def figures(promised: Sequence[Promised], unkept: Sequence[Unkept], quarters: int) -> PromiseFigures:
    """Return what became of these; unknown, not none, where all that came was brought in without its promises."""
    unknown = sum(each.count for each in unkept)
    if unknown and not promised:
        return PromiseFigures(None, None, None, None, unknown, ())
    parts = dict.fromkeys(Became, 0)
    for each in promised:
        parts[became(each)] += each.count
    counted = [(became(each).value, each.quarter, each.count) for each in promised]
    made = [("made", each.quarter, each.count) for each in promised]
    missed = [("appointments_missed", each.quarter, each.missed) for each in promised]
    names = ["made", *(each.value for each in Became), "appointments_missed"]
    return PromiseFigures(
        made=sum(parts.values()),
        parts=parts,
        was_disputed=sum(each.count for each in promised if each.was_disputed),
        appointments_missed=sum(each.missed for each in promised),
        complaints_unknown=unknown,
        quarters=parts_by_quarter(names, [*made, *counted, *missed], quarters),
    )


def became(each: Promised) -> Became:
    """Return what became of promises that are alike."""
    if each.ending is not None:
        return Became(Ending(each.ending).value)
    if each.verdict in DISPUTED:
        return Became.DISPUTED
    if not each.done:
        return Became.LATE if each.overdue else Became.NOT_DUE
    if each.after_due:
        return Became.KEPT_LATE
    return Became.KEPT_BY_NEW_DATE if each.after_first else Became.KEPT_IN_TIME


def plain(of: PromiseFigures) -> dict[str, Any]:
    """Return them as a document has them."""
    parts = of.parts
    kept = None if parts is None else rate(_sum(parts, IN_TIME), _sum(parts, TO_BE_KEPT))
    return {
        "made": of.made,
        "parts": {each.value: None if parts is None else parts[each] for each in Became},
        "kept_rate": None if kept is None else float(kept),
        "was_disputed": of.was_disputed,
        "appointments_missed": of.appointments_missed,
        "complaints_unknown": of.complaints_unknown,
        "quarters": [asdict(line) for line in of.quarters],
    }


def faults(document: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield where the promises of a document do not add up."""
    of = document["promises"]
    made, parts = of["made"], of["parts"]
    yield from same("promises.made", made, None if made is None else total(parts.values()))
    kept, due = (total(parts[each.value] for each in some) for some in (IN_TIME, TO_BE_KEPT))
    yield from same("promises.kept_rate", of["kept_rate"], share(kept, due))
    if made is not None and of["was_disputed"] > made:
        yield Fault("promises.was_disputed", of["was_disputed"], made)
    wholes = {"made": made, "appointments_missed": of["appointments_missed"], **parts}
    for line in of["quarters"]:
        yield from by_quarter("promises.quarters", line, wholes[line["label"]])


def _sum(parts: Mapping[Became, int], some: tuple[Became, ...]) -> int:
    return sum(parts[each] for each in some)
