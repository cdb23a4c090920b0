"""Who of the landlord's staff may do what. Roles are bundles of permissions; nothing else decides.

A contractor's person has that one role, and sees the cases alone that they were let into (5.4, app/store/landlord).
What managers, heads and directors may answer or check besides, the landlord sets for each stage (answerers.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from types import MappingProxyType


class Permission(Enum):
    """One thing that a member of staff may or may not do."""

    READ_COMPLAINTS = "read_complaints"
    LOG_COMPLAINTS = "log_complaints"
    ASSIGN = "assign"
    ACKNOWLEDGE = "acknowledge"
    GIVE_MORE_TIME = "give_more_time"
    APPROVE_MORE_TIME = "approve_more_time"
    ANSWER_STAGE_1 = "answer_stage_1"
    ANSWER_STAGE_2 = "answer_stage_2"
    CHECK_ANSWERS = "check_answers"
    ANSWER_EARLY_STAGE_2_REQUESTS = "answer_early_stage_2_requests"
    KEEP_PROMISES = "keep_promises"
    OFFER_MONEY = "offer_money"
    APPROVE_OFFERS = "approve_offers"
    POST_LETTERS = "post_letters"
    CORRECT_FACTS = "correct_facts"
    APPROVE_CORRECTIONS = "approve_corrections"
    CHANGE_CONTACTS = "change_contacts"
    WRITE_MESSAGES = "write_messages"
    LOG_CONTACTS = "log_contacts"
    DEAL_WITH_HAZARDS = "deal_with_hazards"
    APPROVE_HAZARDS = "approve_hazards"
    PROPOSE_REFUSALS = "propose_refusals"
    DECIDE_REFUSALS = "decide_refusals"
    SAFEGUARD = "safeguard"
    PROPOSE_RESTRICTIONS = "propose_restrictions"
    DECIDE_RESTRICTIONS = "decide_restrictions"
    READ_SURVEYS = "read_surveys"
    REVIEW_QUALITY = "review_quality"
    WRITE_REPORTS = "write_reports"
    SIGN_REPORTS = "sign_reports"
    PUBLISH_REPORTS = "publish_reports"
    WRITE_IMPROVEMENTS = "write_improvements"
    READ_LANDLORD = "read_landlord"
    SET_LANDLORD = "set_landlord"
    WORK_AS_CONTRACTOR = "work_as_contractor"


class Role(Enum):
    """What somebody is to the complaints team; a person may be several."""

    COMPLAINTS_OFFICER = "complaints_officer"
    HANDLER = "handler"
    STAGE_2_REVIEWER = "stage_2_reviewer"
    SERVICE_MANAGER = "service_manager"
    HEAD_OF_SERVICE = "head_of_service"
    DIRECTOR = "director"
    VIEWER = "viewer"
    SAFEGUARDING_LEAD = "safeguarding_lead"
    CHIEF_EXECUTIVE = "chief_executive"
    BOARD_MEMBER = "board_member"
    CONTRACTOR = "contractor"


_CONTRACTOR = frozenset({Permission.WORK_AS_CONTRACTOR})
_VIEWER = frozenset({Permission.READ_COMPLAINTS, Permission.READ_LANDLORD})
_CASEWORK = _VIEWER | {
    Permission.LOG_COMPLAINTS,
    Permission.ASSIGN,
    Permission.ACKNOWLEDGE,
    Permission.GIVE_MORE_TIME,
    Permission.CHECK_ANSWERS,
    Permission.KEEP_PROMISES,
    Permission.OFFER_MONEY,
    Permission.POST_LETTERS,
    Permission.CORRECT_FACTS,
    Permission.CHANGE_CONTACTS,
    Permission.WRITE_MESSAGES,
    Permission.LOG_CONTACTS,
    Permission.DEAL_WITH_HAZARDS,
    Permission.PROPOSE_REFUSALS,
    Permission.PROPOSE_RESTRICTIONS,
}
_REPORTS = frozenset({Permission.WRITE_REPORTS, Permission.SIGN_REPORTS, Permission.PUBLISH_REPORTS})
_MANAGING = frozenset({Permission.APPROVE_OFFERS, Permission.REVIEW_QUALITY, Permission.WRITE_IMPROVEMENTS})

ROLES: Mapping[Role, frozenset[Permission]] = MappingProxyType(
    {
        Role.COMPLAINTS_OFFICER: frozenset(Permission) - _CONTRACTOR,
        Role.HANDLER: _CASEWORK | {Permission.ANSWER_STAGE_1},
        Role.STAGE_2_REVIEWER: _CASEWORK | {Permission.ANSWER_STAGE_2, Permission.REVIEW_QUALITY},
        Role.SERVICE_MANAGER: _CASEWORK | {Permission.APPROVE_OFFERS, Permission.WRITE_IMPROVEMENTS},
        Role.HEAD_OF_SERVICE: _CASEWORK | _MANAGING | {Permission.WRITE_REPORTS},
        Role.DIRECTOR: _CASEWORK | _MANAGING | _REPORTS,
        Role.VIEWER: _VIEWER,
        Role.SAFEGUARDING_LEAD: _VIEWER | {Permission.SAFEGUARD},
        Role.CHIEF_EXECUTIVE: _VIEWER | _REPORTS,
        Role.BOARD_MEMBER: _VIEWER,
        Role.CONTRACTOR: _CONTRACTOR,
    }
)

SENIOR = frozenset({Role.COMPLAINTS_OFFICER, Role.CHIEF_EXECUTIVE, Role.BOARD_MEMBER})
"""A complaint about one of these is dealt with by somebody from a fixed list (ruling 4)."""


def allows(roles: Iterable[Role], permission: Permission) -> bool:
    """Return whether any of these roles carries the permission."""
    return any(permission in ROLES[role] for role in roles)
