"""Put files with a case, and give them to who may see it (R13). A file is kept before it is written that it came."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from os import SEEK_END
from typing import BinaryIO

from sqlalchemy.orm import Session

from app.adapters import files
from app.adapters.storage import Storage, address_of
from app.domain.case import evidence
from app.domain.case.evidence import Offered
from app.domain.case.files import FileKind, FileState, Scan, Unusable, of_party
from app.domain.deed import Deed
from app.domain.parts import Part
from app.domain.refused import Gap, Refused, Why
from app.services.case import histories
from app.services.case.histories import SALT_BYTES, Case
from app.services.case.pages import CasePage
from app.store.case import evidence as store
from app.store.case import wordings
from app.store.case.draft_files import DraftFile
from app.store.case.evidence import KeptFile
from app.store.people import parties

log = logging.getLogger("putright.evidence")


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that is in the store, and that no case knows of yet."""

    offered: Offered
    salt: bytes


@dataclass(frozen=True, slots=True)
class Shown:
    """A file as a list shows it: what it is called, and where it is kept if it still is."""

    state: FileState
    called: str
    kept: KeptFile | None

    @property
    def ready(self) -> bool:
        """Return whether it can be opened."""
        return self.kept is not None and self.kept.address is not None and self.kept.look_at is None


def take(storage: Storage, sent: BinaryIO, called: str) -> Taken:
    """Put a file into the store, outside any transaction; raises Refused when it cannot be taken, or kept (R13).

    However large it is, it is never in the memory as a whole.
    """
    size = sent.seek(0, SEEK_END)
    sent.seek(0)
    kind = evidence.check(size, files.kind_of(sent))
    salt = secrets.token_bytes(SALT_BYTES)
    address = address_of(salt, sent)
    try:
        storage.put(address, sent)
    except OSError as error:  # full, or away: what was typed with it must not go too
        log.exception("a file could not be kept")
        raise Refused(Gap(Why.FILE_NOT_KEPT, "file")) from error
    return Taken(Offered(kind, size, address, called), salt)


def add(session: Session, reference: str, party: int, taken: Taken, deed: Deed) -> int:
    """Write that a file came, and return its number; raises Refused for one too many (R13)."""
    with histories.opened(session, reference, deed) as case:
        return put(case, party, taken)


def put(case: Case, party: int, taken: Taken) -> int:
    """Write that a file came with what is being done to a case, and return its number; raises as `add` does."""
    added = evidence.add(case.complaint, party, taken.offered, write=case.write)
    case.add(added)
    kept = (case.id, added.file, added.kind.value, Scan.NOT_SCANNED.value, added.sha256, None, taken.salt)
    store.FILES.add(case.session, KeptFile(*kept, look_at=case.deed.at, tries=0))
    return added.file


def bring(case: Case, party: int, files: Iterable[DraftFile]) -> None:
    """Put the files of a draft with the case that it became, as far as the worker is with each; raises as `add`.

    Those that nobody can open go first: they do not count towards how many there may be.
    """
    for file in sorted(files, key=lambda each: each.set_aside is None):
        offered = Offered(FileKind(file.came_as), file.size, file.sha256, file.called)
        added = evidence.add(case.complaint, party, offered, write=case.write)
        case.add(added)
        same = {name: value for name, value in file._asdict().items() if name in KeptFile._fields}
        store.FILES.add(case.session, KeptFile(**same | {"case_id": case.id, "number": added.file}))
        if file.set_aside is not None:
            case.add(evidence.set_aside(case.complaint, added.file, Unusable(file.set_aside)))


def take_back(session: Session, reference: str, party: int, number: int, deed: Deed) -> None:
    """Let go of a file that its owner takes out again; raises Refused once somebody has looked at it, or Changed."""
    with histories.opened(session, reference, deed, Part.EVIDENCE) as case:
        case.add(evidence.take_back(case.complaint, party, number))
        store.let_go(session, case.id, number)


def look_at(session: Session, reference: str, deed: Deed) -> None:
    """Keep that staff have looked at every file that came; raises Refused when none is new, or Changed."""
    with histories.opened(session, reference, deed, Part.EVIDENCE) as case:
        case.add(evidence.look_at(case.complaint))


def theirs(session: Session, page: CasePage) -> list[Shown]:
    """Return the files of whoever has this page open, and nobody else's."""
    states = of_party(page.complaint.files, page.viewer.number)
    if not states:
        return []
    texts = wordings.some(session, page.case_id, [state.said.number for state in states])
    return shown(session, page.case_id, states, texts)


def shown(session: Session, case_id: int, states: Sequence[FileState], texts: Mapping[int, str]) -> list[Shown]:
    """Return these files of a case with what they are called."""
    kept = store.of_case(session, case_id) if states else {}
    return [Shown(state, texts.get(state.said.number, ""), kept.get(state.number)) for state in states]


def one(session: Session, case_id: int, states: Sequence[FileState], number: int) -> KeptFile | None:
    """Return where one of these files is kept; None for another one, and for one that cannot be opened."""
    state = next((each for each in states if each.number == number and each.set_aside is None), None)
    found = Shown(state, "", store.find(session, case_id, number)) if state else None
    return found.kept if found and found.ready else None


def names(session: Session, case_id: int) -> Mapping[int, str]:
    """Return what everybody who has a part in a case is called, by number."""
    return {party.number: party.name for party in parties.of_case(session, case_id)}


def every(session: Session, reference: str) -> list[KeptFile]:
    """Return where all files of a case are kept, for whoever asks what is held; raises NoSuchCase."""
    case_id, _ = histories.read(session, reference)
    return list(store.of_case(session, case_id).values())
