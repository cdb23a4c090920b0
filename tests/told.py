"""Complaints that were told in a recording and not in words, in every state (ruling 28)."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from sqlalchemy.orm import Session

from app.domain.case.complaints import Arrival
from app.domain.case.files import FileKind, Scan
from app.services.case import acknowledgements, complaints
from app.services.case.complaints import Made, NewComplaint
from app.store.case.draft_files import DraftFile
from app.words.case.read_backs import IN_FILES
from tests.cases import LOOKUP_KEY, RECEIVED, a_definition, deed, seed, who_comes_back

LATER = date(2026, 11, 25)
VIDEO = DraftFile(
    token_hash=b"",
    number=1,
    came_as=FileKind.MP4.value,
    size=48_000_000,
    sha256="0" * 64,
    called="My complaint, signed",
    set_aside=None,
    kind=FileKind.MP4.value,
    scan=Scan.CLEAN.value,
    address="0" * 64,
    thumbnail=None,
    salt=b"salt",
    look_at=None,
    tries=1,
)


def told_in_a_video(session: Session) -> tuple[Made, date]:
    seed(session)
    who = who_comes_back()
    new = NewComplaint(Arrival(words=IN_FILES, happened_on=RECEIVED), who, files=(VIDEO,), told_in_files=1)
    return complaints.make(session, new, LOOKUP_KEY, deed(RECEIVED, key=uuid4().hex)), RECEIVED


def told_and_understood(session: Session) -> tuple[Made, date]:
    made, _ = told_in_a_video(session)
    acknowledgements.acknowledge(session, made.reference, a_definition(), 1, None, deed(LATER, "staff:1"))
    return made, LATER


TOLD = (told_in_a_video, told_and_understood)
