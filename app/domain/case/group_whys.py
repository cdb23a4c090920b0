"""Every reason to refuse something about groups and known problems, each with its source."""

from app.domain.reasons import Reason


class GroupWhy(Reason):
    """A reason to refuse something about a group, or a known problem."""

    GROUP_WITHOUT_NAME = "group_without_name", "1.2"
    GROUP_WITHOUT_BINDING = "group_without_binding", "1.2"
    GROUP_WITHOUT_LEAD = "group_without_lead", "ruling 20"
    NO_SUCH_GROUP = "no_such_group", "ruling 20"
    IN_A_GROUP_ALREADY = "in_a_group_already", "ruling 20"
    IN_NO_GROUP = "in_no_group", "ruling 20"
    OVER_ALREADY = "over_already", "ruling 20"
    COMMON_PART_WITHOUT_WORDS = "common_part_without_words", "ruling 20"
    COMMON_PART_NAMES_SOMEBODY = "common_part_names_somebody", "ruling 20"
    COMMON_PART_CHANGED = "common_part_changed", "ruling 20"
    COMMON_PART_BY_BARRED = "common_part_by_barred", "5.8"
    NO_PERSONAL_PART = "no_personal_part", "6.7"
