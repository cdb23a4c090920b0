"""A case is filed under its home as soon as that is known: what the list says of it today (8.1)."""

from __future__ import annotations

from app.domain.figures import filings
from app.services.case.histories import Case
from app.store.people import homes


def file_home(case: Case) -> None:
    """Note the neighbourhood and the tenure of the home of a case; nothing where it has none, or they are noted."""
    number = case.complaint.home
    home = None if number is None else homes.find(case.session, number)
    if home is not None:
        case.add(*filings.file_home(case.complaint, home.neighbourhood, home.tenure))
