"""What everybody may read of people's answers, of other cases, promises and contacts: no few people's (8.1, HP14)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.domain.case.survey_states import SATISFIED, Score
from app.domain.figures.safe_stages import without
from app.domain.figures.suppression import LEAST, is_small, suppressed

Document = dict[str, Any]

PLEASED = frozenset(each.value for each in SATISFIED)
OVERALL = "overall"


def hide(document: Document) -> None:
    """Take out of a document what too few people said or sent."""
    _hide_satisfaction(document)
    for kind, of in (document.get("other_kinds") or {}).items():
        document["other_kinds"][kind] = _kind(of)
    promises = document.get("promises")
    if promises and is_small(promises["made"]):
        document["promises"] = without(promises) | {"quarters": []}
    elif promises and any(map(_is_few, promises.get("quarters") or ())):
        document["promises"] = promises | {"quarters": []}
    _hide_contacts(document.get("contact_demand"))
    for lines in (document.get("customer_base") or {}).values():
        _hide_customers(lines or [])


def _hide_satisfaction(document: Document) -> None:
    """Leave the answers of fewer than ten out; of more, the single answers that few gave, and never their rate."""
    scores = document.get("satisfaction")
    if scores and None not in scores.values():
        if sum(scores.values()) < LEAST:
            document["satisfaction"], document["satisfied_rate"] = dict.fromkeys(scores), None
        else:
            document["satisfaction"] = _answers(scores)
    for name, of in (document.get("satisfaction_by_question") or {}).items():
        if of is None or of["answered"] is None:  # nobody answered it, or the year was only stated
            continue
        few = of["answered"] < LEAST
        found = without(of) if few else of | {"answers": _answers(of["answers"])}
        document["satisfaction_by_question"][name] = found


def _answers(answers: Mapping[str, int]) -> dict[str, int | None]:
    """Return who gave each answer, without those that few gave: how many are satisfied, and how many not, is known.

    Where so few are that any number of an answer would be known by that, all of that side are left out, noughts too,
    also those that nobody gave and a document does not name.
    """
    found: dict[str, int | None] = {}
    for is_pleased in (True, False):
        side = {each.value: answers.get(each.value, 0) for each in Score if (each.value in PLEASED) is is_pleased}
        shown = suppressed(side)
        found |= dict.fromkeys(side) if shown.total is None else shown.parts
    return found


def _kind(of: Mapping[str, Any]) -> Document:
    """Return other cases of a kind; of fewer than ten nothing, and their quarters where none is of fewer."""
    if is_small(of["received"]):
        return dict.fromkeys(of) | {"quarters": []}
    received = [line for line in of["quarters"] or () if line["label"] == "received"]
    few = any(is_small(line[quarter]) for line in received for quarter in ("q1", "q2", "q3", "q4"))
    return {**of, "quarters": []} if few else {**of}


def _is_few(line: Mapping[str, Any]) -> bool:
    """Return whether a line of promises is of few; of all that were made, whether any quarter is."""
    columns = ("year", "q1", "q2", "q3", "q4") if line["label"] == "made" else ("year",)
    return any(is_small(line.get(column)) for column in columns)


def _hide_contacts(of: Document | None) -> None:
    """Leave out contacts by channel where any are few; of all of them, the rates of few."""
    if not of:
        return
    by_channel = [name for name in of if name != "total"]
    if any(is_small(count) for line in of["contacts"] or () for name, count in line.items() if name != "label"):
        of.update({name: [] for name in by_channel})
    total = of["total"]
    for quarter in total["timed"]:
        if is_small(total["timed"][quarter]):
            for name in ("timed", "in_time", "in_time_rate"):
                total[name][quarter] = None


def _hide_customers(lines: list[Document]) -> None:
    shown = suppressed({place: line["count"] for place, line in enumerate(lines)})
    for line, count in zip(lines, shown.parts.values(), strict=True):
        if count is None:
            line["count"] = line["share"] = None
