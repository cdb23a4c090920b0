"""What the database counts: stages that are alike in all that figures tell apart, and how many there are (8.1)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Cohort(Enum):
    """By which day stages are counted into a period."""

    BEGUN = "begun"
    ACKNOWLEDGEMENT_DUE = "acknowledgement_due"
    DUE = "due"
    ISSUED = "issued"


@dataclass(frozen=True, slots=True)
class Cell:
    """So many stages that are alike. `quarter` is 0 to 3 within the period, below 0 in the one before it.

    The words are values of the enums beside Counted. `overdue`: not answered though its day has passed;
    `acknowledgement_overdue` likewise. `told_known`: whether they were told of more time was kept.
    """

    quarter: int
    stage: int
    tenure: str | None
    standing: str
    outcome: str | None
    refusal: str | None
    timeliness: str | None
    acknowledged: str
    extended: bool
    told_in_time: bool | None
    late_told: bool
    told_known: bool
    overdue: bool
    acknowledgement_overdue: bool
    count: int
    compensation: int | None


@dataclass(frozen=True, slots=True)
class Tally:
    """So many stages under one key of a dimension; `upheld` of them in whole or in part. No key: unknown."""

    quarter: int
    stage: int
    key: str | None
    count: int
    upheld: int


@dataclass(frozen=True, slots=True)
class Crossing:
    """So many stages under a key of each of two dimensions."""

    quarter: int
    stage: int
    key: str | None
    other: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Waited:
    """So many answers that took as many working days; None: of that nobody kept the beginning."""

    quarter: int
    stage: int
    from_receipt: int | None
    from_acknowledgement: int | None
    count: int


@dataclass(frozen=True, slots=True)
class OtherKind:
    """So many that are no complaints, of one kind; `overdue` as of stages."""

    quarter: int
    kind: str
    standing: str
    timeliness: str | None
    overdue: bool
    count: int
