"""Everything held about the people of one case, for whoever asks to see it (UK GDPR, article 15).

It is read from what each column says of itself: a new column that holds something about people is in it of its own.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, get_args

from sqlalchemy.orm import Session

from app.domain.case import restrictions
from app.domain.deed import Deed
from app.domain.people import safeguarding
from app.domain.record import kind_of
from app.domain.said import NOT_REPORTED
from app.services.case.histories import NoSuchCase
from app.services.landlord import looked_at
from app.services.landlord.looked_at import How
from app.store import record
from app.store.case import complaints
from app.store.landlord import retention, staff

Row = Mapping[str, Any]
HIDDEN = "(kept and not shown)"
UNTOLD = frozenset(map(kind_of, (*get_args(safeguarding.Event), *get_args(restrictions.Event))))
"""What was done to keep somebody safe, or a case from those it is about: a report could put them in danger."""


@dataclass(frozen=True, slots=True)
class AccessReport:
    """What is held about a case's people, by table; what happened, as it stands in the record; and who looked."""

    reference: str
    made_on: date
    held: Mapping[str, list[Row]]
    happened: list[Row]
    looks: list[Row]


def make(session: Session, reference: str, deed: Deed) -> AccessReport:
    """Return the report on a case, and note who took it away; raises NoSuchCase."""
    case = complaints.find(session, reference)
    if case is None:
        raise NoSuchCase(reference)
    looked_at.note(session, case.id, How.EXPORTED, deed)
    session.flush()
    names = staff.names(session)
    held = retention.held_about(session, case.id)
    written = record.read(session, complaints.stream(case.id))
    return AccessReport(
        reference=reference,
        made_on=deed.on,
        held={
            table: [_shown(row, retention.secret(table)) for row in rows if _is_told(row)]
            for table, rows in held.items()
        },
        happened=[
            {"at": _show(e.at), "by": str(e.by), "kind": e.kind, "facts": json.loads(e.facts)}
            for e in written
            if e.kind not in UNTOLD
        ],
        looks=[
            {"at": _show(look.at), "how": look.how, "who": names.get(look.staff_id, "")}
            for look in looked_at.of_case(session, case.id)
        ],
    )


def _is_told(row: Row) -> bool:
    return row.get("kind") not in {kind.value for kind in NOT_REPORTED}


def _shown(row: Row, secret: Collection[str]) -> Row:
    """Return a row without what opens anything: of that only whether it is kept."""
    return {name: HIDDEN if name in secret and value is not None else _show(value) for name, value in row.items()}


def _show(value: Any) -> Any:
    """Return a value as JSON knows it."""
    return value.isoformat() if isinstance(value, date | datetime) else value
