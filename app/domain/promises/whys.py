"""Every reason to refuse something about a remedy, an offer of money or a promise not yet made, with its source."""

from app.domain.reasons import Reason


class MoneyWhy(Reason):
    """A reason to refuse something about a remedy or money."""

    REMEDY_WITHOUT_KIND = "remedy_without_kind", "7.1"
    POINT_WITHOUT_REMEDY = "point_without_remedy", "7.1"
    OFFER_WITHOUT_LINES = "offer_without_lines", "7.1"
    LINE_WITHOUT_HEAD = "line_without_head", "7.1"
    LINE_WITHOUT_TIMES = "line_without_times", "7.4"
    LINE_WITHOUT_SUM = "line_without_sum", "7.1"
    LINE_WITHOUT_REASON = "line_without_reason", "7.2"
    SUM_OUTSIDE_GUIDANCE = "sum_outside_guidance", "7.4"
    OFFER_CANNOT_BE_RAISED = "offer_cannot_be_raised", "7.1"
    OFFER_NOT_HIGHER = "offer_not_higher", "7.1"
    NO_SUCH_OFFER = "no_such_offer", "7.1"
    OFFER_NOT_WAITING = "offer_not_waiting", "4.2"
    OFFER_NEEDS_SECOND_PERSON = "offer_needs_second_person", "4.2"
    OFFER_OVER_LIMIT = "offer_over_limit", "4.2"
    OFFER_NOT_DECIDED = "offer_not_decided", "4.2"
    OFFER_ALREADY_GONE = "offer_already_gone", "7.1"
    OFFER_NOT_OPEN = "offer_not_open", "7.3"
    SAID_BEFORE_OFFERED = "said_before_offered", "7.3"
    SAID_WITHOUT_HOW = "said_without_how", "7.3"
    OFFER_NOT_ACCEPTED = "offer_not_accepted", "7.3"
    PAID_WITHOUT_DATE = "paid_without_date", "7.3"
    PAID_TO_NOBODY = "paid_to_nobody", "7.3"
    PAID_WITHOUT_PROOF = "paid_without_proof", "7.3"
    OFFSET_NOT_AGREED = "offset_not_agreed", "7.4"
    OFFSET_NOT_ASKED_FIRST = "offset_not_asked_first", "7.4"
    OFFER_NOT_GONE = "offer_not_gone", "6.6"
    OFFER_NOT_PAID = "offer_not_paid", "6.6"
    OFFER_LIMIT_WRONG = "offer_limit_wrong", "4.2"
    GUIDE_SUM_WITHOUT_NAME = "guide_sum_without_name", "7.4"
    GUIDE_SUM_TWICE = "guide_sum_twice", "7.4"
    GUIDE_SUM_UPSIDE_DOWN = "guide_sum_upside_down", "7.4"


class DraftWhy(Reason):
    """A reason to refuse something about a promise before it is made."""

    DRAFT_IS_OVER = "draft_is_over", "7.3"
    OTHERWISE_WITHOUT_WORDS = "otherwise_without_words", "7.3"
