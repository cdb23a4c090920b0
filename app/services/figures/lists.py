"""The complaints behind a figure: those that whoever asks may see, and how many it counts in all (8.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.domain.figures.reports import Naming
from app.domain.landlord.tenures import Tsm
from app.services.figures import reports
from app.services.landlord import landlord
from app.store.figures import lists
from app.store.figures.lists import CaseLine, Counts
from app.store.figures.sought import Keys, Sought
from app.store.landlord.staff import Member
from app.store.pages import Page, Place


@dataclass(frozen=True, slots=True)
class Behind:
    """A page of the complaints behind a figure, and what the figure says."""

    page: Page[CaseLine]
    counts: Counts

    @property
    def counted(self) -> int:
        """Return what the figure says."""
        return self.counts.figure


def behind(session: Session, member: Member, sought: Sought, place: Place) -> Behind:
    """Return a page of the complaints that a figure counts and this member of staff may see, and the figure."""
    return Behind(lists.lines(session, member, sought, place), lists.count(session, member, sought))


def naming(session: Session, language: str) -> Naming:
    """Return what everything is called today."""
    return reports.naming(landlord.current(session), language)


def under(named: Naming, labels: Mapping[str, str | None], tsm: Tsm | None) -> dict[str, Keys]:
    """Return the keys that stand under labels of dimensions today, and those of the tenures of a group."""
    found: dict[str, Keys] = {dimension: _keys(named, dimension, label) for dimension, label in labels.items()}
    if tsm is not None:
        found["tenure"] = [key for key, group in named.tenures.items() if group is tsm]
    return found


def _keys(named: Naming, dimension: str, label: str | None) -> Keys:
    """Return the keys that stand under a label; the one of what is unknown under none."""
    if label is None:
        return (None,)
    return [key for key, name in named.labels[dimension].items() if name == label] or [label]
