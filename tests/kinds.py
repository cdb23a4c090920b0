"""Cases that are no complaint, in every state, made by the services; tests/states.py has them among the others."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from sqlalchemy.orm import Session

from app.domain.case.complaints import Arrival
from app.domain.case.feelings import FeelingDraft
from app.domain.case.kinds import Feeling, Kind, Outcome
from app.domain.case.requests import EndingDraft
from app.domain.people.parties import Authority, Role
from app.domain.people.preferences import Preferences, Safe, Way
from app.services.case import complaints, openings, requests
from app.services.case.complaints import Made, NewComplaint
from app.services.case.openings import OpeningDraft
from app.services.people.parties import Person
from tests.cases import LOOKUP_KEY, RECEIVED, a_complaint, a_person, deed, seed, who_comes_back

LATER = date(2026, 11, 27)
WRITER = Person(
    role=Role.REPRESENTATIVE,
    name="Rt Hon Maria Oduya MP",
    relationship="Member of Parliament",
    authority=Authority.MP_OR_COUNCILLOR,
    ways={Way.EMAIL: "maria.oduya@example.org"},
    preferences=Preferences(Safe.YES, (Way.EMAIL,), Way.EMAIL),
)


def a_case(
    session: Session, kind: Kind, words: str = "Please mend the gate. It does not shut.", **more: object
) -> Made:
    """A case of some kind that has just come in, of somebody who comes back to read."""
    seed(session)
    person = who_comes_back()
    new = NewComplaint(Arrival(words=words, happened_on=RECEIVED), person, kind=kind, **more)  # type: ignore[arg-type]
    return complaints.make(session, new, LOOKUP_KEY, deed(RECEIVED, "staff:1", key=uuid4().hex))


def requested(session: Session) -> tuple[Made, date]:
    return a_case(session, Kind.REQUEST), RECEIVED


def request_late(session: Session) -> tuple[Made, date]:
    return a_case(session, Kind.REQUEST), date(2026, 12, 10)


def request_done(session: Session) -> tuple[Made, date]:
    made = a_case(session, Kind.REQUEST)
    draft = EndingDraft(Outcome.DONE, LATER, "The joiner hung the gate anew, and we saw it shut.")
    requests.end(session, made.reference, draft, deed(LATER, "staff:1"))
    return made, LATER


def request_said_no(session: Session) -> tuple[Made, date]:
    return a_case(session, Kind.REQUEST, said_no=True), RECEIVED


def request_with_a_complaint(session: Session) -> tuple[Made, date]:
    made = a_case(session, Kind.REQUEST)
    opened_from(session, made)
    return made, LATER


def opened_from_a_request(session: Session) -> tuple[Made, date]:
    return opened_from(session, a_case(session, Kind.REQUEST)), LATER


def enquiry(session: Session) -> tuple[Made, date]:
    return a_case(session, Kind.ENQUIRY, "My constituent waits for a gate.", representative=WRITER), RECEIVED


def data_complaint(session: Session) -> tuple[Made, date]:
    return a_case(session, Kind.DATA_PROTECTION, "You sent my letter to my neighbour."), RECEIVED


def opened_from(session: Session, made: Made, words: str = "Nobody came.") -> Made:
    """The complaint that somebody made of their request."""
    draft = OpeningDraft(Kind.COMPLAINT, LATER, words)
    by = deed(LATER, f"party:{made.case_id}.1", key=uuid4().hex)
    return openings.open_from(session, made.reference, draft, LOOKUP_KEY, by)


def feels(session: Session, made: Made, feeling: Feeling, on: date = LATER) -> None:
    requests.tell_feeling(session, made.reference, FeelingDraft(feeling, on, "I am fed up"), deed(on, "staff:1"))


def with_a_letter_of_an_mp(session: Session) -> tuple[Made, date]:
    """A complaint that the letter of an MP joined."""
    made, by = a_complaint(session, key=uuid4().hex), deed(LATER, "staff:1", key=uuid4().hex)
    requests.join_enquiry(session, made.reference, WRITER, "My constituent waits. " * 40, RECEIVED, by)
    return made, LATER


def to_be_visited(session: Session) -> tuple[Made, date]:
    """The third complaint within a year of somebody whom no other test knows."""
    who = a_person(name=f"Amina {uuid4().hex}")
    return [a_complaint(session, who, key=uuid4().hex) for _ in range(3)][-1], RECEIVED


MADE = (
    requested,
    request_late,
    request_done,
    request_said_no,
    request_with_a_complaint,
    enquiry,
    data_complaint,
    with_a_letter_of_an_mp,
    to_be_visited,
)
KINDS = {made.__name__: made for made in MADE}
