"""Who may do what."""

from __future__ import annotations

from app.domain.landlord.permissions import ROLES, Permission, Role, allows


def test_every_role_is_a_bundle_and_every_permission_is_in_one():
    assert set(ROLES) == set(Role)
    assert frozenset.union(*ROLES.values()) == frozenset(Permission)


def test_an_officer_may_do_all_but_a_contractors_work_and_a_viewer_changes_nothing():
    assert ROLES[Role.COMPLAINTS_OFFICER] == set(Permission) - {Permission.WORK_AS_CONTRACTOR}
    assert ROLES[Role.VIEWER] == {Permission.READ_COMPLAINTS, Permission.READ_LANDLORD}


def test_each_stage_has_its_own_people():
    assert not allows([Role.HANDLER], Permission.ANSWER_STAGE_2)
    assert not allows([Role.STAGE_2_REVIEWER], Permission.ANSWER_STAGE_1)


def test_somebody_who_is_two_things_may_do_what_either_may():
    both = [Role.HANDLER, Role.STAGE_2_REVIEWER]

    assert allows(both, Permission.ANSWER_STAGE_1)
    assert allows(both, Permission.ANSWER_STAGE_2)


def test_only_officers_set_what_the_landlord_says():
    assert [role for role in Role if allows([role], Permission.SET_LANDLORD)] == [Role.COMPLAINTS_OFFICER]


def test_nobody_without_a_role_may_do_anything():
    assert not any(allows([], permission) for permission in Permission)


def test_a_contractors_person_may_do_what_nobody_else_may_and_nothing_else():
    assert ROLES[Role.CONTRACTOR] == {Permission.WORK_AS_CONTRACTOR}
    assert [role for role in Role if allows([role], Permission.WORK_AS_CONTRACTOR)] == [Role.CONTRACTOR]
