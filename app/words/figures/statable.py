"""What a figure that may be stated is called, what each kind of statement is, and how a target stands (8.1)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from babel.numbers import format_decimal

from app.domain.figures.profile import CHARACTERISTICS
from app.domain.figures.stages import UNKNOWN
from app.domain.figures.stated import Key, Subject
from app.domain.figures.stating import unit_of
from app.domain.figures.targets import Status
from app.domain.landlord.tenures import Tsm
from app.words.catalogues import N_, catalogue
from app.words.figures.measures import DIMENSIONS, MEASURES
from app.words.figures.shown.homes import TENURES
from app.words.figures.shown.profiles import NAMES
from app.words.languages import locale
from app.words.money import pounds
from app.words.people.equality import ANSWERS
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
STAGE = N_("Stage %(number)s: %(figure)s")
BOTH = N_("%(figure)s, both stages")
SHARE = N_("Share %(figure)s")
BY = N_("received, by %(dimension)s")
OF_HOMES = N_("%(figure)s, %(homes)s, Stage %(number)s")
GROUP = N_("%(characteristic)s: %(group)s")
NOT_KNOWN = N_("Not known")
REPEATED = N_("People with %(number)s complaints or more")
OTHERS: Mapping[str, str] = {
    "outcomes_merged.upheld_or_in_part": N_("Upheld, or in part"),
    "outcomes.overtaken": N_("Overtaken by Stage 2"),
    "compensation_pence": N_("Money accepted or paid"),
    "on_time_rate": N_("Share answered on time"),
    "mean_working_days.from_receipt": N_("Working days to an answer, mean, from the day it came"),
    "mean_working_days.from_acknowledgement": N_("Working days to an answer, mean, from the acknowledgement"),
    "median_working_days.from_receipt": N_("Working days in which half were answered"),
    "escalation_rate": N_("Stage 2 to Stage 1"),
    "satisfied_rate": N_("Share satisfied with how we dealt with it"),
    "share_of_homes": N_("Complaints received, as a share of homes"),
    "per_1000_homes": N_("Complaints received, per 1,000 homes"),
    "contact_demand.total.in_time_rate.year": N_("Share of contacts answered in time"),
}
"""What the tables of a report have no words for."""
PER_CENT = N_("%(number)s%%")

say_each(SUBJECTS)
say_each(STATUSES)


def called(path: str, language: str) -> str:
    """Return what a figure is called, by the way to it through the keys of a document."""
    words = catalogue(language).gettext
    group, *rest = path.split(".")
    if group == "stages":
        return _at(rest[0], _of_a_stage(".".join(rest[1:]), language), language)
    if group == "breakdowns":
        by = words(BY) % {"dimension": _within(words(DIMENSIONS[rest[0]]))}
        return _at(rest[1].removeprefix("stage_"), by, language)
    if group == "relative_to_homes" and rest[0] != "total":
        return _at(rest[0], words(OTHERS[rest[1]]), language)
    if group == "tsm":
        homes, figure, stage = _within(homes_called(rest[0], language)), rest[1], rest[2].removeprefix("stage_")
        return words(OF_HOMES) % {"figure": figure, "homes": homes, "number": stage}
    if group == "repeat_complainants":
        return words(REPEATED) % {"number": rest[0].partition("_")[0]}
    figure = words(OTHERS[path.removeprefix("relative_to_homes.total.")])
    return words(BOTH) % {"figure": figure} if group in ("on_time_rate", "relative_to_homes") else figure


def value_said(key: Key, value: Decimal, language: str) -> str:
    """Return what is stated as people read it: sums in pounds, shares in per cent, thousands apart."""
    unit, spoken = unit_of(key.subject, key.name), locale(language)
    if unit == "pence":
        return pounds(int(value), language)
    if unit == "fraction of 1":
        return catalogue(language).gettext(PER_CENT) % {"number": format_decimal(value * 100, locale=spoken)}
    return str(format_decimal(value, locale=spoken))


def homes_called(tenure: str, language: str) -> str:
    """Return which homes are counted, by their measured tenure."""
    return catalogue(language).gettext(TENURES[Tsm(tenure)])


def group_called(name: str, part: str, language: str) -> str:
    """Return what a group of customers is called; the landlord calls its own what it likes."""
    words = catalogue(language).gettext
    known = {each.value: ANSWERS[each] for each in CHARACTERISTICS.get(name, ())} | {UNKNOWN: NOT_KNOWN}
    whole = words(NAMES[name]) if name in NAMES else name
    group = words(known[part]) if name in NAMES and part in known else part
    return words(GROUP) % {"characteristic": whole, "group": group}


def _at(stage: str, figure: str, language: str) -> str:
    return catalogue(language).gettext(STAGE) % {"number": stage, "figure": _within(figure)}


def _of_a_stage(name: str, language: str) -> str:
    words = catalogue(language).gettext
    if name.startswith("shares."):
        _, counts, part, _ = name.split(".")
        of = f"{'outcomes' if counts == 'decided' else counts}.{part}"
        return words(SHARE) % {"figure": _within(_of_a_stage(of, language))}
    return words(OTHERS.get(name) or MEASURES[name])


def _within(name: str) -> str:
    """Return a name as it stands within a sentence."""
    return name[:1].lower() + name[1:]
