"""What a landlord states, put beside what was counted: homes, targets, contacts, customers, earlier periods (8.1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.domain.figures import contact_demand, customers, earlier, targets, trends
from app.domain.figures.documents import Document
from app.domain.figures.periods import Period
from app.domain.figures.stated import Figures

CONTACT_DEMAND = "contact_demand"


def put(document: Document, figures: Figures, period: Period, today: date, *, in_part: bool = False) -> Document:
    """Return a report with all that is stated of its period, and of those before it where too little was counted.

    `in_part`: the report is of a part of the complaints, and what is stated of all of an earlier period says nothing
    of it.
    """
    found, before = _of_one(document, figures, period, today), period.before
    counted, prior = found["previous"], {} if in_part else figures.prior(before)
    if not in_part:
        found |= {"trend": _trend(found, figures, period)}
    if counted is not None and not earlier.is_fuller(prior, counted["stages"]["1"]["received"]):
        return found | {"previous": _of_one(counted, figures, before, today)}
    stated = earlier.document(found, before, prior, figures.homes(before.last))
    if stated is None:
        return found
    return found | {
        "previous": _of_one(stated, figures, before, today),
        "change": earlier.change(found, stated),
    }


def _of_one(document: Document, figures: Figures, period: Period, today: date) -> Document:
    found = document | {
        CONTACT_DEMAND: contact_demand.plain(figures.contacts(period), period, today),
        "customer_base": customers.plain(figures.customers(period.last)),
    }
    if found[CONTACT_DEMAND] is not None:
        found["notes"] = [each for each in found["notes"] if each["measure"] != CONTACT_DEMAND]
    return found | {"targets": targets.plain(found, figures.targets(period.last), period)}


def _trend(document: Mapping[str, Any], figures: Figures, period: Period) -> list[Document]:
    """Return the trend with what was stated of periods in which too little was counted, the oldest first."""
    lines = {line["label"]: line for line in document["trend"]}
    for each in trends.periods(period)[1:]:
        prior = figures.prior(each)
        line = earlier.line(each, prior)
        counted = None if line is None else lines.get(line["label"])
        if line is not None and (counted is None or earlier.is_fuller(prior, counted["stage_1"])):
            lines[line["label"]] = line
    return [lines[label] for label in sorted(lines)]
