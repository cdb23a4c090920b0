"""Pictures, known by how they begin."""

from __future__ import annotations

import pytest

from app.adapters import pictures


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
