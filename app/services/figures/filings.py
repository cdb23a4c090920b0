"""Under what a case is counted: its home as soon as that is known, and what staff choose from the lists (8.1)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.figures import filings
from app.domain.figures.filings import BESIDE, LISTS, FiledBeside, FiledUnder
from app.domain.parts import Part
from app.services.case import histories
from app.services.case.histories import Case
from app.services.landlord import landlord
from app.store.people import homes


def file_home(case: Case) -> None:
    """Note the neighbourhood and the tenure of the home of a case; nothing where it has none, or they are noted."""
    number = case.complaint.home
    home = None if number is None else homes.find(case.session, number)
    if home is not None:
        case.add(*filings.file_home(case.complaint, home.neighbourhood, home.tenure))


def file_under(session: Session, reference: str, chosen: FiledUnder, also: FiledBeside, deed: Deed) -> None:
    """Count a case under what staff chose; raises Refused, or Changed when somebody chose meanwhile (8.1)."""
    ours, lists = landlord.current(session), {*LISTS.values(), *BESIDE.values()}
    offered = {of: {each.key for each in getattr(ours, of) if not each.retired} for of in lists}
    with histories.opened(session, reference, deed, Part.FILING) as case:
        case.add(*filings.file_under(case.complaint, chosen, also, offered))
