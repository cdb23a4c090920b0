"""Let an MP or councillor take part in a case, and keep what the resident agrees that they are told (3.6, ruling 6)."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from app.domain.case.duplicates import same_name
from app.domain.deed import Deed
from app.domain.parts import Part
from app.domain.people import enquirers as rules
from app.domain.people import representatives
from app.domain.people.parties import Authority, RepresentativeKind, Role, Share
from app.services.case import histories
from app.services.case.histories import Case
from app.services.people import parties
from app.services.people.parties import Person
from app.words.tokens import tokens


def join(case: Case, writer: Person) -> int:
    """Let who wrote take part, with ways and safety of their own, and return their number; who does already stays."""
    name = set(tokens(writer.name))
    for each in case.people():
        if same_name(name, set(tokens(each.name))) and rules.told_by_share(case.complaint.party(each.number)):
            return each.number
    number = parties.join(case, as_enquirer(writer))
    case.add(representatives.known_as(number, RepresentativeKind.MP_OR_COUNCILLOR))
    return number


def as_enquirer(writer: Person) -> Person:
    """Return who wrote as the MP or councillor that they are, without a home or needs here."""
    return replace(
        writer,
        role=Role.REPRESENTATIVE,
        authority=Authority.MP_OR_COUNCILLOR,
        address="",
        postcode="",
        tenure="",
    )


def agree(session: Session, reference: str, party: int, share: Share | None, words: str, deed: Deed) -> None:
    """Keep what the resident said that an MP or councillor may be told; raises Refused, or Changed (3.6)."""
    with histories.opened(session, reference, deed, Part.PARTIES) as case:
        case.add(rules.agree(case.complaint, party, share, words, write=case.write))
