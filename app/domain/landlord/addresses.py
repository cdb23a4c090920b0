"""Addresses on the web that a landlord may give: of this site, or of a page elsewhere."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit


def is_site(address: str) -> bool:
    """Return whether links may begin with this: scheme and host, and nothing after them."""
    parts = _split(address)
    return parts is not None and not (parts.path or parts.query or parts.fragment or "@" in parts.netloc)


def is_link(address: str) -> bool:
    """Return whether this is a web address that a page may link to."""
    return _split(address) is not None


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        sound = parts.scheme in {"http", "https"} and parts.hostname and (parts.port or True)
    except ValueError:
        return None
    return parts if sound and not any(each.isspace() for each in address) else None
