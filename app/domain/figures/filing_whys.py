"""Every reason not to count a case under what somebody chose."""

from app.domain.reasons import Reason


class FilingWhy(Reason):
    """A reason to refuse under what a case is to be counted."""

    NOT_ON_THE_LIST = "filed_under_no_entry", "8.1"
    THEME_TWICE = "filed_under_theme_twice", "8.1"
    NO_STAGE_2 = "filed_without_stage_2", "8.1"
