"""How a date came about, in words: the same for residents and for staff."""

from app.domain.clock.explanations import Counted, CountedDays, CountedHours, End, Moved, Start
from app.words.catalogues import N_, catalogue
from app.words.dates import listed, short
from app.words.moments import moment
from app.words.say import say

FROM = {
    Start.RECEIVED: N_("received %(day)s"),
    Start.ACKNOWLEDGED: N_("acknowledged %(day)s"),
    Start.LAST_DAY_TO_ACKNOWLEDGE: N_("last day to acknowledge %(day)s"),
    Start.FIRST_DUE: N_("first due %(day)s"),
    Start.KNOWN: N_("first known %(day)s"),
    Start.INVESTIGATED: N_("looked at %(day)s"),
}
TO = {
    End.ACKNOWLEDGE_BY: N_("acknowledge by %(day)s"),
    End.DUE: N_("due %(day)s"),
    End.DUE_AS_IF_ON_TIME: N_("due %(day)s as if acknowledged on time"),
    End.LATEST_WITH_MORE_TIME: N_("at the latest, with more time, %(day)s"),
    End.INVESTIGATE_BY: N_("to be looked at by %(day)s"),
    End.SUM_UP_BY: N_("told in writing by %(day)s"),
    End.SAFE_BY: N_("made safe by %(day)s"),
    End.WORKS_BY: N_("further works begun by %(day)s"),
    End.WORKS_AT_THE_LATEST: N_("further works begun at the very latest by %(day)s"),
}
FIRST_KNOWN = N_("first known %(moment)s")
BY_THE_HOUR = N_("looked at and made safe by %(moment)s")
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
def say_counted_hours(step: CountedHours, language: str) -> str:
    """Return "first known Friday 4 December at 17:30; 24 hours, …; looked at and made safe by Saturday …"."""
    words = catalogue(language)
    hours = words.ngettext("%(n)d hour, day or night", "%(n)d hours, nights and weekends too", step.hours) % {
        "n": step.hours
    }
    start = words.gettext(FIRST_KNOWN) % {"moment": moment(step.start_at, language)}
    return "; ".join([start, hours, words.gettext(BY_THE_HOUR) % {"moment": moment(step.end_at, language)}])


@say.register
def say_counted_days(step: CountedDays, language: str) -> str:
    """Return "looked at Thu 10 Dec; 84 days, each of them counts; …"."""
    words = catalogue(language)
    days = words.ngettext("%(n)d day", "%(n)d days, each of them counts", step.days) % {"n": step.days}
    start = words.gettext(FROM[step.start]) % {"day": short(step.start_day, language)}
    return "; ".join([start, days, words.gettext(TO[step.end]) % {"day": short(step.end_day, language)}])


@say.register
def say_moved(step: Moved, language: str) -> str:
    """Return whether a new date took the place of the first, and why."""
    days = {"told": step.told_on, "first": step.first_due, "new": step.new_date}
    pattern = MOVED_IN_TIME if step.in_time else MOVED_TOO_LATE
    said = {name: short(day, language) for name, day in days.items()}
    return catalogue(language).gettext(pattern) % said
