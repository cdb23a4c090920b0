"""Which figures of a report can be stated or have a target, by the way to each through the keys of its document."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from app.domain.clock.profiles import Stage
from app.domain.figures.breakdowns import DIMENSIONS
from app.domain.figures.counted_states import Timeliness
from app.domain.figures.filing import Outcome
from app.domain.landlord.tenures import Tsm

STAGES = tuple(str(int(stage)) for stage in Stage)
TIMELINESS = tuple(each.value for each in Timeliness)
COUNTS = (
    "received",
    "responses_due",
    "responded",
    "open",
    *(f"outcomes.{each.value}" for each in Outcome),
    "outcomes.not_answered",
    "outcomes_merged.upheld_or_in_part",
    *(f"timeliness.{each}" for each in TIMELINESS),
    "acknowledgements.due",
    "acknowledgements.in_time",
    "told.extended_and_told",
    "told.extended_untold",
    "told.late_and_told",
    "told.late_and_untold",
    "compensation_pence",
)
"""Of each stage."""
RATES = (
    "on_time_rate",
    "shares.outcomes_merged.upheld_or_in_part.share",
    *(f"shares.decided.{each}.share" for each in ("upheld", "upheld_in_part", "not_upheld")),
    *(f"shares.timeliness.{each}.share" for each in TIMELINESS),
    "mean_working_days.from_receipt",
    "mean_working_days.from_acknowledgement",
    "median_working_days.from_receipt",
)
"""Of each stage, where landlords kept no counts."""


class Better(Enum):
    """Which way a measure is better."""

    MORE = "more"
    LESS = "less"


def _of_stages() -> dict[str, Better]:
    ways = {
        "on_time_rate": Better.MORE,
        "shares.timeliness.within_target.share": Better.MORE,
        "shares.timeliness.within_extension.share": Better.LESS,
        "shares.timeliness.out_of_target.share": Better.LESS,
        "mean_working_days.from_receipt": Better.LESS,
    }
    return {f"stages.{stage}.{name}": better for stage in STAGES for name, better in ways.items()}


OF_A_YEAR = frozenset(
    f"relative_to_homes.{of}.{measure}" for of in (*STAGES, "total") for measure in ("share_of_homes", "per_1000_homes")
)
"""Measures that grow with the time they are of: a year's target says nothing of a quarter."""
TARGETS: Mapping[str, Better] = {
    "on_time_rate": Better.MORE,
    **_of_stages(),
    "escalation_rate": Better.LESS,
    **dict.fromkeys(sorted(OF_A_YEAR), Better.LESS),
    "satisfied_rate": Better.MORE,
    "contact_demand.total.in_time_rate.year": Better.MORE,
    **{f"tsm.{each.value}.CH02.stage_{stage}": Better.MORE for each in Tsm for stage in STAGES},
}
"""What may have a target, and which way it is better."""
LABELLED = frozenset(f"breakdowns.{dimension}.stage_{stage}" for dimension in DIMENSIONS for stage in STAGES)
"""Figures of an earlier period that are each of a label, as a directorate."""
PRIOR = LABELLED | {
    *(f"stages.{stage}.{name}" for stage in STAGES for name in (*COUNTS, *RATES)),
    "on_time_rate",
    "escalation_rate",
    "satisfied_rate",
    *(f"repeat_complainants.{least}_or_more" for least in (2, 3, 5)),
    *(f"tsm.{each.value}.{of}.stage_{stage}" for each in Tsm for of in ("CH01", "CH02") for stage in STAGES),
}
"""What may be stated of an earlier period."""
