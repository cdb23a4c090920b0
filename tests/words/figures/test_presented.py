"""Every section of a report says only what its document says, in any document."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.figures import customers, documents, profile
from app.domain.figures.counted_states import Acknowledged, Standing, Timeliness
from app.domain.figures.filing import DECIDED, Outcome
from app.domain.figures.periods import Basis
from app.domain.figures.profile import Told
from app.domain.figures.reports import Asked, Naming, report
from app.domain.figures.sections import Line, Section, Table
from app.domain.figures.tallies import Cell, Cohort, Waited
from app.domain.landlord.tenures import Tsm
from app.words.figures.presented import picked, sections
from tests.catalogues import PSEUDO
from tests.domain.figures.test_reconciliation import TENURES, WHOLE, a_cell, a_document, gathered
from tests.figured import PERIOD

AFTER = PERIOD.last.replace(year=2028)
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
PERIODS = re.compile(r"(January|April|July|October) \d{4} to (March|June|September|December) \d{4}( so far)?")
NO_FIGURES = re.compile(r"Stage [12]|every 1,000 homes")
COMPARED = re.compile(
    r"That is (?P<way>up|down) from (?P<before>[\d,.]+)(?:%| working days)? in the period before \([^)]+\)"
    r"(?:, by (?P<by>[\d,.]+)(?: percentage points)?(?: \((?P<share>[\d,.]+)%\))?)?\."
)


def possible(cell: Cell) -> Cell:
    """A cell that a case can be in: what was decided was answered, and only what is open is overdue."""
    if cell.outcome is not None:
        standing = Standing.ANSWERED if Outcome(cell.outcome) in DECIDED else Standing.STOPPED
        cell = replace(cell, standing=standing.value)
    if cell.standing != Standing.ANSWERED.value:
        cell = replace(cell, timeliness=None)
    return replace(cell, overdue=cell.overdue and cell.standing == Standing.OPEN.value)


cells = st.builds(
    a_cell,
    stage=st.sampled_from([1, 1, 2]),
    outcome=st.sampled_from([None, *Outcome]),
    quarter=st.sampled_from([0, 1, 2, -1, -2]),
    timeliness=st.sampled_from([None, *(each.value for each in Timeliness)]),
    acknowledged=st.sampled_from([each.value for each in Acknowledged]),
    standing=st.sampled_from([each.value for each in Standing]),
    extended=st.booleans(),
    told_in_time=st.sampled_from([None, True, False]),
    told_known=st.booleans(),
    overdue=st.booleans(),
    count=st.integers(1, 40),
    compensation=st.sampled_from([None, 0, 12550]),
    tenure=st.sampled_from([None, "lcra", "lcho"]),
).map(possible)


def of(made, basis=Basis.RECEIVED, is_over=True):
    """The document of these cells, of a period that is over or still runs."""
    asked = Asked(PERIOD, basis, AFTER if is_over else PERIOD.first, {Tsm.LCRA: 900})
    naming = Naming({"theme": {"damp": "Damp"}, "service_area": {}}, TENURES)
    counted = gathered(*made)
    waited = [Waited(each.quarter, each.stage, 3 + place, None, each.count) for place, each in enumerate(made)]
    every = dict.fromkeys(Cohort, made)
    return documents.document(report(asked, replace(counted, cells=every, waited=waited), naming))


def blank(value: Any) -> Any:
    """The same shape, with nothing known."""
    return {key: blank(each) for key, each in value.items()} if isinstance(value, dict) else None


def stated(document: documents.Document) -> documents.Document:
    """The same, with a period before of which no more than some counts were stated."""
    if document["previous"] is None:
        return document
    kept = document["previous"]
    before = blank(kept) | {"period": kept["period"], "quarters_run": kept["quarters_run"], "stated": True}
    for stage, of in before["stages"].items():
        of |= {"received": kept["stages"][stage]["received"]}
        of["shares"] = {"timeliness": {"within_target": {"share": None, "percent": None}}}
    lines = [{"label": "Damp", "stage_1": 4, "stage_2": None, "total": None}]
    return document | {"previous": before | {"breakdowns": {"theme": lines}}}


def numbers(text: str) -> set[str]:
    """Every figure in a text: what names a stage or a time is none."""
    return set(NUMBER.findall(NO_FIGURES.sub("", PERIODS.sub("", text))))


def value(said: str) -> Decimal:
    return Decimal(said.replace(",", ""))


def shown(section: Section) -> set[str]:
    assert section.table is not None
    return {each for line in section.table.lines for figure in line.figures for each in numbers(figure.said)}


@settings(max_examples=60)
@given(st.lists(cells, max_size=10), st.sampled_from(Basis), st.booleans(), st.booleans())
def test_any_document_is_said_as_it_is(made, basis, is_over, is_stated):
    document = of(made, basis, is_over)
    found = sections(stated(document) if is_stated else document, "en")

    assert len({each.key for each in found}) == len(found)
    for section in found:
        assert (section.table is None) == bool(section.gap), section.key
        assert section.title
        assert section.scope
        if section.table is None:
            assert (section.chart, section.drafted) == (None, ()), section.key
        else:
            fits_together(section, section.table)
            adds_up(section, section.table)
            says_no_number_of_its_own(section)
            compares_truly(section, is_over)


def fits_together(section: Section, table: Table) -> None:
    """Every line has a figure under every head, every series of a chart a value for every label."""
    assert {len(line.figures) + 1 for line in table.lines} == {len(table.heads)}, section.key
    if section.chart is not None:
        sizes = {len(each) for series in section.chart.series for each in (series.values, series.said)}
        assert sizes == {len(section.chart.labels)}, section.key


def adds_up(section: Section, table: Table) -> None:
    """A total is the sum of the lines above it, as they are shown."""
    if not section.key.startswith(("volumes", "breakdowns", "quarters", "outcomes", "refusals")):
        return
    place = next(number for number, line in enumerate(table.lines) if line.is_total)
    for column, head in enumerate(table.heads[1:]):
        said = [line.figures[column].said for line in table.lines[: place + 1]]
        if head != "Change" and all(re.fullmatch(r"[\d,.]+%?", each) for each in said):
            *parts, total = (value(each.rstrip("%")) for each in said)
            assert sum(parts) == total, (section.key, head)


def says_no_number_of_its_own(section: Section) -> None:
    """Every number of a sentence stands in the table, or is the difference that it says."""
    known = shown(section) | {"0"}
    for said in section.drafted:
        assert "Not known" not in said, section.key
        assert "–" not in said, section.key
        compared = COMPARED.search(said)
        of_its_own = set(compared.group("by", "share")) if compared else set()
        assert numbers(said) - of_its_own <= known, (section.key, said)


def compares_truly(section: Section, is_over: bool) -> None:
    """What is said to be more or fewer is, by as many as it says; what still runs is compared with nothing."""
    assert is_over or not any("period before" in each for each in section.drafted), section.key
    for before, said in pairwise(section.drafted):
        found = COMPARED.search(said)
        if found is None:
            assert "That is" not in said or "as many" in said or "the same" in said or "as long" in said
            continue
        then, now = value(found["before"]), {value(each) for each in numbers(before)}
        if found["by"] is None:
            assert (found["way"], then) == ("up", 0)
            assert max(now) > 0
            continue
        by = value(found["by"])
        assert by > 0
        assert (then + by if found["way"] == "up" else then - by) in now, (before, said)
        if found["share"]:
            assert abs(value(found["share"]) - 100 * by / then) <= Decimal("0.05")


def test_a_figure_says_what_it_counts_and_of_which_time():
    volumes = sections(WHOLE, "en")[0]

    assert volumes.table is not None
    now, before, *_ = volumes.table.lines[0].figures
    assert (now.said, now.counts) == ("3", {"stage": "1", "measure": "received"})
    assert before.counts == {"stage": "1", "measure": "received", "from": "2025-10-01", "to": "2026-06-30"}


def test_sections_are_picked_by_key_or_by_what_keys_begin_with():
    found = sections(WHOLE, "en")

    assert [each.key for each in picked(found, ("trend", "outcomes.", "nothing"))] == [
        "trend",
        "outcomes.1",
        "outcomes.2",
    ]


def test_what_nobody_kept_is_said_to_be_left_out_and_is_never_nought():
    one = a_cell(outcome=None, standing=Standing.UNKNOWN.value, timeliness=None, acknowledged="unknown", tenure=None)
    found = {each.key: each for each in sections(a_document(one), "en")}

    for key in ("outcomes.1", "timeliness.1", "acknowledgements", "refusals", "tsm.CH01", "ombudsman"):
        assert found[key].table is None, key
        assert "left out" in found[key].gap


def test_what_the_landlord_stated_stands_beside_what_came_of_it():
    judged = {"value": 0.7, "target": 0.8, "tolerance": 0.6, "status": "within_tolerance"}
    quarters = {"q1": 5, "q2": 4, "q3": None, "q4": None, "year": 9}
    stated_too = {
        "targets": {"stages.1.on_time_rate": judged, "tsm.LCRA.CH02.stage_1": judged | {"value": 70.0, "target": 80.0}},
        "contact_demand": {
            "contacts": [{"label": "Phone", **quarters}],
            "total": {"contacts": quarters, "in_time_rate": dict.fromkeys(quarters, 0.5)},
        },
    }
    found = {each.key: [line_said(line) for line in each.table.lines] for each in sections(WHOLE | stated_too, "en")
             if each.table is not None}  # fmt: skip

    assert found["targets"] == [
        ["Stage 1: share answered on time", "80.0%", "60.0%", "70.0%", "Missed, within tolerance"],
        ["CH02, low cost rented homes (LCRA), Stage 1", "80.0%", "0.6%", "70.0%", "Missed, within tolerance"],
    ]
    assert found["contact_demand"][0] == ["Phone", "5", "4", "Not known", "9"]
    assert found["stock"][3] == ["Stage 1: Open at the end", "0", "0", "0", "0"]


def line_said(line: Line) -> list[str]:
    return [line.head, *(each.said for each in line.figures)]


def test_every_word_of_a_report_is_marked_for_translation(made_up_languages):
    for section in sections(WHOLE, PSEUDO):
        said = [section.title, section.scope, *section.drafted, *([section.gap] if section.gap else [])]
        said += [] if section.table is None else [section.table.caption, section.table.heads[0]]
        assert all(each.startswith("⟦") for each in said), section.key


def told(document: documents.Document) -> dict[str, list[list[str]]]:
    """The lines of each table under its heads."""
    shown = (each for each in sections(document, "en") if each.table is not None)
    return {each.key: [[*each.table.heads], *map(line_said, each.table.lines)] for each in shown if each.table}


def test_a_target_stands_beside_the_figures_that_it_is_of():
    aim = {"value": None, "target": 0.85, "tolerance": None, "status": "unknown"}
    paths = ("stages.1.shares.timeliness.within_target.share", "stages.2.on_time_rate")
    found = told(WHOLE | {"targets": dict.fromkeys(paths, aim)})

    assert [line[-1] for line in found["timeliness.1"]] == ["Target", "85.0%", "–", "–", "–"]
    assert [line[-1] for line in found["on_time"]] == ["Target", "–", "85.0%", "–"]
    assert found["timeliness.2"][0][-1] != "Target"


def test_who_complained_stands_beside_who_lives_here_and_small_counts_are_left_out():
    said = [Told("under_25", "", "", 12), Told("65_or_over", "a_lot", "", 30), Told("25_to_44", "", "", 3)]
    base = {
        "age": {"under_25": 200, "25_to_44": 100, "45_to_64": 300, "65_or_over": 390, "unknown": 10},
        "Pets": {"Dog": 4},
    }
    stated_too = {"profile": profile.plain([2026], said, 60, base), "customer_base": customers.plain(base)}
    found = told(WHOLE | stated_too)

    assert found["profile.age"] == [
        ["Age", "Who complained", "Who complained, share", "Who lives here", "Who lives here, share"],
        ["Under 25", "Left out", "–", "200", "20.0%"],
        ["25 to 44", "Left out", "–", "100", "10.0%"],
        ["45 to 64", "0", "0.0%", "300", "30.0%"],
        ["65 or over", "30", "50.0%", "390", "39.0%"],
        ["Not known", "15", "25.0%", "10", "1.0%"],
        ["All", "60", "100.0%", "1,000", "100.0%"],
    ]
    assert found["profile.disabled"][0] == [
        "Limited by a long illness or disability",
        "Who complained",
        "Who complained, share",
    ]
    assert found["customer_base"] == [
        ["Group", "People", "Share"],
        ["Pets: Dog", "Left out", "–"],
        ["Pets: All", "Left out", "–"],
    ]


def test_weeks_have_a_line_each_or_one_for_those_of_a_month():
    mondays = [date(2026, 3, 30) + timedelta(weeks=number) for number in range(52)]
    lines = [{"label": day.isoformat(), "stage_1": 1, "stage_2": place, "total": 1 + place}
             for place, day in enumerate(mondays)]  # fmt: skip

    quarter, year = told(WHOLE | {"weeks": lines[:13]})["weeks"], told(WHOLE | {"weeks": lines})["weeks"]
    assert (quarter[2], len(quarter)) == (["6 April 2026", "1", "1", "2"], 14)
    assert (year[1], year[2], len(year)) == (
        ["March 2026", "1", "1.0"],
        ["April 2026", "2 · 3 · 4 · 5", "3.5"],
        14,
    )
    assert "weeks" not in told(WHOLE | {"weeks": lines[:1]})
