"""A report whose period before was only stated is shown as any other: what was not stated is unknown."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from decimal import Decimal

import pytest

from app.domain.figures import beside, reconciliation
from app.domain.figures.periods import Period
from app.domain.figures.stated import Figures, Key, Statement, Subject
from app.words.figures.presented import sections
from tests.domain.figures.test_reconciliation import a_cell, a_document

TODAY = date(2028, 6, 1)


def stated(period: Period, **figures: int) -> Figures:
    return Figures(
        tuple(
            Statement(Key(Subject.PRIOR, name.replace("__", "."), "", period.first, period.last), Decimal(value))
            for name, value in figures.items()
        )
    )


def test_every_section_can_be_shown_and_says_what_was_stated():
    counted = a_document(a_cell()) | {"previous": None}
    period = Period(*(date.fromisoformat(counted["period"][end]) for end in ("from", "to")))
    figures = stated(period.before, stages__1__received=4321, stages__2__received=99)

    document = beside.put(counted, figures, period, TODAY)

    assert document["previous"]["stated"] is True
    assert [*reconciliation.faults(document)] == []
    shown = {each.key: each for each in sections(document, "en")}
    assert "4,321" in str(shown["trend"].table)
    assert "October 2025 to June 2026, as stated" in shown["volumes"].table.heads
    assert "October 2025 to June 2026, as stated" in [line.head for line in shown["trend"].table.lines]
    before = [figure for line in shown["volumes"].table.lines for figure in line.figures if figure.said == "4,321"]
    assert [figure.counts for figure in before] == [{}]


@pytest.mark.parametrize(("received", "is_stated"), [(2, False), (3, True)])
def test_what_was_stated_stands_for_a_period_of_which_less_than_half_is_here(received, is_stated):
    counted = a_document(a_cell())
    previous = counted | {"previous": None}
    previous["stages"] = deepcopy(previous["stages"])
    previous["stages"]["1"]["received"] = 1
    period = Period(*(date.fromisoformat(counted["period"][end]) for end in ("from", "to")))
    figures = stated(period.before, stages__1__received=received, stages__2__received=1)

    document = beside.put(counted | {"previous": previous}, figures, period, TODAY)

    assert document["previous"].get("stated", False) is is_stated
    assert document["previous"]["stages"]["1"]["received"] == (received if is_stated else 1)
