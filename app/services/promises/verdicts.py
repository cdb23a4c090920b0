"""Ask the resident whether it was fixed, hear what they say, and look into what was not kept (R28, ruling 23)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.mail.addressees import nobody_to_write_to
from app.domain.mail.notices import Notice
from app.domain.parts import Part
from app.domain.promises import verdicts
from app.domain.promises.ledger import Look, Verdict
from app.services.case import evidence, histories
from app.services.case.evidence import Taken
from app.services.mail import jobs, letters


def ask(session: Session, reference: str, deed: Deed) -> int:
    """Ask about each promise that it is time to ask about, all in one letter; returns how many there were.

    The letter says nothing of what it is about. Where somebody has died, nobody is asked (ruling 7).
    Where no way is safe, finding one is somebody's duty (ruling 2).
    """
    with histories.opened(session, reference, deed) as case:
        asked = () if nobody_to_write_to(case.complaint) else verdicts.ask(case.complaint, deed=deed)
        case.add(*asked)
        if asked:
            letters.issue(case, Notice.WAS_IT_FIXED, None, asked[0])
        return len(asked)


def judge(
    session: Session,
    reference: str,
    number: int,
    party: int,
    verdict: Verdict,
    words: str,
    deed: Deed,
    photo: Taken | None = None,
) -> None:
    """Keep what the resident says of a promise, and the photo that shows it.

    Raises Refused without words for what is not done, or for one photo too many; or Changed (7.3, R28).
    """
    with histories.opened(session, reference, deed, Part.PROMISES) as case:
        judged = verdicts.judge(
            case.complaint, number, party, verdict, words, terms=case.terms, deed=deed, write=case.write
        )
        case.add(judged)
        jobs.tell(case)
        if photo is not None:
            evidence.put(case, party, photo)


def look_into(
    session: Session, reference: str, number: int, look: Look | None, happened_on: date, words: str, deed: Deed
) -> None:
    """Write down who looked into it and what they found; raises Refused, or Changed (ruling 23)."""
    with histories.opened(session, reference, deed, Part.PROMISES) as case:
        looked = verdicts.look_into(case.complaint, number, look, happened_on, words, deed=deed, write=case.write)
        case.add(looked)
