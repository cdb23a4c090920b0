"""How a date came about, in words: the same for residents and for staff."""

from app.domain.clock.explanations import Counted, End, Moved, Start
from app.words.catalogues import N_, catalogue
from app.words.dates import listed, short
from app.words.say import say

FROM = {
    Start.RECEIVED: N_("received %(day)s"),
    Start.ACKNOWLEDGED: N_("acknowledged %(day)s"),
    Start.LAST_DAY_TO_ACKNOWLEDGE: N_("last day to acknowledge %(day)s"),
    Start.FIRST_DUE: N_("first due %(day)s"),
}
TO = {
    End.ACKNOWLEDGE_BY: N_("acknowledge by %(day)s"),
    End.DUE: N_("due %(day)s"),
    End.DUE_AS_IF_ON_TIME: N_("due %(day)s as if acknowledged on time"),
    End.LATEST_WITH_MORE_TIME: N_("at the latest, with more time, %(day)s"),
}
MOVED_IN_TIME = N_("told in time, %(told)s, of a new date; now due %(new)s")
MOVED_TOO_LATE = N_("told too late, %(told)s, of a new date; still due %(first)s")


@say.register
def say_counted(step: Counted, language: str) -> str:
    """Return "acknowledged Wed 23 Dec; 10 working days; 25 and 28 Dec do not count; due Fri 8 Jan"."""
    words = catalogue(language)
    parts = [
        words.gettext(FROM[step.start]) % {"day": short(step.start_day, language)},
        words.ngettext("%(n)d working day", "%(n)d working days", step.days) % {"n": step.days},
        words.gettext(TO[step.end]) % {"day": short(step.end_day, language)},
    ]
    if step.not_counted:
        pattern = words.ngettext("%(days)s does not count", "%(days)s do not count", len(step.not_counted))
        parts.insert(2, pattern % {"days": listed(step.not_counted, language)})
    return "; ".join(parts)


@say.register
def say_moved(step: Moved, language: str) -> str:
    """Return whether a new date took the place of the first, and why."""
    days = {"told": step.told_on, "first": step.first_due, "new": step.new_date}
    pattern = MOVED_IN_TIME if step.in_time else MOVED_TOO_LATE
    said = {name: short(day, language) for name, day in days.items()}
    return catalogue(language).gettext(pattern) % said
