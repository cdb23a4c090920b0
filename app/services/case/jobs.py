"""What a contractor's people have to do in a case, and the doing of it: nothing else of it is theirs (5.4, 5.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.domain.case import contributions, files, jobs, third_parties
from app.domain.case.contribution_states import ContributionState
from app.domain.case.state import Complaint
from app.domain.deed import Deed
from app.domain.landlord.whys import ContractorWhy
from app.domain.mail.addressees import RESIDENT
from app.domain.parts import Part
from app.domain.people.parties import PartyState
from app.domain.people.preferences import Safe, Way
from app.domain.promises import endings, promises, proposals
from app.domain.promises.ledger import Approach, PromiseState
from app.domain.refused import Gap, Refused
from app.domain.said import Said
from app.services.case import evidence, histories, projections
from app.services.case.evidence import Taken
from app.services.case.histories import Case, NoSuchCase
from app.services.case.of_case import OfCase
from app.store.case import wordings
from app.store.clock import duties
from app.store.clock.duties import QueueLine, Sought
from app.store.landlord import permissions
from app.store.landlord.staff import Member
from app.store.pages import Page, Place
from app.store.people import contacts, homes, parties


@dataclass(frozen=True, slots=True)
class Where:
    """Whom a job is for, and where. The number only of who said that anybody may ring it (ruling 2)."""

    name: str
    address: str
    phone: str


@dataclass(frozen=True, slots=True)
class Job(OfCase):
    """A case as a contractor's person has it: what is theirs to do, and what they must know to do it."""

    case_id: int
    complaint: Complaint
    promises: tuple[PromiseState, ...]
    parts: tuple[ContributionState, ...]
    answers: bool
    where: Where
    texts: Mapping[int, str]

    @property
    def few(self) -> bool:
        """Return whether only named people may see the case."""
        return self.complaint.restriction is not None

    @property
    def points(self) -> tuple[Said, ...]:
        """Return what is complained of, for who is to write about it; to mend something, nobody need know that."""
        return tuple(each.said for each in self.complaint.definition.points) if self.parts or self.answers else ()


def to_do(session: Session, me: Member, place: Place) -> Page[QueueLine]:
    """Return a page of what this person has to do, the next due first."""
    return duties.queue(session, me, Sought(mine=me.id), place)


def find(session: Session, me: Member, reference: str) -> Job | None:
    """Return a case as this person has it; None where there is none, or nothing in it is theirs to do."""
    if not permissions.knows_of(session, me, reference):
        return None
    case_id, written = histories.read(session, reference)
    complaint = projections.fold(written)
    if me.id not in jobs.let_in(complaint):
        return None
    return Job(
        case_id=case_id,
        complaint=complaint,
        promises=jobs.promises(complaint, me.id),
        parts=jobs.parts(complaint, me.id),
        answers=third_parties.writes(complaint) == me.id,
        where=_where(session, case_id, complaint),
        texts=wordings.texts(session, case_id),
    )


def give_part(session: Session, me: Member, reference: str, number: int, words: str, deed: Deed) -> None:
    """Keep the part somebody gave; raises NoSuchCase, Refused without words, or Changed."""
    with _opened(session, me, reference, deed, Part.CONTRIBUTIONS) as case:
        jobs.part(case.complaint, me.id, number)
        case.add(contributions.give(case.complaint, number, words, case.write))


def finish(
    session: Session, me: Member, reference: str, number: int, day: date, words: str, shows: Taken | None, deed: Deed
) -> None:
    """Mark a promise done, with what shows it; raises NoSuchCase, Refused without file or words, or Changed (7.3)."""
    with _opened(session, me, reference, deed, Part.PROMISES) as case:
        jobs.promise(case.complaint, me.id, number)
        if shows is None:
            raise Refused(Gap(ContractorWhy.DONE_WITHOUT_FILE, "file"))
        case.add(promises.finish(case.complaint, number, day, words, deed=deed, write=case.write))
        evidence.put(case, files.OURS, shows)


def propose(
    session: Session, me: Member, reference: str, number: int, new: date | None, words: str, deed: Deed
) -> None:
    """Ask for another day; raises NoSuchCase, Refused without a day and why, or Changed (7.3)."""
    with _opened(session, me, reference, deed, Part.PROMISES) as case:
        jobs.promise(case.complaint, me.id, number)
        asked = proposals.propose(case.complaint, number, new, words, terms=case.terms, deed=deed, write=case.write)
        case.add(asked)


def try_access(
    session: Session, me: Member, reference: str, number: int, by: Approach | None, day: date, words: str, deed: Deed
) -> None:
    """Write down a try to be let in; raises NoSuchCase, Refused, or Changed (ruling 23)."""
    with _opened(session, me, reference, deed, Part.PROMISES) as case:
        jobs.promise(case.complaint, me.id, number)
        case.add(endings.try_access(case.complaint, number, by, day, words, deed=deed, write=case.write))


def miss_appointment(session: Session, me: Member, reference: str, number: int, day: date, deed: Deed) -> None:
    """Write down that they did not come; raises NoSuchCase, Refused, or Changed."""
    with _opened(session, me, reference, deed, Part.PROMISES) as case:
        jobs.promise(case.complaint, me.id, number)
        case.add(endings.miss_appointment(case.complaint, number, day, deed=deed))


@contextmanager
def _opened(session: Session, me: Member, reference: str, deed: Deed, *touching: Part) -> Iterator[Case]:
    """Yield a case in which something is theirs to do at this very moment; raises NoSuchCase for any other."""
    with histories.opened(session, reference, deed, *touching) as case:
        if me.id not in jobs.let_in(case.complaint):
            raise NoSuchCase(reference)
        yield case


def _where(session: Session, case_id: int, complaint: Complaint) -> Where:
    """Return whom it is for: at the home it is about, and never where somebody has moved to since (ruling 7)."""
    told = next((each for each in complaint.parties if each.number == RESIDENT), None)
    kept = next((each for each in parties.of_case(session, case_id) if each.number == RESIDENT), None)
    if told is None or kept is None:
        return Where("", "", "")
    home = homes.find(session, complaint.home) if complaint.home is not None else None
    lives = home or (kept if told.moved_on is None else None)
    lines = (lives.address, lives.postcode) if lives else ()
    rung = contacts.usable(session, case_id, RESIDENT).get(Way.PHONE) if _may_be_rung(told) else None
    return Where(kept.name, "\n".join(filter(None, lines)), rung.value if rung else "")


def _may_be_rung(told: PartyState) -> bool:
    chosen = told.preferences
    if chosen is None or told.silent or told.moved_on is not None:
        return False
    return chosen.safe is Safe.YES and Way.PHONE in chosen.ways and not chosen.cautions
