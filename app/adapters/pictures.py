"""Pictures, known by how their files begin. They are served as what they are, and as nothing else."""

from __future__ import annotations

SIGNATURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def type_of(content: bytes) -> str | None:
    """Return the media type of a PNG or JPEG picture, or None for anything else."""
    return next((kind for start, kind in SIGNATURES.items() if content.startswith(start)), None)
