"""Tables of our own, in the shapes that landlords published: typed, read, and held to what they come to (8.1)."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from app.domain.figures.edition_states import PARTS, Edition, Part, Place
from app.domain.figures.edition_whys import EditionWhy
from app.domain.figures.editions import unfit
from app.domain.figures.own_numbers import number
from app.domain.figures.own_sums import Rule, faults
from app.domain.figures.own_table_whys import TableWhy
from app.domain.figures.own_tables import MOST, Own, OwnTable, free, kept, place, read, rows, section, standing
from app.domain.figures.own_typed import MOST_COLUMNS, OwnDraft, Slip, draft, table
from app.domain.refused import Refused

EC8 = """Measure | Value
Outcomes received | 2
Order: apology letter | 1
Order: compensation | £150"""
HM6 = """Measure\tQ1\tQ2\tQ3\tQ4\t2023/24
Total actions logged\t4\t6\t1,003\t7\t1,020
% actions in time\t75%\t100%\t98.5%\t100%\t98%
Full investigations in progress\t3\t4\t4\t2\t2
Average days to send evidence\t9.5\t8\t11\t10\t9.8
Determinations\t–\t1\t\t2\t3"""
HM9 = """Area
Repairs; and maintenance
Damp and mould"""
HM13 = """Impact on;Text
Risk;Lower, as letters go in time.
Customer;Fewer chase us."""
HM14 = """Goal|No|Action|Due|Percent|RAG|Lead|Update
People|1|Train handlers|June 2026|50%|Amber|Head of Service|Two of four sessions held
People|2|Hire|May 2026|100%|Green|Director|Done"""
HP11 = """Year;Referrals
2021/22;13
2022/23;20
2023/24;16"""
HP13 = """Category;Finding;Number
Repairs;Severe maladministration;2
Complaint handling;Service failure;1
Total;;3"""
OM12 = """Finding\t2023/24
Maladministration\t3
Service failure\t2
Total\t5"""
CC1 = """Code\tRequirement\tWhat we improve\tWhen\tStatus
5.9, 6.4\t"Tell of delays
Say why"\tMonthly monitoring\tSeptember 2024\tImplemented
8.1\tAll listed items\tNext report\tJune 2025\t"""
EC1 = """Type | Stage 1 | Stage 2 | Total
Staff | 25 | 4 | 29
Care | 21 | 2 | 23
Total | 46 | 6 | 52"""
HM6_ENDS, HM6_MEANS = "Full investigations in progress", "Average days to send evidence"


def made(typed: str, ends: str = "", means: str = "") -> OwnTable:
    return table(OwnDraft("Ombudsman cases", "Cases of the year.", typed, ends, means))


def wrong(typed: str, ends: str = "", means: str = "") -> list[tuple[str, str, str, Decimal]]:
    """Where a table does not add up."""
    found = faults(made(typed, ends, means))
    return [(each.line, each.column, each.rule.value, each.least) for each in found]


def slips(typed: OwnDraft) -> list[tuple[TableWhy, str, int]]:
    with pytest.raises(Refused) as caught:
        table(typed)
    return [(gap.why, gap.field, gap.line if isinstance(gap, Slip) else 0) for gap in caught.value.gaps]


@pytest.mark.parametrize("typed", [EC8, HM6, HM9, HM13, HM14, HP11, HP13, OM12, CC1, EC1])
def test_every_shape_is_made_kept_drawn_and_adds_up(typed):
    ends, means = (HM6_ENDS, HM6_MEANS) if typed is HM6 else ("", "")
    one = made(typed, ends, means)

    assert read(kept(one)) == one == table(draft(one))
    drawn = section(Own(Part.OTHER_REPORTS, 1, one)).table
    assert drawn is not None
    assert [len(line.figures) + 1 for line in drawn.lines] == [len(one.heads)] * len(one.lines)
    assert list(faults(one)) == []


def test_a_paste_from_a_spreadsheet_keeps_cells_of_several_lines_and_empty_ones():
    first, second = made(CC1).lines

    assert first[1] == "Tell of delays; Say why"
    assert second[-1] == ""
    assert made('Said\tBy\n"Sorry" they said\tMs Lee').lines == (('"Sorry" they said', "Ms Lee"),)
    assert made(HM9).lines[0] == ("Repairs; and maintenance",)


def test_numbers_are_numbers_in_a_file_and_stand_under_each_other_on_a_page():
    own = Own(Part.OTHER_REPORTS, 2, made(HM6))
    name = "own.other_reports.2 Ombudsman cases"
    cells = list(rows(own))

    assert cells[2] == (name, "Total actions logged", "Q3", "number", 1003)
    assert cells[7] == (name, "% actions in time", "Q3", "per cent", 98.5)
    assert cells[20] == (name, "Determinations", "Q1", "words", "–")
    assert list(rows(Own(Part.ANALYSIS, 1, made(EC8))))[-1][3:] == ("pounds", 150)
    drawn = section(Own(Part.ANALYSIS, 1, made(HM14))).table
    assert drawn is not None
    assert [figure.is_words for figure in drawn.lines[0].figures] == [False, True, True, False, True, True, True]
    assert section(own).key == "own.other_reports.2"
    assert section(Own(Part.ANALYSIS, 1, made(OM12))).table.lines[-1].is_total  # type: ignore[union-attr]


@pytest.mark.parametrize(("cell", "value"), [
    ("1,573", 1573), ("£1,234.50", Decimal("1234.50")), ("\u22123.7", Decimal("-3.7")), ("+25%", 25), ("12 %", 12),
    ("1,57", None), ("2 cases", None), ("June 2025", None), ("", None), ("5.9, 6.4", None), ("٣", None),
])  # fmt: skip
def test_what_is_a_number(cell, value):
    found = number(cell)

    assert (found and found.value) == value


@pytest.mark.parametrize(("typed", "told"), [
    (OM12.replace("\t5", "\t6"), [("Total", "2023/24", "sum", 5)]),
    (EC1.replace("23\n", "24\n"), [("Total", "Total", "sum", 53), ("Care", "Total", "sum", 23)]),
    ("A;n\nx;1\nTotal;1\ny;2\nTotal;2\nAll;3", []),
    ("A;n\nx;1\nTotal;1\ny;2\nTotal;2\nAll;4", [("All", "n", "sum", 3)]),
    ("A;n\nx;1\ny;lost\nTotal;9", []),
    ("A;share\nx;60%\ny;50%\nTotal;100%", [("Total", "share", "sum", 110)]),
    ("A;share\nx;33.3%\ny;33.3%\nz;33.3%\nTotal;100%", []),
    ("A;in time\nx;80%\ny;90%\nTotal;82%", []),
])  # fmt: skip
def test_a_total_is_the_sum_of_what_stands_above_it(typed, told):
    assert wrong(typed) == told


def test_a_year_is_the_sum_of_its_quarters_or_their_last_where_somebody_says_so():
    assert wrong(HM6, HM6_ENDS, HM6_MEANS) == []
    assert wrong(HM6) == [
        (HM6_ENDS, "2023/24", "sum", 13),
        (HM6_MEANS, "2023/24", "sum", Decimal("38.5")),
    ]
    assert wrong(HM6, "All", HM6_MEANS)[0] == ("Total actions logged", "2023/24", "last_quarter", 7)
    assert wrong(HM6.replace("9.8", "12"), HM6_ENDS, HM6_MEANS) == [(HM6_MEANS, "2023/24", "between", 8)]
    assert wrong("A;2022/23;Q1;Q2;Q3;Q4;2023/24;2021/22\nx;99;1;1;1;1;4;7") == []
    assert wrong("A;Q1;Q2;Q3;2023/24\nx;1;1;1;4") == [], "a quarter is not there"
    assert wrong("A;Q1;Q2;Q3;Q4;Year\nx;80%;90%;85%;90%;95%") == [("x", "Year", "sum", 345)]


@pytest.mark.parametrize(("typed", "told"), [
    (OwnDraft(), [(TableWhy.WITHOUT_TITLE, "title", 0), (TableWhy.WITHOUT_SCOPE, "scope", 0),
                  (TableWhy.WITHOUT_LINES, "rows", 0)]),
    (OwnDraft("T", "S", "A;B\n\nx;1;2\n;1"), [(TableWhy.OTHER_WIDTH, "rows", 3),
                                              (TableWhy.LINE_WITHOUT_HEAD, "rows", 4)]),
    (OwnDraft("T", "S", "A;;B\nx;1;2"), [(TableWhy.EMPTY_HEAD, "rows", 1)]),
    (OwnDraft("T", "S", f"A{';B' * MOST_COLUMNS}\nx{';1' * MOST_COLUMNS}"), [(TableWhy.TOO_WIDE, "rows", 0)]),
    (OwnDraft("T", "S", "A\n" + "x\n" * 101), [(TableWhy.TOO_MANY_LINES, "rows", 0)]),
    (OwnDraft("T", "S", "A\n" + "x" * 501), [(TableWhy.CELL_TOO_LONG, "rows", 2)]),
    (OwnDraft("T" * 101, "S" * 301, "A\nx"), [(TableWhy.TITLE_TOO_LONG, "title", 0),
                                              (TableWhy.SCOPE_TOO_LONG, "scope", 0)]),
    (OwnDraft("T", "S", "A;B\nx;1", "x\nB", "y\nB"), [(TableWhy.NO_SUCH_HEAD, "ends", 2),
                                                     (TableWhy.NO_SUCH_HEAD, "means", 1)]),
])  # fmt: skip
def test_what_is_no_table_is_told_with_its_line(typed, told):
    assert slips(typed) == told


def test_an_edition_with_a_wrong_total_is_not_fit_to_be_signed():
    words = dict.fromkeys(PARTS, "Words.")
    gaps = [gap.why for gap in unfit(Edition(), words | {place(Part.ANALYSIS, 1): kept(made(OM12))}, ())]
    assert gaps == [EditionWhy.YEAR_NOT_OVER]

    bad = kept(made(OM12.replace("\t5", "\t6")))
    assert TableWhy.DO_NOT_ADD_UP in [gap.why for gap in unfit(Edition(), words | {place(Part.ANALYSIS, 1): bad}, ())]


def test_tables_stand_in_the_order_of_the_parts_and_one_that_was_taken_out_does_not():
    one = kept(made(OM12))
    words = {place(Part.OTHER_REPORTS, 2): one, place(Part.OTHER_REPORTS, 1): "", place(Part.ANALYSIS, 1): one}

    assert [str(each.place) for each in standing(words | {PARTS[0]: "Words."})] == [
        "table-analysis.1",
        "table-other_reports.2",
    ]
    assert Place.parse("table-other_reports.2") == place(Part.OTHER_REPORTS, 2)
    full = {place(Part.ANALYSIS, at): one for at in range(MOST)}
    assert free(Edition(), full, Part.IMPROVEMENTS) == place(Part.IMPROVEMENTS, 1)
    with pytest.raises(Refused):
        free(Edition(), full, Part.ANALYSIS)
    assert json.loads(one)["heads"] == ["Finding", "2023/24"]
    assert Rule.SUM in {each.rule for each in faults(made(OM12.replace("3", "4", 2)))}
