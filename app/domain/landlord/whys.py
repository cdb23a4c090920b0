"""Every reason to refuse the landlord's own words in a letter, each with its source."""

from app.domain.reasons import Reason


class TextWhy(Reason):
    """A reason to refuse words of our own in a letter."""

    UNKNOWN_PLACEHOLDER = "unknown_placeholder", "6.9"
    NUMBER_IN_TEXT = "number_in_text", "6.9"
    OMBUDSMAN_IN_TEXT = "ombudsman_in_text", "6.9"
    TEXT_TOO_LONG = "text_too_long", "6.9"
