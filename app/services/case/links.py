"""Link two complaints, part them, put one into another, or let points leave for one of their own (ruling 18)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.domain.case import links, merges, splits
from app.domain.case.kin import Bond
from app.domain.case.phases import NO_COMPLAINT, Phase
from app.domain.deed import Deed
from app.domain.mail.notices import Notice
from app.domain.parts import Part
from app.domain.refused import Gap, Refused, Why
from app.services.case import duplicates, histories, siblings
from app.services.case.desks import Desk
from app.services.case.duplicates import Duplicate
from app.services.case.histories import Case
from app.services.case.siblings import both
from app.services.mail import letters
from app.store import search
from app.store.landlord.staff import Member
from app.store.people.parties import Party
from app.words.tokens import tokens

OF_BOTH = (Part.LINKS, Part.DEFINITION, Part.ANSWER, Part.STAGE_2, Part.END, Part.REFUSALS, Part.HAZARDS)


def suggested(session: Session, me: Member, case: Desk, today: date) -> list[Duplicate]:
    """Return the complaints that may be the same as this one, less those it is linked with already."""
    known = {link.reference for link in case.complaint.kin.links}
    found = duplicates.of_case(session, me, case, today)
    return [each for each in found if each.found.reference not in known and Phase(each.found.phase) not in NO_COMPLAINT]


def link(session: Session, me: Member, reference: str, other: str, deed: Deed) -> None:
    """Link two complaints; raises Refused for one they may not see or that is linked already, or Changed."""
    _refuse_unseen(session, me, reference, other)
    with both(session, reference, other, deed, Part.LINKS) as (ours, theirs):
        ours.add(links.link(ours.complaint, theirs.id, theirs.reference, Bond.RELATED))
        theirs.add(links.link(theirs.complaint, ours.id, ours.reference, Bond.RELATED))


def separate(session: Session, me: Member, reference: str, other: str, deed: Deed) -> None:
    """Part two complaints; raises Refused when they are not linked, or one was put into the other, or Changed."""
    _refuse_unseen(session, me, reference, other)
    with both(session, reference, other, deed, Part.LINKS) as (ours, theirs):
        for one, another in ((ours, theirs), (theirs, ours)):
            one.add(links.separate(one.complaint, another.reference))


def merge(session: Session, me: Member, reference: str, other: str, deed: Deed) -> int:
    """Put another complaint into this one, write to the resident and return the letter's number (ruling 18).

    Raises Refused unless both are the same people's and nothing is lost by it, or Changed.
    """
    _refuse_unseen(session, me, reference, other)
    with both(session, reference, other, deed, *OF_BOTH) as (kept, gone):
        event = merges.merge(
            kept.complaint, gone.complaint, gone.id, gone.texts(), terms=kept.terms, deed=deed, write=kept.write
        )
        if not _same_people(kept, gone):
            raise Refused(Gap(Why.MERGE_PEOPLE_DIFFER, "other"))
        gone.add(merges.end(kept.complaint, kept.id, deed))
        kept.add(event)
        stage = kept.complaint.current
        return letters.issue(kept, Notice.MERGED, stage.stage if stage else None, event)


def split(session: Session, reference: str, points: Collection[int], lookup_key: bytes, deed: Deed) -> str:
    """Let points leave, write to the resident and return the new complaint's reference; raises Refused, or Changed."""
    with histories.opened(session, reference, deed, *OF_BOTH) as case:
        event = splits.split(case.complaint, points, "")
        texts, received_on = case.texts(), case.complaint.received_on or deed.on
        words = "\n\n".join(texts.get(said.number, "") for said in event.said)
        made = siblings.make(case, words, received_on, Bond.SPLIT, "split", lookup_key)
        event = replace(event, reference=made.reference)
        case.add(event)
        stage = case.complaint.current
        letters.issue(case, Notice.SPLIT_OFF, stage.stage if stage else None, event)
        return made.reference


def _refuse_unseen(session: Session, me: Member, reference: str, other: str) -> None:
    if other == reference or search.case(session, me, other) is None:
        raise Refused(Gap(Why.NO_SUCH_CASE, "other"))


def _same_people(kept: Case, gone: Case) -> bool:
    """Return whether everybody who takes part in one does in the other: nobody is shown what is not theirs.

    An MP or councillor who only wrote about one of them is shown neither, and is answered there all the same. A name
    alone is not enough: they also share a home, or a way to be reached.
    """
    ours, theirs = _people(kept), _people(gone)
    named = [(role, name) for role, name, _ in ours] == [(role, name) for role, name, _ in theirs]
    return named and all(name and marks & other for (_, name, marks), (_, _, other) in zip(ours, theirs, strict=True))


def _people(case: Case) -> list[tuple[str, list[str], set[str]]]:
    """Return the part and the name of each person, and what else tells them from others of that name."""
    shown = {each.number for each in case.complaint.parties if not each.only_enquires}
    theirs = [each for each in case.people() if each.number in shown]
    people = [(each.role, sorted(tokens(each.name or "")), _marks(case, each)) for each in theirs]
    return sorted(people, key=lambda each: each[:2])


def _marks(case: Case, person: Party) -> set[str]:
    home = " ".join(tokens(f"{person.address or ''} {person.postcode or ''}"))
    known = {contact.value for contact in case.reachable(person.number).values()}
    return known | ({home} if home else set())
