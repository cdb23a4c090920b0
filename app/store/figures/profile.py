"""Counts of what people said of themselves, by calendar year: nothing leads from them to a case."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.domain.case.kinds import Kind
from app.domain.clock.profiles import Stage
from app.domain.figures.profile import Told
from app.store.figures.counted import COUNTED
from app.store.people.equality import EqualityRow


def told(session: Session, years: Sequence[int]) -> dict[int, list[Told]]:
    """How many said the same of themselves in each year."""
    key = (EqualityRow.year, EqualityRow.age, EqualityRow.disabled, EqualityRow.ethnicity)
    found: dict[int, list[Told]] = {}
    for year, age, disabled, ethnicity, count in session.execute(
        select(*key, func.count()).where(EqualityRow.year.in_(years)).group_by(*key)
    ):
        found.setdefault(year, []).append(Told(age, disabled, ethnicity, count))
    return found


def complaints(session: Session, years: Sequence[int]) -> dict[int, int]:
    """How many complaints were received in each calendar year."""
    within = [COUNTED.received_on.between(date(year, 1, 1), date(year, 12, 31)) for year in years]
    rows = select(COUNTED.received_on, func.count()).where(
        COUNTED.kind == Kind.COMPLAINT.value, COUNTED.stage == Stage.ONE, or_(*within)
    )
    found = dict.fromkeys(years, 0)
    for day, count in session.execute(rows.group_by(COUNTED.received_on)):
        found[day.year] += count
    return found
