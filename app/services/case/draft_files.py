"""Files put with a complaint while it is being told: seen by whoever tells it alone, and sent with it (R13)."""

from __future__ import annotations

from typing import BinaryIO

from sqlalchemy.orm import Session

from app.adapters.storage import address_of
from app.domain.case import evidence
from app.domain.case.files import Scan
from app.domain.deed import Deed
from app.domain.refused import Refused, Why
from app.services.case import drafts
from app.services.case.drafts import Draft
from app.services.case.evidence import Taken
from app.store.case import draft_files as store
from app.store.case.draft_files import DraftFile


def add(session: Session, draft: Draft, taken: Taken, deed: Deed) -> int:
    """Keep a file with a draft, which is thereby kept too, and return its number; raises Refused for one too many."""
    drafts.touch(session, draft, deed)
    store.hold(session, draft.hashed)
    evidence.refuse_one_more(len(usable(session, draft)))
    number = store.next_number(session, draft.hashed)
    store.FILES.add(session, _row(draft, number, taken, deed))
    return number


def take_out(session: Session, draft: Draft, number: int) -> None:
    """Forget a file of a draft; raises Refused where there is none, or none any more."""
    if not store.remove(session, draft.hashed, number):
        raise Refused(Why.NO_SUCH_FILE)


def every(session: Session, draft: Draft) -> list[DraftFile]:
    """Return the files of a draft, the newest last: also those that nobody can open after all."""
    return store.of_draft(session, draft.hashed)


def usable(session: Session, draft: Draft) -> list[DraftFile]:
    """Return the files of a draft that were not set aside."""
    return [file for file in every(session, draft) if file.set_aside is None]


def has(session: Session, draft: Draft, taken: Taken, sent: BinaryIO) -> bool:
    """Return whether what was sent is with a draft already: each is kept under a salt of its own.

    Of one that was set aside only the size is left; they are told of it where it stands.
    """
    sent.seek(0)
    alike = [file for file in every(session, draft) if file.size == taken.offered.size]
    return any(file.salt is None or address_of(file.salt, sent) == file.sha256 for file in alike)


def one(session: Session, draft: Draft, number: int) -> DraftFile | None:
    """Return one of the files of a draft; None for another's, and for one that cannot be opened (yet)."""
    found = (file for file in usable(session, draft) if file.number == number)
    return next((file for file in found if file.look_at is None and file.address is not None), None)


def _row(draft: Draft, number: int, taken: Taken, deed: Deed) -> DraftFile:
    offered = taken.offered
    return DraftFile(
        token_hash=draft.hashed,
        number=number,
        came_as=offered.kind.value,
        size=offered.size,
        sha256=offered.sha256,
        called=offered.called,
        set_aside=None,
        kind=offered.kind.value,
        scan=Scan.NOT_SCANNED.value,
        address=offered.sha256,
        thumbnail=None,
        salt=taken.salt,
        look_at=deed.at,
        tries=0,
    )
