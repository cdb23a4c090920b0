"""Complaints whose people were asked how we did, made by the services; tests/states.py has them among the others."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from sqlalchemy.orm import Session

from app.domain.case.reviews import ReviewsDrawn
from app.domain.case.survey_states import Score, Scores
from app.domain.clock import duties
from app.domain.people.preferences import Preferences, Safe, Way
from app.services.case import histories, reviews, surveys
from app.services.case.complaints import Made
from app.services.mail import postings
from tests.cases import COMES_BACK, a_person, an_answered, deed

ANSWERED = date(2026, 12, 8)
DUE = date(2026, 12, 22)
"""Ten working days after an answer with nothing left to do."""
JANUARY = date(2027, 1, 4)
BY_PHONE = Preferences(Safe.YES, (Way.PHONE, Way.HERE), Way.PHONE)
SCORES = Scores(Score.FAIRLY_SATISFIED, Score.VERY_SATISFIED, None, Score.VERY_DISSATISFIED)
WORDS = "You were kind. The boiler is still old. " * 40


def over(session: Session, preferences: Preferences | None = COMES_BACK, **ways: str) -> Made:
    """A complaint that was answered, with nothing left to do, of somebody who comes back here."""
    who = a_person(ways={Way[name.upper()]: value for name, value in ways.items()}, preferences=preferences)
    return an_answered(session, on=ANSWERED, person=who, key=uuid4().hex)


def asked_how_we_did(session: Session) -> tuple[Made, date]:
    made = over(session)
    surveys.ask(session, made.reference, deed(DUE, "clock"))
    return made, DUE


def said_how_we_did(session: Session) -> tuple[Made, date]:
    made, on = asked_how_we_did(session)
    surveys.answer(session, made.reference, 1, SCORES, WORDS, deed(on, f"party:{made.case_id}.1"))
    return made, on


def said_long_ago(session: Session) -> tuple[Made, date]:
    made, _ = said_how_we_did(session)
    return made, date(2027, 2, 15)


def to_be_rung(session: Session) -> tuple[Made, date]:
    """Somebody who chose calls, and was told in each that there is news on their page."""
    made = over(session, BY_PHONE, phone="0161 496 0990")
    for letter in histories.found(session, made.reference, deed()).complaint.letters:
        if duties_left(session, made):
            postings.tell(session, made.reference, letter.number, deed(ANSWERED, "staff:1"))
    surveys.ask(session, made.reference, deed(DUE, "clock"))
    return made, DUE


def drawn_for_review(session: Session) -> tuple[Made, date]:
    """Answered in December, and drawn in January from itself alone, whatever else is there."""
    made = over(session)
    drawn = ReviewsDrawn(date(2026, 12, 1), 5, "a seed", (made.reference,), (made.reference,))
    reviews.lay(session, made.reference, drawn, deed(JANUARY, "clock"))
    return made, JANUARY


def duties_left(session: Session, made: Made) -> bool:
    return bool(duties.of(histories.found(session, made.reference, deed()).complaint))


SURVEYED = (asked_how_we_did, said_how_we_did, said_long_ago, to_be_rung, drawn_for_review)
