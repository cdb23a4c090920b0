"""A restricted case is there for those on its list, and for nobody else; the list never runs short (ruling 4)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.case.complaints import Arrival
from app.domain.case.restriction_states import RestrictionGround
from app.domain.case.restrictions import RestrictionDraft
from app.domain.clock.duty_kinds import DutyKind
from app.domain.landlord.permissions import Role
from app.domain.refused import Refused, Why
from app.services.case import complaints, duplicates, histories, restrictions, search
from app.services.case.complaints import NewComplaint
from app.services.case.histories import NoSuchCase
from app.services.case.search import Asked
from app.services.clock import duties
from app.services.clock.duties import Filters, View
from app.services.landlord import landlord, staff
from app.store.case import refusals
from app.store.landlord.staff import Member
from app.store.mail import letters
from app.store.pages import Place
from app.store.promises import promises
from app.store.promises.promises import Sought
from tests import states
from tests.cases import a_person, deed

ALL = Place()


@pytest.fixture
def team(session):
    """Ada is the officer; Ben, Cleo and Dan handle; Eve has a part in nothing."""
    roles = {"Ada": Role.COMPLAINTS_OFFICER, "Ben": Role.HANDLER, "Cleo": Role.HANDLER, "Dan": Role.HANDLER}
    for name, role in (roles | {"Eve": Role.VIEWER}).items():
        staff.add(session, name, f"{name.lower()}@example.org", frozenset({role}), deed())
    return {member.name: member for member in staff.present(session)}


def listed(session, *emails: str) -> None:
    ours = replace(landlord.current(session), restricted_handlers=emails)
    landlord.put(session, ours, deed())


def complaint_of(session, made):
    return histories.found(session, made.reference, deed()).complaint


def finds(session, me: Member, made) -> set[str]:
    """Return the lists in which somebody finds a case."""
    ours = landlord.current(session)
    found = {
        "queue": duties.queue(session, me, Filters(View.TEAM), ALL, ours, deed().at).page.lines,
        "counts": duties.queue(session, me, Filters(View.TEAM), ALL, ours, deed().at).counts,
        "duties": duties.of_case(session, me, made.reference),
        "search": search.find(session, me, Asked("Amina"), ALL, deed().at).lines,
        "written": search.find(session, me, Asked("boiler", said=True), ALL, deed().at).lines,
        "promises": promises.lines(session, me, Sought(), ALL).lines,
        "owners": promises.owners(session, me),
        "refusals": refusals.lines(session, me, "", ALL).lines,
        "letters": letters.to_go(session, me, letters.BY_HAND, ALL).lines,
    }
    return {name for name, lines in found.items() if lines}


def test_it_is_in_no_list_of_whoever_is_not_on_its_list(session, team):
    made, _ = states.with_promises(session)
    before = finds(session, team["Dan"], made)
    restrictions.name_concerned(session, made.reference, [team["Dan"].id], [team["Ada"].id, team["Ben"].id], deed())

    assert {"queue", "counts", "duties", "search", "promises"} <= before
    assert finds(session, team["Dan"], made) == finds(session, team["Cleo"], made) == set()
    assert finds(session, team["Ben"], made) == before


def test_it_is_not_held_out_as_the_same_complaint_to_others(session, team):
    made, day = states.fresh(session)
    draft = RestrictionDraft(RestrictionGround.OTHER, "Her own case", [team["Ada"].id, team["Ben"].id])
    restrictions.restrict(session, made.reference, draft, deed())
    again = NewComplaint(Arrival(words="The boiler has been broken since Monday.", happened_on=day), a_person())

    assert duplicates.find(session, team["Dan"], again, day) == []
    assert [each.found.reference for each in duplicates.find(session, team["Ben"], again, day)] == [made.reference]


def test_nothing_can_be_done_with_it_by_whoever_is_not_on_its_list(session, team):
    made, _ = states.fresh(session)
    restrictions.name_concerned(session, made.reference, [team["Dan"].id], [team["Ada"].id, team["Ben"].id], deed())

    for name in ("Cleo", "Dan"):
        with pytest.raises(NoSuchCase):
            complaints.assign(session, made.reference, team["Ben"].id, deed(by=f"staff:{team[name].id}"))
    complaints.assign(session, made.reference, team["Ben"].id, deed(by=f"staff:{team['Ben'].id}"))
    with pytest.raises(Refused) as refused:
        complaints.assign(session, made.reference, team["Cleo"].id, deed(by=f"staff:{team['Ben'].id}"))
    assert refused.value.why is Why.NOT_ON_THE_LIST


def test_deputies_and_who_reports_to_somebody_lose_sight_of_it_too(session, team):
    staff.place(session, "cleo@example.org", "dan@example.org", None, deed())
    staff.place(session, "ben@example.org", None, "dan@example.org", deed())
    made, _ = states.fresh(session)

    for other in ("Ben", "Cleo"):
        chosen = [team["Ada"].id, team[other].id]
        with pytest.raises(Refused) as refused:
            restrictions.name_concerned(session, made.reference, [team["Dan"].id], chosen, deed())
        assert refused.value.why is Why.CONCERNED_MAY_NOT_SEE


def test_two_must_see_it_who_can_work_on_it(session, team):
    made, _ = states.fresh(session)

    for chosen in (["Ada"], ["Ada", "Eve"], []):
        draft = RestrictionDraft(RestrictionGround.OTHER, "Her own case", [team[name].id for name in chosen])
        with pytest.raises(Refused) as refused:
            restrictions.restrict(session, made.reference, draft, deed())
        assert refused.value.why is Why.TOO_FEW_VIEWERS


def test_who_leaves_is_replaced_from_our_list_and_somebody_is_to_look_at_it(session, team):
    listed(session, "cleo@example.org", "dan@example.org")
    made, _ = states.fresh(session)
    draft = RestrictionDraft(RestrictionGround.OTHER, "Her own case", [team["Ada"].id, team["Ben"].id])
    restrictions.restrict(session, made.reference, draft, deed())

    staff.leave(session, "ben@example.org", deed())

    complaint = complaint_of(session, made)
    assert complaint.restriction is not None
    assert complaint.restriction.viewers == {team["Ada"].id, team["Cleo"].id}
    assert complaint.has_task(DutyKind.CHECK_VIEWERS)
    mine = duties.queue(session, team["Cleo"], Filters(View.MINE), ALL, landlord.current(session), deed().at)
    assert DutyKind.CHECK_VIEWERS.value in {line.kind for line in mine.page.lines}
    restrictions.change_viewers(session, made.reference, [team["Ada"].id, team["Cleo"].id], deed())
    assert not complaint_of(session, made).has_task(DutyKind.CHECK_VIEWERS)


def test_nobody_leaves_where_nobody_would_see_it(session, team):
    made, _ = states.fresh(session)
    draft = RestrictionDraft(RestrictionGround.OTHER, "Her own case", [team["Ada"].id, team["Ben"].id])
    restrictions.restrict(session, made.reference, draft, deed())

    with pytest.raises(Refused) as refused:
        staff.leave(session, "ben@example.org", deed())
    assert refused.value.why is Why.NOBODY_LEFT_TO_SEE
    with pytest.raises(Refused):
        staff.change_roles(session, "ben@example.org", frozenset({Role.VIEWER}), deed())


def test_a_complaint_about_a_senior_goes_to_our_list(session, team):
    made, _ = states.acknowledged(session)
    with pytest.raises(Refused) as refused:
        restrictions.name_concerned(session, made.reference, [team["Ada"].id], [team["Ben"].id], deed())
    assert refused.value.why is Why.NOBODY_ON_THE_FIXED_LIST
    listed(session, "cleo@example.org", "dan@example.org")

    restrictions.name_concerned(session, made.reference, [team["Ada"].id], [team["Ben"].id], deed())

    complaint = complaint_of(session, made)
    assert complaint.restriction is not None
    assert complaint.restriction.ground is RestrictionGround.SENIOR
    assert complaint.handler == team["Cleo"].id
    with pytest.raises(Refused) as refused:
        complaints.assign(session, made.reference, team["Ben"].id, deed())
    assert refused.value.why is Why.NOT_ON_THE_FIXED_LIST


def test_it_is_everybodys_again_with_a_reason_once_nobody_is_concerned(session, team):
    made, _ = states.fresh(session)
    two = [team["Ada"].id, team["Ben"].id]
    restrictions.name_concerned(session, made.reference, [team["Dan"].id], two, deed())

    with pytest.raises(Refused) as refused:
        restrictions.lift(session, made.reference, "It was somebody else", deed())
    assert refused.value.why is Why.STILL_CONCERNED
    restrictions.name_concerned(session, made.reference, [], two, deed())
    with pytest.raises(Refused) as refused:
        restrictions.lift(session, made.reference, " ", deed())
    assert refused.value.why is Why.RESTRICTED_WITHOUT_REASON
    restrictions.lift(session, made.reference, "It was somebody else", deed())
    assert "search" in finds(session, team["Dan"], made)


def test_our_list_holds_only_those_who_work_here(session, team):
    with pytest.raises(Refused) as refused:
        listed(session, "nobody@example.org")
    assert refused.value.why is Why.NO_SUCH_STAFF
