"""The terms of the addresses behind figures: which complaints each of them counts (8.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.figures.breakdowns import OF_STAGE_2_ALONE
from app.domain.figures.periods import Period
from app.words.figures.voices import STAGES, terms

MEASURED = {
    "on_time_rate": "timeliness.on_time",
    "satisfied_rate": "satisfaction.satisfied",
    "mean_working_days.from_receipt": "days.from_receipt",
}
"""What rates and means are taken from, by the end of the way to them in a document."""
QUARTERS = ("q1", "q2", "q3", "q4")
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "stage_1": {"stage": "1", "measure": "received"},
    "stage_2": {"stage": "2", "measure": "received"},
    "total": {"measure": "received"},
}
"""What the columns of a line count, by what a document calls them."""


def received(dimension: str, *labels: str | None) -> dict[str, str]:
    """Return the terms of all that came under a label of a dimension, or of all of it."""
    stages = stages_of(dimension)
    found = {"measure": "received"} | ({"stage": stages[0]} if len(stages) == 1 else {})
    return found | (under(dimension, labels[0]) if labels else {})


def under(dimension: str, label: str | None) -> dict[str, str]:
    """Return the terms of a label of a dimension; none stands for what is unknown."""
    return {"dimension": dimension} | ({} if label is None else {"label": label})


def stages_of(dimension: str) -> tuple[str, ...]:
    """Return the stages that a dimension is kept of."""
    return STAGES[1:] if dimension in OF_STAGE_2_ALONE else STAGES


def within(run: Sequence[Period], column: str) -> dict[str, str]:
    """Return the terms of the time of a column; those of the whole are the report's own."""
    return {} if column == "year" else dict(terms(run[QUARTERS.index(column)]))


def at(path: str) -> dict[str, str]:
    """Return the terms of what a measure with a target is taken from; none where no complaint stands behind it."""
    first, _, rest = path.partition(".")
    if first == "contact_demand":
        return {}
    if first == "relative_to_homes":
        stage = rest.partition(".")[0]
        return {"measure": "received"} | ({} if stage == "total" else {"stage": stage})
    if first == "tsm":
        tenure, measure, stage = rest.split(".")
        part = f"tsm.{measure}.in_time" if measure == "CH02" else f"tsm.{measure}"
        return {"measure": part, "tsm": tenure, "stage": stage.removeprefix("stage_")}
    if path == "escalation_rate":
        return {"measure": "received", "stage": "2"}
    stage, _, name = rest.partition(".") if first == "stages" else ("", "", path)
    shared = name.removeprefix("shares.").removesuffix(".share")
    return {"measure": MEASURED.get(name, shared)} | ({"stage": stage} if stage else {})
