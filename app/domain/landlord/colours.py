"""Whether words can be read on a colour: contrast as WCAG 2.2 counts it (1.4.3)."""

from __future__ import annotations

import re

ENOUGH = 4.5
GROUNDS = ("#ffffff", "#fcf7ef")
"""What the landlord's colours stand on, and what stands on them: white, and the paper of putright.css."""

COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


def is_colour(text: str) -> bool:
    """Return whether this is a colour written as #rrggbb."""
    return COLOUR.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def is_readable(colour: str) -> bool:
    """Return whether words of this colour on our light grounds, and light words on it, have 4.5:1."""
    return all(contrast(colour, ground) >= ENOUGH for ground in GROUNDS)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    if channel <= 0.04045:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)
