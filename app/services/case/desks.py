"""A case as the staff have it on one page: everything they act on, read in one snapshot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from sqlalchemy.orm import Session

from app.domain.case import reckoning, third_parties
from app.domain.case.flags import Flag, flags
from app.domain.case.independence import viewers
from app.domain.case.state import Complaint
from app.domain.clock import duties
from app.domain.clock.duty_kinds import Duty
from app.domain.clock.explanations import Step
from app.domain.clock.profiles import Stage
from app.domain.clock.terms import Terms
from app.domain.landlord.permissions import Permission, allows
from app.domain.people import safeguarding
from app.domain.people.adjustments import AdjustmentAsked
from app.domain.record import kind_of
from app.services.case import histories, projections, timelines
from app.services.case.histories import NoSuchCase
from app.services.case.of_case import OfCase
from app.services.case.timelines import Line
from app.store.case import wordings
from app.store.landlord import staff
from app.store.landlord.staff import Member
from app.store.people import contacts, parties
from app.store.people.contacts import Contact
from app.store.people.parties import Party
from app.store.record import Written
from app.words.case.events import to_staff

OF_CONCERNS = frozenset(kind_of(each) for each in get_args(safeguarding.Event))
"""Kinds of events that only those see who are named for safeguarding (ruling 4)."""


@dataclass(frozen=True, slots=True)
class Desk(OfCase):
    """One case. `duties` are those still open, the earliest first; `timeline` is newest first.

    `present` are those who work here now, `hired` the people of contractors.
    """

    case_id: int
    complaint: Complaint
    terms: Terms
    flags: tuple[Flag, ...]
    duties: tuple[Duty, ...]
    steps: Mapping[Stage, tuple[Step, ...]]
    parties: Sequence[Party]
    contacts: Sequence[Contact]
    texts: Mapping[int, str]
    names: Mapping[int, str]
    present: Sequence[Member]
    hired: Sequence[Member]
    timeline: tuple[Line, ...]
    needs: Mapping[int, AdjustmentAsked]
    written: Sequence[Written]

    def named(self, staff: int | None) -> str:
        """Return what a member of staff is called; nobody is empty."""
        return self.names.get(staff or 0, "")

    @property
    def viewers(self) -> list[str]:
        """Return who alone may see it, by name; empty where everybody may."""
        return sorted(self.named(each) for each in viewers(self.complaint) or ())

    def of_party(self, party: int) -> list[Contact]:
        """Return every way to reach a party that may still be used."""
        return [contact for contact in self.contacts if contact.party == party and contact.barred_at is None]


def find(session: Session, me: Member, reference: str, language: str, *, people: bool = True) -> Desk:
    """Return the page of a case, and on it how to reach its people unless that is of no use.

    Raises NoSuchCase, also for one that is not mine to see.
    """
    case_id, written = histories.read(session, reference)
    complaint = projections.fold(written)
    histories.refuse_if_hidden(complaint, me.id)
    if me.contractor and third_parties.writes(complaint) != me.id:
        raise NoSuchCase(reference)
    texts = wordings.texts(session, case_id)
    if not safeguarding.may_see(complaint, me.id, named=allows(me.roles, Permission.SAFEGUARD)):
        texts = {number: text for number, text in texts.items() if number not in safeguarding.texts(complaint)}
        written = [each for each in written if each.kind not in OF_CONCERNS]
        complaint = safeguarding.without(complaint)
    terms = histories.terms_of(session, complaint)
    names, present, hired = staff.everybody(session)
    return Desk(
        case_id=case_id,
        complaint=complaint,
        terms=terms,
        flags=flags(complaint),
        duties=duties.of(complaint),
        steps={stage.stage: reckoning.steps(complaint, stage, terms) for stage in complaint.stages},
        parties=parties.of_case(session, case_id) if people else (),
        contacts=contacts.of_case(session, case_id) if people else (),
        texts=texts,
        names=names,
        present=present,
        hired=hired,
        timeline=timelines.lines(written, to_staff, names, language, timelines.known(written))[::-1],
        needs=_needs(written),
        written=written,
    )


def _needs(written: Sequence[Written]) -> dict[int, AdjustmentAsked]:
    """Return what would make it easier, as it was asked for, by number."""
    asked = (projections.recorded(each).event for each in written if each.kind == kind_of(AdjustmentAsked))
    return {event.adjustment: event for event in asked if isinstance(event, AdjustmentAsked)}
