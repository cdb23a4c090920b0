"""Complaints with something that only named people see, each made by the services; tests/states.py joins them."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from sqlalchemy.orm import Session

from app.domain.case.restriction_states import RestrictionGround
from app.domain.case.restrictions import RestrictionDraft
from app.domain.landlord.permissions import Role
from app.domain.people.safeguarding import TellingDraft
from app.domain.people.safeguarding_states import ConcernOutcome, Whom
from app.services.case import complaints, restrictions
from app.services.case.complaints import Made
from app.services.landlord import staff
from app.services.people import safeguarding
from tests.cases import RECEIVED, begun, deed

SEEN = "He says that his nephew takes his pension, and that he is afraid of him."
LONG_WORDS = "Er sagt, dass ihm das Geld fehlt und dass er Angst hat. " * 60


def concern_raised(session: Session) -> tuple[Made, date]:
    """Somebody noticed that a person may be harmed; nobody has told anybody yet."""
    made = begun(session)
    safeguarding.raise_concern(session, made.reference, SEEN, deed(RECEIVED, "staff:1"))
    return made, RECEIVED


def concern_told(session: Session) -> tuple[Made, date]:
    """The council was told; nothing is closed yet."""
    made, on = concern_raised(session)
    draft = TellingDraft(Whom.ADULTS, "Duty desk, Ms Rees. They visit today.", on, "ASC-20417")
    safeguarding.tell(session, made.reference, 1, draft, deed(on, _named(session)))
    return made, on


def concerns_closed(session: Session) -> tuple[Made, date]:
    """One is closed, and a long one was written down since."""
    made, on = concern_told(session)
    by = deed(on, _named(session))
    safeguarding.close(session, made.reference, 1, ConcernOutcome.TAKEN_ON, LONG_WORDS, by)
    safeguarding.raise_concern(session, made.reference, LONG_WORDS, by)
    return made, on


def kept_to_few(session: Session) -> tuple[Made, date]:
    """Only 1 and somebody else see it, and 1 is to say if they have a conflict of interest."""
    made = begun(session)
    complaints.assign(session, made.reference, 1, deed(RECEIVED, "staff:1"))
    other = staff.add(session, "Noor Khan", f"{uuid4().hex}@example.org", frozenset({Role.HANDLER}), deed())
    draft = RestrictionDraft(RestrictionGround.OTHER, LONG_WORDS, (1, other.staff_id))
    restrictions.restrict(session, made.reference, draft, deed(RECEIVED, "staff:1"))
    return made, RECEIVED


def _named(session: Session) -> str:
    """Return somebody who sees safeguarding concerns; one is added where nobody does."""
    officers = [each for each in staff.present(session) if Role.COMPLAINTS_OFFICER in each.roles]
    if officers:
        return f"staff:{officers[0].id}"
    added = staff.add(session, "Ola Lead", f"{uuid4().hex}@example.org", frozenset({Role.SAFEGUARDING_LEAD}), deed())
    return f"staff:{added.staff_id}"


MADE = (concern_raised, concern_told, concerns_closed, kept_to_few)
