"""A line of a file says what the past of one complaint was, or all that is wrong with it."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.case.kinds import Kind
from app.domain.case.survey_states import Score
from app.domain.figures.bad_tables import BadTable, TableFault
from app.domain.figures.cells import Cell, CellFault, Days, WrongCell, day, pence, score, way_of_days
from app.domain.figures.columns import COLUMNS, heading
from app.domain.figures.filing import Outcome
from app.domain.figures.rows import Past, Reader, content, key

TODAY = date(2024, 6, 3)


def read(way: Days = Days.ISO, **cells: Cell) -> Past | list[tuple[str, CellFault]]:
    """What a line with these cells says, or what is wrong with it, by column."""
    columns = tuple(cells)
    reader = Reader(columns, way, date(2012, 1, 1), TODAY, date(2031, 1, 1), lambda person: f"hidden {len(person)}")
    found = reader.read(list(cells.values()))
    return found if isinstance(found, Past) else [(each.column, each.fault) for each in found]


def past(**cells: Cell) -> Past:
    """What a line says with which nothing is wrong."""
    found = read(**({"received_on": "2024-01-02"} | cells))
    assert isinstance(found, Past), found
    return found


def test_a_line_needs_nothing_but_the_day_it_came():
    found = past()

    assert (found.received_on, found.kind, found.stage_2) == (date(2024, 1, 2), Kind.COMPLAINT, None)
    assert (found.stage_1.outcome, found.compensation, found.reference) == (None, None, "")


def test_a_line_says_all_it_says():
    found = past(
        reference=" C-1 ",
        kind="enquiry",
        other_themes="Damp, mould; Noise;",
        complainant="T-1",
        stage_1_responded_on="2024-01-30",
        stage_1_outcome="upheld_in_part",
        satisfaction="5",
        compensation="1,250.5",
    )

    assert (found.reference, found.kind, found.complainant) == ("C-1", Kind.ENQUIRY, "hidden 3")
    assert found.names == {"other_themes": ("Damp, mould", "Noise")}
    assert (found.stage_1.responded_on, found.stage_1.outcome) == (date(2024, 1, 30), Outcome.UPHELD_IN_PART)
    assert (found.satisfaction, found.compensation) == (Score.VERY_SATISFIED, 125050)


def test_the_past_is_not_refused_for_having_been_late_or_left_open():
    assert past(
        stage_1_acknowledged_on="2024-03-01", stage_1_extended_to="2025-01-01", stage_2_requested_on="2024-05-01"
    )
    assert past(stage_1_outcome="not_upheld")
    assert past(stage_1_responded_on="2024-02-01", stage_2_requested_on="2024-01-10", closed_on="2024-01-05")


@pytest.mark.parametrize(
    ("cells", "column", "fault"),
    [
        ({"received_on": ""}, "received_on", CellFault.NOTHING_THERE),
        ({"received_on": "2024-02-30"}, "received_on", CellFault.NOT_A_DAY),
        ({"received_on": "last May"}, "received_on", CellFault.NOT_A_DAY),
        ({"received_on": "31/01/2024"}, "received_on", CellFault.OTHER_WAY_OF_DAYS),
        ({"received_on": "2024-06-04"}, "received_on", CellFault.DAY_TO_COME),
        ({"received_on": "2011-12-31"}, "received_on", CellFault.DAY_TOO_EARLY),
        ({"stage_1_extended_to": "2204-01-01"}, "stage_1_extended_to", CellFault.DAY_TOO_FAR),
        ({"stage_1_acknowledged_on": "2024-01-01"}, "stage_1_acknowledged_on", CellFault.BEFORE_IT_BEGAN),
        ({"stage_1_responded_on": "2024-01-01"}, "stage_1_responded_on", CellFault.BEFORE_IT_BEGAN),
        ({"stage_2_requested_on": "2024-01-01"}, "stage_2_requested_on", CellFault.BEFORE_IT_BEGAN),
        ({"closed_on": "2024-01-01"}, "closed_on", CellFault.BEFORE_IT_BEGAN),
        (
            {"stage_2_requested_on": "2024-02-02", "stage_2_responded_on": "2024-02-01"},
            "stage_2_responded_on",
            CellFault.BEFORE_IT_BEGAN,
        ),
        ({"stage_1_extension_told_on": "2024-01-05"}, "stage_1_extended_to", CellFault.TOLD_OF_NOTHING),
        ({"stage_2_outcome": "upheld"}, "stage_2_requested_on", CellFault.NO_STAGE_2),
        ({"escalation_reason": "Unhappy"}, "stage_2_requested_on", CellFault.NO_STAGE_2),
        (
            {"kind": "request", "stage_2_requested_on": "2024-02-02"},
            "stage_2_requested_on",
            CellFault.NOT_OF_A_COMPLAINT,
        ),
        ({"kind": "Complaint"}, "kind", CellFault.NONE_OF_THESE),
        ({"stage_1_outcome": "Upheld"}, "stage_1_outcome", CellFault.NONE_OF_THESE),
        ({"stage_1_outcome": "overtaken"}, "stage_1_outcome", CellFault.NONE_OF_THESE),
        ({"satisfaction": "6"}, "satisfaction", CellFault.NONE_OF_THESE),
        ({"compensation": "about 50"}, "compensation", CellFault.NOT_A_SUM),
        ({"compensation": "-5"}, "compensation", CellFault.NOT_A_SUM),
        ({"compensation": "10.005"}, "compensation", CellFault.NOT_A_SUM),
        ({"compensation": "1000000.01"}, "compensation", CellFault.TOO_LARGE_A_SUM),
        ({"theme": "x" * 101}, "theme", CellFault.TOO_LONG),
        (
            {"escalation_reason": "one\ntwo", "stage_2_requested_on": "2024-02-02"},
            "escalation_reason",
            CellFault.TOO_LONG,
        ),
    ],
)
def test_what_cannot_be_is_said_where_it_stands(cells, column, fault):
    assert read(**({"received_on": "2024-01-02"} | cells)) == [(column, fault)]


def test_all_that_is_wrong_is_said_at_once():
    found = read(received_on="2024-01-02", kind="x", compensation="y", closed_on="2023-01-01")

    assert [column for column, _ in found] == ["kind", "compensation", "closed_on"]


def test_a_cell_beyond_the_columns_is_wrong():
    reader = Reader(("received_on",), Days.ISO, date(2012, 1, 1), TODAY, TODAY, str)

    (wrong,) = reader.read(["2024-01-02", "", "astray"])

    assert (wrong.column, wrong.found, wrong.fault) == ("", "astray", CellFault.NO_COLUMN)


def test_a_day_that_a_spreadsheet_says_is_a_day_however_its_texts_write_theirs():
    assert day(date(2024, 1, 31), Days.DAY_FIRST) == day("31/01/2024", Days.DAY_FIRST) == date(2024, 1, 31)
    assert day("2024-01-31 00:00:00", Days.ISO) == day("2024-01-31T00:00", Days.ISO) == date(2024, 1, 31)
    assert day("1/2/2024", Days.DAY_FIRST) == date(2024, 2, 1)


@pytest.mark.parametrize(
    ("cell", "way"),
    [("2024-01-31", Days.ISO), ("31/01/2024", Days.DAY_FIRST), ("31.01.2024", None), (date(2024, 1, 1), None)],
)
def test_a_way_of_days_is_told_by_its_look(cell, way):
    assert way_of_days(cell) is way


@pytest.mark.parametrize(
    ("typed", "sum_"), [("0", 0), ("£5", 500), ("12.5", 1250), ("£1,234.56", 123456), ("1234567", None)]
)
def test_pounds_become_pence_exactly(typed, sum_):
    if sum_ is None:
        with pytest.raises(WrongCell):
            pence(typed)
    else:
        assert pence(typed) == sum_


def test_satisfaction_goes_from_five_down_to_one_or_by_its_name():
    assert [score(str(number)) for number in (5, 4, 3, 2, 1)] == list(Score)
    assert score("neither") is Score.NEITHER


def test_a_line_is_known_by_its_reference_else_by_what_it_says_and_how_often():
    named, again = past(reference="C-1"), past(reference="C-1", theme="Delay")
    unnamed = past(theme="Delay")

    assert key(named, 0) == key(again, 3)
    assert content(named) != content(again)
    assert len({key(unnamed, 0), key(unnamed, 1), key(named, 0), key(past(), 0)}) == 4
    assert key(past(complainant="A"), 0) == key(past(complainant="BB"), 0)


def test_the_columns_are_found_by_name_in_any_order_and_case():
    assert heading(["Received_On ", "THEME", "", ""]).columns == ("received_on", "theme")
    assert heading(COLUMNS) == (COLUMNS, ())


@pytest.mark.parametrize(
    ("names", "columns", "fault"),
    [
        (["received_on", "tenant name"], ("received_on", ""), TableFault.UNKNOWN_COLUMN),
        (["received_on", "", "theme"], ("received_on", "", "theme"), TableFault.UNKNOWN_COLUMN),
        (["received_on", "theme", "Theme"], ("received_on", "theme", ""), TableFault.COLUMN_TWICE),
    ],
)
def test_a_column_that_is_none_of_ours_is_told_and_its_lines_can_be_read_without_it(names, columns, fault):
    found = heading(names)

    assert (found.columns, [each.fault for each in found.faults]) == (columns, [fault])


@pytest.mark.parametrize(
    ("names", "faults"),
    [
        (["theme"], [TableFault.COLUMN_MISSING]),
        (["received", "theme", "theme"], ["unknown_column", "column_twice", "column_missing"]),
        (["", ""], [TableFault.NO_HEADING]),
    ],
)
def test_a_heading_by_which_no_line_can_be_read_is_refused_with_all_that_is_wrong(names, faults):
    with pytest.raises(BadTable) as refused:
        heading(names)

    assert [each.fault for each in (*refused.value.before, refused.value)] == [TableFault(each) for each in faults]
