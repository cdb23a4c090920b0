"""A report whose period before was only stated is shown as any other: what was not stated is unknown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

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
    before = [figure for line in shown["volumes"].table.lines for figure in line.figures if figure.said == "4,321"]
    assert [figure.counts for figure in before] == [{}]
