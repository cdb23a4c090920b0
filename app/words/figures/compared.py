"""True sentences that set a figure beside that of the period before; none where either is unknown (8.1)."""

from __future__ import annotations

from decimal import Decimal

from app.words.catalogues import N_
from app.words.figures.voices import Voice, rounded, shown_percent


def counts(voice: Voice, now: int | None, before: int | None) -> tuple[str, ...]:
    """Return how a count compares with that of the period before: a sentence, or none. None is a share of nought."""
    if now is None or before is None or not _comparable(voice):
        return ()
    if now == before:
        return (voice.gettext("That is as many as in the period before (%(period)s).", period=voice.before),)
    by = abs(now - before)
    values = {"period": voice.before, "before": voice.number(before), "by": voice.number(by)}
    if not before:
        return (voice.gettext("That is up from %(before)s in the period before (%(period)s).", **values),)
    values["share"] = voice.percent(by / before)
    if now > before:
        up = N_("That is up from %(before)s in the period before (%(period)s), by %(by)s (%(share)s).")
        return (voice.gettext(up, **values),)
    down = N_("That is down from %(before)s in the period before (%(period)s), by %(by)s (%(share)s).")
    return (voice.gettext(down, **values),)


def rates(voice: Voice, now: float | None, before: float | None) -> tuple[str, ...]:
    """Return how a share of 1 compares with that of the period before, by what is shown of both."""
    if now is None or before is None or not _comparable(voice):
        return ()
    this, that = shown_percent(now), shown_percent(before)
    if this == that:
        return (voice.gettext("That is the same share as in the period before (%(period)s).", period=voice.before),)
    values = {"period": voice.before, "before": voice.percent(before), "by": _points(voice, this - that)}
    up = N_("That is up from %(before)s in the period before (%(period)s), by %(by)s percentage points.")
    down = N_("That is down from %(before)s in the period before (%(period)s), by %(by)s percentage points.")
    return (voice.gettext(up if this > that else down, **values),)


def days(voice: Voice, now: float | None, before: float | None) -> tuple[str, ...]:
    """Return how long it took beside the period before, by what is shown of both."""
    if now is None or before is None or not _comparable(voice):
        return ()
    this, that = rounded(now), rounded(before)
    if this == that:
        return (voice.gettext("That is as long as in the period before (%(period)s).", period=voice.before),)
    values = {"period": voice.before, "before": voice.decimal(before), "by": _points(voice, this - that)}
    up = N_("That is up from %(before)s working days in the period before (%(period)s), by %(by)s.")
    down = N_("That is down from %(before)s working days in the period before (%(period)s), by %(by)s.")
    return (voice.gettext(up if this > that else down, **values),)


def _comparable(voice: Voice) -> bool:
    return voice.is_over and voice.earlier is not None


def _points(voice: Voice, difference: Decimal) -> str:
    return voice.decimal(float(abs(difference)))
