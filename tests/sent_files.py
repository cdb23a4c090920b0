"""Files as people send them: each the smallest of its kind, and some that must not be taken."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from uuid import uuid4

from PIL import Image
from pillow_heif import register_heif_opener
from sqlalchemy.orm import Session

from app.domain.case.evidence import Offered, set_aside
from app.domain.case.files import FileKind, Unusable
from app.services.case import erasures, evidence, histories
from app.services.case.complaints import Made
from app.services.case.evidence import Taken
from tests.cases import an_acknowledged, deed, who_comes_back

ORIENTATION, GPS = 0x0112, 0x8825
TURNED_RIGHT = 6
SALFORD = {1: "N", 2: (53.0, 29.0, 10.0), 3: "W", 4: (2.0, 17.0, 26.0)}
PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
LOCKED_PDF = PDF.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 5 0 R")
MP4 = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\0\0\0\x08mdat" * 4
MOV = b"\0\0\0\x14ftypqt  \0\0\0\0qt  " + b"\0\0\0\x08wide"
M4A = b"\0\0\0\x18ftypM4A \0\0\0\0M4A mp42" + b"\0\0\0\x08mdat"
MP3 = b"ID3\x04\0\0\0\0\0\x0aTSSE" + b"\0" * 20
BARE_MP3 = b"\xff\xfb\x90\x44" + b"\0" * 60
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
WORD_97 = OLE + "WordDocument".encode("utf-16-le")
WORD_97_WITH_MACROS = WORD_97 + "_VBA_PROJECT".encode("utf-16-le")
LOCKED_WORD = OLE + "EncryptedPackage".encode("utf-16-le")
EXCEL_97 = OLE + "Workbook".encode("utf-16-le")
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
"""What every virus scanner says it has found a virus in, though it is none; not whole, so that none stops our tests."""


def photo(kind: str = "JPEG", size: tuple[int, int] = (60, 40)) -> bytes:
    """A picture from a phone: it says where it was taken, by a comment who took it, and that it lies on its side."""
    register_heif_opener()
    picture = Image.new("RGB", size, "white")
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    if kind == "HEIF":
        picture = picture.transpose(Image.Transpose.ROTATE_270)  # which keeps how it lies apart from what it says of it
    about = Image.Exif()
    about[ORIENTATION] = TURNED_RIGHT
    about[GPS] = SALFORD
    out = io.BytesIO()
    more = {"comment": b"taken by Amina"} if kind == "JPEG" else {}
    picture.save(out, kind, exif=about, **more)
    return out.getvalue()


def word(*more: str) -> bytes:
    """A Word file with these members beside the two that each has."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("[Content_Types].xml", "word/document.xml", *more):
            archive.writestr(name, "<xml/>")
    return out.getvalue()


def offered(kind: FileKind, called: str) -> Taken:
    """A file as it is taken, without any disk."""
    return Taken(Offered(kind, 2_400_000, "0" * 64, called), b"salt")


def with_files(session: Session) -> tuple[Made, date]:
    """They sent three files: one waits to be looked through, one is spoilt, one was taken out. One is ours."""
    on = date(2026, 11, 25)
    who = who_comes_back()
    made = an_acknowledged(session, on=on, person=who, key=uuid4().hex)
    theirs, ours = deed(on, f"party:{made.case_id}.1"), deed(on, "staff:1")
    for called in ("The damp wall in the back bedroom", "Donaudampfschifffahrtsgesellschaft" * 3, "My neighbour"):
        evidence.add(session, made.reference, 1, offered(FileKind.HEIC, called), theirs)
    evidence.add(session, made.reference, 0, offered(FileKind.PDF, "The surveyor’s report"), ours)
    with histories.opened(session, made.reference, ours) as case:
        case.add(set_aside(case.complaint, 2, Unusable.UNREADABLE))
        number = case.complaint.files[2].said.number
    erasures.remove_texts(session, made.reference, [number], "It names a neighbour.", ours)
    return made, on
