"""Every reason to refuse something about a hazard, each with its source."""

from app.domain.reasons import Reason


class HazardWhy(Reason):
    """A reason to refuse something about a hazard in the home."""

    NO_SUCH_HAZARD = "no_such_hazard", "ruling 22"
    HAZARD_WITHOUT_KIND = "hazard_without_kind", "ruling 22"
    HAZARD_WITHOUT_DAY = "hazard_without_day", "SI 2025/1042"
    HAZARD_KNOWN_SOONER = "hazard_known_sooner", "ruling 22"
    HAZARD_CLOCK_RUNS = "hazard_clock_runs", "ruling 22"
    HAZARD_WITHOUT_SEVERITY = "hazard_without_severity", "ruling 22"
    HAZARD_WITHOUT_REASONS = "hazard_without_reasons", "ruling 22"
    HAZARD_NEEDS_SECOND_PERSON = "hazard_needs_second_person", "ruling 22"
    HAZARD_BEFORE_KNOWN = "hazard_before_known", "SI 2025/1042"
    HAZARD_NOT_INVESTIGATED = "hazard_not_investigated", "SI 2025/1042"
    HAZARD_SAFE_WITHOUT_PROOF = "hazard_safe_without_proof", "SI 2025/1042"
    SUMMARY_WITHOUT_FINDINGS = "summary_without_findings", "SI 2025/1042"
    SUMMARY_WITHOUT_ACTION = "summary_without_action", "SI 2025/1042"
    SUMMARY_WITHOUT_DATE = "summary_without_date", "SI 2025/1042"
    SUMMARY_DATE_BEYOND_LIMIT = "summary_date_beyond_limit", "SI 2025/1042"
    MOVE_WITHOUT_STEP = "move_without_step", "SI 2025/1042"
    DATE_NOT_MOVED = "date_not_moved", "SI 2025/1042"
    MOVED_BEYOND_LIMIT = "moved_beyond_limit", "SI 2025/1042"
    LATE_WITHOUT_NEXT = "late_without_next", "SI 2025/1042"
    ACCESS_WITHOUT_WAY = "access_without_way", "SI 2025/1042"
