"""Pictures: known by how their files begin, and drawn anew, so that nothing of the file itself is passed on."""

from __future__ import annotations

import io
import warnings
from typing import NamedTuple

SIGNATURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
LONGEST_SIDE = 2560
"""Enough pixels to see a crack in a wall by, at a tenth of the bytes."""
THUMBNAIL_SIDE = 320
QUALITY = 85


class Unreadable(Exception):
    """This is not the picture that it began like."""


class Drawn(NamedTuple):
    """A picture drawn anew, and a small one of it; both JPEG, without place, time or camera."""

    full: bytes
    small: bytes


def type_of(content: bytes) -> str | None:
    """Return the media type of a PNG or JPEG picture, or None for anything else."""
    return next((kind for start, kind in SIGNATURES.items() if content.startswith(start)), None)


def drawn_anew(content: bytes) -> Drawn:
    """Return a JPEG, PNG or HEIC picture drawn anew; raises Unreadable for what cannot be, or is far too large."""
    # Slow to load and needed by the worker alone, so not where every page would pay for it.
    from PIL import Image, ImageOps
    from pillow_heif import register_heif_opener

    register_heif_opener()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what a camera wrote wrongly and nobody is passed on
            warnings.simplefilter("error", Image.DecompressionBombWarning)  # a small file that would fill the memory
            with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "HEIF")) as found:
                found.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG need not be read larger than it is shown
                turned = ImageOps.exif_transpose(found).convert("RGBA")
    except Exception as error:
        # Whatever a decoder trips over (it is fed by strangers), the file is of no use to anybody.
        raise Unreadable(type(error).__name__) from error
    clean = Image.new("RGB", turned.size, "white")  # knows nothing of the file: no comment, no place, no profile
    clean.paste(turned, mask=turned)
    return Drawn(_saved(clean, LONGEST_SIDE), _saved(clean, THUMBNAIL_SIDE))


def _saved(picture: object, longest: int) -> bytes:
    from PIL import Image

    assert isinstance(picture, Image.Image)
    picture.thumbnail((longest, longest))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()
