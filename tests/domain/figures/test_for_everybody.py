"""Nobody who holds all that everybody may read, of two years, can work out by sums what is left out of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.clock.profiles import Ground, Stage
from app.domain.figures import documents, earlier
from app.domain.figures.counted_states import Timeliness
from app.domain.figures.filing import DECIDED, Outcome
from app.domain.figures.for_everybody import public, rows
from app.domain.figures.periods import Basis, Period, year_of
from app.domain.figures.reports import Asked, Naming, report
from app.domain.figures.satisfaction import Said
from app.domain.figures.tallies import Cell, Cohort, Crossing, OtherKind, Tally
from app.domain.landlord.tenures import Tsm
from app.words.figures.for_everybody import report as read
from tests.domain.figures.test_reconciliation import a_cell, gathered
from tests.figured import TODAY

YEAR = year_of(TODAY).before
NAMES = {"theme": {"damp": "Damp", "rent": "Rent"}, "service_area": {}, "tenure": {}}
TENURES = {"lcra": Tsm.LCRA, "lcho": Tsm.LCHO}
PLACES = ("damp", "rent", "noise")

counts = st.one_of(st.integers(1, 12), st.integers(1, 60))
drawn = st.lists(
    st.tuples(
        st.sampled_from([1, 1, 2]),
        st.sampled_from([*DECIDED, *DECIDED, Outcome.REFUSED, Outcome.WITHDRAWN]),
        st.sampled_from(["lcra", "lcra", "lcho", "leasehold", None]),
        st.sampled_from(list(Timeliness)[:3]),
        st.sampled_from(list(Ground)),
        st.sampled_from(PLACES),
        st.integers(0, 3),
        counts,
    ),
    max_size=9,
)
answers = st.lists(st.integers(0, 14), min_size=5, max_size=5)
SCORES = ("very_satisfied", "fairly_satisfied", "neither", "fairly_dissatisfied", "very_dissatisfied")
UPHELD = ("upheld", "upheld_in_part")
Drawn = Sequence[tuple[Any, ...]]
Known = dict[str, int | None]
Sum = tuple[str, list[str]]


def of(now: Drawn, before: Drawn, said: Sequence[int], period: Period = YEAR) -> documents.Document:
    """The report of what was drawn of a year, and of the year before."""
    both = [*((each, 0) for each in now), *((each, -4) for each in before)]
    cells = [_cell(each, back) for each, back in both]
    tallies, of_tenures = [
        [
            Tally(cell.quarter, cell.stage, name, cell.count, cell.count * (cell.outcome in UPHELD))
            for cell, name in zip(cells, names, strict=True)
        ]
        for names in ([each[5] for each, _ in both], [each[2] for each, _ in both])
    ]
    found = replace(
        gathered(),
        cells={Cohort.BEGUN: cells, Cohort.DUE: cells},
        tallies={"theme": tallies, "service_area": tallies, "neighbourhood": tallies, "tenure": of_tenures},
        crossings=[Crossing(each.quarter, each.stage, each.key, each.key, each.count) for each in tallies],
        others=[OtherKind(0, "enquiry", "answered", Timeliness.WITHIN_TARGET.value, False, said[0])] * bool(said[0]),
        scores=[(0, score, count) for score, count in zip(SCORES, said, strict=True) if count],
        said=[Said(0, "easy", score, count) for score, count in zip(SCORES, reversed(said), strict=True) if count],
        complained=[(True, 2, said[0]), (True, 3, said[1]), (True, 5, said[2])],
    )
    asked = Asked(period, Basis.RECEIVED, TODAY, {Tsm.LCRA: 900, Tsm.LCHO: 300})
    return documents.document(report(asked, found, Naming(NAMES, TENURES)))


def _cell(each: tuple[Any, ...], back: int) -> Cell:
    stage, outcome, tenure, timeliness, ground, _, quarter, count = each
    refusal = ground.value if outcome is Outcome.REFUSED else None
    more = {"timeliness": timeliness.value, "tenure": tenure, "refusal": refusal, "quarter": quarter + back}
    return a_cell(Stage(stage), outcome, count=count, **more)


def flat(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every number of a document by the way to it; a line of a table under its label."""
    if isinstance(value, Mapping):
        for name, each in value.items():
            yield from flat(each, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for line in value:
            if isinstance(line, Mapping) and "label" in line:
                yield from flat(
                    {name: each for name, each in line.items() if name != "label"}, f"{path}.{line['label']}"
                )
    else:
        yield path, value


def sums(document: documents.Document) -> Iterator[Sum]:
    """What adds up to what in a report, by the ways to it; one part alone has the number of the whole, which stands."""
    parted = {name: lines for name, lines in document["breakdowns"].items() if lines and len(lines) > 1}
    for stage in ("1", "2"):
        way = f"stages.{stage}"
        numbers = document["stages"][stage]
        yield f"{way}.received", [f"{way}.outcomes.{name}" for name in numbers["outcomes"]]
        yield f"{way}.responses_due", [f"{way}.timeliness.{name}" for name in numbers["timeliness"]]
        yield f"{way}.outcomes.refused", [f"{way}.refused_by_ground.{name}" for name in numbers["refused_by_ground"]]
        yield (
            f"{way}.outcomes_merged.upheld_or_in_part",
            [f"{way}.outcomes.upheld", f"{way}.outcomes.upheld_in_part"],
        )
        for dimension, lines in parted.items():
            labels = [f"breakdowns.{dimension}.{line['label']}.stage_{stage}" for line in lines]
            yield f"{way}.received", labels
    for dimension, lines in parted.items():
        for line in lines:
            name = f"breakdowns.{dimension}.{line['label']}"
            yield f"{name}.total", [f"{name}.stage_1", f"{name}.stage_2"]
            quarters = [f"quarters.{dimension}.{line['label']}.{quarter}" for quarter in ("q1", "q2", "q3", "q4")]
            yield f"{name}.total", quarters
        yield "all", [f"breakdowns.{dimension}.{line['label']}.total" for line in lines]
    yield "all", ["stages.1.received", "stages.2.received"]
    for name in document["satisfaction_by_question"]:
        way = f"satisfaction_by_question.{name}"
        yield f"{way}.answered", [f"{way}.answers.{score}" for score in SCORES]
        yield f"{way}.satisfied", [f"{way}.answers.{score}" for score in SCORES[:2]]


def worked_out(known: Known, relations: Sequence[Sum]) -> Known:
    """All that follows from what is known, one sum after another."""
    known, found = dict(known), True
    while found:
        found = False
        for whole, parts in relations:
            missing = [each for each in (whole, *parts) if known.get(each) is None]
            if len(missing) == 1 and parts:
                one, rest = missing[0], sum(known[each] or 0 for each in parts if each != missing[0])
                known[one] = rest if one == whole else (known[whole] or 0) - rest
                found = True
    return known


@settings(max_examples=40)
@given(drawn, drawn, answers)
def test_what_is_left_out_cannot_be_worked_out(now: Drawn, before: Drawn, said: Sequence[int]) -> None:
    document = of(now, before, said)
    whole, seen = dict(flat(document)), dict(flat(public(document)))

    follows = worked_out({way: seen.get(way) for way in whole}, list(sums(public(document))))

    for way, count in whole.items():
        if isinstance(count, int) and 0 < count < 10 and seen.get(way) is None and way in follows:
            assert follows[way] is None, way


@settings(max_examples=15)
@given(drawn, drawn, answers)
def test_two_reports_leave_the_same_of_one_year_out(now: Drawn, before: Drawn, said: Sequence[int]) -> None:
    later, own = public(of(now, before, said))["previous"], public(of(before, [], said, YEAR.before))

    for name in ("stages", "breakdowns", "tsm", "on_time_rate"):
        if later is not None:
            assert dict(flat(later[name])) == dict(flat(own[name])), name


@settings(max_examples=15)
@given(drawn, answers)
def test_a_number_on_the_page_is_that_of_the_file(now: Drawn, said: Sequence[int]) -> None:
    document = of(now, [], said)
    file = {(each[2], each[3], each[4]): each[-1] for each in rows(document)}
    page = {each.key: each.table for each in read(document, "en") if each.table}

    for stage in ("1", "2"):
        told = [each.figures[0].said for each in page[f"outcomes.{stage}"].lines] if f"outcomes.{stage}" in page else []
        names = ("upheld", "upheld_in_part", "not_upheld")
        values = [str(file[f"stages.{stage}.outcomes", "", name]) for name in names]
        assert told[:3] == (values if told else [])
    for dimension in ("theme", "neighbourhood", "tenure"):
        table = page.get(f"breakdowns.{dimension}")
        for line in table.lines if table else ():
            at = {"Not known": "unknown"}.get(line.head, line.head)
            if line.head != "All":
                column = 2 if len(line.figures) > 2 else 0
                assert line.figures[column].said == str(file[f"breakdowns.{dimension}", at, "total"])


def test_single_answers_of_few_are_left_out_and_the_rate_stands() -> None:
    document = public(of([], [], [20, 4, 0, 12, 0]))

    assert list(document["satisfaction"].values()) == [None, None, 0, 12, 0]
    assert document["satisfied_rate"] == 24 / 36
    assert public(of([], [], [2, 4, 0, 1, 0]))["satisfied_rate"] is None


def test_people_who_complain_often_are_left_out_where_few_or_few_more_than_the_next() -> None:
    people = public(of([], [], [11, 3, 12, 0, 0]))["repeat_complainants"]

    assert people == {"2_or_more": 26, "3_or_more": 15, "5_or_more": None}


def test_promises_of_a_quarter_in_which_few_were_made_are_left_out() -> None:
    document = of([], [], [0, 0, 0, 0, 0])
    made = {"label": "made", "q1": 20, "q2": 3, "q3": 20, "q4": 20, "year": 63}
    document["promises"] |= {"made": 63, "quarters": [made]}

    assert public(document)["promises"]["quarters"] == []
    document["promises"]["quarters"] = [made | {"q2": 13, "year": 73}]
    assert len(public(document)["promises"]["quarters"]) == 1


def test_a_year_before_that_was_only_stated_is_told_too() -> None:
    on_time = Timeliness.WITHIN_TARGET
    document = of([(1, Outcome.UPHELD, "lcra", on_time, Ground.COURT_CLAIM, "damp", 0, 30)], [], [20, 4, 0, 12, 0])
    numbers = {"q1": 40, "year": 40}
    document["contact_demand"] = {
        "total": dict.fromkeys(("contacts", "timed", "in_time", "in_time_rate"), numbers),
        "contacts": [{"label": "Telephone", **numbers}],
    }
    document["promises"] = {"made": 30, "parts": {"kept_late": 30}, "quarters": [{"label": "made", **numbers}]}
    document["customer_base"] = {"age": [{"label": "under_25", "count": 40, "share": 1.0}]}
    prior = {("stages.1.received", ""): Decimal(40), ("stages.2.received", ""): Decimal(6)}

    before = public(document | {"previous": earlier.document(document, YEAR.before, prior, {})})["previous"]

    assert [before["stages"][stage]["received"] for stage in ("1", "2")] == [40, 6]
