"""What a file is, told by what stands in it: neither its name nor what the browser says of it proves anything."""

from __future__ import annotations

import io
import re
import zipfile

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
}
"""As what each kind is given away, and how the name of such a file ends."""
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


def kind_of(content: bytes) -> FileKind | Flaw:
    """Return what this is, or what is wrong with it."""
    if content[4:8] == b"ftyp" and content[8:12] in HEIC_BRANDS:
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
