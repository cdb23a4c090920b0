"""What the landlord states for its figures: put beside what was stated before, never in its row (8.1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.domain.changed import Changed
from app.domain.deed import Deed
from app.domain.figures.stated import Figures, FiguresStated, Statement, Subject
from app.domain.figures.stated_whys import StatedWhy
from app.domain.figures.stating import NAME
from app.domain.refused import Gap, Refused, refuse_if
from app.services.landlord.streams import note
from app.store.figures import stated as store


def put(session: Session, statements: Sequence[Statement], deed: Deed) -> int:
    """Keep what differs from what holds now, and return how many that are: the same again is none.

    Raises Refused where two are of the same figure or one takes back what was never stated, and Changed when somebody
    stated one of them after `deed.seen`.
    """
    keys = [each.key for each in statements]
    if len(set(keys)) < len(keys):
        raise Refused(Gap(StatedWhy.STATED_TWICE))
    store.hold(session)
    if deed.seen is not None and {each.statement.key for each in store.after(session, deed.seen)} & set(keys):
        raise Changed
    refuse_if([Gap(StatedWhy.NEVER_STATED, NAME) for _ in never_stated(session, statements)])
    new = _differing(session, statements)
    if new:
        first = store.last_number(session) + 1
        store.add(session, new, first, str(deed.by), deed.at)
        subjects = tuple(each for each in Subject if any(one.key.subject is each for one in new))
        note(session, FiguresStated(first, first + len(new) - 1, subjects), deed)
    return len(new)


def current(session: Session) -> Figures:
    """Return all that is stated, as it stands now."""
    return Figures(tuple(each.statement for each in store.current(session)))


def never_stated(session: Session, statements: Sequence[Statement]) -> list[Statement]:
    """Return those that take back what was never stated; what was taken back before is taken back."""
    taken_back = [each for each in statements if each.value is None]
    known = {each.statement.key for each in store.current(session)} if taken_back else set()
    return [each for each in taken_back if each.key not in known]


def customer_base(session: Session, on: date) -> dict[str, dict[str, int]]:
    """Return how many customers were of each group on a day, by characteristic; empty where nothing was stated."""
    stated = store.current(session, Subject.CUSTOMERS)
    return Figures(tuple(each.statement for each in stated)).customers(on)


def _differing(session: Session, statements: Iterable[Statement]) -> list[Statement]:
    holds = {each.statement.key: each.statement for each in store.current(session)}
    return [each for each in statements if holds.get(each.key) != each]
