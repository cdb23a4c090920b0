"""What a case is looked up by, kept in the transaction of the deed: who and where, and what was written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from app.domain.case.state import Complaint
from app.domain.people.preferences import Way
from app.domain.said import FOUND_BY
from app.store import search
from app.store.case import wordings
from app.store.case.wordings import Wording
from app.store.people import contacts, parties
from app.store.people.contacts import Contact
from app.store.people.parties import Party
from app.words.tokens import dialled, tokens

DIALLED = frozenset({Way.PHONE, Way.TEXT})
KINDS = tuple(sorted(kind.value for kind in FOUND_BY))


def begin(
    session: Session,
    case_id: int,
    reference: str,
    people: Sequence[Party],
    given: Sequence[Contact],
    said: Iterable[Wording],
) -> None:
    """Let a case that is only beginning be found, by all there is of it."""
    texts = [wording.text or "" for wording in said if wording.kind in KINDS]
    _keep(session, case_id, _who(reference, people, given), texts)


def again(session: Session, case_id: int, complaint: Complaint) -> None:
    """Let a case be found by what is kept of it now, and by nothing that was taken out."""
    who = _who(_called(complaint), parties.of_case(session, case_id), contacts.of_case(session, case_id))
    _keep(session, case_id, who, wordings.of_kinds(session, [case_id], KINDS).get(case_id, ()))


def brought_in(complaint: Complaint) -> list[str]:
    """Return what a case is found by that was dealt with elsewhere: there is nothing of it but what it is called."""
    return _who(_called(complaint), (), ())


def _called(complaint: Complaint) -> str:
    """Return what a case is called here, and what it was called where it came from."""
    return complaint.reference if complaint.past is None else f"{complaint.reference} {complaint.past.their_reference}"


def _keep(session: Session, case_id: int, who: Sequence[str], texts: Iterable[str]) -> None:
    search.keep(session, case_id, who)
    search.keep(session, case_id, [*who, *tokens("\n".join(texts))], search.SAID)


def _who(reference: str, people: Iterable[Party], given: Iterable[Contact]) -> list[str]:
    spoken = " ".join([reference, *(f"{each.name} {each.address} {each.postcode}" for each in people)])
    return [*tokens(spoken), *(dialled(each.value) for each in given if each.way in DIALLED)]
