"""A report that does not add up says where; one that does says nothing."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.figures import documents, reconciliation
from app.domain.figures.counted_states import Acknowledged, Standing, Timeliness
from app.domain.figures.filing import DECIDED, Outcome
from app.domain.figures.flow import Day, Flow
from app.domain.figures.periods import Basis
from app.domain.figures.profile import Told
from app.domain.figures.promised import Became, Promised, Unkept, figures
from app.domain.figures.reports import Asked, Gathered, Naming, Profiled, report
from app.domain.figures.satisfaction import Said
from app.domain.figures.tallies import Cell, Cohort, Crossing, OtherKind, Tally
from app.domain.landlord.tenures import Tsm
from app.domain.promises.ledger import Ending
from tests.figured import PERIOD, TODAY

STOPPED = tuple(each for each in Outcome if each not in DECIDED)
TENURES = {"lcra": Tsm.LCRA, "lcho": Tsm.LCHO}


def a_cell(stage: int = 1, outcome: Outcome | None = Outcome.UPHELD, **more: Any) -> Cell:
    """Three stages that were answered in time."""
    given: dict[str, Any] = {
        "quarter": 0,
        "stage": stage,
        "tenure": "lcra",
        "standing": Standing.ANSWERED.value,
        "outcome": None if outcome is None else outcome.value,
        "refusal": None,
        "timeliness": Timeliness.WITHIN_TARGET.value,
        "acknowledged": Acknowledged.IN_TIME.value,
        "extended": False,
        "told_in_time": None,
        "late_told": False,
        "told_known": True,
        "overdue": False,
        "acknowledgement_overdue": False,
        "count": 3,
        "compensation": 0,
    }
    return Cell(**given | more)


def gathered(*cells: Cell) -> Gathered:
    """What was counted, with every stage under one key."""
    tallies = [Tally(each.quarter, each.stage, "damp", each.count, 0) for each in cells]
    crossings = [Crossing(each.quarter, each.stage, "repairs", "damp", each.count) for each in cells]
    cohorts = {Cohort.BEGUN: cells, Cohort.DUE: cells}
    base = {"age": {"under_25": 200, "25_to_44": 300}}
    return Gathered(
        cells=cohorts,
        waited=[],
        tallies={"theme": tallies, "neighbourhood": tallies},
        crossings=crossings,
        complained=[(True, 2, 1)],
        others=[OtherKind(0, "enquiry", Standing.ANSWERED.value, Timeliness.WITHIN_TARGET.value, False, 4)],
        scores=[(0, "very_satisfied", 2), (0, "neither", 1)],
        said=[Said(0, "easy", "neither", 2), Said(0, "easy", "fairly_satisfied", 1)],
        promised=PROMISES,
        flows=[flowed(each) for each in cells],
        days=[Day(begun_in(each.quarter), each.stage, each.count) for each in cells],
        profiled=(Profiled((2026,), [Told("under_25", "no", "", 40), Told("", "", "white", 30)], 90, base), Profiled()),
    )


def a_promise(quarter: int = 0, **more: Any) -> Promised:
    """Two promises that were kept in time."""
    given: dict[str, Any] = {
        "ending": None,
        "verdict": None,
        "done": True,
        "after_first": False,
        "after_due": False,
        "overdue": True,
        "was_disputed": False,
        "count": 2,
        "missed": 1,
    }
    return Promised(quarter, **given | more)


PROMISES = [
    a_promise(),
    a_promise(1, after_first=True),
    a_promise(after_first=True, after_due=True),
    a_promise(verdict="partly", was_disputed=True),
    a_promise(done=False),
    a_promise(done=False, overdue=False),
    *(a_promise(2, ending=each.value) for each in Ending),
    a_promise(-1),
]


def begun_in(quarter: int) -> date:
    """A day of a quarter of the period, or of the one before it."""
    quarters = PERIOD.quarters if quarter >= 0 else PERIOD.before.quarters
    return quarters[quarter].first


def flowed(cell: Cell) -> Flow:
    """What began in a quarter and, if it was over, was so in the same."""
    over = None if cell.standing in (Standing.OPEN.value, Standing.UNKNOWN.value) else cell.quarter
    return Flow(cell.stage, cell.quarter, over, cell.standing == Standing.OPEN.value, cell.count)


def a_document(*cells: Cell) -> documents.Document:
    """The report of these."""
    asked = Asked(PERIOD, Basis.RECEIVED, TODAY, {Tsm.LCRA: 900})
    naming = Naming({"theme": {"damp": "Damp"}, "service_area": {}}, TENURES)
    return documents.document(report(asked, gathered(*cells), naming))


LATE = {"timeliness": Timeliness.OUT_OF_TARGET.value, "count": 2}
WHOLE = a_document(a_cell(), a_cell(2, Outcome.NOT_UPHELD, **LATE), a_cell(quarter=-1))


def test_a_report_that_adds_up_says_nothing():
    assert reconciliation.faults(WHOLE) == ()


def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where every number of a document stands."""
    if isinstance(value, dict):
        return [each for name, inner in value.items() for each in paths(inner, (*path, name))]
    if isinstance(value, list):
        return [each for place, inner in enumerate(value) for each in paths(inner, (*path, place))]
    return [path] if isinstance(value, int | float) and not isinstance(value, bool) else []


CHECKED = {
    "received",
    "outcomes",
    "outcomes_merged",
    "timeliness",
    "breakdowns",
    "quarters",
    "cross",
    "escalation_rate",
    "tsm",
    "other_kinds",
    "on_time_rate",
    "satisfied_rate",
    "satisfaction",
    "relative_to_homes",
    "per_week",
    "change",
    "trend",
    "shares",
    "satisfaction_by_question",
    "promises",
    "stock",
    "weeks",
    "hot_spots",
    "top",
    "profile",
}
UNCHECKED = {"was_disputed", "complaints_unknown", "n", "years"}
"""What nothing else in a report says."""


@pytest.mark.parametrize("key", sorted({str(each[0]) for each in paths(WHOLE)} & {*CHECKED, "stages"}))
def test_no_figure_can_be_changed_without_being_found(key):
    found = []
    for path in paths(WHOLE[key], (key,)):
        repeats = any(isinstance(name, int) and name > LINES_TRIED for name in path)
        if set(path) & CHECKED and not {"event", *UNCHECKED} & set(path) and not repeats:
            found += [path] * (reconciliation.faults(one_more(WHOLE, path)) == ())

    assert found == []


LINES_TRIED = 2
"""Lines of a table are alike: it is enough to change the first of them."""


def one_more(value: Any, path: tuple[Any, ...]) -> Any:
    """A document in which one number is one more, the rest of it as it was."""
    if not path:
        return value + 1
    changed = value.copy()
    changed[path[0]] = one_more(value[path[0]], path[1:])
    return changed


def test_each_promise_is_one_part_of_those_that_were_made():
    promises = WHOLE["promises"]

    assert promises["parts"] == {each.value: 2 for each in Became}
    assert (promises["made"], promises["kept_rate"], promises["was_disputed"]) == (18, 0.4, 2)
    assert WHOLE["previous"]["promises"]["parts"]["kept_in_time"] == 2


def test_promises_that_nobody_brought_in_are_unknown_and_not_none():
    brought = figures([], [Unkept(0, 3)], 4)

    assert (brought.made, brought.parts, brought.complaints_unknown) == (None, None, 3)
    assert figures([], [], 4).made == 0


def test_a_report_that_was_kept_before_it_said_all_this_is_checked_as_far_as_it_goes():
    kept = {name: value for name, value in WHOLE.items() if name not in {*reconciliation.BY_KEY, "weeks", "hot_spots"}}

    assert reconciliation.faults(kept | {"previous": None, "change": {}, "trend": []}) == ()


def test_what_does_not_add_up_in_the_period_before_is_found_too():
    changed = deepcopy(WHOLE)
    changed["previous"]["stages"]["1"]["responses_due"] += 1

    assert {each.where.split(".")[0] for each in reconciliation.faults(changed)} == {"previous"}


def test_a_fault_says_where_what_stands_there_and_what_it_comes_to():
    changed = deepcopy(WHOLE)
    changed["stages"]["1"]["responses_due"] = 4

    (fault,) = reconciliation.faults(changed)
    assert (fault.where, fault.stands, fault.comes_to) == ("stages.1.timeliness", 4, 3)


def test_what_is_wrong_in_one_place_is_said_once():
    changed = deepcopy(WHOLE)
    changed["promises"]["appointments_missed"] += 1

    (fault,) = reconciliation.faults(changed)
    assert fault.where == "promises.quarters.appointments_missed.year"


answered = st.tuples(
    st.just(Standing.ANSWERED), st.sampled_from([*DECIDED, None]), st.sampled_from([*Timeliness, None])
)
others = st.sampled_from(
    [(Standing.OPEN, None, None), (Standing.UNKNOWN, None, None), *((Standing.STOPPED, each, None) for each in STOPPED)]
)


@st.composite
def cells(draw: st.DrawFn) -> Cell:
    """Stages as they can stand, in either period."""
    standing, outcome, timeliness = draw(answered | others)
    overdue = standing is Standing.OPEN and draw(st.booleans())
    told = draw(st.sampled_from([True, False, None]))
    return a_cell(
        draw(st.sampled_from([1, 2])),
        outcome,
        quarter=draw(st.integers(-3, 2)),
        tenure=draw(st.sampled_from(["lcra", "lcho", "other", None])),
        standing=standing.value,
        timeliness=None if timeliness is None else timeliness.value,
        acknowledged=draw(st.sampled_from([each.value for each in Acknowledged])),
        extended=draw(st.booleans()),
        told_in_time=told,
        late_told=draw(st.booleans()),
        told_known=told is not None,
        overdue=overdue,
        count=draw(st.integers(1, 50)),
    )


@given(st.lists(cells(), max_size=8))
@settings(max_examples=50)
def test_whatever_was_counted_adds_up(some):
    assert reconciliation.faults(a_document(*some)) == ()
