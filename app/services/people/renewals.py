"""Give somebody who lost their return code a new one, in the record, and show it to who made it (ruling 2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.mail.notices import Notice
from app.domain.mail.routing import may_go
from app.domain.parts import Part
from app.domain.people import renewals as rules
from app.domain.people.preferences import Way
from app.services import keys
from app.services.case import histories, projections
from app.services.case.histories import Case
from app.services.landlord import landlord
from app.services.mail import notices
from app.services.people import receipts, sessions
from app.store import record, search
from app.store.case.complaints import stream
from app.store.landlord.staff import Member
from app.store.people import contacts
from app.words.mail import return_codes
from app.words.mail.blocks import Block


@dataclass(frozen=True, slots=True)
class Renewed:
    """A new code and its case; the sheet to post, in the person's language, only where letters are safe for them."""

    case_id: int
    code: str
    language: str
    blocks: Sequence[Block] | None


def renew(session: Session, reference: str, party: int, how: str, lookup_key: bytes, deed: Deed) -> None:
    """Put a new return code in the place of a party's old one, and end every sign-in as them.

    The code is drawn from the key of the deed, and they are told by e-mail where that is safe. Raises Refused where
    a code is not safe, or without a word on how staff knew who was asking, or Changed when how to reach somebody
    changed meanwhile.
    """
    with histories.opened(session, reference, deed, Part.PARTIES) as case:
        case.add(rules.renew(case.complaint, party, how, case.write))
        receipts.put(session, case.id, party, receipts.drawn(lookup_key, deed), lookup_key, deed)
        sessions.close_for_party(session, case.id, party)
        _tell(case, party)


def _tell(case: Case, party: int) -> None:
    """Tell whose code it is, where an e-mail is safe for them; their timeline says it in any case."""
    if may_go(case.complaint.party(party).preferences, case.reachable(party), Way.EMAIL):
        once, made_on = f"new-code-{case.complaint.position}", {"on": case.deed.on.isoformat()}
        notices.post(case.session, Notice.NEW_CODE, stream(case.id), once, case.deed, party=party, facts=made_on)


def find(
    session: Session, me: Member, reference: str, party: int, lookup_key: bytes, path: str, made: Deed
) -> Renewed | None:
    """Return the code that this deed made, while it opens the case; None for others. `path` is where they come back."""
    found = search.case(session, me, reference)
    if found is None or made.key is None or keys.answered(session, made.key, made.by) is None:
        return None
    code = receipts.drawn(lookup_key, made)
    receipt = receipts.find(session, code, lookup_key)
    if receipt is None or (receipt.case_id, receipt.party) != (found.case_id, party):
        return None
    theirs = projections.fold(record.read(session, stream(found.case_id))).party(party)
    if not may_go(theirs.preferences, contacts.usable(session, found.case_id, party), Way.LETTER):
        return Renewed(found.case_id, code, theirs.language, None)
    ours = landlord.current(session)
    blocks = return_codes.sheet(reference, code, f"{ours.address}{path}", ours.phone, theirs.language)
    return Renewed(found.case_id, code, theirs.language, list(blocks))
