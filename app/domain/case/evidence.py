"""Evidence: photos, papers and recordings, put with a complaint as it is made or at any time after (R13, 5.12).

What a file is called is words and may be erased; the file itself stands outside the record, which holds its hash.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.files import OURS, FileKind, FileState, Flaw, Unusable, of_party, unseen
from app.domain.case.state import Complaint
from app.domain.deed import Actor
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write

MOST_FILES = 10
"""Most files of one person with one complaint; what is set aside or taken out does not count."""
MOST_BYTES = 10 * 1024 * 1024
MOST_BYTES_OF_A_RECORDING = 200 * 1024 * 1024
FLAWS = {
    Flaw.UNKNOWN: Why.FILE_OF_ANOTHER_KIND,
    Flaw.PASSWORD: Why.FILE_HAS_PASSWORD,
    Flaw.ACTIVE: Why.FILE_MAY_BE_UNSAFE,
}


@dataclass(frozen=True, slots=True)
class FileAdded:
    """A file came. `party` 0: it is the landlord's own. The hash is salted, and the salt goes with the file."""

    file: int
    party: int
    kind: FileKind
    size: int
    sha256: str
    said: Said


@dataclass(frozen=True, slots=True)
class FileSetAside:
    """A file can be shown to nobody after all, and is gone."""

    file: int
    party: int
    why: Unusable


@dataclass(frozen=True, slots=True)
class FilesLookedAt:
    """Somebody of the staff has looked at all files up to this one."""

    file: int


Event = FileAdded | FileSetAside | FilesLookedAt


@dataclass(frozen=True, slots=True)
class Offered:
    """A file that may be taken: what it is, how many bytes, their salted hash, and what it is called."""

    kind: FileKind
    size: int
    sha256: str
    called: str


def check(size: int, found: FileKind | Flaw) -> FileKind:
    """Return what a file of so many bytes is; raises Refused when it cannot be taken, and says why (R13)."""
    if not size:
        raise Refused(Gap(Why.FILE_EMPTY, "file"))
    if isinstance(found, FileKind) and found.is_recording:
        if size > MOST_BYTES_OF_A_RECORDING:
            raise Refused(Gap(Why.RECORDING_TOO_BIG, "file"))
        return found
    if size > MOST_BYTES:
        raise Refused(Gap(Why.FILE_TOO_BIG, "file"))
    if isinstance(found, Flaw):
        raise Refused(Gap(FLAWS[found], "file"))
    return found


def add(complaint: Complaint, party: int, offered: Offered, *, write: Write) -> FileAdded:
    """Return the event; raises Refused for one file too many, or for somebody who has no part in it (R13)."""
    if party != OURS:
        complaint.party(party)
    refuse_one_more(len(in_use(complaint, party)))
    said = write(WordsKind.FILE, offered.called)
    return FileAdded(len(complaint.files) + 1, party, offered.kind, offered.size, offered.sha256, said)


def refuse_one_more(there: int) -> None:
    """Raise Refused where somebody has as many files as may be kept, also with a complaint that is not sent yet."""
    if there >= MOST_FILES:
        raise Refused(Gap(Why.TOO_MANY_FILES, "file"))


def set_aside(complaint: Complaint, number: int, why: Unusable) -> FileSetAside:
    """Return the event; raises Refused when there is no such file, or none any more."""
    file = next((each for each in complaint.files if each.number == number), None)
    if file is None or file.set_aside is not None:
        raise Refused(Why.NO_SUCH_FILE)
    return FileSetAside(number, file.party, why)


def take_back(complaint: Complaint, party: int, number: int) -> FileSetAside:
    """Return the event; raises Refused for what is not theirs, is gone, or was looked at: it counts since (5.12)."""
    file = next((each for each in in_use(complaint, party) if each.number == number), None)
    if file is None:
        raise Refused(Why.NO_SUCH_FILE)
    if not file.is_new:
        raise Refused(Why.FILE_WAS_LOOKED_AT)
    return FileSetAside(number, party, Unusable.TAKEN_BACK)


def look_at(complaint: Complaint) -> FilesLookedAt:
    """Return the event; raises Refused when there is no file that nobody has looked at yet."""
    new = unseen(complaint.files)
    if not new:
        raise Refused(Why.NOTHING_TO_SETTLE)
    return FilesLookedAt(new[-1].number)


def in_use(complaint: Complaint, party: int) -> tuple[FileState, ...]:
    """Return the files of a party that are neither set aside nor taken out."""
    return tuple(
        each
        for each in of_party(complaint.files, party)
        if each.set_aside is None and complaint.removal(each.said.number) is None
    )


def apply(complaint: Complaint, event: Event, by: Actor, on: date) -> Complaint:
    """Return the complaint after the event, which somebody recorded on a London day."""
    match event:
        case FileAdded(number, party, kind, size, _, said):
            added = FileState(number, party, kind, size, said, on, by.staff_id)
            return replace(complaint, files=(*complaint.files, added))
        case FileSetAside(number, _, why):
            return _changed(complaint, lambda each: each.number == number, set_aside=why)
        case FilesLookedAt(number):
            return _changed(complaint, lambda each: each.number <= number, looked_at=True)


def _changed(complaint: Complaint, which: Callable[[FileState], bool], **changes: object) -> Complaint:
    files = tuple(
        replace(each, **changes) if which(each) else each  # type: ignore[arg-type]
        for each in complaint.files
    )
    return replace(complaint, files=files)
