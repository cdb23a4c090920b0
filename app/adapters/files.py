"""What a file is, told by what stands in it: neither its name nor what the browser says of it proves anything."""

from __future__ import annotations

import io
import re
import zipfile
from typing import BinaryIO

from app.adapters.pictures import type_of
from app.domain.case.files import FileKind, Flaw

PICTURES = {"image/jpeg": FileKind.JPEG, "image/png": FileKind.PNG}
HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1")
TYPES = {
    FileKind.JPEG: ("image/jpeg", "jpg"),
    FileKind.PNG: ("image/png", "png"),
    FileKind.HEIC: ("image/heic", "heic"),
    FileKind.PDF: ("application/pdf", "pdf"),
    FileKind.WORD: ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    FileKind.WORD_97: ("application/msword", "doc"),
    FileKind.MP4: ("video/mp4", "mp4"),
    FileKind.MOV: ("video/quicktime", "mov"),
    FileKind.M4A: ("audio/mp4", "m4a"),
    FileKind.MP3: ("audio/mpeg", "mp3"),
}
"""As what each kind is given away, and how the name of such a file ends."""
BOX, ID3 = b"ftyp", b"ID3"
RECORDINGS = {b"qt  ": FileKind.MOV, b"M4A ": FileKind.M4A, b"M4B ": FileKind.M4A} | dict.fromkeys(
    (b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"MSNV", b"M4V ", b"3gp4", b"3gp5"),
    FileKind.MP4,
)
"""The brands by which phones and computers call what is seen or heard."""
HEAD = 16
MOST_TO_READ = 10 * 1024 * 1024 + 1
"""Of anything but a recording no more is read: what is larger is refused for its size."""
PDF, PDF_WITHIN = b"%PDF-", 1024
"""A PDF may have a little of anything before it begins."""
ENCRYPTED_PDF = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD_97, ENCRYPTED_OFFICE, MACROS = (
    name.encode("utf-16-le") for name in ("WordDocument", "EncryptedPackage", "_VBA_PROJECT")
)
ZIP = b"PK\x03\x04"
DOCUMENT, MACROS_IN_WORD = "word/document.xml", "vbaproject.bin"
LOCKED = 0x1


def kind_of(sent: BinaryIO) -> FileKind | Flaw:
    """Return what this is, or what is wrong with it; it stands at its beginning before and after."""
    recording = _recording(sent.read(HEAD))
    sent.seek(0)
    if recording is not None:
        return recording
    content = sent.read(MOST_TO_READ)
    sent.seek(0)
    return _page_or_picture(content)


def _recording(head: bytes) -> FileKind | None:
    if head[4:8] == BOX:
        return RECORDINGS.get(head[8:12])
    if head.startswith(ID3) and len(head) == HEAD and max(head[6:10]) < 0x80:  # its length, in 7 bits a byte
        return FileKind.MP3
    return FileKind.MP3 if _is_mpeg_frame(head) else None


def _is_mpeg_frame(head: bytes) -> bool:
    """Return whether this begins as MPEG audio of layer III does, with a bit rate and a sample rate that there is."""
    if len(head) < HEAD or head[0] != 0xFF:
        return False
    is_layer_3 = head[1] & 0xE6 == 0xE2 and head[1] & 0x18 != 0x08
    return is_layer_3 and head[2] >> 4 not in (0, 0xF) and head[2] & 0x0C != 0x0C


def _page_or_picture(content: bytes) -> FileKind | Flaw:
    if content[4:8] == BOX and content[8:12] in HEIC_BRANDS:
        return FileKind.HEIC
    if content.startswith(OLE):
        return _old_office(content)
    if content.startswith(ZIP):
        return _zipped(content)
    if PDF in content[:PDF_WITHIN]:
        return Flaw.PASSWORD if ENCRYPTED_PDF.search(content) else FileKind.PDF
    return PICTURES.get(type_of(content) or "", Flaw.UNKNOWN)


def _old_office(content: bytes) -> FileKind | Flaw:
    if ENCRYPTED_OFFICE in content:
        return Flaw.PASSWORD
    if MACROS in content:
        return Flaw.ACTIVE
    return FileKind.WORD_97 if WORD_97 in content else Flaw.UNKNOWN


def _zipped(content: bytes) -> FileKind | Flaw:
    try:
        members = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return Flaw.UNKNOWN
    names = {member.filename for member in members}
    if DOCUMENT not in names or "[Content_Types].xml" not in names:
        return Flaw.UNKNOWN
    if any(member.flag_bits & LOCKED for member in members):
        return Flaw.PASSWORD
    return Flaw.ACTIVE if any(name.lower().endswith(MACROS_IN_WORD) for name in names) else FileKind.WORD
