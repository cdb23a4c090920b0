"""A case as its resident sees it: one snapshot, a handful of queries, nothing of the house's own notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.domain.case import reckoning
from app.domain.case.headlines import Headline, headline
from app.domain.case.kin import OF_ONE_PERSON, Link
from app.domain.case.readers import may_follow, may_read_case, may_read_letter
from app.domain.case.state import Complaint, LetterState
from app.domain.case.tracks import Track, tracks
from app.domain.case.vocabulary import Ended
from app.domain.case.waiting import Waiting, waiting
from app.domain.clock.explanations import Step
from app.domain.clock.profiles import Profile, Stage
from app.domain.mail.addressees import RESIDENT
from app.domain.people.parties import PartyState, Role
from app.domain.promises.drafts import open_ones
from app.domain.promises.ledger import PromiseState
from app.domain.promises.offer_states import OfferState
from app.domain.said import Said
from app.services.case import histories, projections
from app.services.case.of_case import OfCase
from app.services.clock import hazards
from app.services.people.sessions import Mine, SignedIn
from app.store import record
from app.store.case import complaints, wordings
from app.store.case.complaints import CaseLine
from app.store.landlord import staff
from app.store.landlord.staff import Member
from app.store.people import parties
from app.store.record import Written


@dataclass(frozen=True, slots=True)
class Opened:
    """A case with its history, and the party as which somebody has opened it."""

    mine: Mine
    written: Sequence[Written]
    complaint: Complaint
    viewer: PartyState


@dataclass(frozen=True, slots=True)
class CasePage(OfCase):
    """What stands on a resident's own page. `names` are, for the resident alone, those of who speaks for them."""

    case_id: int
    complaint: Complaint
    viewer: PartyState
    profile: Profile
    headline: Headline
    tracks: tuple[Track, ...]
    waiting: tuple[Waiting, ...]
    letters: tuple[LetterState, ...]
    promises: tuple[PromiseState, ...]
    steps: Mapping[Stage, tuple[Step, ...]]
    texts: Mapping[int, str]
    staff: Mapping[int, Member]
    names: Mapping[int, str]
    hazard_steps: Mapping[int, tuple[Step, ...]]

    @property
    def full(self) -> bool:
        """Return whether this person is shown more than how far the complaint is."""
        return may_read_case(self.viewer)

    @property
    def follows(self) -> bool:
        """Return whether they are told here how far it is."""
        return may_follow(self.viewer)

    @property
    def stopped(self) -> bool:
        """Return whether the resident stopped it."""
        return self.complaint.ended is Ended.WITHDRAWN

    @property
    def belonging(self) -> tuple[Link, ...]:
        """Return the other complaints of the same person that came of this one, or that this one came of."""
        return tuple(link for link in self.complaint.kin.links if link.bond in OF_ONE_PERSON) if self.full else ()

    @property
    def handler(self) -> Member | None:
        """Return who has the complaint in hand."""
        return self.staff.get(self.complaint.handler or 0)


def opened(session: Session, mine: Mine) -> Opened:
    """Return the case that a resident has open, with its history."""
    written = record.read(session, complaints.stream(mine.case_id))
    complaint = projections.fold(written)
    return Opened(mine, written, complaint, complaint.party(mine.party))


def find(session: Session, mine: Mine, today: date) -> CasePage:
    """Return the page of the case that a resident has open, as of a London day."""
    return page_of(session, opened(session, mine), today)


def page_of(session: Session, case: Opened, today: date) -> CasePage:
    """Return the page of an opened case, as of a London day."""
    complaint, viewer = case.complaint, case.viewer
    terms = histories.terms_of(session, complaint)
    full = may_read_case(viewer)
    asked = waiting(complaint, viewer) if full else ()
    return CasePage(
        case_id=case.mine.case_id,
        complaint=complaint,
        viewer=viewer,
        profile=terms.profile,
        headline=headline(complaint, today),
        tracks=tracks(complaint),
        waiting=asked,
        letters=tuple(letter for letter in complaint.letters if may_read_letter(viewer, letter)),
        promises=complaint.promises if full else (),
        steps={stage.stage: reckoning.steps(complaint, stage, terms) for stage in complaint.stages},
        texts=wordings.some(session, case.mine.case_id, _spoken_of(complaint, viewer)) if full else {},
        staff=staff.some(session, _named(complaint)),
        names=_who_else(session, case) if full else {},
        hazard_steps={hazard.number: hazards.steps(hazard, terms) for hazard in complaint.hazards},
    )


def _spoken_of(complaint: Complaint, viewer: PartyState) -> list[int]:
    """Return the numbers of the words a page may show: theirs, and ours as they were written to them."""
    definition = complaint.definition
    points = [each for point in definition.points for each in (point.said, point.theirs, point.elsewhere)]
    outcomes = [outcome.said for outcome in definition.outcomes]
    promised = [said for promise in complaint.promises for said in _said_of(promise)]
    reasons = [removal.reason for removal in complaint.removals]
    refused = [each.proposal for each in complaint.refusals if each.letter]
    rated = None if complaint.survey is None else complaint.survey.said
    refusals = [said for each in refused for said in (each.part, each.reasons, each.evidence, each.discretion)]
    offers = [said for offer in offered(complaint) for said in (offer.answered, *(line.said for line in offer.lines))]
    since = [each.said for each in complaint.kin.originals] + [point.said for point in complaint.new_points]
    reply = complaint.understood.said_by(viewer.number) if complaint.understood else None
    first = [complaint.first_words, complaint.wanted_words, reply, rated, *since]
    meant = [said for each in open_ones(complaint) for said in (each.said, each.replied)]
    found = [*first, *meant, *points, *outcomes, *promised, *reasons, *refusals, *offers]
    return [said.number for said in found if said is not None]


def offered(complaint: Complaint) -> tuple[OfferState, ...]:
    """Return the offers that stand in a letter: of others the resident has not heard, and may not."""
    return tuple(offer for offer in complaint.remedies.offers if offer.issued)


def _said_of(promise: PromiseState) -> tuple[Said | None, ...]:
    """Return what was said of a promise to its resident, or by them; how we prove it is the house's own note."""
    return (promise.said, promise.judged, promise.ended, *(move.said for move in promise.moves))


def _named(complaint: Complaint) -> set[int]:
    named = {promise.owner for promise in complaint.promises}
    named |= {message.staff for message in complaint.messages if message.staff is not None}
    return named if complaint.handler is None else named | {complaint.handler}


def _who_else(session: Session, case: Opened) -> dict[int, str]:
    """Return the names of those who speak, or would, for the resident: for the resident alone."""
    others = [each for each in case.complaint.parties if each.role is Role.REPRESENTATIVE]
    if case.viewer.role is not Role.RESIDENT or not others:
        return {}
    return {party.number: party.name for party in parties.of_case(session, case.mine.case_id)}


def name_of(session: Session, case_id: int, party: int) -> str:
    """Return what somebody who takes part in a case is called."""
    return next((each.name for each in parties.of_case(session, case_id) if each.number == party), "")


def of_sign_in(session: Session, who: SignedIn) -> list[CaseLine]:
    """Return a line for each case that this sign-in opens, the latest received first.

    One that they may not follow has no phase, and one in which they have a part no longer no line. Only who is not the
    resident is kept from a case that stays open to them, so that no other is read for this.
    """
    others = [opened(session, mine) for mine in who.cases.values() if mine.party != RESIDENT]
    left = {case.mine.case_id for case in others if case.viewer.silent}
    unseen = {case.mine.reference for case in others if not may_follow(case.viewer)}
    lines = complaints.lines(session, [case_id for case_id in who.cases if case_id not in left])
    return [line._replace(phase=None) if line.reference in unseen else line for line in lines]
