"""Ask how we did, and keep what people say of it, on their page or in a call (1.6, R30)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.domain.case import surveys
from app.domain.case.survey_states import ASKED_WITHIN, Scores, SurveyHow, SurveyLeft
from app.domain.deed import Deed
from app.domain.mail.addressees import addressee
from app.domain.mail.notices import Notice
from app.domain.parts import Part
from app.services.case import histories
from app.services.landlord import landlord
from app.services.mail import letters
from app.store.case import surveys as store
from app.store.case.complaints import CaseKey

SLICE = 500


def ask(session: Session, reference: str, deed: Deed) -> int:
    """Ask where it is time to; returns how many were asked. It goes by a safe e-mail, by a call, or on the page."""
    after = landlord.current(session).survey_after
    with histories.opened(session, reference, deed) as case:
        party = addressee(case.complaint)
        asked = surveys.ask(case.complaint, party, case.reachable(party), after, terms=case.terms, deed=deed)
        if asked is None:
            return 0
        case.add(asked)
        if asked.letter:
            letters.issue(case, Notice.SURVEY, None, asked, party)
        return 1


def to_ask(session: Session, after: int, by: date | None = None) -> list[CaseKey]:
    """Return the next cases whose last word is so long ago that somebody may be asked by a day; none: no more.

    Working days are counted case by case: here is only what they cannot be less, or more, than.
    """
    days = landlord.current(session).survey_after
    if not days:
        return []
    since, until = (date.min, date.max) if by is None else store.window(by, days, ASKED_WITHIN)
    return store.to_ask(session, since, until, after, SLICE)


def answer(session: Session, reference: str, party: int, scores: Scores, words: str, deed: Deed) -> None:
    """Keep what somebody says of us on their page, or puts right there; raises Refused, or Changed."""
    _keep(session, reference, party, scores, words, SurveyHow.PAGE, deed)


def take(session: Session, reference: str, party: int, scores: Scores, words: str, deed: Deed) -> None:
    """Keep what somebody says of us in a call; raises Refused, or Changed."""
    _keep(session, reference, party, scores, words, SurveyHow.PHONE, deed)


def leave(session: Session, reference: str, left: SurveyLeft | None, deed: Deed) -> None:
    """Keep that a call brought no answers; raises Refused when none waits, or Changed."""
    with histories.opened(session, reference, deed, Part.SURVEY) as case:
        case.add(surveys.leave(case.complaint, left, deed=deed))


def _keep(session: Session, reference: str, party: int, scores: Scores, words: str, how: SurveyHow, deed: Deed) -> None:
    with histories.opened(session, reference, deed, Part.SURVEY) as case:
        case.add(surveys.answer(case.complaint, party, scores, words, how=how, deed=deed, write=case.write))
