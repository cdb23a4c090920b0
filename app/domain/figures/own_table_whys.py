"""Every reason to refuse a table of our own in the annual report, each with its source."""

from app.domain.reasons import Reason


class TableWhy(Reason):
    """A reason to refuse a table of our own."""

    WITHOUT_TITLE = "own_table_without_title", "8.1"
    TITLE_TOO_LONG = "own_table_title_too_long", "8.1"
    WITHOUT_SCOPE = "own_table_without_scope", "8.1"
    SCOPE_TOO_LONG = "own_table_scope_too_long", "8.1"
    WITHOUT_LINES = "own_table_without_lines", "8.1"
    TOO_WIDE = "own_table_too_wide", "8.1"
    TOO_MANY_LINES = "own_table_too_many_lines", "8.1"
    EMPTY_HEAD = "own_table_empty_head", "8.1"
    OTHER_WIDTH = "own_table_other_width", "8.1"
    LINE_WITHOUT_HEAD = "own_table_line_without_head", "8.1"
    CELL_TOO_LONG = "own_table_cell_too_long", "8.1"
    NO_SUCH_HEAD = "own_table_no_such_head", "8.1"
    TOO_MANY = "own_table_too_many", "8.1"
    DO_NOT_ADD_UP = "own_tables_do_not_add_up", "8.1"
