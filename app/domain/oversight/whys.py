"""Every reason to refuse something about what was learnt from complaints, each with its source."""

from app.domain.reasons import Reason


class ImprovementWhy(Reason):
    """A reason to refuse something about an improvement of the register."""

    NOTHING_SAID = "improvement_nothing_said", "9.1"
    NO_SUCH_AREA = "improvement_no_such_area", "9.1"
    NO_SUCH_THEME = "improvement_no_such_theme", "9.1"
    NO_SUCH_CASES = "improvement_no_such_cases", "9.1"
    NOTHING_DONE = "improvement_nothing_done", "9.3"
    WITHOUT_DAY = "improvement_without_day", "9.3"
    DAY_TO_COME = "improvement_day_to_come", "9.3"
    NOT_CHECKED = "improvement_not_checked", "UK GDPR 5(1)(b)"
    PUBLISHED_ALREADY = "improvement_published_already", "9.3"
    NOT_PUBLISHED = "improvement_not_published", "9.3"
