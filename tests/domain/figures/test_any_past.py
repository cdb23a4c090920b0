"""Whatever a line says that can be read: it folds, is written down as it is, counts, and is no duty once it is over."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain import history
from app.domain.case import flags, triage
from app.domain.case.headlines import headline
from app.domain.case.kinds import Kind
from app.domain.case.phases import phase
from app.domain.case.state import Complaint
from app.domain.case.surveys import over_since
from app.domain.case.tracks import tracks
from app.domain.case.vocabulary import Ended
from app.domain.clock import duties
from app.domain.clock.profiles import ENGLAND_2024
from app.domain.clock.terms import Terms
from app.domain.deed import Actor
from app.domain.figures import counted
from app.domain.figures.cells import Days
from app.domain.figures.columns import COLUMNS, LISTS, RECEIVED_ON
from app.domain.figures.counted_states import Standing
from app.domain.figures.rows import Past, Reader
from app.domain.figures.telling import Lists, tell
from app.domain.record import Recorded, canonical, kind_of, read
from tests.calendars import ENGLAND_AND_WALES

TERMS = Terms(ENGLAND_2024, ENGLAND_AND_WALES)
FIRST, TODAY = date(2026, 1, 5), date(2026, 6, 1)
AT = datetime(2026, 6, 1, 12, tzinfo=UTC)
DAYS = st.integers(0, 120).map(lambda n: (FIRST + timedelta(days=n)).isoformat())
OUTCOMES = st.sampled_from(["upheld", "upheld_in_part", "not_upheld", "withdrawn", "refused"])
CELLS = {
    "kind": st.sampled_from([each.value for each in Kind]),
    "stage_1_outcome": OUTCOMES,
    "stage_2_outcome": OUTCOMES,
    "satisfaction": st.sampled_from("12345"),
    "compensation": st.sampled_from(["0", "12.50"]),
}
NAME = st.sampled_from(["One", "Two"])
LISTED = Lists({each: {"One": "one", "Two": "two"} for each in LISTS.values()}, {"One": 1, "Two": 2})


def cell(column: str) -> st.SearchStrategy[str]:
    """What may stand in a column."""
    if column.endswith(("_on", "_to")):
        return DAYS
    return CELLS.get(column, NAME)


@st.composite
def lines(draw: st.DrawFn) -> tuple[tuple[str, ...], list[str]]:
    """The columns of a file, and what one of its lines says."""
    columns = (
        RECEIVED_ON,
        *draw(st.lists(st.sampled_from([each for each in COLUMNS if each != RECEIVED_ON]), unique=True)),
    )
    return columns, [draw(cell(each)) if each == RECEIVED_ON or draw(st.booleans()) else "" for each in columns]


def folded(columns: tuple[str, ...], past: Past) -> Complaint:
    """The complaint that a line leaves, read back from what is written down of it."""
    events = tell(past, "line", columns, "AAAA-BBBB", LISTED, TERMS)
    written = [(kind_of(type(event)), canonical(event)) for event in events]
    again = [read(history.KINDS[kind], facts) for kind, facts in written]
    return history.fold(Recorded(place, event, Actor("import", "1"), AT) for place, event in enumerate(again, 1))


@given(lines())
def test_any_line_becomes_a_case_that_every_reader_understands(line):
    columns, cells = line
    past = Reader(columns, Days.ISO, date(2012, 1, 1), TODAY, date(2031, 1, 1), str).read(cells)
    if not isinstance(past, Past):
        assert past
        return
    case = folded(columns, past)
    stages = counted.of(case, ENGLAND_AND_WALES)

    assert phase(case), headline(case, TODAY)
    assert len(tracks(case)) == len(case.stages)
    assert (flags.flags(case), triage.waits(case), over_since(case)) == ((), False, None)
    assert len(stages) == max(1, len(case.stages))
    open_ = [each for each in stages if each.standing is Standing.OPEN]
    if case.ended is not None or case.intake.ended_on is not None:
        assert duties.of(case) == ()
        assert not [each for each in open_ if each is stages[-1]]
    elif case.intake.is_complaint:
        assert len(duties.of(case)) == (case.stages[-1].answer_sent_on is None)
    if past.closed_on is not None and case.intake.is_complaint:
        assert case.ended in (Ended.OVER, Ended.WITHDRAWN, Ended.REFUSED)
        assert stages[-1].closed_on == past.closed_on
