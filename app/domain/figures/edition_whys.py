"""Every reason to refuse something about the annual report, each with its source."""

from app.domain.reasons import Reason


class EditionWhy(Reason):
    """A reason to refuse something about an edition of the annual report."""

    NOT_A_YEAR = "not_a_year", "8.1"
    YEAR_NOT_BEGUN = "year_not_begun", "8.1"
    YEAR_NOT_OVER = "year_not_over", "8.1"
    BEGUN_ALREADY = "begun_already", "8.1"
    SIGNED_ALREADY = "signed_already", "8.1"
    FIGURES_DO_NOT_ADD_UP = "figures_do_not_add_up", "8.1"
    WITHOUT_SELF_ASSESSMENT = "without_self_assessment", "8.1 a"
    WITHOUT_ANALYSIS = "without_analysis", "8.1 b"
    WITHOUT_NON_COMPLIANCE = "without_non_compliance", "8.1 c"
    WITHOUT_IMPROVEMENTS = "without_improvements", "8.1 d"
    WITHOUT_OMBUDSMAN_REPORT = "without_ombudsman_report", "8.1 e"
    WITHOUT_OTHER_REPORTS = "without_other_reports", "8.1 f"
    WRITTEN_BEFORE = "written_before", "8.1"
    NOTHING_TO_HOLD = "nothing_to_hold", "8.1"
    SIGNED_WITHOUT_NAME = "signed_without_name", "8.1"
    SIGNED_WITHOUT_ROLE = "signed_without_role", "8.1"
    NOT_SIGNED = "not_signed", "8.2"
    BOARD_WITHOUT_NAME = "board_without_name", "8.2"
    BOARD_WITHOUT_DAY = "board_without_day", "8.2"
    BOARD_DAY_TO_COME = "board_day_to_come", "8.2"
    BOARD_DAY_TOO_EARLY = "board_day_too_early", "8.2"
    BOARD_WITHOUT_WORDS = "board_without_words", "8.2"
    NO_BOARD_RESPONSE = "no_board_response", "8.2"
    PUBLISHED_ALREADY = "published_already", "8.2"
    OVER_FOR_GOOD = "over_for_good", "8.2"
    WITHDRAWN_WITHOUT_REASON = "withdrawn_without_reason", "8.2"
