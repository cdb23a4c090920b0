"""Who may answer a stage and who checks its answers: the landlord's own roles for it, or as every role begins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.domain.clock.profiles import Stage
from app.domain.landlord.landlord import Landlord
from app.domain.landlord.permissions import Permission, Role, allows

TO_ANSWER: Mapping[Stage, Permission] = {Stage.ONE: Permission.ANSWER_STAGE_1, Stage.TWO: Permission.ANSWER_STAGE_2}


def may_answer(landlord: Landlord, roles: Iterable[Role], stage: Stage) -> bool:
    """Return whether somebody of these roles may write and send the answer of a stage."""
    named = landlord.stage_2_answered_by if stage is Stage.TWO else landlord.stage_1_answered_by
    return _any_of(roles, named) if named else allows(roles, TO_ANSWER[stage])


def is_checked(landlord: Landlord, stage: Stage) -> bool:
    """Return whether a second person looks at each answer of a stage before it goes."""
    return bool(_checkers(landlord, stage))


def may_check(landlord: Landlord, roles: Iterable[Role], stage: Stage) -> bool:
    """Return whether somebody of these roles may check: a complaints officer always, or nobody might be there to."""
    return _any_of(roles, (*_checkers(landlord, stage), Role.COMPLAINTS_OFFICER.value))


def _checkers(landlord: Landlord, stage: Stage) -> tuple[str, ...]:
    return landlord.stage_2_checked_by if stage is Stage.TWO else landlord.stage_1_checked_by


def _any_of(roles: Iterable[Role], named: Iterable[str]) -> bool:
    return not {role.value for role in roles}.isdisjoint(named)
