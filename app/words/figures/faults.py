"""What does not add up in a report, said."""

from app.domain.figures.reconciliation import Fault
from app.words.catalogues import N_, catalogue

DIFFERS = N_("%(where)s: it says %(stands)s, and its parts come to %(parts)s.")
UNKNOWN = N_("nothing")


def fault_said(fault: Fault, language: str) -> str:
    """Return one sentence: where it is, what stands there and what its parts come to."""
    words = catalogue(language).gettext(DIFFERS)
    nothing = catalogue(language).gettext(UNKNOWN)
    return words % {
        "where": fault.where,
        "stands": _number(fault.stands, nothing),
        "parts": _number(fault.comes_to, nothing),
    }


def _number(value: float | None, nothing: str) -> str:
    return nothing if value is None else f"{value:g}"
