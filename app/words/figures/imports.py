"""What is wrong with a file that is to bring the past in: where, what was found there, and what is wanted."""

from __future__ import annotations

from app.domain.figures.bad_tables import BadTable, TableFault
from app.domain.figures.cells import CellFault, Days, Wrong
from app.words.catalogues import N_, catalogue
from app.words.say import say_each

TABLES = {
    TableFault.NOT_A_TABLE: N_("This is no table that we can read. Save it as CSV, .xlsx or .ods, without a password."),
    TableFault.NOT_TEXT: N_("This is no text that we can read. Save it as “CSV UTF-8”."),
    TableFault.BROKEN_LINE: N_("Line %(found)s is broken: a quotation mark is missing, or there is one too many."),
    TableFault.TOO_WIDE: N_("The table has more columns than any list of complaints."),
    TableFault.NO_HEADING: N_("The first line must name the columns."),
    TableFault.UNKNOWN_COLUMN: N_(
        "There is no column called “%(found)s”. Take it out, or call it by the name we know."
    ),
    TableFault.COLUMN_TWICE: N_("Two columns are called “%(found)s”. Take one of them out."),
    TableFault.COLUMN_MISSING: N_("The column “%(found)s” is missing: every line must say it."),
    TableFault.TOO_MANY_LABELS: N_(
        "The column “%(found)s” has too many different names for a list. Take it out, if it tells stories."
    ),
}
CELLS = {
    CellFault.NOTHING_THERE: N_("nothing stands there, and every line must have it"),
    CellFault.NOT_A_DAY: N_("“%(found)s” is no day. Wanted: a day like 2024-01-31 or 31/01/2024"),
    CellFault.OTHER_WAY_OF_DAYS: N_("“%(found)s” is written otherwise than the other days of this file"),
    CellFault.DAY_TO_COME: N_("“%(found)s” has not come yet"),
    CellFault.DAY_TOO_EARLY: N_("“%(found)s” is too long ago. Wanted: a day from %(wanted)s on"),
    CellFault.DAY_TOO_FAR: N_("“%(found)s” is too far away. Wanted: a day up to %(wanted)s"),
    CellFault.BEFORE_IT_BEGAN: N_("“%(found)s” is before the stage began, which cannot be"),
    CellFault.NONE_OF_THESE: N_("“%(found)s” is not known here. Wanted: %(wanted)s"),
    CellFault.NOT_OURS: N_("the landlord has no “%(found)s”. Add it, or let this be done with --create-missing"),
    CellFault.TWO_OF_THAT_NAME: N_("more than one person is called “%(found)s”"),
    CellFault.NOT_A_SUM: N_("“%(found)s” is no sum. Wanted: pounds and pence like 125 or 125.50"),
    CellFault.TOO_LARGE_A_SUM: N_("“%(found)s” is more than anybody pays for a complaint"),
    CellFault.NO_STAGE_2: N_(
        "nothing stands there, but something is said of Stage 2. Wanted: the day it was asked for"
    ),
    CellFault.NOT_OF_A_COMPLAINT: N_("only a complaint has a Stage 2"),
    CellFault.TOLD_OF_NOTHING: N_("nothing stands there, but they were told of more time. Wanted: until when"),
    CellFault.TOO_LONG: N_("it is too long, or has more than one line. Wanted: %(wanted)s characters at most"),
    CellFault.REFERENCE_TWICE: N_("“%(found)s” stands in an earlier line already"),
    CellFault.NO_COLUMN: N_("“%(found)s” stands in no column"),
}
ON_A_PAGE = {
    CellFault.NOT_OURS: N_("we have no “%(found)s”. Add it to our lists, or send the file again and let it be added"),
}
"""What is said otherwise where there is no command to give."""
AT = N_("Line %(line)s, %(column)s: %(what)s.")
BESIDE = N_("Line %(line)s: %(what)s.")
WAYS = {
    Days.ISO: N_("year first, like 2024-01-31"),
    Days.DAY_FIRST: N_("day first, like 31/01/2024"),
}

say_each(WAYS)


def bad_table(error: BadTable, language: str) -> str:
    """Return all that is wrong with a whole file."""
    found = ((each.fault, each.found) for each in (*error.before, error))
    return " ".join(table_fault(*each, language) for each in found)


def table_fault(fault: TableFault, found: str, language: str) -> str:
    """Return one thing that is wrong with a whole file; `found` is the column or the line it is about."""
    return catalogue(language).gettext(TABLES[fault]) % {"found": found}


def bad_cell(line: int, wrong: Wrong, language: str) -> str:
    """Return what is wrong with a cell: its line and column, what was found and what is wanted."""
    words = catalogue(language)
    what = words.gettext(CELLS[wrong.fault]) % {"found": wrong.found, "wanted": ", ".join(wrong.wanted)}
    pattern = AT if wrong.column else BESIDE
    return words.gettext(pattern) % {"line": line, "column": wrong.column, "what": what}


def wrong_here(wrong: Wrong, language: str) -> str:
    """Return what is wrong with a cell, as the page says it that names its line and column beside it."""
    pattern = catalogue(language).gettext((CELLS | ON_A_PAGE)[wrong.fault])
    said = pattern % {"found": wrong.found, "wanted": ", ".join(wrong.wanted)}
    return f"{said[0].upper()}{said[1:]}."
