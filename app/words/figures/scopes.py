"""Which complaints the figures of a section count, said beside each (12.6)."""

from __future__ import annotations

from app.domain.figures.periods import Basis
from app.words.catalogues import N_
from app.words.figures.voices import Voice

BEGUN = N_("Stages that began from %(first)s to %(last)s: Stage 1 by the day the complaint came, Stage 2 by the day it "
           "was asked for.")  # fmt: skip
AS_THEY_STAND = N_("Of the stages that began from %(first)s to %(last)s, as they stood on %(day)s.")
DUE = N_("Answers that were due from %(first)s to %(last)s, and were given or are late.")
ISSUED = N_("Answers that went, and complaints that ended otherwise, from %(first)s to %(last)s.")
ANSWERED = N_("Answers that went from %(first)s to %(last)s.")
ACKNOWLEDGED = N_("Acknowledgements that were due from %(first)s to %(last)s.")
HOMES = N_("Stages that began from %(first)s to %(last)s, against the homes that we own.")
PEOPLE = N_("People whose complaints came from %(first)s to %(last)s.")
CASES = N_("What came from %(first)s to %(last)s, and how it stood on %(day)s.")
FLOW = N_("Stages that were open, began or were finished from %(first)s to %(last)s.")
PROMISES = N_("What was promised to people whose complaints are of %(first)s to %(last)s.")
TARGETS = N_("Targets in force on %(last)s, beside what came of them since %(first)s.")
STATED = N_("As stated by month, from %(first)s to %(last)s.")
WEEKS = N_("Stages that began from %(first)s to %(last)s, by the Monday of their week. Of the first week and the last, "
           "days outside that time are not counted.")  # fmt: skip
CUSTOMERS = N_("Everybody who lives in our homes, as last stated up to %(last)s.")
LESSONS = N_("Improvements that were done from %(first)s to %(last)s, and that everybody may read.")
TREND = N_("Stages that began in each of these times.")


def of(voice: Voice, scope: str) -> str:
    """Return a scope in words; by the basis received, whatever became of a stage is of those that began."""
    if voice.document["basis"] == Basis.RECEIVED.value and scope in (DUE, ISSUED, ANSWERED, ACKNOWLEDGED):
        scope = AS_THEY_STAND
    period = voice.period
    return voice.gettext(scope, first=voice.day(period.first), last=voice.day(period.last), day=voice.day(voice.as_of))
