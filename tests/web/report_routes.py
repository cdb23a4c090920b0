"""The routes of the annual report, and which of the staff each lets in."""

from __future__ import annotations

from app.domain.landlord.permissions import Role
from tests.web.staff_routes import OFFICERS, STAFF

SIGNERS = OFFICERS | {Role.DIRECTOR, Role.CHIEF_EXECUTIVE}
WRITERS = SIGNERS | {Role.HEAD_OF_SERVICE}

REPORT_ROUTES = {
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
