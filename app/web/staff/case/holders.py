"""Who has a duty: shown, taken and given away within a line of a list."""

from __future__ import annotations

from typing import NamedTuple
from uuid import uuid4

from app.domain.clock.duties import DutyKind, Owner
from app.services.clock import duties
from app.store.clock.duties import QueueLine
from app.store.landlord.staff import Member
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


def holder(line: QueueLine, me: Member, *, assigns: bool, spoken: str) -> Holder:
    """Return the cell of a line of the queue; `assigns`: whether I may give work to people."""
    row = f"{line.kind}-{line.stage}-{line.number}"
    return Holder(
        id=f"{line.reference}-{row}",
        row=row,
        reference=line.reference,
        seen=line.position,
        duty=say(DutyKind(line.kind), spoken),
        name=line.holder or say(Owner(line.owner), spoken),
        mine=line.staff == me.id,
        moves=assigns and duties.goes_with_the_case(line),
        me=me.id,
        key=uuid4().hex,
    )
