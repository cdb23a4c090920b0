"""Two people take the last viewers off a restricted case at the same moment: two are left who see it (ruling 4)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from app.db import Database
from app.domain.case.restriction_states import RestrictionGround
from app.domain.case.restrictions import RestrictionDraft
from app.domain.changed import Changed
from app.domain.landlord.permissions import Role
from app.services.case import histories, restrictions
from app.services.case.complaints import Made
from app.services.landlord import landlord, staff
from tests import states
from tests.cases import deed

PEOPLE = ("ada", "ben", "cleo", "dan")


@pytest.fixture
def made(own_database: Database) -> Made:
    """A case that ada, ben and cleo see; cleo and dan are on the landlord's list."""
    with own_database.writing() as session:
        for name in PEOPLE:
            staff.add(session, name, f"{name}@example.org", frozenset({Role.HANDLER}), deed())
        officer = frozenset({Role.COMPLAINTS_OFFICER})
        staff.add(session, "Eve", "eve@example.org", officer, deed())
        listed = replace(landlord.current(session), restricted_handlers=("cleo@example.org", "dan@example.org"))
        landlord.put(session, listed, deed())
        made, _ = states.fresh(session)
        draft = RestrictionDraft(RestrictionGround.OTHER, "Her own case", (1, 2, 3))
        restrictions.restrict(session, made.reference, draft, deed())
    return made


def at_once(database: Database, deeds: Sequence[Callable[[Session], object]]) -> list[str]:
    """Do all of these at the same moment, each in a transaction of its own, and return how each went."""
    ready, went = threading.Barrier(len(deeds)), []

    def do(number: int) -> None:
        ready.wait()
        try:
            with database.writing() as session:
                deeds[number](session)
            went.append("done")
        except Changed:
            went.append("changed")

    threads = [threading.Thread(target=do, args=(number,)) for number in range(len(deeds))]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return sorted(went)


def seen_by(database: Database, made: Made) -> frozenset[int]:
    with database.reading() as session:
        state = histories.found(session, made.reference, deed()).complaint.restriction
    assert state is not None
    return state.viewers


def test_the_second_of_two_who_change_the_list_looks_again(own_database, made):
    with own_database.reading() as session:
        seen = histories.found(session, made.reference, deed()).complaint.position

    def keep(*viewers: int) -> Callable[[Session], object]:
        by = deed(by="staff:1", seen=seen)
        return lambda session: restrictions.change_viewers(session, made.reference, viewers, by)

    assert at_once(own_database, [keep(1, 2), keep(1, 3)]) == ["changed", "done"]
    assert seen_by(own_database, made) in ({1, 2}, {1, 3})


def test_of_two_who_leave_at_once_the_list_is_filled_up_after_both(own_database, made):
    def leave(name: str) -> Callable[[Session], object]:
        return lambda session: staff.leave(session, f"{name}@example.org", deed())

    assert at_once(own_database, [leave("ada"), leave("ben")]) == ["done", "done"]
    assert {3, 4} <= seen_by(own_database, made)
