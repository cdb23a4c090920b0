"""Every reason not to take a file of the past, or not to bring it in."""

from app.domain.reasons import Reason


class ImportWhy(Reason):
    """A reason to refuse something about a file that is to bring the past in."""

    FILE_IS_EMPTY = "past_file_empty", "8.1"
    FILE_TOO_LARGE = "past_file_too_large", "8.1"
    NO_TABLE = "past_file_no_table", "8.1"
    NOT_CHECKED = "past_file_not_checked", "8.1"
    BAD_LINES = "past_file_bad_lines", "8.1"
    NO_GOOD_LINES = "past_file_no_good_lines", "8.1"
    CANNOT_BE_THROWN_AWAY = "past_file_cannot_be_thrown_away", "8.1"
