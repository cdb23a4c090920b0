"""What became of a stage before it came here, as one line of a timeline says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.domain.clock.profiles import Stage
from app.domain.figures.filing import Outcome
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.say import say, say_each

AS_CALLED = N_(", where it was called %(reference)s")
CLOSED = N_(", and closed on %(day)s")
ASKED = N_("asked for on %(day)s")
ACKNOWLEDGED = N_("acknowledged on %(day)s")
EXTENDED = N_("more time to %(day)s")
ANSWERED = N_("answered on %(day)s")
STOPPED = N_("%(outcome)s on %(day)s")
OUTCOMES = {
    Outcome.UPHELD: N_("upheld"),
    Outcome.UPHELD_IN_PART: N_("upheld in part"),
    Outcome.NOT_UPHELD: N_("not upheld"),
    Outcome.RESOLVED: N_("resolved"),
    Outcome.WITHDRAWN: N_("withdrawn"),
    Outcome.REFUSED: N_("not accepted"),
    Outcome.OVERTAKEN: N_("Stage 2 came first"),
    Outcome.ENDED: N_("not carried on"),
}
NOTHING = N_("no answer is known")

say_each(OUTCOMES)


def called_there(facts: Mapping[str, Any], language: str) -> str:
    """Return what a case was called where it came from, as the end of a sentence."""
    called = facts["their_reference"]
    return catalogue(language).gettext(AS_CALLED) % {"reference": called} if called else ""


def then_closed(facts: Mapping[str, Any], language: str) -> str:
    """Return when a case was closed, as the end of a sentence."""
    on = facts["closed_on"]
    return catalogue(language).gettext(CLOSED) % {"day": in_full(on, language)} if on else ""


def number(facts: Mapping[str, Any], _: str) -> str:
    """Return which stage it was."""
    return str(facts["stage"].value)


def became(facts: Mapping[str, Any], language: str) -> str:
    """Return what became of a stage, in the order in which it happened."""
    return ", ".join(_pieces(facts, language)) or catalogue(language).gettext(NOTHING)


def _pieces(facts: Mapping[str, Any], language: str) -> Iterator[str]:
    words = catalogue(language)

    def on(pattern: str, column: str) -> Iterator[str]:
        if facts[column] is not None:
            yield words.gettext(pattern) % {"day": in_full(facts[column], language)}

    if facts["stage"] is Stage.TWO:
        yield from on(ASKED, "begun_on")
    yield from on(ACKNOWLEDGED, "acknowledged_on")
    yield from on(EXTENDED, "extended_to")
    yield from on(ANSWERED, "answered_on")
    if facts["outcome"] is not None:
        outcome, stopped = say(facts["outcome"], language), facts["ended_on"]
        day = "" if stopped is None else in_full(stopped, language)
        yield words.gettext(STOPPED) % {"outcome": outcome, "day": day} if stopped else outcome
