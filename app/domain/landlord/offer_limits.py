"""How much money somebody may offer or agree to by their roles: beyond it, a second person decides (4.2, 7.1)."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.landlord.landlord import Landlord
from app.domain.landlord.permissions import Permission, Role, allows

NO_LIMIT = frozenset({Role.COMPLAINTS_OFFICER, Role.DIRECTOR})
"""Those for whom there is none: somebody must always be there who may decide."""


def limit(landlord: Landlord, roles: Iterable[Role]) -> int | None:
    """Return the most that these roles may offer in one case, in pence; None: there is no limit for them."""
    held = frozenset(roles)
    if held & NO_LIMIT:
        return None
    set_for = {
        Role.HANDLER: landlord.handlers_may_offer,
        Role.STAGE_2_REVIEWER: landlord.reviewers_may_offer,
        Role.SERVICE_MANAGER: landlord.managers_may_offer,
        Role.HEAD_OF_SERVICE: landlord.heads_may_offer,
    }
    return max((set_for.get(role, 0) for role in held if allows([role], Permission.OFFER_MONEY)), default=0)
