"""Questions that show whether we treat people fairly: asked after sending, and kept apart from every case."""

from __future__ import annotations

from enum import Enum


class Age(Enum):
    """How old somebody is."""

    UNDER_25 = "under_25"
    FROM_25 = "25_to_44"
    FROM_45 = "45_to_64"
    FROM_65 = "65_or_over"


class Disabled(Enum):
    """Whether a long illness or disability limits what somebody does."""

    A_LOT = "a_lot"
    A_LITTLE = "a_little"
    NO = "no"


class Ethnicity(Enum):
    """The five broad groups of the 2021 census."""

    ASIAN = "asian"
    BLACK = "black"
    MIXED = "mixed"
    WHITE = "white"
    OTHER = "other"
