"""Every figure opens what it counts: the list behind it says the same number, whatever cases there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite
from sqlalchemy.orm import Session

from app.db import Database
from app.domain.case.kinds import EnquiryState, Intake, Kind
from app.domain.case.state import Complaint
from app.domain.case.survey_states import Score
from app.domain.case.vocabulary import Ended, PointFound
from app.domain.clock.profiles import Finding, Ground
from app.domain.figures import targets
from app.domain.figures.filing import Filing
from app.domain.figures.packs import Pack
from app.domain.figures.periods import Basis, Period
from app.domain.figures.reports import Asked
from app.domain.figures.satisfaction import QUESTIONS
from app.domain.figures.sections import Figure, Section
from app.domain.figures.statable import TARGETS
from app.domain.figures.stated import Target
from app.domain.landlord.permissions import Role
from app.domain.landlord.tenures import Tsm
from app.services.figures import lists, packs, reports
from app.store.figures.sought import FAMILIES, MEASURES
from app.store.landlord.staff import Member
from app.store.pages import LINES, START
from app.web.staff.figures.asked import AskedFor
from app.web.staff.figures.behind import sought
from app.words.figures import glance, listed
from app.words.figures.packs import pack as said
from app.words.figures.presented import sections
from tests.figured import PERIOD, SAID, TODAY, a_stage, days
from tests.services.figures.test_measures import Case, promised_cases, told

VIEWER = Member(0, "", "", "", frozenset({Role.VIEWER}))
QUARTER = Period(date(2026, 7, 1), date(2026, 9, 30))
TIMES = {Basis.RECEIVED: PERIOD, Basis.EVENT: QUARTER}
"""Short enough for a line a week, and long enough for one a month."""
OPEN_NOTHING = {
    "profile": "what people say of themselves leads to nobody",
    "customer_base": "stated",
    "contact_demand": "stated",
    "live.handlers": "the name of somebody of the staff may not stand in an address",
}
"""Sections, by what their keys begin with."""
STATED = {"Target", "Tolerated", "Homes owned"}
COMPARED = {"Change"}
"""Columns that count nothing."""
SOMETHING = re.compile("[1-9]")


@composite
def other_kinds(draw: DrawFn) -> Case:
    """A letter of an MP, a request or a complaint about data, with or without its answer."""
    received = draw(days)

    def later() -> date:
        return received + timedelta(days=draw(st.integers(0, 60)))

    kind = draw(st.sampled_from([each for each in Kind if each is not Kind.COMPLAINT]))
    letter = EnquiryState(1, later(), later(), draw(st.sampled_from([None, later()])))
    ended = draw(st.sampled_from([None, later()]))
    intake = Intake(kind, due_by=draw(st.sampled_from([None, later()])), ended_on=ended, enquiries=(letter,))
    return Complaint(received_on=received, service_area="repairs", intake=intake), [None] * len(QUESTIONS)


REFUSED = Complaint(
    received_on=PERIOD.first,
    stage_1=replace(a_stage(PERIOD.first), answered_on=None, answer_sent_on=None),
    ended=Ended.REFUSED,
    ended_on=PERIOD.first,
    filing=Filing(refusal=Ground.COURT_CLAIM, satisfaction=Score.NEITHER, theme="damp"),
)
UPHELD = Complaint(
    received_on=PERIOD.first,
    stage_1=replace(a_stage(PERIOD.first), findings=(PointFound(1, Finding.UPHELD, SAID),)),
    filing=Filing(compensation=5000, theme="damp"),
)


class Cases:
    """So many that nobody wants to read them where a test fails."""

    def __init__(self, some: list[Case]) -> None:
        self.some = some

    def __repr__(self) -> str:
        return f"{len(self.some)} cases"


@composite
def many(draw: DrawFn) -> Cases:
    """Enough for every figure to count something."""
    complaints = draw(st.lists(promised_cases(), min_size=24, max_size=24))
    others = draw(st.lists(other_kinds(), min_size=8, max_size=8))
    return Cases([*complaints, *others, *((case, [None] * len(QUESTIONS)) for case in (REFUSED, UPHELD))])


def shown(session: Session, basis: Basis) -> list[Section]:
    """Whatever staff are shown of figures, with a target wherever there may be one."""
    asked = Asked(TIMES[basis], basis, TODAY, {Tsm.LCRA: 900, Tsm.LCHO: 100})
    document = reports.compute(session, asked, "en")
    assert document["reconciliation"] == []
    wanted = dict.fromkeys(TARGETS, Target(Decimal(1), None))
    document |= {"targets": targets.plain(document, wanted, asked.period)}
    found = [*sections(document, "en"), *glance.tables(document, "en")]
    weekly = packs.fill(session, Pack.WEEKLY, TODAY, "en")
    is_open, *_ = said(Pack.WEEKLY, weekly.document, weekly.live, "", "en").chapters
    return [*found, *(each.section for each in is_open.shown)]


def figures(some: list[Section]) -> Iterator[tuple[str, Figure]]:
    """Each figure that says more than nought, with its place, but for those that count nothing here."""
    for section in some:
        table = section.table
        if table is None or any(section.key.startswith(each) for each in OPEN_NOTHING):
            continue
        for line in table.lines:
            for head, figure in zip(table.heads[1:], line.figures, strict=True):
                if SOMETHING.search(figure.said) and head not in STATED | COMPARED:
                    yield f"{section.key}: {line.head}: {head}: {figure.said}", figure


def opened(session: Session, terms: dict[str, str], basis: Basis) -> lists.Behind:
    """What the address with these terms lists."""
    period = TIMES[basis]
    if "from" in terms:
        period = Period(date.fromisoformat(terms["from"]), date.fromisoformat(terms["to"]))
    asked = AskedFor(period, Basis(terms.get("basis", basis.value)), TODAY, None, "")
    named = sought(session, terms, asked, "en")
    assert named is not None, terms
    return lists.behind(session, VIEWER, named, START)


def opened_wrong(session: Session, basis: Basis, measures: set[str]) -> Iterator[str]:
    """Each figure that opens nothing, or not what it counts; of the others, `measures` has the measure."""
    known: dict[tuple[tuple[str, str], ...], lists.Behind] = {}
    for place, figure in figures(shown(session, basis)):
        if not figure.counts:
            yield f"opens nothing: {place}"
            continue
        measures.add(figure.counts["measure"].partition(".")[0])
        terms = tuple(sorted(figure.counts.items()))
        if terms not in known:
            known[terms] = opened(session, dict(terms), basis)
        counts = known[terms].counts
        if figure.number not in (None, counts.figure) or counts.lines == 0:
            yield f"{place} opens {counts} by {figure.counts}"
        if not (counts.seen == counts.lines and len(known[terms].page.lines) == min(counts.lines, LINES)):
            yield f"{place} shows {counts}"


@pytest.mark.parametrize("basis", Basis)
def test_every_figure_opens_a_list_that_says_the_same_number(database: Database, basis: Basis) -> None:
    measures: set[str] = set()

    @given(cases=many())
    @seed(4)
    @settings(max_examples=2, deadline=None, phases=[Phase.generate], database=None)
    def opens_what_it_counts(cases: Cases) -> None:
        with told(database, cases.some) as session:
            assert list(opened_wrong(session, basis, measures)) == []

    opens_what_it_counts()
    assert measures == {each.partition(".")[0] for each in MEASURES}


def test_every_list_says_what_it_is_of() -> None:
    said_so = {each: listed.said(each, "en") for each in MEASURES}

    assert all(said_so.values())
    assert set(FAMILIES) <= {each.partition(".")[0] for each in said_so}
