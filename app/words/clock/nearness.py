"""How near a day is, in words: "Today", "2 working days left", "Late by 1 working day"."""

from app.domain.clock.nearness import HoursLeft, Nearness, When
from app.words.catalogues import N_, catalogue
from app.words.say import say

HOURS_LEFT = N_("%(hours)s h %(minutes)s min left")
HOURS_LATE = N_("Late by %(hours)s h %(minutes)s min")
PLAIN = {
    When.TODAY: N_("Today"),
    When.TOMORROW: N_("Tomorrow"),
    When.FAR_OFF: N_("Far off"),
    When.LATE: N_("Late"),
    When.LATER: N_("No working days left"),
}
"""LATE and LATER: with only a weekend or a holiday between."""


@say.register
def say_nearness(near: Nearness, language: str) -> str:
    """Return how near it is, with the working days where they say something."""
    words = catalogue(language)
    days = near.working_days
    if near.when is When.LATER and days:
        return words.ngettext("%(n)d working day left", "%(n)d working days left", days) % {"n": days}
    if near.when is When.LATE and days:
        return words.ngettext("Late by %(n)d working day", "Late by %(n)d working days", days) % {"n": days}
    return words.gettext(PLAIN[near.when])


@say.register
def say_hours_left(near: HoursLeft, language: str) -> str:
    """Return "7 h 30 min left", or by how much it is late."""
    words = {"hours": near.hours, "minutes": near.minutes}
    return catalogue(language).gettext(HOURS_LATE if near.late else HOURS_LEFT) % words
