"""Files that somebody put with a complaint, as they stand: plain values, folded from what was sent (R13)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.said import Said

OURS = 0
"""The number of a party that nobody has: the file is the landlord's own, and no resident sees it."""


class FileKind(Enum):
    """What a file is, by what stands in it and not by what it is called."""

    JPEG = "jpeg"
    PNG = "png"
    HEIC = "heic"
    PDF = "pdf"
    WORD = "word"
    WORD_97 = "word_97"
    MP4 = "mp4"
    MOV = "mov"
    M4A = "m4a"
    MP3 = "mp3"

    @property
    def is_recording(self) -> bool:
        """Return whether it is seen or heard: as large as it is, it is neither changed nor shown in a page."""
        return self in (FileKind.MP4, FileKind.MOV, FileKind.M4A, FileKind.MP3)

    @property
    def is_picture(self) -> bool:
        """Return whether it is drawn anew before anybody sees it, so that nothing hides in it."""
        return self in (FileKind.JPEG, FileKind.PNG, FileKind.HEIC)


class Flaw(Enum):
    """Why a file cannot be taken, as far as one look at it tells."""

    UNKNOWN = "unknown"
    PASSWORD = "password"  # noqa: S105 -- what is wrong with the file
    ACTIVE = "active"


class Scan(Enum):
    """Whether a virus scanner has looked at a file; not scanned is never clean."""

    NOT_SCANNED = "not_scanned"
    CLEAN = "clean"


class Unusable(Enum):
    """Why a file that was taken can be shown to nobody after all."""

    VIRUS = "virus"
    UNREADABLE = "unreadable"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class FileState:
    """One file. `party` is whose it is, `staff` who of us put it there (None: the party did).

    `said` is what it is called: what they say it shows, or else the name it came with.
    """

    number: int
    party: int
    kind: FileKind
    size: int
    said: Said
    on: date
    staff: int | None = None
    set_aside: Unusable | None = None
    looked_at: bool = False

    @property
    def is_new(self) -> bool:
        """Return whether somebody sent it to us, and none of the staff has looked at it yet."""
        return self.staff is None and not self.looked_at and self.set_aside is None


def unseen(files: Sequence[FileState]) -> tuple[FileState, ...]:
    """Return the files that somebody sent us and that none of the staff has looked at yet."""
    return tuple(each for each in files if each.is_new)


def of_party(files: Sequence[FileState], party: int) -> tuple[FileState, ...]:
    """Return the files of a party, the newest last; nobody else's file is ever among them."""
    return tuple(each for each in files if each.party == party)
