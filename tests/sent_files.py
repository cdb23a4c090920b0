"""Files as people send them: each the smallest of its kind, and some that must not be taken."""

from __future__ import annotations

import io
import zipfile

from PIL import Image
from pillow_heif import register_heif_opener

ORIENTATION, GPS = 0x0112, 0x8825
TURNED_RIGHT = 6
SALFORD = {1: "N", 2: (53.0, 29.0, 10.0), 3: "W", 4: (2.0, 17.0, 26.0)}
PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
LOCKED_PDF = PDF.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 5 0 R")
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
