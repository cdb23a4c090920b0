"""The routes of figures, the annual report and the register of improvements, and which staff each lets in."""

from __future__ import annotations

from app.domain.landlord.permissions import Role
from tests.web.staff_routes import CASEWORKERS, MANAGERS, OFFICERS, STAFF

SIGNERS = OFFICERS | {Role.DIRECTOR, Role.CHIEF_EXECUTIVE}
IMPROVERS = OFFICERS | MANAGERS
WRITERS = SIGNERS | {Role.HEAD_OF_SERVICE}

REPORT_ROUTES = {
    "GET /staff/complaints/<reference>/counting": CASEWORKERS,
    "POST /staff/complaints/<reference>/counting": CASEWORKERS,
    "GET /staff/imports": OFFICERS,
    "POST /staff/imports": OFFICERS,
    "GET /staff/imports/<int:number>": OFFICERS,
    "GET /staff/imports/<int:number>/rejected.csv": OFFICERS,
    "POST /staff/imports/<int:number>": OFFICERS,
    "POST /staff/imports/<int:number>/end": OFFICERS,
    "GET /staff/figures/stated": OFFICERS,
    "POST /staff/figures/stated": OFFICERS,
    "GET /staff/figures/stated.csv": OFFICERS,
    "GET /staff/figures/stated/<subject>": OFFICERS,
    "POST /staff/figures/stated/<subject>": OFFICERS,
    "GET /staff/figures": STAFF,
    "GET /staff/figures.<kind>": STAFF,
    "GET /staff/figures/complaints": STAFF,
    "GET /staff/figures/packs/<name>": STAFF,
    "GET /staff/figures/packs/<name>.pdf": STAFF,
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
    "POST /staff/reports/<int:number>/paragraphs": WRITERS,
    "POST /staff/reports/<int:number>/paragraphs/<name>": WRITERS,
    "GET /staff/reports/<int:number>/tables/<part>": WRITERS,
    "POST /staff/reports/<int:number>/tables/<part>": WRITERS,
    "GET /staff/reports/<int:number>/tables/<part>/<int:own>": WRITERS,
    "POST /staff/reports/<int:number>/tables/<part>/<int:own>": WRITERS,
    "POST /staff/reports/<int:number>/tables/<part>/<int:own>/end": WRITERS,
    "GET /staff/reports/<int:number>/signature": SIGNERS,
    "POST /staff/reports/<int:number>/signature": SIGNERS,
    "GET /staff/reports/<int:number>/response": SIGNERS,
    "POST /staff/reports/<int:number>/response": SIGNERS,
    "GET /staff/reports/<int:number>/publication": SIGNERS,
    "POST /staff/reports/<int:number>/publication": SIGNERS,
    "GET /staff/reports/<int:number>/withdrawal": SIGNERS,
    "POST /staff/reports/<int:number>/withdrawal": SIGNERS,
}
