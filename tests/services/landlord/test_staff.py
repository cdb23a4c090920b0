"""Those who work for the landlord, from the first day to the last."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.landlord.permissions import Role
from app.domain.refused import Refused, Why
from app.services.landlord import staff
from app.services.people import sessions
from app.store import record
from tests.cases import deed

OFFICER, HANDLER = frozenset({Role.COMPLAINTS_OFFICER}), frozenset({Role.HANDLER})
NOW = deed()


def kinds(session, staff_id):
    return [event.kind for event in record.read(session, f"staff:{staff_id}")]


def test_who_is_added_is_on_the_list_and_in_the_record_by_number(session):
    invitation = staff.add(session, " Jo Handler ", "Jo@Example.org", HANDLER, NOW)

    (member,) = staff.present(session)
    assert (member.name, member.email, member.roles) == ("Jo Handler", "jo@example.org", HANDLER)
    (event,) = record.read(session, f"staff:{invitation.staff_id}")
    assert event.kind == "staff_added"
    assert "Jo" not in event.facts


def test_an_address_belongs_to_one_person(session):
    staff.add(session, "Jo", "jo@example.org", HANDLER, NOW)

    with pytest.raises(Refused) as refused:
        staff.add(session, "Joe", "JO@example.org", HANDLER, NOW)

    assert refused.value.why is Why.EMAIL_TAKEN


def test_what_is_wrong_is_said_and_nobody_is_added(session):
    with pytest.raises(Refused) as refused:
        staff.add(session, "", "no address", frozenset(), NOW)

    assert {gap.field for gap in refused.value.gaps} == {"name", "email", "roles"}
    assert staff.present(session) == []


def test_the_landlord_keeps_at_least_one_officer(session):
    staff.add(session, "Al", "al@example.org", OFFICER, NOW)

    for act in (lambda: staff.leave(session, "al@example.org", NOW), demote(session)):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.why is Why.LAST_OFFICER

    staff.add(session, "Jo", "jo@example.org", OFFICER, NOW)
    staff.leave(session, "al@example.org", NOW)


def demote(session):
    return lambda: staff.change_roles(session, "al@example.org", HANDLER, NOW)


def test_who_leaves_is_signed_out_and_cannot_come_back_in(session):
    staff.add(session, "Al", "al@example.org", OFFICER, NOW)
    jo = staff.add(session, "Jo", "jo@example.org", HANDLER, NOW)
    token = sessions.open_for_staff(session, jo.staff_id, "a test", NOW)

    staff.leave(session, "jo@example.org", NOW)

    assert sessions.find(session, token, sessions.Kind.STAFF, NOW.at) is None
    assert staff.credentials(session, "jo@example.org") is None
    assert kinds(session, jo.staff_id) == ["staff_added", "staff_left"]


def test_roles_change_at_once_for_who_is_signed_in(session):
    jo = staff.add(session, "Jo", "jo@example.org", HANDLER, NOW)
    token = sessions.open_for_staff(session, jo.staff_id, "a test", NOW)

    staff.change_roles(session, "jo@example.org", frozenset({Role.VIEWER}), NOW)

    assert sessions.find(session, token, sessions.Kind.STAFF, NOW.at).member.roles == {Role.VIEWER}


def test_a_reset_signs_out_and_voids_the_password(session):
    jo = staff.add(session, "Jo", "jo@example.org", HANDLER, NOW)
    staff.set_up(session, jo.token, "hash", 5, NOW)
    token = sessions.open_for_staff(session, jo.staff_id, "a test", NOW)
    salt = staff.credentials(session, "jo@example.org").code_salt

    staff.reset(session, "jo@example.org", NOW)

    after = staff.credentials(session, "jo@example.org")
    assert after.password_hash is None
    assert after.code_salt != salt
    assert sessions.find(session, token, sessions.Kind.STAFF, NOW.at) is None


def test_an_invitation_is_good_for_a_week_and_once(session):
    jo = staff.add(session, "Jo", "jo@example.org", HANDLER, NOW)
    assert staff.invited(session, jo.token, NOW.at + timedelta(days=6, hours=23))
    assert staff.invited(session, jo.token, NOW.at + timedelta(days=7)) is None

    staff.set_up(session, jo.token, "hash", 5, NOW)

    with pytest.raises(Refused):
        staff.set_up(session, jo.token, "another", 6, NOW)


def test_a_step_is_used_once_and_never_an_earlier_one(session):
    jo = staff.add(session, "Jo", "jo@example.org", HANDLER, NOW)

    staff.use_code(session, jo.staff_id, 100)

    for step in (100, 99):
        with pytest.raises(Refused):
            staff.use_code(session, jo.staff_id, step)
    staff.use_code(session, jo.staff_id, 101)


def test_who_is_not_there_cannot_be_changed(session):
    for act in (staff.reset, staff.leave):
        with pytest.raises(Refused) as refused:
            act(session, "nobody@example.org", NOW)
        assert refused.value.why is Why.NO_SUCH_STAFF
