"""True sentences that set a figure beside that of the period before; none where either is unknown (8.1)."""

from __future__ import annotations

from decimal import Decimal

from app.words.figures.voices import Voice, rounded, shown_percent


def counts(voice: Voice, now: int | None, before: int | None) -> tuple[str, ...]:
    """Return how a count compares with that of the period before: a sentence, or none."""
    if now is None or before is None or not _comparable(voice):
        return ()
    more = abs(now - before)
    values = {"period": voice.before, "before": voice.number(before)}
    if now == before:
        return (voice.gettext("That is as many as in the period before (%(period)s).", period=voice.before),)
    if now > before:
        return (
            voice.ngettext(
                "That is %(n)s more than in the period before (%(before)s in %(period)s).",
                "That is %(n)s more than in the period before (%(before)s in %(period)s).",
                more,
                **values,
            ),
        )
    return (
        voice.ngettext(
            "That is %(n)s fewer than in the period before (%(before)s in %(period)s).",
            "That is %(n)s fewer than in the period before (%(before)s in %(period)s).",
            more,
            **values,
        ),
    )


def rates(voice: Voice, now: float | None, before: float | None) -> tuple[str, ...]:
    """Return how a share of 1 compares with that of the period before, by what is shown of both."""
    if now is None or before is None or not _comparable(voice):
        return ()
    this, that = shown_percent(now), shown_percent(before)
    values = {"period": voice.before, "before": voice.percent(before), "points": _points(voice, this - that)}
    if this == that:
        return (voice.gettext("That is the same share as in the period before (%(period)s).", period=voice.before),)
    if this > that:
        return (
            voice.gettext(
                "That is %(points)s percentage points more than in the period before (%(before)s in %(period)s).",
                **values,
            ),
        )
    return (
        voice.gettext(
            "That is %(points)s percentage points less than in the period before (%(before)s in %(period)s).",
            **values,
        ),
    )


def days(voice: Voice, now: float | None, before: float | None) -> tuple[str, ...]:
    """Return how long it took beside the period before, by what is shown of both."""
    if now is None or before is None or not _comparable(voice):
        return ()
    this, that = rounded(now), rounded(before)
    values = {"period": voice.before, "before": voice.decimal(before), "days": _points(voice, this - that)}
    if this == that:
        return (voice.gettext("That is as long as in the period before (%(period)s).", period=voice.before),)
    if this > that:
        return (
            voice.gettext(
                "That is %(days)s working days longer than in the period before (%(before)s in %(period)s).", **values
            ),
        )
    return (
        voice.gettext(
            "That is %(days)s working days shorter than in the period before (%(before)s in %(period)s).", **values
        ),
    )


def _comparable(voice: Voice) -> bool:
    return voice.is_over and voice.earlier is not None


def _points(voice: Voice, difference: Decimal) -> str:
    return voice.decimal(float(abs(difference)))
