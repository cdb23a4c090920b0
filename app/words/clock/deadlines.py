"""Where a clock stands, in words."""

from app.domain.clock.deadlines import Standing
from app.words.catalogues import N_
from app.words.say import say_each

WORDS = {
    Standing.RUNS_FROM_RECEIPT: N_("counted from the day it was received"),
    Standing.COUNTED_FROM_LAST_DAY_TO_ACKNOWLEDGE: N_("not acknowledged yet: counted from the last day to acknowledge"),
    Standing.ACKNOWLEDGED_IN_TIME: N_("acknowledged in time"),
    Standing.ACKNOWLEDGED_LATE: N_("acknowledged late"),
    Standing.MORE_TIME_TOLD_IN_TIME: N_("the new date was told in time and counts"),
    Standing.MORE_TIME_TOLD_TOO_LATE: N_("the new date was told too late and does not count"),
    Standing.MORE_TIME_NEEDS_GOOD_REASON: N_("the new date is beyond the limit and needs a good reason"),
    Standing.MORE_TIME_NEEDS_AGREEMENT: N_("the new date needs the resident’s agreement"),
    Standing.ACKNOWLEDGEMENT_DUE: N_("acknowledgement due"),
    Standing.ACKNOWLEDGEMENT_LATE: N_("acknowledgement late"),
    Standing.ANSWER_DUE: N_("answer due"),
    Standing.ANSWER_LATE: N_("answer late"),
}

say_each(WORDS)
