"""Complaints in any state, each made in one line by the services themselves."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import cache
from uuid import uuid4

from sqlalchemy.orm import Session

from app.adapters.holidays import bank_holidays
from app.domain.case.complaints import Arrival
from app.domain.case.definitions import DefinitionDraft, PointDraft
from app.domain.case.findings import FindingDraft, Granted, OutcomeDraft, PromiseDraft, ResponseDraft
from app.domain.case.vocabulary import Ours
from app.domain.clock.profiles import ENGLAND_2024, Finding
from app.domain.deed import Actor, Deed
from app.domain.people.preferences import Preferences, Safe, Way
from app.domain.promises.remedies import RemedyKind
from app.services.case import acknowledgements, complaints, responses
from app.services.case.complaints import Made, NewComplaint
from app.services.people.parties import Person
from app.store.clock import calendars

LOOKUP_KEY = b"a key that only tests know"
BY_EMAIL = Preferences(Safe.YES, (Way.EMAIL,), Way.EMAIL)
COMES_BACK = Preferences(Safe.YES, (Way.HERE,), Way.HERE)
RECEIVED = date(2026, 11, 23)


def deed(on: date = RECEIVED, by: str = "visitor", **more: object) -> Deed:
    """Something done at noon on a day."""
    return Deed(Actor.parse(by), datetime.combine(on, time(12), UTC), **more)  # type: ignore[arg-type]


def a_person(**more: object) -> Person:
    """A resident who gave an e-mail address."""
    given: dict[str, object] = {
        "name": "Amina Yusuf",
        "address": "4 Elm Court\nSalford",
        "postcode": "M5 4AB",
        "ways": {Way.EMAIL: "amina@example.org"},
        "preferences": BY_EMAIL,
    }
    return Person(**given | more)  # type: ignore[arg-type]


def who_comes_back(preferences: Preferences = COMES_BACK) -> Person:
    """A resident who gave no way to be reached: they come back here."""
    return a_person(ways={}, preferences=preferences)


def a_complaint(session: Session, person: Person | None = None, *, key: str = "press-1", **arrival: object) -> Made:
    """A complaint that has just come in."""
    seed(session)
    said: dict[str, object] = {"words": "The boiler has been broken since Monday.", "happened_on": RECEIVED}
    new = NewComplaint(Arrival(**said | arrival), person or a_person())  # type: ignore[arg-type]
    return complaints.make(session, new, LOOKUP_KEY, deed(new.arrival.happened_on, key=key))


def begun(
    session: Session, words: str = "The boiler has been broken since Monday.", how: Preferences = COMES_BACK
) -> Made:
    """A complaint just sent by somebody who comes back here; each its own, many to a database."""
    return a_complaint(session, who_comes_back(how), key=uuid4().hex, words=words)


def a_definition() -> DefinitionDraft:
    """Two points, one of them not ours, and an outcome."""
    points = (
        PointDraft("The boiler has not been mended", Ours.OURS),
        PointDraft("The gas bill", Ours.NOT_OURS, elsewhere="Your supplier"),
    )
    return DefinitionDraft(points, ("A working boiler",))


def an_acknowledged(session: Session, *, on: date = date(2026, 11, 25), handler: int = 1, **arrival: object) -> Made:
    """A complaint that was defined and acknowledged."""
    made = a_complaint(session, **arrival)  # type: ignore[arg-type]
    acknowledgements.acknowledge(session, made.reference, a_definition(), handler, None, deed(on, f"staff:{handler}"))
    return made


def an_answer(*promises: PromiseDraft) -> ResponseDraft:
    """An answer to both points and the outcome; without promises it says that nothing is left to do."""
    return ResponseDraft(
        decision="We let you down over the boiler.",
        findings=(
            FindingDraft(1, Finding.UPHELD, "It took us nine days."),
            FindingDraft(2, Finding.NOT_UPHELD, "Your supplier sets the price."),
        ),
        outcomes=(OutcomeDraft(1, Granted.PARTLY, "The part is on order."),),
        remedy="We are sorry, and pay you £50.",
        remedies=(RemedyKind.APOLOGY,),
        promises=promises,
        nothing_outstanding=not promises,
    )


def an_answered(session: Session, *promises: PromiseDraft, on: date = date(2026, 12, 8), **arrival: object) -> Made:
    """A complaint that was answered at Stage 1."""
    made = an_acknowledged(session, **arrival)  # type: ignore[arg-type]
    responses.issue(session, made.reference, an_answer(*promises), deed(on, "staff:1"))
    return made


def seed(session: Session) -> None:
    """Bank holidays, without which no date can be counted."""
    if not calendars.load(session, ENGLAND_2024.calendar).years:
        calendars.add(session, _holidays())


@cache
def _holidays() -> tuple[calendars.Holiday, ...]:
    """Found once for all tests: to work them out takes longer than what most tests do."""
    return tuple((each.calendar, each.day, each.name) for each in bank_holidays(range(2025, 2029)))
