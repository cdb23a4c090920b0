"""The sheet with a return code, printed for those who chose letters: drawn anew, and kept nowhere (ruling 2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.domain.mail.addressees import nobody_known
from app.domain.mail.routing import may_go
from app.domain.people.preferences import Way
from app.services import keys
from app.services.case import complaints, projections
from app.services.landlord import landlord
from app.services.people import receipts
from app.store import record, search
from app.store.case.complaints import stream
from app.store.landlord.staff import Member
from app.store.people import contacts
from app.words.mail import return_codes
from app.words.mail.blocks import Block


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed, for which case and in which language; no blocks: the code cannot be told any more."""

    case_id: int
    language: str
    blocks: Sequence[Block] | None


def sheet(session: Session, me: Member, reference: str, lookup_key: bytes, path: str) -> Sheet | None:
    """Return the sheet of whoever told us; None for no such case, or a person to whom no letter is safe.

    Its code can be told for the 7 days that the key of their form is remembered, unless it was replaced since.
    `path` is where they come back.
    """
    found = search.case(session, me, reference)
    if found is None:
        return None
    complaint = projections.fold(record.read(session, stream(found.case_id)))
    if nobody_known(complaint):
        return None
    party = complaint.party(complaints.sender(complaint))
    usable = contacts.usable(session, found.case_id, party.number)
    if party.preferences is None or not may_go(party.preferences, usable, Way.LETTER):
        return None
    language = party.preferences.language
    key = keys.key_of(session, complaints.answer(found.case_id, reference, party.number))
    code = None if key is None else receipts.code_for(lookup_key, key)
    if code is None or receipts.find(session, code, lookup_key) is None:
        return Sheet(found.case_id, language, None)
    ours = landlord.current(session)
    blocks = return_codes.sheet(reference, code, f"{ours.address}{path}", ours.phone, language)
    return Sheet(found.case_id, language, list(blocks))
