"""What a figure that may be stated is called, what each kind of statement is, and how a target stands (8.1)."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.figures.stated import Subject
from app.domain.figures.targets import Status
from app.words.catalogues import N_, catalogue
from app.words.figures.measures import DIMENSIONS, MEASURES
from app.words.say import say_each

SUBJECTS = {
    Subject.HOMES: N_("Homes"),
    Subject.TARGET: N_("Targets"),
    Subject.CONTACTS: N_("Contacts"),
    Subject.CUSTOMERS: N_("Who lives here"),
    Subject.PRIOR: N_("Earlier years"),
}
STATUSES = {
    Status.MET: N_("Met"),
    Status.WITHIN_TOLERANCE: N_("Missed, within tolerance"),
    Status.MISSED: N_("Missed"),
    Status.UNKNOWN: N_("Not known"),
}
STAGE = N_("%(figure)s, Stage %(number)s")
BOTH = N_("%(figure)s, both stages")
SHARE = N_("Share: %(figure)s")
BY = N_("Received, by %(dimension)s, Stage %(number)s")
REPEATED = N_("People with %(number)s complaints or more")
OTHERS: Mapping[str, str] = {
    "outcomes_merged.upheld_or_in_part": N_("Upheld, or in part"),
    "compensation_pence": N_("Money accepted or paid, in pence"),
    "on_time_rate": N_("Share answered in time"),
    "mean_working_days.from_receipt": N_("Working days to an answer, mean, from the day it came"),
    "mean_working_days.from_acknowledgement": N_("Working days to an answer, mean, from the acknowledgement"),
    "median_working_days.from_receipt": N_("Working days in which half were answered"),
    "escalation_rate": N_("Stage 2 to Stage 1"),
    "satisfied_rate": N_("Share satisfied with how we dealt with it"),
    "share_of_homes": N_("Complaints received, to homes"),
    "per_1000_homes": N_("Complaints received, per 1,000 homes"),
    "contact_demand.total.in_time_rate.year": N_("Share of contacts answered in time"),
}
"""What the tables of a report have no words for."""

say_each(SUBJECTS)
say_each(STATUSES)


def called(path: str, language: str) -> str:
    """Return what a figure is called, by the way to it through the keys of a document."""
    words = catalogue(language).gettext
    group, *rest = path.split(".")
    if group == "stages":
        return words(STAGE) % {"figure": _of_a_stage(".".join(rest[1:]), language), "number": rest[0]}
    if group == "breakdowns":
        dimension = words(DIMENSIONS[rest[0]]).lower()
        return words(BY) % {"dimension": dimension, "number": rest[1].removeprefix("stage_")}
    if group == "relative_to_homes":
        figure = words(OTHERS[rest[1]])
        return (
            words(BOTH) % {"figure": figure}
            if rest[0] == "total"
            else words(STAGE) % {"figure": figure, "number": rest[0]}
        )
    if group == "tsm":
        return words(STAGE) % {"figure": f"{rest[1]} {rest[0]}", "number": rest[2].removeprefix("stage_")}
    if group == "repeat_complainants":
        return words(REPEATED) % {"number": rest[0].partition("_")[0]}
    figure = words(OTHERS[path])
    return words(BOTH) % {"figure": figure} if path == "on_time_rate" else figure


def _of_a_stage(name: str, language: str) -> str:
    words = catalogue(language).gettext
    if name.startswith("shares."):
        _, counts, part, _ = name.split(".")
        of = f"{'outcomes' if counts == 'decided' else counts}.{part}"
        return words(SHARE) % {"figure": _of_a_stage(of, language)}
    return words(MEASURES.get(name) or OTHERS[name])
