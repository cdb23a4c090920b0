"""An annual report on its way, as far as it went."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.domain.figures.documents import Document
from app.domain.figures.edition_states import PARTS, Part
from app.domain.figures.editions import BoardDraft, SignatureDraft
from app.domain.figures.own_typed import OwnDraft
from app.domain.figures.periods import Basis, year_of
from app.domain.figures.reports import Asked
from app.services.figures import editions, own_tables, reports
from tests.cases import deed

YEAR = year_of(date(2025, 6, 1))
TODAY = date(2026, 5, 4)
BY = deed(TODAY, "staff:1")
SIGNER = SignatureDraft("Jo Bell", "Director of Housing")
BOARD = BoardDraft("Ann Lee", TODAY, "The board welcomes this report.")


def counted(session: Session, today: date = TODAY) -> Document:
    """The figures of the year, as of a day."""
    return reports.compute(session, Asked(YEAR, Basis.RECEIVED, today, {}), "en")


def edition_begun(session: Session, today: date = TODAY) -> int:
    """Somebody began the report of the year."""
    return editions.begin(session, counted(session, today), BY)


def edition_written(session: Session) -> int:
    """All six parts are written."""
    number = edition_begun(session)
    for place in PARTS:
        editions.write(session, number, place, f"We write about {place.of}.", BY)
    return number


def edition_published_with_a_table(session: Session) -> int:
    """One with a table of our own in its last part."""
    number = edition_written(session)
    draft = OwnDraft("Ombudsman findings", "Cases of the year.", "Finding;Cases\nService failure;2\nTotal;2")
    own_tables.add(session, number, Part.OTHER_REPORTS, draft, BY)
    editions.sign(session, number, SIGNER, BY)
    editions.respond(session, number, BOARD, BY)
    editions.publish(session, number, BY)
    return number


def edition_signed(session: Session) -> int:
    number = edition_written(session)
    editions.sign(session, number, SIGNER, BY)
    return number


def edition_answered(session: Session) -> int:
    number = edition_signed(session)
    editions.respond(session, number, BOARD, BY)
    return number


def edition_published(session: Session) -> int:
    number = edition_answered(session)
    editions.publish(session, number, BY)
    return number
