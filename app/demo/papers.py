"""A photo and a paper that residents of the demo send us, drawn by a few lines: they show nobody and nothing real."""

from __future__ import annotations

import random
import struct
import zlib

WIDTH, HEIGHT = 240, 180
WALL, MOULD = (214, 205, 190), (52, 58, 46)
PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"


def mouldy_wall() -> bytes:
    """A wall with mould in its corner, as a PNG."""
    chance = random.Random(7)
    rows = (b"\0" + b"".join(bytes(_at(x, y, chance)) for x in range(WIDTH)) for y in range(HEIGHT))
    head = struct.pack("!IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"".join(rows))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in parts)


def diary(*lines: str) -> bytes:
    """A page with these lines of plain letters, as a PDF."""
    shown = " ".join(f"({line}) Tj 0 -24 Td" for line in lines)
    stream = f"BT /F1 14 Tf 72 760 Td {shown} ET"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        PAGE,
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    written, starts = "%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        starts.append(len(written))
        written += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return f"{written}{end}startxref\n{len(written)}\n%%EOF\n".encode()


def _at(x: int, y: int, chance: random.Random) -> tuple[int, ...]:
    damp = max(0.0, 1 - (x / WIDTH + y / HEIGHT) * 1.1)
    return MOULD if chance.random() < damp else tuple(each + chance.randrange(12) for each in WALL)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack("!I", len(body)) + name + body + struct.pack("!I", zlib.crc32(name + body))
