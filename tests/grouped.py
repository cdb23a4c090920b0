"""Complaints among others about the same: people of one group, and strangers with one problem."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

from sqlalchemy.orm import Session

from app.domain.case.bindings import GroupDraft
from app.domain.case.findings import ResponseDraft
from app.domain.case.group_states import Binding
from app.domain.case.vocabulary import ForWhom
from app.domain.landlord.permissions import Role
from app.services.case import acknowledgements, groups, histories
from app.services.case.complaints import Made
from app.services.landlord import staff
from app.store.landlord.staff import Member
from tests.cases import a_complaint, a_definition, a_person, an_answer, deed

UNDERSTOOD = date(2026, 11, 25)
LOOKING = date(2026, 12, 2)
WORDS = "The lift waits for a part from Denmark. It comes on 14 December."
PERSONAL = "You were stuck in it on 3 November, and nobody rang you."
NEIGHBOURS = ("Amina Yusuf", "Bola Adeyemi")


def colleague(session: Session, role: Role = Role.HANDLER) -> Member:
    """Somebody who may lead a group: the first member of staff, made if there is none."""
    if not staff.present(session):
        staff.add(session, "Sam Reid", f"{uuid4().hex}@example.org", frozenset({role}), deed())
    return staff.present(session)[0]


def neighbour(session: Session, name: str, people: int = 1) -> Made:
    """One of several who complain of the lift, understood and not answered yet."""
    who = a_person(name=name, ways={}, address=f"{name} House\nSalford", preferences=None)
    made = a_complaint(session, who, key=uuid4().hex, words="The lift is out.", for_whom=ForWhom.GROUP, people=people)
    acknowledgements.acknowledge(session, made.reference, a_definition(), 1, None, deed(UNDERSTOOD, "staff:1"))
    return made


def begun(session: Session, made: Made, binding: Binding = Binding.GROUP) -> int:
    """A group with this complaint in it."""
    draft = GroupDraft("Lift at Elm Court", colleague(session).id, binding)
    return groups.begin(session, made.reference, draft, deed(UNDERSTOOD, "staff:1"))


def two(session: Session) -> tuple[Made, Made, int]:
    """A group of two, of whom the first speaks for twelve."""
    first, second = neighbour(session, NEIGHBOURS[0], 12), neighbour(session, NEIGHBOURS[1])
    number = begun(session, first)
    groups.put_in(session, second.reference, number, deed(UNDERSTOOD, "staff:1"))
    return first, second, number


def with_common_part(session: Session) -> tuple[Made, Made, int]:
    """The same, once it is written what all are told."""
    first, second, number = two(session)
    groups.write_common(session, colleague(session), number, WORDS, deed(UNDERSTOOD, f"staff:{colleague(session).id}"))
    return first, second, number


def answer_of(session: Session, made: Made, personal: str = PERSONAL) -> ResponseDraft:
    """An answer beside the common part that stands now."""
    complaint = histories.found(session, made.reference, deed()).complaint
    return replace(an_answer(), common=groups.common_part(session, complaint), personal=personal)


def in_a_group(session: Session) -> tuple[Made, date]:
    return with_common_part(session)[0], LOOKING
