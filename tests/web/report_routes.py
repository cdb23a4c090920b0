"""The routes of the annual report and the register of improvements, and which of the staff each lets in."""

from __future__ import annotations

from app.domain.landlord.permissions import Role
from tests.web.staff_routes import MANAGERS, OFFICERS, STAFF

SIGNERS = OFFICERS | {Role.DIRECTOR, Role.CHIEF_EXECUTIVE}
IMPROVERS = OFFICERS | MANAGERS
WRITERS = SIGNERS | {Role.HEAD_OF_SERVICE}

REPORT_ROUTES = {
    "GET /staff/improvements": STAFF,
    "GET /staff/improvements/<int:number>": STAFF,
    "GET /staff/improvements/new": IMPROVERS,
    "POST /staff/improvements": IMPROVERS,
    "POST /staff/improvements/<int:number>": IMPROVERS,
    "POST /staff/improvements/<int:number>/publication": IMPROVERS,
    "POST /staff/improvements/<int:number>/publication/end": IMPROVERS,
    "GET /staff/reports": STAFF,
    "GET /staff/reports/<int:number>": STAFF,
    "GET /staff/reports/<int:number>/report": STAFF,
    "GET /staff/reports/<int:number>/report.<kind>": STAFF,
    "POST /staff/reports": WRITERS,
    "POST /staff/reports/<int:number>/figures": WRITERS,
    "GET /staff/reports/<int:number>/paragraphs/<name>": WRITERS,
    "POST /staff/reports/<int:number>/paragraphs/<name>": WRITERS,
    "GET /staff/reports/<int:number>/signature": SIGNERS,
    "POST /staff/reports/<int:number>/signature": SIGNERS,
    "GET /staff/reports/<int:number>/response": SIGNERS,
    "POST /staff/reports/<int:number>/response": SIGNERS,
    "GET /staff/reports/<int:number>/publication": SIGNERS,
    "POST /staff/reports/<int:number>/publication": SIGNERS,
    "GET /staff/reports/<int:number>/withdrawal": SIGNERS,
    "POST /staff/reports/<int:number>/withdrawal": SIGNERS,
}
