"""What staff see of figures at a glance: each count leads to what it counts, and what nobody stated takes no room."""

from __future__ import annotations

from app.words.figures import glance
from tests.domain.figures.test_reconciliation import LATE, a_cell, a_document

DOCUMENT = a_document(a_cell(), a_cell(2, acknowledged="late", **LATE)) | {"targets": {}}


def test_every_count_of_a_stage_opens_what_it_counts():
    groups = [each.table for each in glance.tables(DOCUMENT, "en") if each.key.startswith("glance.") and each.table]
    figures = [figure for table in groups for line in table.lines for figure in line.figures]
    opened = {figure.counts["measure"] for figure in figures if figure.counts}

    assert all(bool(figure.counts) is (figure.said != "0") for figure in figures)
    assert {"received", "responded", "outcomes.upheld", "timeliness.out_of_target", glance.LATE} <= opened


def test_a_breakdown_has_a_name_and_the_counts_of_each_stage():
    theme = next(each.table for each in glance.tables(DOCUMENT, "en") if each.key == "breakdowns.theme")

    assert theme is not None
    assert theme.heads == ("Theme", "Stage 1", "Stage 2", "Both stages")
    assert {len(line.figures) for line in theme.lines} == {3}


def test_targets_and_homes_stand_there_only_where_somebody_stated_them():
    without = DOCUMENT | {"relative_to_homes": {key: {"per_1000_homes": None} for key in ("1", "2", "total")}}
    stated, unstated = ({each.key for each in glance.tables(of, "en")} for of in (DOCUMENT, without))

    assert stated - unstated == {"relative_to_homes"}
    assert "breakdowns.theme" in unstated
