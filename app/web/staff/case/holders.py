"""Who has a duty: shown, taken and given away within a line of a list."""

from __future__ import annotations

from typing import NamedTuple
from uuid import uuid4

from app.domain.clock.duties import Owner
from app.domain.landlord.permissions import Permission
from app.services.clock import duties
from app.store.clock.duties import QueueLine
from app.store.landlord.staff import Member
from app.web.languages import language
from app.web.staff.guards import may
from app.words.say import say


class Holder(NamedTuple):
    """A cell that says who has a duty. It can be moved when it goes with the case, by whoever may assign."""

    id: str
    row: str
    reference: str
    seen: int
    duty: str
    name: str
    mine: bool
    moves: bool
    me: int
    key: str


def holder(line: QueueLine, me: Member, duty: str) -> Holder:
    """Return the cell of a line of the queue."""
    row = f"{line.kind}-{line.stage}-{line.number}"
    return Holder(
        id=f"{line.reference}-{row}",
        row=row,
        reference=line.reference,
        seen=line.position,
        duty=duty,
        name=line.holder or say(Owner(line.owner), language()),
        mine=line.staff == me.id,
        moves=duties.goes_with_the_case(line) and may(Permission.ASSIGN),
        me=me.id,
        key=uuid4().hex,
    )
