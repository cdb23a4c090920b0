"""Tables of our own in words: what is wrong with one that somebody typed, and where one does not add up (8.1)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from app.domain.figures.own_sums import OwnFault, Rule
from app.domain.figures.own_table_whys import TableWhy
from app.domain.figures.own_typed import Slip
from app.domain.reasons import Reason
from app.domain.refused import Gap
from app.words.catalogues import N_, catalogue
from app.words.say import say

REFUSED: Mapping[Reason, str] = {
    TableWhy.WITHOUT_TITLE: N_("Give the table a title"),
    TableWhy.TITLE_TOO_LONG: N_("Shorten the title to 100 characters"),
    TableWhy.WITHOUT_SCOPE: N_("Say in a sentence what the table counts"),
    TableWhy.SCOPE_TOO_LONG: N_("Shorten it to 300 characters"),
    TableWhy.WITHOUT_LINES: N_("Write a line of heads, and at least one line under it"),
    TableWhy.TOO_WIDE: N_("Make it narrower: a page has room for 10 columns"),
    TableWhy.TOO_MANY_LINES: N_("Make it shorter: a table has room for 100 lines"),
    TableWhy.EMPTY_HEAD: N_("Give each column a head"),
    TableWhy.OTHER_WIDTH: N_("Give it as many cells as there are heads"),
    TableWhy.LINE_WITHOUT_HEAD: N_("Say in its first cell what it is about"),
    TableWhy.CELL_TOO_LONG: N_("Shorten each cell to 500 characters"),
    TableWhy.NO_SUCH_HEAD: N_("Nothing in the table is called this"),
    TableWhy.TOO_MANY: N_("This part has 12 tables: take one out first"),
    TableWhy.DO_NOT_ADD_UP: N_("A table of your own does not add up: see where below, and put it right"),
}
AT = N_("Line %(line)s: %(what)s")
FAULTS: Mapping[Rule, str] = {
    Rule.SUM: N_(
        "%(table)s, line “%(line)s”, column “%(column)s”: it says %(stands)s, and its parts come to %(least)s."
    ),
    Rule.LAST_QUARTER: N_(
        "%(table)s, line “%(line)s”, column “%(column)s”: it says %(stands)s, and its last quarter says %(least)s."
    ),
    Rule.BETWEEN: N_(
        "%(table)s, line “%(line)s”, column “%(column)s”: it says %(stands)s, and an average of its parts lies from "
        "%(least)s to %(most)s."
    ),
}


def slip_said(gap: Gap, language: str) -> str:
    """Return what is wrong with a table, and in which line of what was typed."""
    what = say(gap.why, language)
    line = gap.line if isinstance(gap, Slip) else 0
    return catalogue(language).gettext(AT) % {"line": line, "what": what} if line else what


def own_fault_said(fault: OwnFault, language: str) -> str:
    """Return one sentence: where it is, what stands there and what its parts come to."""
    return catalogue(language).gettext(FAULTS[fault.rule]) % {
        "table": fault.title,
        "line": fault.line,
        "column": fault.column,
        "stands": fault.stands,
        "least": _number(fault.least),
        "most": _number(fault.most),
    }


def _number(value: Decimal) -> str:
    return f"{value:,f}"
