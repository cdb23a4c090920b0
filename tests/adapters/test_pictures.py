"""Pictures, known by how they begin, and drawn anew with nothing of the file in them."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from app.adapters import pictures
from app.adapters.pictures import LONGEST_SIDE, THUMBNAIL_SIDE, Unreadable, drawn_anew
from tests import sent_files


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\nrest", "image/png"),
        (b"\xff\xd8\xff\xe0rest", "image/jpeg"),
        (b"<svg onload='x'>", None),
        (b"", None),
        (b"GIF89a", None),
    ],
)
def test_only_what_begins_like_a_picture_is_one(content, kind):
    assert pictures.type_of(content) == kind


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "HEIF"])
def test_a_picture_is_drawn_anew_upright_and_without_where_and_by_whom(kind):
    drawn = drawn_anew(sent_files.photo(kind))

    for content in drawn:
        with Image.open(io.BytesIO(content)) as picture:
            assert (picture.format, picture.size) == ("JPEG", (40, 60))
            assert dict(picture.getexif()) == {}
            assert {"comment", "icc_profile", "exif"}.isdisjoint(picture.info)
            red, _, blue = picture.convert("RGB").getpixel((20, 5))
            assert red > 200 > 100 > blue, "its left side lies on top"


def test_a_large_one_is_made_small_enough_to_send():
    drawn = drawn_anew(sent_files.photo(size=(6000, 3000)))

    with Image.open(io.BytesIO(drawn.full)) as full, Image.open(io.BytesIO(drawn.small)) as small:
        assert (max(full.size), max(small.size)) == (LONGEST_SIDE, THUMBNAIL_SIDE)


def test_what_a_camera_wrote_wrongly_costs_nobody_their_photo():
    out = io.BytesIO()
    Image.new("RGB", (10, 10)).save(out, "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x05\x01\x12\0\x03")

    assert drawn_anew(out.getvalue()).full


def test_what_shows_through_is_white():
    out = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, "PNG")

    with Image.open(io.BytesIO(drawn_anew(out.getvalue()).full)) as picture:
        assert min(picture.getpixel((5, 5))) > 250


def bomb() -> bytes:
    """A small PNG that says it is very large."""
    size = struct.pack("!II", 20_000, 20_000) + b"\x08\x02\0\0\0"
    header = b"IHDR" + size
    return b"\x89PNG\r\n\x1a\n" + struct.pack("!I", 13) + header + struct.pack("!I", zlib.crc32(header))


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8\xff and then nothing", sent_files.photo()[:400], bomb(), sent_files.PDF]
)
def test_what_is_no_picture_is_unreadable(content):
    with pytest.raises(Unreadable):
        drawn_anew(content)
