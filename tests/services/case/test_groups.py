"""Complaints about the same on both databases: by two at once, hidden from each other, answered each for itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import delete
from sqlalchemy.orm import Session

from app.db import Database
from app.domain.case.bindings import GroupDraft
from app.domain.case.group_states import Binding
from app.domain.case.group_whys import GroupWhy
from app.domain.case.restriction_states import RestrictionGround
from app.domain.case.restrictions import RestrictionDraft
from app.domain.case.vocabulary import Ended
from app.domain.changed import Changed
from app.domain.landlord.permissions import Role
from app.domain.refused import Refused, Why
from app.services import projections
from app.services.case import escalations, groups, histories, mistakes, responses, restrictions, withdrawals
from app.services.landlord import access_reports, staff
from app.services.record import verify
from app.store.case.groups import CommonPartRow, MemberRow
from app.store.mail import letters
from app.store.pages import START
from tests.cases import an_answer, deed
from tests.grouped import (
    LOOKING,
    NEIGHBOURS,
    PERSONAL,
    WORDS,
    answer_of,
    begun,
    colleague,
    neighbour,
    two,
    with_common_part,
)
from tests.services.case.test_links import at_once

BY_SAM = deed(LOOKING, "staff:1")


def complaint_of(session: Session, reference: str):
    return histories.found(session, reference, deed()).complaint


def page_of(session: Session, number: int):
    return groups.find(session, colleague(session), number, START)


def why(act, *given: object) -> list[object]:
    with pytest.raises(Refused) as refused:
        act(*given)
    return [gap.why for gap in refused.value.gaps]


def test_a_group_is_counted_once_with_its_people(session):
    first, second, number = two(session)
    found = page_of(session, number)

    assert found.group.binding is Binding.GROUP
    assert {each.reference for each in found.members.lines} == {first.reference, second.reference}
    assert tuple(found.counted) == (2, 13, 12, 0)
    (line,) = groups.lines(session, colleague(session), START).lines
    assert (line.name, line.complaints, line.most) == ("Lift at Elm Court", 2, 12)


def test_each_of_a_group_has_its_own_next_date(session):
    _, _, number = two(session)

    assert all(each.next_on is not None and each.phase for each in page_of(session, number).members.lines)


def test_what_staff_may_not_see_is_counted_and_not_named(session):
    first, second, number = two(session)
    others = [staff.add(session, f"Zoe {n}", f"zoe{n}@example.org", frozenset({Role.HANDLER}), deed()) for n in (1, 2)]
    listed = tuple(each.staff_id for each in others)
    draft = RestrictionDraft(RestrictionGround.OTHER, "Her own case", listed)
    restrictions.restrict(session, second.reference, draft, BY_SAM)
    found = page_of(session, number)

    assert [each.reference for each in found.members.lines] == [first.reference]
    assert tuple(found.counted) == (2, 13, 12, 1)
    by = deed(LOOKING, f"staff:{colleague(session).id}")
    groups.write_common(session, colleague(session), number, f"{NEIGHBOURS[1]} told us.", by)  # refusing it would tell
    assert why(groups.put_in, session, second.reference, number, by) == [Why.NO_SUCH_CASE]


def test_a_group_of_which_somebody_may_see_nothing_is_not_there_for_them(session):
    first, second, number = two(session)
    seers = [
        staff.add(session, name, f"{name}@example.org", frozenset({Role.HANDLER}), deed()).staff_id
        for name in ("Zoe", "Zan")
    ]
    draft = RestrictionDraft(RestrictionGround.OTHER, "Her own case", tuple(seers))
    me = colleague(session)
    assert me.id not in seers

    for made, seen in ((second, True), (first, False)):
        restrictions.restrict(session, made.reference, draft, deed(LOOKING, f"staff:{seers[0]}"))
        assert (groups.find(session, me, number, START) is not None) is seen
        assert bool(groups.lines(session, me, START).lines) is seen
        assert bool(groups.every(session, me)) is seen
    zoe = next(each for each in staff.present(session) if each.id == seers[0])
    assert groups.find(session, zoe, number, START) is not None
    assert groups.lines(session, zoe, START).lines
    assert groups.every(session, zoe)

    for made in (first, second):
        groups.take_out(session, made.reference, deed(LOOKING, f"staff:{seers[0]}"))
    assert groups.find(session, me, number, START) is not None, "with none in it, it tells of nobody"


def test_a_common_part_names_none_of_those_in_it(session):
    first, _, number = two(session)

    for words in (f"As {NEIGHBOURS[0].upper()} told us.", f"See {first.reference}."):
        refused = why(groups.write_common, session, colleague(session), number, words, BY_SAM)
        assert refused == [GroupWhy.COMMON_PART_NAMES_SOMEBODY]


def test_nobody_is_put_in_whom_the_common_part_names(session):
    first, later = neighbour(session, NEIGHBOURS[0]), neighbour(session, NEIGHBOURS[1])
    number = begun(session, first)
    by = deed(LOOKING, f"staff:{colleague(session).id}")
    groups.write_common(session, colleague(session), number, f"{NEIGHBOURS[1]} told us.", by)

    assert why(groups.put_in, session, later.reference, number, BY_SAM) == [GroupWhy.COMMON_PART_NAMES_SOMEBODY]


def test_the_number_of_a_version_is_never_used_twice(session):
    _, _, number = with_common_part(session)
    session.execute(delete(CommonPartRow))  # as their time was up

    groups.write_common(session, colleague(session), number, WORDS, BY_SAM)

    assert [each.version for each in page_of(session, number).parts] == [2]


def test_an_answer_says_what_all_are_told_and_what_is_for_one_alone(session):
    first, second, _ = with_common_part(session)

    assert why(responses.issue, session, first.reference, answer_of(session, first, ""), BY_SAM) == [
        GroupWhy.NO_PERSONAL_PART
    ]
    number = responses.issue(session, first.reference, answer_of(session, first), BY_SAM)
    written = letters.find(session, first.case_id, number).blocks

    assert WORDS in written
    assert PERSONAL in written
    assert NEIGHBOURS[1] not in written
    assert second.reference not in written
    assert complaint_of(session, second.reference).stage_1.answered_on is None
    assert verify(session).broken == ()


def test_nobody_sends_words_that_were_changed_under_their_eyes(session):
    first, second, number = with_common_part(session)
    draft = answer_of(session, first)
    groups.write_common(session, colleague(session), number, "The lift is mended.", BY_SAM)

    assert why(responses.issue, session, first.reference, draft, BY_SAM) == [GroupWhy.COMMON_PART_CHANGED]
    groups.take_out(session, first.reference, BY_SAM)
    assert why(responses.issue, session, first.reference, draft, BY_SAM) == [GroupWhy.COMMON_PART_CHANGED]
    responses.issue(session, first.reference, an_answer(), BY_SAM)
    assert [each.version for each in page_of(session, number).parts] == [2, 1]
    assert [each.reference for each in page_of(session, number).members.lines] == [second.reference]


def test_one_goes_on_to_stage_2_and_another_stops_and_neither_moves_the_others(session):
    first, second, number = with_common_part(session)
    responses.issue(session, first.reference, answer_of(session, first), BY_SAM)
    before = complaint_of(session, second.reference)
    escalations.ask(session, first.reference, 1, deed(LOOKING, f"party:{first.case_id}.1"))

    assert complaint_of(session, first.reference).stage_2 is not None
    assert groups.common_part(session, complaint_of(session, first.reference)) is None  # somebody new looks
    assert complaint_of(session, second.reference) == before
    by = deed(LOOKING, f"party:{second.case_id}.1")
    withdrawals.withdraw(session, second.reference, 1, own_choice=True, words="", deed=by)
    assert complaint_of(session, second.reference).ended is Ended.WITHDRAWN
    assert complaint_of(session, first.reference).ended is None
    assert page_of(session, number).counted.complaints == 2


def test_what_was_no_complaint_is_not_counted(session):
    first, second, number = two(session)
    other = neighbour(session, "Chi Wu")
    groups.put_in(session, other.reference, number, BY_SAM)
    mistakes.propose(session, other.reference, "Typed twice.", BY_SAM)
    mistakes.approve(session, other.reference, deed(LOOKING, "staff:2"))

    assert {each.reference for each in page_of(session, number).members.lines} == {first.reference, second.reference}


def test_a_report_on_one_says_nothing_of_another(session):
    first, second, _ = with_common_part(session)
    told = str(access_reports.make(session, first.reference, deed(LOOKING, f"staff:{colleague(session).id}")))

    assert NEIGHBOURS[1] not in told
    assert second.reference not in told


def test_a_group_is_led_by_somebody_who_works_on_complaints(session):
    made = neighbour(session, NEIGHBOURS[0])
    number = begun(session, made)
    by = deed(LOOKING, f"staff:{colleague(session).id}")

    for act in (
        lambda: groups.begin(session, made.reference, GroupDraft("Lift", 99, Binding.GROUP), by),
        lambda: groups.change(session, number, GroupDraft("Lift", 99), by),
    ):
        assert why(act) == [GroupWhy.GROUP_WITHOUT_LEAD]
    assert why(groups.put_in, session, made.reference, 99, by) == [GroupWhy.NO_SUCH_GROUP]
    with pytest.raises(groups.NoSuchGroup):
        groups.write_common(session, colleague(session), 99, WORDS, by)


def test_of_two_who_put_one_complaint_in_a_group_each_one_wins(own_database: Database):
    with own_database.writing() as session:
        one, other, mine = (neighbour(session, name) for name in (*NEIGHBOURS, "Chi Wu"))
        numbers = begun(session, one), begun(session, other)
    results = at_once(
        own_database,
        *(lambda session, n=n: groups.put_in(session, mine.reference, n, deed(LOOKING, f"staff:{n}")) for n in numbers),
    )

    assert sorted(isinstance(each, Refused) for each in results) == [False, True]
    with own_database.reading() as session:
        assert sum(page_of(session, number).counted.complaints for number in numbers) == 3


def test_two_are_put_in_at_once_and_both_are_there(own_database: Database):
    with own_database.writing() as session:
        first, second, third = (neighbour(session, name) for name in (*NEIGHBOURS, "Chi Wu"))
        number = begun(session, first)
    results = at_once(
        own_database,
        *(lambda session, it=each: groups.put_in(session, it.reference, number, BY_SAM) for each in (second, third)),
    )

    assert results == [None, None]
    with own_database.reading() as session:
        assert page_of(session, number).counted.complaints == 3


def test_of_two_who_write_what_all_are_told_the_second_looks_again(own_database: Database):
    with own_database.writing() as session:
        _, _, number = two(session)
        me, seen = colleague(session), page_of(session, number).seen
    by = replace(deed(LOOKING, f"staff:{me.id}"), seen=seen)
    results = at_once(
        own_database,
        *(lambda session, w=words: groups.write_common(session, me, number, w, by) for words in ("One.", "Two.")),
    )

    assert sorted(isinstance(each, Changed) for each in results) == [False, True]
    with own_database.reading() as session:
        assert [each.version for each in page_of(session, number).parts] == [1]


def test_who_is_in_a_group_can_be_computed_again(own_database: Database):
    with own_database.writing() as session:
        _, _, number = two(session)
        before = page_of(session, number)
        session.execute(delete(MemberRow))
        assert page_of(session, number) != before
        projections.rebuild(session, "", 99, kind="complaint")
    with own_database.reading() as session:
        assert page_of(session, number) == before
