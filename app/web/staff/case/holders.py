"""Who has a duty: shown, taken and given away within a line of a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlencode
from uuid import uuid4

from flask import url_for
from flask_babel import gettext
from flask_wtf.csrf import generate_csrf

from app.domain.clock.duty_kinds import DutyKind, Owner
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
    address: str
    also: str = ""
    """The other rows of this complaint on the same page: they change with it."""


class Shared(NamedTuple):
    """What all the cells of a page have in common: put together once, where 25 times would cost more than the rest."""

    back: str
    query: str
    token: str
    you: str
    take: str
    give: str


def shared(back: str) -> Shared:
    """Return what the cells of this page have in common; `back`: where to go after a deed without script."""
    return Shared(
        back=back,
        query=urlencode({"back": back}),
        token=generate_csrf(),
        you=gettext("You"),
        take=gettext("Take it on"),
        give=gettext("Give it to somebody"),
    )


class Address:
    """The address of a page about a case, for many cases: a reference needs no quoting."""

    def __init__(self, endpoint: str) -> None:
        self.before, self.after = url_for(endpoint, reference="REFERENCE").split("REFERENCE")

    def of(self, reference: str) -> str:
        """Return the address for this case."""
        return f"{self.before}{reference}{self.after}"


def holder(line: QueueLine, me: Member, *, assigns: bool, spoken: str, address: Address) -> Holder:
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
        address=address.of(line.reference),
    )


def with_others(cells: Sequence[Holder]) -> list[Holder]:
    """Return the cells of a page, each knowing which others change when it does."""
    moving: dict[str, list[str]] = {}
    for cell in cells:
        if cell.moves:
            moving.setdefault(cell.reference, []).append(cell.row)
    return [
        cell._replace(also=" ".join(row for row in moving.get(cell.reference, ()) if row != cell.row)) for cell in cells
    ]
