"""What a file said of a complaint folds into the same complaint that everything else reads."""

from __future__ import annotations

from datetime import UTC, date, datetime
from types import MappingProxyType

import pytest

from app.domain import history
from app.domain.case.kinds import Kind
from app.domain.case.phases import Phase, phase
from app.domain.case.state import Complaint
from app.domain.case.vocabulary import Channel, Ended
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.clock.profiles import ENGLAND_2024, Ground, Stage
from app.domain.clock.terms import Terms
from app.domain.deed import Actor
from app.domain.figures import counted
from app.domain.figures.cells import Days
from app.domain.figures.columns import COLUMNS, LISTS
from app.domain.figures.counted_states import Acknowledged, Standing, Timeliness
from app.domain.figures.filing import Known, Outcome
from app.domain.figures.pasts import PastReceived, PastStage
from app.domain.figures.rows import Past, Reader
from app.domain.figures.telling import Lists, tell
from app.domain.record import Recorded, canonical, kind_of, read
from tests.calendars import ENGLAND_AND_WALES

TERMS = Terms(ENGLAND_2024, ENGLAND_AND_WALES)
AT = datetime(2026, 6, 1, 12, tzinfo=UTC)
NAMES = {each: MappingProxyType({"Delay": "delay", "Web": "web", "Old reason": "old"}) for each in LISTS.values()}


def complaint(columns: tuple[str, ...] = COLUMNS, **cells: str) -> Complaint:
    """The complaint that a line with these cells leaves, in a file with these columns."""
    names = tuple(dict.fromkeys(("received_on", *columns)))
    said = {"received_on": "2026-03-02"} | cells
    reader = Reader(names, Days.ISO, date(2012, 1, 1), date(2026, 6, 1), date(2031, 1, 1), str)
    past = reader.read([said.get(name, "") for name in names])
    assert isinstance(past, Past), past
    events = list(tell(past, "key", names, "AAAA-BBBB", Lists(NAMES, {"Jo": 3}), TERMS))
    for event in events:
        assert read(history.KINDS[kind_of(type(event))], canonical(event)) == event
    recorded = (Recorded(place, event, Actor("import", "1"), AT) for place, event in enumerate(events, 1))
    return history.fold(recorded)


def test_it_is_told_in_one_event_and_one_for_each_stage():
    found = complaint(stage_2_requested_on="2026-04-01", theme="Delay", channel="Web", handler="Jo", reference="C-1")

    assert (found.position, found.reference, found.handler) == (3, "AAAA-BBBB", 3)
    assert (found.filing.theme, found.filing.channel, found.channel) == ("delay", "web", Channel.OTHER)
    assert found.past is not None
    assert found.past.their_reference == "C-1"
    assert found.stage_2_asked_on == date(2026, 4, 1)


def test_the_limit_counts_from_the_day_it_was_acknowledged_as_for_any_other():
    found = complaint(stage_1_acknowledged_on="2026-03-20", stage_1_responded_on="2026-04-07")
    (first,) = counted.of(found, ENGLAND_AND_WALES)

    assert first.acknowledged is Acknowledged.LATE
    assert (first.target, first.timeliness) == (date(2026, 4, 7), Timeliness.WITHIN_TARGET)
    assert (first.days_from_receipt, first.days_from_acknowledgement) == (24, 10)


def test_more_time_counts_where_they_were_told_in_time():
    days = {"stage_1_acknowledged_on": "2026-03-04", "stage_1_extended_to": "2026-04-01"}
    told = complaint(**days, stage_1_extension_told_on="2026-03-18", stage_1_responded_on="2026-04-01")
    late = complaint(**days, stage_1_extension_told_on="2026-03-19", stage_1_responded_on="2026-04-01")
    nobody_kept = complaint(
        tuple(each for each in COLUMNS if each != "stage_1_extension_told_on"),
        **days,
        stage_1_responded_on="2026-04-01",
    )

    times = [counted.of(each, ENGLAND_AND_WALES)[0].timeliness for each in (told, late, nobody_kept)]
    assert times == [Timeliness.WITHIN_EXTENSION, Timeliness.OUT_OF_TARGET, Timeliness.WITHIN_EXTENSION]


def test_what_is_over_leaves_no_duty_and_what_is_open_leaves_its_own():
    answered = complaint(stage_1_responded_on="2026-03-20", stage_1_outcome="upheld")
    waiting = complaint(stage_1_acknowledged_on="2026-03-04")
    new = complaint()

    assert duties.of(answered) == ()
    assert [each.kind for each in duties.of(waiting)] == [DutyKind.RESPOND]
    assert [each.kind for each in duties.of(new)] == [DutyKind.ACKNOWLEDGE]


@pytest.mark.parametrize(
    ("cells", "where", "ended"),
    [
        ({"stage_1_responded_on": "2026-03-20"}, Phase.ANSWERED, None),
        ({"stage_1_responded_on": "2026-03-20", "closed_on": "2026-04-20"}, Phase.FINISHED, Ended.OVER),
        ({"stage_1_outcome": "withdrawn"}, Phase.STOPPED, Ended.WITHDRAWN),
        ({"stage_1_outcome": "refused", "closed_on": "2026-03-03"}, Phase.REFUSED, Ended.REFUSED),
        ({"stage_1_outcome": "upheld"}, Phase.FINISHED, Ended.OVER),
        ({"closed_on": "2026-04-20"}, Phase.FINISHED, Ended.OVER),
        ({"stage_2_requested_on": "2026-04-01", "stage_2_responded_on": "2026-04-09"}, Phase.FINISHED, None),
        ({"stage_1_acknowledged_on": "2026-03-04"}, Phase.LOOKING, None),
        ({}, Phase.SENT, None),
    ],
)
def test_where_it_is_is_told_by_what_is_known(cells, where, ended):
    found = complaint(**cells)

    assert (phase(found), found.ended) == (where, ended)


def test_a_column_that_a_file_does_not_have_is_unknown_and_not_none():
    found = complaint(("received_on", "stage_1_acknowledged_on"))
    (first,) = counted.of(found, ENGLAND_AND_WALES)

    assert first.standing is Standing.UNKNOWN
    assert first.known & (Known.RESPONDED | Known.OUTCOME | Known.COMPENSATION) == Known(0)
    assert (first.compensation, first.under.other_themes) == (None, None)
    assert (duties.of(found), found.ended) == ((), Ended.OVER)


def test_a_stage_1_of_which_no_answer_was_kept_is_not_said_to_have_had_none():
    found = complaint(
        ("received_on", "stage_2_requested_on", "stage_2_responded_on"), stage_2_requested_on="2026-04-01"
    )
    first, second = counted.of(found, ENGLAND_AND_WALES)

    assert (first.standing, first.outcome, second.standing) == (Standing.UNKNOWN, None, Standing.OPEN)


def test_a_decision_without_its_day_is_counted_and_is_neither_early_nor_late():
    (first,) = counted.of(complaint(stage_1_outcome="upheld_in_part"), ENGLAND_AND_WALES)

    assert (first.standing, first.outcome, first.timeliness) == (Standing.ANSWERED, Outcome.UPHELD_IN_PART, None)


@pytest.mark.parametrize(
    ("said", "counts_as"), [("court_claim", Ground.COURT_CLAIM), ("Old reason", "old"), ("", None)]
)
def test_a_refusal_is_counted_by_its_ground_or_the_landlords_own_reason(said, counts_as):
    (first,) = counted.of(complaint(stage_1_outcome="refused", refusal_reason=said), ENGLAND_AND_WALES)

    assert (first.outcome, first.refusal) == (Outcome.REFUSED, counts_as)


def test_what_is_no_complaint_has_no_stage_and_ends_when_it_was_done():
    found = complaint(kind="request", stage_1_responded_on="2026-03-09")
    (only,) = counted.of(found, ENGLAND_AND_WALES)

    assert (found.stage_1, found.intake.ended_on, only.kind) == (None, date(2026, 3, 9), Kind.REQUEST)
    assert duties.of(found) == ()


def test_any_part_of_such_a_history_folds():
    stage = PastStage(
        Stage.TWO, AT.date(), None, None, AT.date(), AT.date(), None, None, None, None, None, None, None, None
    )
    alone = history.fold([Recorded(1, stage, Actor("import"), AT)])

    assert alone.stage_1 is None
    assert alone.stage_2 is not None
    assert counted.of(alone, ENGLAND_AND_WALES) == ()
    assert PastReceived in history.FOLDS
