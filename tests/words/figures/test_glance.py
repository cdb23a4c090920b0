"""What staff see of figures at a glance: each count leads to what it counts, and what nobody stated takes no room."""

from __future__ import annotations

from app.words.figures import glance
from app.words.figures.measures import SECTIONS
from app.words.figures.shown.gaps import without_tenure
from app.words.figures.voices import Voice
from tests.domain.figures.test_reconciliation import LATE, a_cell, a_document

GROUPS = {"counts", *SECTIONS}
DOCUMENT = a_document(a_cell(), a_cell(2, acknowledged="late", **LATE)) | {"targets": {}}


def test_every_count_of_a_stage_opens_what_it_counts():
    groups = [
        each.table
        for each in glance.tables(DOCUMENT, "en")
        if each.key.removeprefix("glance.") in GROUPS and each.table
    ]
    figures = [figure for table in groups for line in table.lines for figure in line.figures]
    opened = {figure.counts["measure"] for figure in figures if figure.counts}

    assert all(bool(figure.counts) is (figure.said != "0") for figure in figures)
    assert {"received", "responded", "outcomes.upheld", "timeliness.out_of_target", glance.LATE} <= opened


def test_a_breakdown_has_a_name_and_the_counts_of_each_stage():
    theme = next(each.table for each in glance.tables(DOCUMENT, "en") if each.key == "breakdowns.theme")

    assert theme is not None
    assert theme.heads == ("Theme", "Stage 1", "Stage 2", "Both stages")
    assert {len(line.figures) for line in theme.lines} == {3}


def test_days_stand_under_their_stage_alone():
    one, two = DOCUMENT["stages"]["1"], DOCUMENT["stages"]["2"]
    answered = one | {"mean_working_days": {"from_receipt": 9.5, "from_acknowledgement": 7.0}}
    document = DOCUMENT | {"stages": {"1": answered, "2": two}}
    days = next(each.table for each in glance.tables(document, "en") if each.key == "days")

    assert days is not None
    assert days.heads == ("Working days", "Stage 1", "Stage 2")
    assert {len(line.figures) for line in days.lines} == {2}


def test_complaints_without_a_tenure_are_counted_beside_the_homes_and_not_told_apart_where_few():
    line = {"stage_1": 7, "stage_2": 2, "total": 9}
    breakdowns = DOCUMENT["breakdowns"] | {"tenure": [{"label": "General needs", **line}, {"label": None, **line}]}
    unknown = dict.fromkeys(("numerator", "denominator", "value"))
    none_kept = {"CH01": {"stage_1": unknown, "stage_2": unknown}}
    tsm = {name: of | {"counts": of["counts"] | none_kept} for name, of in DOCUMENT["tsm"].items()}
    few = DOCUMENT | {"breakdowns": breakdowns}
    all_ = DOCUMENT | {"breakdowns": breakdowns | {"tenure": None}, "tsm": tsm}
    said = [next(each.scope for each in glance.tables(of, "en") if each.key == "glance.homes") for of in (few, all_)]
    received = sum(of["received"] for of in DOCUMENT["stages"].values())

    assert said[0] == "9 complaints have no tenure on record, and are counted in neither LCRA nor LCHO."
    assert said[1].startswith(f"{received} complaint")
    assert "Fewer than 10 have no tenure" in without_tenure(Voice(few, "en"), 10)


def test_homes_stand_there_only_where_somebody_stated_them():
    unstated = DOCUMENT | {"homes": {"LCRA": None, "LCHO": None}}
    stated, none = (
        next(each.table for each in glance.tables(of, "en") if each.key == "glance.homes")
        for of in (DOCUMENT, unstated)
    )

    assert none is None
    assert stated is not None
    assert [(line.head, line.figures[0].said) for line in stated.lines][:3] == [
        ("Received, per 1,000 homes", "3.3"),
        ("Received, as a share of homes", "0.3%"),
        ("LCRA: received, per 1,000 homes (CH01)", "3.3"),
    ]
