"""A death or a move is so in every case of that person, whoever may see which, and a mistake is undone in each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from app.domain.case.restriction_states import RestrictionGround
from app.domain.case.restrictions import RestrictionDraft
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.landlord.permissions import Role as Job
from app.domain.people.contacts import OldWay
from app.domain.people.preferences import Preferences, Safe, Way
from app.domain.refused import Refused, Why
from app.services.case import histories, restrictions
from app.services.landlord import staff
from app.services.people import deaths, elsewhere, moves, receipts
from app.services.people.moves import MoveDraft
from app.services.record import verify
from tests.cases import LOOKUP_KEY, a_complaint, a_person, deed
from tests.peopled import HEARD
from tests.services.case.test_links import at_once

ON = date(2026, 11, 25)
BY_SAM, BY_GRACE, BY_TOM = (deed(ON, f"staff:{number}") for number in (1, 2, 3))
BY_POST = Preferences(Safe.YES, (Way.LETTER,), Way.LETTER)
MOVED = MoveDraft(date(2026, 11, 20), OldWay.NO)


@pytest.fixture
def house(own_database):
    with own_database.writing() as session:
        for name in ("Sam Hill", "Grace Hall", "Tom Reid", "Uma Shah"):
            staff.add(session, name, f"{name[:3]}@example.org", frozenset({Job.COMPLAINTS_OFFICER}), deed())
    return own_database


def told(database, **of):
    with database.writing() as session:
        return a_complaint(session, a_person(**of), key=uuid4().hex)


def kept_to_few(database, **of):
    """A case of theirs that Sam may not see."""
    made = told(database, **of)
    with database.writing() as session:
        draft = RestrictionDraft(RestrictionGround.SAFEGUARDING, "She is at risk.", (2, 3))
        restrictions.restrict(session, made.reference, draft, BY_GRACE)
    return made


def die(database, made, *others, by=BY_SAM) -> None:
    with database.writing() as session:
        deaths.record(session, made.reference, 1, HEARD, by, [each.reference for each in others])


def found(database, made):
    with database.reading() as session:
        return histories.found(session, made.reference, deed()).complaint


def tasks(database, made) -> set[DutyKind]:
    return {duty.kind for duty in duties.of(found(database, made))}


def theirs(database, made, staff_id: int = 1) -> list[str]:
    with database.reading() as session:
        of = histories.found(session, made.reference, deed(ON, f"staff:{staff_id}"))
        return [each.reference for each in elsewhere._of_case(of, 1) if not each.hidden]


def opens(database, made) -> bool:
    with database.reading() as session:
        return receipts.find(session, made.return_code, LOOKUP_KEY) is not None


def test_only_who_is_surely_the_same_is_found(house):
    made = told(house)
    same_mail = told(house, address="9 Ash Court", postcode="M6 1AA")
    same_home = told(house, ways={Way.EMAIL: "other@example.org"})
    told(house, name="Omar Yusuf")
    told(house, address="9 Ash Court", postcode="M6 1AA", ways={Way.EMAIL: "namesake@example.org"})
    told(house, name="")

    assert theirs(house, made) == [same_home.reference, same_mail.reference]


def test_it_is_written_down_in_each_that_was_chosen_and_lets_nobody_in(house):
    one, two, three = told(house), told(house), told(house)

    die(house, one, two)

    assert [found(house, each).party(1).died for each in (one, two, three)] == [True, True, False]
    assert [opens(house, each) for each in (one, two, three)] == [False, False, True]
    assert DutyKind.GO_ON_AFTER_DEATH in tasks(house, two)


def test_what_is_not_theirs_is_refused_and_nothing_is_done(house):
    one, other = told(house), told(house, name="Omar Yusuf")

    with pytest.raises(Refused) as refused:
        die(house, one, other)

    assert [gap.why for gap in refused.value.gaps] == [Why.NO_SUCH_CASE]
    assert not found(house, one).party(1).died


def test_a_case_that_few_may_see_falls_silent_and_they_are_told_without_a_name(house):
    one, hidden = told(house), kept_to_few(house)

    die(house, one)

    silent = found(house, hidden)
    assert not silent.party(1).died
    assert silent.party(1).silent
    assert not opens(house, hidden)
    assert {DutyKind.HEARD_OF_DEATH} <= tasks(house, hidden)
    assert hidden.reference not in str(found(house, one))


def test_who_may_see_it_writes_it_down_or_says_that_it_is_somebody_else(house):
    one, hidden, other = told(house), kept_to_few(house), kept_to_few(house)
    die(house, one)

    die(house, hidden, by=BY_GRACE)
    with house.writing() as session:
        deaths.not_theirs(session, other.reference, 1, "Her mother, of the same name.", BY_GRACE)

    assert found(house, hidden).party(1).died
    assert not found(house, other).party(1).silent
    assert found(house, other).letters[0].way is Way.EMAIL
    assert not {DutyKind.HEARD_OF_DEATH} & (tasks(house, hidden) | tasks(house, other))


def test_a_mistake_is_put_right_in_each_by_a_second_person(house):
    one, two, hidden = told(house), told(house), kept_to_few(house)
    die(house, one, two)
    with house.writing() as session:
        deaths.doubt(session, two.reference, 1, "She came in.", BY_SAM)
    assert {DutyKind.LOOK_AT_DEATH} <= tasks(house, one) & tasks(house, two)

    with house.writing() as session:
        deaths.correct(session, one.reference, 1, replace(BY_SAM, by=deed(ON, "staff:4").by))

    assert [found(house, each).party(1).silent for each in (one, two, hidden)] == [False, False, False]
    assert [found(house, each).letters[0].way for each in (one, two)] == [Way.EMAIL] * 2
    with house.reading() as session:
        assert not verify(session).broken


def test_where_few_had_written_it_down_they_decide_on_the_mistake(house):
    one, hidden = told(house), kept_to_few(house)
    die(house, one)
    die(house, hidden, by=BY_GRACE)

    with house.writing() as session:
        deaths.doubt(session, one.reference, 1, "She came in.", BY_SAM)
        deaths.correct(session, one.reference, 1, replace(BY_SAM, by=deed(ON, "staff:4").by))

    assert found(house, hidden).party(1).died
    assert DutyKind.LOOK_AT_DEATH in tasks(house, hidden)


def test_no_mistake_stands_in_each(house):
    one, two = told(house), told(house)
    die(house, one, two)
    with house.writing() as session:
        deaths.doubt(session, one.reference, 1, "She came in.", BY_SAM)
        deaths.let_stand(session, two.reference, 1, "We have the certificate.", BY_TOM)

    assert not {DutyKind.LOOK_AT_DEATH} & (tasks(house, one) | tasks(house, two))


def test_nothing_goes_to_the_old_home_in_any_case(house):
    by_post = {"ways": {Way.LETTER: "4 Elm Court, Salford"}, "preferences": BY_POST}
    one, two, hidden = told(house, **by_post), told(house, **by_post), kept_to_few(house, **by_post)

    with house.writing() as session:
        moves.record(session, one.reference, 1, MOVED, BY_SAM, [two.reference])

    assert [found(house, each).letters[0].way for each in (one, two, hidden)] == [None] * 3
    assert [opens(house, each) for each in (one, two, hidden)] == [False] * 3
    assert [found(house, each).party(1).moved_on for each in (one, two)] == [MOVED.moved_on] * 2
    assert DutyKind.HEARD_OF_MOVE in tasks(house, hidden)

    with house.writing() as session:
        moves.record(session, hidden.reference, 1, MOVED, BY_GRACE)
    assert DutyKind.HEARD_OF_MOVE not in tasks(house, hidden)


def test_two_who_write_it_down_from_either_end_do_it_once(house):
    one, two = told(house), told(house)

    results = at_once(
        house,
        lambda session: deaths.record(session, one.reference, 1, HEARD, BY_SAM, [two.reference]),
        lambda session: deaths.record(session, two.reference, 1, HEARD, BY_TOM, [one.reference]),
    )

    assert sorted(map(type, results), key=str) == sorted([Refused, type(None)], key=str)
    assert all(found(house, each).party(1).died for each in (one, two))
