"""Draw what is looked at afterwards, once a month, by a lot that can be drawn again; and keep what it came to."""

from __future__ import annotations

import secrets
from datetime import date

from sqlalchemy.orm import Session

from app.domain.case import reviews
from app.domain.case.reviews import ReviewDraft, ReviewsDrawn
from app.domain.deed import Deed
from app.domain.landlord.permissions import Permission, allows
from app.domain.parts import Part
from app.domain.record import facts, kind_of, read
from app.services.case import histories
from app.services.landlord import landlord
from app.store import record
from app.store.case import reviews as store
from app.store.case.reviews import MonthOfReviews, ReviewLine
from app.store.landlord import staff
from app.store.landlord.staff import Member
from app.store.pages import Page, Place

STREAM = "reviews"
SEED_BYTES = 16
A_YEAR = 12


def draw(session: Session, by: date, deed: Deed) -> int:
    """Draw the lots of the month before, once, and lay each on somebody; returns how many were drawn."""
    share, (first, last) = landlord.current(session).review_share, reviews.month_before(by)
    head = record.head_of(session, STREAM)
    if not share or reviews.was_drawn(first, held(session)):
        return 0
    pool = tuple(case.reference for case in store.pool(session, first, last))
    if not pool:
        return 0
    seed = secrets.token_hex(SEED_BYTES)
    drawn = ReviewsDrawn(first, share, seed, pool, reviews.lots(pool, share, seed))
    record.append(session, head, [(kind_of(ReviewsDrawn), facts(drawn))], deed)
    for reference in drawn.drawn:
        lay(session, reference, drawn, deed)
    return len(drawn.drawn)


def lay(session: Session, reference: str, drawn: ReviewsDrawn, deed: Deed) -> None:
    """Lay a drawn complaint on somebody who had no part in it."""
    with histories.opened(session, reference, deed) as case:
        case.add(reviews.ask(case.complaint, drawn, _able(session), terms=case.terms, deed=deed))


def held(session: Session) -> list[ReviewsDrawn]:
    """Return every draw there was, with all it takes to draw it again."""
    return [read(ReviewsDrawn, each.facts) for each in record.read(session, STREAM)]


def review(session: Session, reference: str, draft: ReviewDraft, me: Member, deed: Deed) -> None:
    """Keep what a review came to; raises Refused for who had a part in it or for what is left out, or Changed."""
    with histories.opened(session, reference, deed, Part.REVIEW) as case:
        case.add(reviews.review(case.complaint, me.id, draft, deed=deed, write=case.write))


def lines(session: Session, me: Member, place: Place) -> Page[ReviewLine]:
    """Return a page of what was drawn, the newest month first."""
    return store.lines(session, me, place)


def months(session: Session) -> list[MonthOfReviews]:
    """Return what the reviews of the last year came to, a month a line."""
    return store.months(session, A_YEAR)


def _able(session: Session) -> dict[int, int]:
    """Return who may review, with how many each has still to do."""
    able = [each.id for each in staff.present(session) if allows(each.roles, Permission.REVIEW_QUALITY)]
    return store.waiting(session, able)
