"""Tables of our own in an edition of the annual report: added, changed and taken out, each version kept (8.1)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.figures import own_tables as rules
from app.domain.figures import own_typed
from app.domain.figures.edition_states import Part, Place
from app.domain.figures.own_typed import OwnDraft
from app.services.figures import editions
from app.store.landlord import landlord


def add(session: Session, number: int, part: Part, draft: OwnDraft, deed: Deed) -> None:
    """Add a table to a part, after those that it has; raises Refused for what is no table, or once it is signed.

    Of two who add one at once, both do.
    """
    landlord.hold(session)
    found = editions.find(session, number)
    if found is None:
        raise editions.NoSuchEdition(number)
    place = rules.free(found.edition, found.words, part)
    editions.write(session, number, place, rules.kept(own_typed.table(draft)), deed)


def change(session: Session, number: int, place: Place, draft: OwnDraft, deed: Deed) -> None:
    """Keep a table as its next version; raises Refused for what is no table, or once it is signed, or Changed."""
    editions.write(session, number, place, rules.kept(own_typed.table(draft)), deed)


def take_out(session: Session, number: int, place: Place, deed: Deed) -> None:
    """Take a table out of the report; its versions stay. Raises Refused once it is signed, or Changed."""
    editions.write(session, number, place, "", deed)
