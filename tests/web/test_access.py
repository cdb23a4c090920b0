"""Every route, and whom its guards let in: a route that is not in this table fails the test."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.exceptions import HTTPException

from app.domain.deed import CLOCK, Deed
from app.domain.landlord.permissions import Role
from app.domain.people.sessions import Kind
from app.services.landlord import staff
from app.services.people import sessions
from tests.cases import a_complaint
from tests.contracted import hire
from tests.web.routes import PARTY, ROUTES, STRANGER, VISITOR

ARGUMENTS = {"deed": "date", "token": "a-token", "section": "about", "version": "1", "row": "acknowledge-1-0"}
PRESSED = {"seen": "1", "key": "a-press"}
"""What every form of a case says beside its answers."""


def routes(app: Flask) -> dict[str, Any]:
    return {
        f"{method} {rule.rule}": rule
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }


def test_every_route_is_in_the_table_and_nothing_else(app):
    assert set(routes(app)) == set(ROUTES)


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
@pytest.mark.parametrize("who", [VISITOR, PARTY, STRANGER, *Role], ids=str)
def test_each_route_lets_in_those_of_the_table(app, clock, who):
    app.config["WTF_CSRF_ENABLED"] = False
    with app.extensions["database"].writing() as session:
        made = a_complaint(session)
        cookie = signed_in(session, who, made.case_id, Deed(CLOCK, clock.at))
    arguments = ARGUMENTS | {"reference": made.reference}

    let_in = {name for name, rule in routes(app).items() if gets_in(app, name, rule, arguments, cookie)}

    assert let_in == {name for name, whom in ROUTES.items() if who in whom}


def signed_in(session: Session, who: object, case_id: int, deed: Deed) -> str:
    """Return the cookie header of somebody like this."""
    if isinstance(who, Role):
        whose = hire(session, deed) if who is Role.CONTRACTOR else ""
        invitation = staff.add(session, "Jo", "jo@example.org", frozenset({who}), deed, contractor=whose)
        return f"{Kind.STAFF.value}={sessions.open_for_staff(session, invitation.staff_id, 'a test', deed)}"
    if who == VISITOR:
        return ""
    opened = case_id if who == PARTY else a_complaint(session, key="press-2").case_id
    return f"{Kind.RESIDENT.value}={sessions.open_for_party(session, opened, 1, 'a test', deed)}"


def gets_in(app: Flask, name: str, rule: Any, arguments: dict[str, str], cookie: str) -> bool:
    """Return whether the guards before a page let this person through; the page itself is not asked."""
    method = name.partition(" ")[0]
    with app.test_request_context():
        address = app.url_for(rule.endpoint, **{each: arguments.get(each, 1) for each in rule.arguments})
    headers, sent = {"Cookie": cookie} if cookie else {}, PRESSED if method == "POST" else None
    with app.test_request_context(address, method=method, headers=headers, data=sent):
        try:
            return app.preprocess_request() is None
        except HTTPException:
            return False
