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

VISITOR, PARTY = "visitor", "party"
"""Somebody who is not signed in, and a resident who is: to one case, as a party to it."""
STRANGER = "stranger"
"""A resident who is signed in to another case."""

OFFICERS = frozenset({Role.COMPLAINTS_OFFICER})
HANDLERS = OFFICERS | {Role.HANDLER}
REVIEWERS = OFFICERS | {Role.STAGE_2_REVIEWER}
CASEWORKERS = HANDLERS | REVIEWERS
STAFF = CASEWORKERS | {Role.VIEWER}
PARTIES = frozenset({PARTY})
EVERYBODY = STAFF | {VISITOR, PARTY, STRANGER}

ROUTES = {
    # for anybody: what stands behind these asks for a code, a token or a cookie of its own
    "GET /": EVERYBODY,
    "GET /accessibility": EVERYBODY,
    "GET /brand-<version>.css": EVERYBODY,
    "GET /c": EVERYBODY,
    "GET /c/back": EVERYBODY,
    "GET /c/back/code": EVERYBODY,
    "GET /c/back/link/<token>": EVERYBODY,
    "GET /c/check": EVERYBODY,
    "GET /c/continue": EVERYBODY,
    "GET /c/easy-read": EVERYBODY,
    "GET /c/later": EVERYBODY,
    "GET /c/more/<int:number>": EVERYBODY,
    "GET /c/more/about-you": EVERYBODY,
    "GET /c/now": EVERYBODY,
    "GET /c/quick": EVERYBODY,
    "GET /c/ring-me": EVERYBODY,
    "GET /c/sent": EVERYBODY,
    "GET /c/sent/<reference>.txt": EVERYBODY,
    "GET /c/step/<int:number>": EVERYBODY,
    "GET /contact": EVERYBODY,
    "GET /cookies": EVERYBODY,
    "GET /healthz": EVERYBODY,
    "GET /how-complaints-work": EVERYBODY,
    "GET /leave": EVERYBODY,
    "GET /logo-<version>": EVERYBODY,
    "GET /ombudsman": EVERYBODY,
    "GET /privacy": EVERYBODY,
    "GET /readyz": EVERYBODY,
    "GET /staff/set-up/<token>": EVERYBODY,
    "GET /staff/sign-in": EVERYBODY,
    "GET /staying-safe": EVERYBODY,
    "GET /tray": EVERYBODY,
    "POST /c/back": EVERYBODY,
    "POST /c/back/code": EVERYBODY,
    "POST /c/back/code/another": EVERYBODY,
    "POST /c/back/link/<token>": EVERYBODY,
    "POST /c/check": EVERYBODY,
    "POST /c/continue": EVERYBODY,
    "POST /c/easy-read": EVERYBODY,
    "POST /c/more/<int:number>": EVERYBODY,
    "POST /c/more/about-you": EVERYBODY,
    "POST /c/quick": EVERYBODY,
    "POST /c/ring-me": EVERYBODY,
    "POST /c/sent/done": EVERYBODY,
    "POST /c/sent/pin": EVERYBODY,
    "POST /c/sign-out": EVERYBODY,
    "POST /c/stay": EVERYBODY,
    "POST /c/step/<int:number>": EVERYBODY,
    "POST /staff/set-up/<token>": EVERYBODY,
    "POST /staff/sign-in": EVERYBODY,
    # for the parties to the case in the address
    "GET /c/<reference>": PARTIES,
    "GET /c/<reference>/contact/<int:number>/code": PARTIES,
    "GET /c/<reference>/contact/<way>": PARTIES,
    "GET /c/<reference>/details": PARTIES,
    "GET /c/<reference>/devices": PARTIES,
    "GET /c/<reference>/formats": PARTIES,
    "GET /c/<reference>/letters/<int:number>": PARTIES,
    "GET /c/<reference>/messages": PARTIES,
    "GET /c/<reference>/ombudsman": PARTIES,
    "GET /c/<reference>/pack": PARTIES,
    "GET /c/<reference>/people/<int:number>": PARTIES,
    "GET /c/<reference>/promises/<int:number>": PARTIES,
    "GET /c/<reference>/reaching-you": PARTIES,
    "GET /c/<reference>/refusals/<int:number>": PARTIES,
    "GET /c/<reference>/reopen": PARTIES,
    "GET /c/<reference>/return-code": PARTIES,
    "GET /c/<reference>/stage-2": PARTIES,
    "GET /c/<reference>/stop": PARTIES,
    "GET /c/<reference>/talk": PARTIES,
    "GET /c/<reference>/understanding": PARTIES,
    "GET /c/<reference>/unsent": PARTIES,
    "POST /c/<reference>/contact/<int:number>/code": PARTIES,
    "POST /c/<reference>/contact/<way>": PARTIES,
    "POST /c/<reference>/devices/<int:number>/end": PARTIES,
    "POST /c/<reference>/devices/end": PARTIES,
    "POST /c/<reference>/formats": PARTIES,
    "POST /c/<reference>/letters/<int:number>/dislike": PARTIES,
    "POST /c/<reference>/letters/<int:number>/updates": PARTIES,
    "POST /c/<reference>/messages": PARTIES,
    "POST /c/<reference>/messages/read": PARTIES,
    "POST /c/<reference>/people/<int:number>": PARTIES,
    "POST /c/<reference>/promises/<int:number>": PARTIES,
    "POST /c/<reference>/reaching-you": PARTIES,
    "POST /c/<reference>/refusals/<int:number>": PARTIES,
    "POST /c/<reference>/reopen": PARTIES,
    "POST /c/<reference>/return-code": PARTIES,
    "POST /c/<reference>/return-code/end": PARTIES,
    "POST /c/<reference>/return-code/numbers": PARTIES,
    "POST /c/<reference>/stage-2": PARTIES,
    "POST /c/<reference>/stage-2/withdrawal": PARTIES,
    "POST /c/<reference>/stop": PARTIES,
    "POST /c/<reference>/talk": PARTIES,
    "POST /c/<reference>/understanding": PARTIES,
    # for all the staff
    "GET /staff": STAFF,
    "GET /staff/complaints/<reference>": STAFF,
    "GET /staff/complaints/<reference>/contact-log": STAFF,
    "GET /staff/complaints/<reference>/contributions": STAFF,
    "GET /staff/complaints/<reference>/contributions/<int:number>": STAFF,
    "GET /staff/complaints/<reference>/letters/<int:number>/posting": STAFF,
    "GET /staff/complaints/<reference>/messages": STAFF,
    "GET /staff/complaints/<reference>/messages/<int:number>/settlement": STAFF,
    "GET /staff/complaints/<reference>/promises/<int:number>": STAFF,
    "GET /staff/complaints/<reference>/promises/<int:number>/<deed>": STAFF,
    "GET /staff/complaints/<reference>/promises/<int:number>/proof": STAFF,
    "GET /staff/landlord": STAFF,
    "GET /staff/landlord/<section>": STAFF,
    "GET /staff/landlord/logo": STAFF,
    "GET /staff/letters": STAFF,
    "GET /staff/promises": STAFF,
    "GET /staff/refusals": STAFF,
    "GET /staff/refusals.csv": STAFF,
    "GET /staff/promises.csv": STAFF,
    "GET /staff/search": STAFF,
    "GET /staff/unsent": STAFF,
    "GET /staff/work": STAFF,
    "GET /staff/you": STAFF,
    "POST /staff/complaints/<reference>/contributions": STAFF,
    "POST /staff/complaints/<reference>/contributions/<int:number>": STAFF,
    "POST /staff/sign-out": STAFF,
    "POST /staff/stay": STAFF,
    # for those who work on complaints
    "GET /staff/complaints/<reference>/acknowledgement": CASEWORKERS,
    "GET /staff/complaints/<reference>/adjustments/<int:number>": CASEWORKERS,
    "GET /staff/complaints/<reference>/closure": CASEWORKERS,
    "GET /staff/complaints/<reference>/concerned": CASEWORKERS,
    "GET /staff/complaints/<reference>/contacts/<int:number>": CASEWORKERS,
    "GET /staff/complaints/<reference>/correction": CASEWORKERS,
    "GET /staff/complaints/<reference>/correction/decision": CASEWORKERS,
    "GET /staff/complaints/<reference>/danger": CASEWORKERS,
    "GET /staff/complaints/<reference>/definition": CASEWORKERS,
    "GET /staff/complaints/<reference>/handler": CASEWORKERS,
    "GET /staff/complaints/<reference>/hazards/<int:number>": CASEWORKERS,
    "GET /staff/complaints/<reference>/hazards/<int:number>/access": CASEWORKERS,
    "GET /staff/complaints/<reference>/hazards/<int:number>/accommodation": CASEWORKERS,
    "GET /staff/complaints/<reference>/hazards/<int:number>/assessment": CASEWORKERS,
    "GET /staff/complaints/<reference>/hazards/<int:number>/day-nought": CASEWORKERS,
    "GET /staff/complaints/<reference>/hazards/<int:number>/decision": CASEWORKERS,
    "GET /staff/complaints/<reference>/hazards/<int:number>/investigation": CASEWORKERS,
    "GET /staff/complaints/<reference>/hazards/<int:number>/lateness": CASEWORKERS,
    "GET /staff/complaints/<reference>/hazards/<int:number>/safety": CASEWORKERS,
    "GET /staff/complaints/<reference>/hazards/<int:number>/summary": CASEWORKERS,
    "GET /staff/complaints/<reference>/hazards/<int:number>/works": CASEWORKERS,
    "GET /staff/complaints/<reference>/hazards/new": CASEWORKERS,
    "GET /staff/complaints/<reference>/more-time": CASEWORKERS,
    "GET /staff/complaints/<reference>/more-time/decision": CASEWORKERS,
    "GET /staff/complaints/<reference>/new-date": CASEWORKERS,
    "GET /staff/complaints/<reference>/parties/<int:number>": CASEWORKERS,
    "GET /staff/complaints/<reference>/parties/<int:number>/return-code": CASEWORKERS,
    "GET /staff/complaints/<reference>/refusals": CASEWORKERS,
    "GET /staff/complaints/<reference>/refusals/<int:number>": CASEWORKERS,
    "GET /staff/complaints/<reference>/refusals/<int:number>/done": CASEWORKERS,
    "GET /staff/complaints/<reference>/refusals/<int:number>/look": CASEWORKERS,
    "GET /staff/complaints/<reference>/refusals/<int:number>/overturn": CASEWORKERS,
    "GET /staff/complaints/<reference>/promises/new": CASEWORKERS,
    "GET /staff/complaints/<reference>/response": CASEWORKERS,
    "GET /staff/complaints/<reference>/return-code": CASEWORKERS,
    "GET /staff/complaints/<reference>/return-code/sheet": CASEWORKERS,
    "GET /staff/complaints/<reference>/stage-2": CASEWORKERS,
    "GET /staff/complaints/<reference>/stage-2/decision": CASEWORKERS,
    "GET /staff/complaints/<reference>/update": CASEWORKERS,
    "GET /staff/complaints/new": CASEWORKERS,
    "POST /staff/complaints/<reference>/acknowledgement": CASEWORKERS,
    "POST /staff/complaints/<reference>/adjustments/<int:number>": CASEWORKERS,
    "POST /staff/complaints/<reference>/closure": CASEWORKERS,
    "POST /staff/complaints/<reference>/concerned": CASEWORKERS,
    "POST /staff/complaints/<reference>/contact-log": CASEWORKERS,
    "POST /staff/complaints/<reference>/contacts/<int:number>": CASEWORKERS,
    "POST /staff/complaints/<reference>/correction": CASEWORKERS,
    "POST /staff/complaints/<reference>/correction/decision": CASEWORKERS,
    "POST /staff/complaints/<reference>/danger": CASEWORKERS,
    "POST /staff/complaints/<reference>/definition": CASEWORKERS,
    "POST /staff/complaints/<reference>/handler": CASEWORKERS,
    "POST /staff/complaints/<reference>/hazards/<int:number>/access": CASEWORKERS,
    "POST /staff/complaints/<reference>/hazards/<int:number>/accommodation": CASEWORKERS,
    "POST /staff/complaints/<reference>/hazards/<int:number>/assessment": CASEWORKERS,
    "POST /staff/complaints/<reference>/hazards/<int:number>/day-nought": CASEWORKERS,
    "POST /staff/complaints/<reference>/hazards/<int:number>/decision": CASEWORKERS,
    "POST /staff/complaints/<reference>/hazards/<int:number>/investigation": CASEWORKERS,
    "POST /staff/complaints/<reference>/hazards/<int:number>/lateness": CASEWORKERS,
    "POST /staff/complaints/<reference>/hazards/<int:number>/safety": CASEWORKERS,
    "POST /staff/complaints/<reference>/hazards/<int:number>/summary": CASEWORKERS,
    "POST /staff/complaints/<reference>/hazards/<int:number>/works": CASEWORKERS,
    "POST /staff/complaints/<reference>/hazards/new": CASEWORKERS,
    "POST /staff/complaints/<reference>/letters/<int:number>/posting": CASEWORKERS,
    "POST /staff/complaints/<reference>/letters/<int:number>/posting/return": CASEWORKERS,
    "POST /staff/complaints/<reference>/letters/<int:number>/posting/told": CASEWORKERS,
    "POST /staff/complaints/<reference>/messages": CASEWORKERS,
    "POST /staff/complaints/<reference>/messages/<int:number>/settlement": CASEWORKERS,
    "POST /staff/complaints/<reference>/more-time": CASEWORKERS,
    "POST /staff/complaints/<reference>/more-time/decision": CASEWORKERS,
    "POST /staff/complaints/<reference>/new-date": CASEWORKERS,
    "POST /staff/complaints/<reference>/parties/<int:number>": CASEWORKERS,
    "POST /staff/complaints/<reference>/parties/<int:number>/return-code": CASEWORKERS,
    "POST /staff/complaints/<reference>/parties/<int:number>/return-code/end": CASEWORKERS,
    "POST /staff/complaints/<reference>/promises": CASEWORKERS,
    "POST /staff/complaints/<reference>/promises/<int:number>/<deed>": CASEWORKERS,
    "POST /staff/complaints/<reference>/promises/<int:number>/proof": CASEWORKERS,
    "POST /staff/complaints/<reference>/refusals": CASEWORKERS,
    "POST /staff/complaints/<reference>/refusals/<int:number>/decision": CASEWORKERS,
    "POST /staff/complaints/<reference>/refusals/<int:number>/done": CASEWORKERS,
    "POST /staff/complaints/<reference>/refusals/<int:number>/look": CASEWORKERS,
    "POST /staff/complaints/<reference>/refusals/<int:number>/overturn": CASEWORKERS,
    "POST /staff/complaints/<reference>/refusals/preview": CASEWORKERS,
    "POST /staff/complaints/<reference>/response": CASEWORKERS,
    "POST /staff/complaints/<reference>/response/check": CASEWORKERS,
    "POST /staff/complaints/<reference>/response/draft": CASEWORKERS,
    "POST /staff/complaints/<reference>/response/preview": CASEWORKERS,
    "POST /staff/complaints/<reference>/return-code": CASEWORKERS,
    "POST /staff/complaints/<reference>/stage-2": CASEWORKERS,
    "POST /staff/complaints/<reference>/stage-2/decision": CASEWORKERS,
    "POST /staff/complaints/<reference>/update": CASEWORKERS,
    "POST /staff/complaints/new": CASEWORKERS,
    "POST /staff/promises/owners": CASEWORKERS,
    # for complaints officers
    "GET /staff/complaints/<reference>/more-time/answer": OFFICERS,
    "POST /staff/complaints/<reference>/more-time/answer": OFFICERS,
    "POST /staff/landlord/<section>": OFFICERS,
    "POST /staff/landlord/logo": OFFICERS,
}
ARGUMENTS = {"deed": "date", "token": "a-token", "section": "about", "version": "1"}
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
        invitation = staff.add(session, "Jo", "jo@example.org", frozenset({who}), deed)
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
