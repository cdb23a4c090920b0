"""Every reason to refuse a figure that a landlord states, with its source."""

from app.domain.reasons import Reason


class StatedWhy(Reason):
    """A reason to refuse a figure that a landlord states."""

    NOT_STATED = "not_stated", "8.1"
    NO_SUCH_SUBJECT = "no_such_subject", "8.1"
    NO_MEASURED_TENURE = "no_measured_tenure", "8.1"
    NO_SUCH_MEASURE = "no_such_measure", "8.1"
    NO_TARGET_OF_THIS = "no_target_of_this", "8.1"
    NAME_TOO_LONG = "name_too_long", "8.1"
    NOT_OF_THIS = "not_of_this", "8.1"
    NOT_A_DAY = "not_a_day", "8.1"
    NOT_A_MONTH = "not_a_month", "8.1"
    BEFORE_ITS_BEGINNING = "before_its_beginning", "8.1"
    NOT_A_COUNT = "not_a_count", "8.1"
    NOT_A_SHARE = "not_a_share", "8.1"
    NOT_A_NUMBER = "not_a_number", "8.1"
    MORE_THAN_THERE_WERE = "more_than_there_were", "8.1"
    TOLERANCE_ABOVE_TARGET = "tolerance_above_target", "8.1"
    TOLERANCE_BELOW_TARGET = "tolerance_below_target", "8.1"
    STATED_TWICE = "stated_twice", "8.1"
    NEVER_STATED = "never_stated", "8.1"
    MONTH_TO_COME = "month_to_come", "8.1"
    NOT_OVER_YET = "not_over_yet", "8.1"
    NOT_A_SUM = "not_a_sum", "8.1"
    NO_SUCH_CHARACTERISTIC = "no_such_characteristic", "OM10"
    NO_GROUP_OF_AGE = "no_group_of_age", "OM10"
    NO_GROUP_OF_DISABLED = "no_group_of_disabled", "OM10"
    NO_GROUP_OF_ETHNICITY = "no_group_of_ethnicity", "OM10"
