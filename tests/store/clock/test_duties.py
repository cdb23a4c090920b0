"""The queue: every duty once, in one order that never changes, however the list is walked."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.clock.duty_kinds import Duty, DutyKind, Owner
from app.domain.landlord.permissions import Role
from app.store import case_rows
from app.store.case.filters import Narrowed
from app.store.clock import duties, duty_rows
from app.store.clock.duties import KEY, Sought
from app.store.landlord.staff import Member
from app.store.pages import LINES, START, Place
from tests import cases

TODAY = date(2026, 11, 23)
MEMBER = Member(1, "Jo", "jo@example.org", "", frozenset({Role.HANDLER}))
ALL = Sought()
NOBODY = Member(2, "Al", "al@example.org", "", frozenset())


def put(session, case_id, of):
    """Give a case these duties in the place of those it had."""
    case_rows.replace(session, duty_rows.DutyRow, case_id, [duty_rows.row(case_id, each) for each in of])


@pytest.fixture
def many(session):
    """Some hundred duties of a few cases, many of them due on the same day."""
    chance = random.Random(7)
    made = [cases.a_complaint(session, key=f"press-{n}").case_id for n in range(6)]
    for case_id in made:
        kinds = [DutyKind.KEEP_PROMISE, DutyKind.POST_LETTER, DutyKind.ADJUSTMENT]
        put(
            session,
            case_id,
            [
                Duty(
                    kind,
                    TODAY + timedelta(days=chance.randint(-3, 3)),
                    number=number,
                    staff=chance.choice([None, 1, 2]),
                    owner=Owner.COMPLAINTS_OFFICER if kind is DutyKind.ADJUSTMENT else Owner.TEAM,
                )
                for kind in kinds
                for number in range(1, 8)
            ],
        )
    return 6 * 3 * 7


def forwards(session, sought=ALL):
    pages, place = [], START
    while True:
        page = duties.queue(session, MEMBER, sought, place)
        pages.append(page)
        if page.next is None:
            return pages
        place = Place(after=page.next)


def backwards(session, page):
    pages = [page]
    while page.previous is not None:
        page = duties.queue(session, MEMBER, ALL, Place(before=page.previous))
        pages.insert(0, page)
    return pages


def keys(pages):
    return [line[: len(KEY)] for page in pages for line in page.lines]


def test_walking_forwards_meets_every_duty_once_in_order(session, many):
    walked = keys(forwards(session))

    assert len(walked) == len(set(walked)) == many
    assert [key[0] for key in walked] == sorted(key[0] for key in walked)


def test_walking_back_meets_the_same_pages(session, many):
    pages = forwards(session)

    assert keys(backwards(session, pages[-1])) == keys(pages)


def test_a_page_never_holds_more_than_its_lines(session, many):
    assert {len(page.lines) for page in forwards(session)[:-1]} == {LINES}


def test_a_page_before_the_first_rows_is_the_first_page(session, many):
    first = duties.queue(session, MEMBER, ALL, START)

    assert duties.queue(session, MEMBER, ALL, Place(before=first.lines[3][: len(KEY)])) == first


def test_a_duty_done_meanwhile_leaves_no_gap(session, many):
    first = forwards(session)[0]
    put(session, first.lines[-1].case_id, [])

    following = duties.queue(session, MEMBER, ALL, Place(after=first.next))

    left = [line for page in forwards(session) for line in page.lines]
    assert list(following.lines) == [line for line in left if line[: len(KEY)] > first.next][:LINES]


@pytest.mark.parametrize(
    ("sought", "belongs"),
    [
        (Sought(mine=1), lambda line: line.staff == 1),
        (Sought(mine=1, owners=("complaints_officer",)), lambda line: line.staff == 1 or mine_by_role(line)),
        (Sought(unassigned=True), lambda line: line.staff is None),
        (Sought(before=TODAY), lambda line: line.due_on < TODAY),
        (Sought(kinds=("post_letter",)), lambda line: line.kind == "post_letter"),
        (Sought(cases=Narrowed(stage=2)), lambda line: False),
        (Sought(cases=Narrowed(stage=1)), lambda line: True),
        (Sought(cases=Narrowed(area="elsewhere")), lambda line: False),
    ],
)
def test_what_is_sought_is_found_and_nothing_else(session, many, sought, belongs):
    every = [line for page in forwards(session) for line in page.lines]
    found = [line for page in forwards(session, sought) for line in page.lines]

    assert found == [line for line in every if belongs(line)]
    counted = duties.counts(session, MEMBER, sought._replace(kinds=()), TODAY)
    alike = [line for line in every if belongs(line)]
    if not sought.kinds:
        assert sum(count.all for count in counted) == len(alike)
        assert sum(count.late for count in counted) == sum(line.due_on < TODAY for line in alike)


def mine_by_role(line):
    return line.staff is None and line.owner == "complaints_officer"


def test_who_may_read_no_complaint_sees_and_counts_none(session, many):
    assert duties.queue(session, NOBODY, ALL, START).lines == ()
    assert duties.counts(session, NOBODY, ALL, TODAY) == []


def test_what_is_due_by_an_hour_comes_before_what_is_due_by_that_day(session):
    at = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
    made = cases.a_complaint(session).case_id
    due = [
        Duty(DutyKind.ASSESS_HAZARD, TODAY, number=1),
        Duty(DutyKind.MAKE_SAFE, TODAY, number=1, due_at=at),
        Duty(DutyKind.INVESTIGATE_HAZARD, TODAY, number=1, due_at=at - timedelta(hours=2)),
    ]
    put(session, made, due)

    lines = duties.queue(session, MEMBER, ALL, START).lines

    assert [(line.kind, line.due_minute) for line in lines] == [
        ("investigate_hazard", 12 * 60 + 5),
        ("make_safe", 14 * 60 + 5),
        ("assess_hazard", duty_rows.BY_THE_END),
    ]
    over = Sought(before=TODAY, minute=13 * 60)
    assert [line.kind for line in duties.queue(session, MEMBER, over, START).lines] == ["investigate_hazard"]
    assert sum(count.late for count in duties.counts(session, MEMBER, ALL, TODAY, 13 * 60)) == 1
    assert sum(count.late for count in duties.counts(session, MEMBER, ALL, TODAY + timedelta(days=1))) == 3
