"""Every reason to refuse something about the landlord’s own words or its contractors, each with its source."""

from app.domain.reasons import Reason


class TextWhy(Reason):
    """A reason to refuse words of our own in a letter."""

    UNKNOWN_PLACEHOLDER = "unknown_placeholder", "6.9"
    NUMBER_IN_TEXT = "number_in_text", "6.9"
    OMBUDSMAN_IN_TEXT = "ombudsman_in_text", "6.9"
    TEXT_TOO_LONG = "text_too_long", "6.9"


class ContractorWhy(Reason):
    """A reason to refuse something about a contractor's person, or done by one."""

    CONTRACTOR_IS_ONE_ALONE = "contractor_is_one_alone", "5.5"
    PERSON_WITHOUT_CONTRACTOR = "person_without_contractor", "5.4"
    DONE_WITHOUT_FILE = "done_without_file", "7.3"
    NO_DATE_PROPOSED = "no_date_proposed", "7.3"
    DATE_WITHOUT_REASON = "date_without_reason", "7.3"
    DECLINED_WITHOUT_REASON = "declined_without_reason", "7.3"
    ONLY_AT_STAGE_1 = "only_at_stage_1", "5.4"
    NOT_A_CONTRACTORS_PERSON = "not_a_contractors_person", "5.4"
