"""The bare floor of the same work: Flask, indexed Core reads, a page of as many bytes by Jinja, one durable commit.

No rules, no record, no permissions, no forms, no languages: what nobody who serves such a page can go below.
`FLOOR_URL` names its database, with as many complaints in plain tables as the product has in its own.
"""

from __future__ import annotations

import os
import secrets
from datetime import UTC, datetime
from typing import Any

from flask import Flask, abort, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy import (
    Column,
    DateTime,
    Engine,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    event,
    func,
    insert,
    select,
    text,
)

from bench.gen import Ticket

PAGE = 25
metadata = MetaData()
COMPLAINT = Table(
    "complaint",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("reference", String, unique=True),
    Column("name", String),
    Column("address", String),
    Column("words", Text),
    Column("received_at", DateTime(timezone=True)),
    Column("open", Integer),
)
UPDATE, LETTER, PROMISE, MESSAGE = (
    Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True),
        Column("complaint_id", ForeignKey(COMPLAINT.c.id), index=True),
        Column("words", Text),
        Column("due_at", DateTime(timezone=True)),
        Column("open", Integer),
    )
    for name in ("updates", "letter", "promise", "message")
)
PARTS = {UPDATE: 6, LETTER: 4, PROMISE: 2, MESSAGE: 3}
"""What a page of a complaint shows beside its words, and how many of each.

The barest one shows the first alone, and only staff are shown the last on the same page."""
SESSION = Table("session", metadata, Column("token", String, primary_key=True), Column("complaint_id", Integer))
DRAFT = Table("draft", metadata, Column("token", String, primary_key=True), Column("words", Text))
Index("ix_complaint_open", COMPLAINT.c.open, COMPLAINT.c.received_at)
Index("ix_promise_open", PROMISE.c.open, PROMISE.c.due_at)

WHO = select(SESSION.c.complaint_id).where(SESSION.c.token == text(":token"))
ONE = select(COMPLAINT).where(COMPLAINT.c.reference == text(":reference"))
OF_ONE = [select(part.c.words).where(part.c.complaint_id == text(":id")).order_by(part.c.id) for part in PARTS]
WRITTEN = select(DRAFT.c.words).where(DRAFT.c.token == text(":token"))
LINE = select(COMPLAINT.c.reference, COMPLAINT.c.name, COMPLAINT.c.address, COMPLAINT.c.received_at)
OPEN = LINE.where(COMPLAINT.c.open == 1).order_by(COMPLAINT.c.received_at).limit(PAGE)
HOW_MANY = select(func.count()).select_from(COMPLAINT).where(COMPLAINT.c.open == 1)
NEW, RECEIPT, WAY_BACK = insert(COMPLAINT).returning(COMPLAINT.c.id), insert(LETTER), insert(SESSION)
DUE = select(PROMISE.c.words, PROMISE.c.due_at, COMPLAINT.c.reference, COMPLAINT.c.name).join(COMPLAINT)
FIRST_DUE = DUE.where(PROMISE.c.open == 1).order_by(PROMISE.c.due_at).limit(PAGE)
HOW_MANY_DUE = select(func.count()).select_from(PROMISE).where(PROMISE.c.open == 1)
FIND_BY = text("INSERT INTO found (rowid, name, address) VALUES (:id, :name, :address)")
FOUND = {
    "sqlite": "SELECT rowid FROM found WHERE found MATCH :words ORDER BY rowid DESC LIMIT 25",
    "postgresql": "SELECT id FROM complaint WHERE to_tsvector('simple', name || ' ' || address) "
    "@@ plainto_tsquery('simple', :words) ORDER BY id DESC LIMIT 25",
}

app = Flask(__name__, template_folder="pages")


def engine_of(url: str) -> Engine:
    """Return the engine for a database, as durable as the product's."""
    engine = create_engine(url, pool_size=8)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _durable)
    return engine


def _durable(connection: Any, _record: object) -> None:
    for pragma in ("journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")


engine = engine_of(os.environ.get("FLOOR_URL", "sqlite://"))


@app.get("/form")
def form() -> ResponseReturnValue:
    """A question with what was typed before: one read."""
    with engine.connect() as connection:
        written = connection.execute(WRITTEN, {"token": request.cookies["token"]}).scalar_one()
    return _page("A question", [written])


@app.get("/track/<reference>")
def track(reference: str) -> ResponseReturnValue:
    """A complaint: who asks, what happened; but for the barest, letters and promises; for staff, messages too."""
    with engine.connect() as connection:
        mine = connection.execute(WHO, {"token": request.cookies["token"]}).scalar_one()
        found = connection.execute(ONE, {"reference": reference}).one()
        asked = OF_ONE[: 1 if "barest" in request.args else None if "messages" in request.args else -1]
        parts = [each for part in asked for each in connection.execute(part, {"id": found.id}).scalars()]
    return _page(found.reference, [found.name, found.words, *parts]) if mine == found.id else abort(404)


@app.get("/queue")
def queue() -> ResponseReturnValue:
    """The first open complaints, and how many there are."""
    with engine.connect() as connection:
        connection.execute(WHO, {"token": request.cookies["token"]}).scalar_one()
        count = connection.execute(HOW_MANY).scalar_one()
        lines = connection.execute(OPEN).all()
    return _page(f"{count} open", lines=lines)


@app.get("/promises")
def promises() -> ResponseReturnValue:
    """The promises that are due first, whose they are, and how many there are."""
    with engine.connect() as connection:
        connection.execute(WHO, {"token": request.cookies["token"]}).scalar_one()
        count = connection.execute(HOW_MANY_DUE).scalar_one()
        lines = connection.execute(FIRST_DUE).all()
    return _page(f"{count} open", lines=lines)


@app.get("/search")
def search() -> ResponseReturnValue:
    """The newest complaints found by words."""
    with engine.connect() as connection:
        connection.execute(WHO, {"token": request.cookies["token"]}).scalar_one()
        ids = connection.execute(text(FOUND[engine.dialect.name]), {"words": request.args["q"]}).scalars().all()
        lines = connection.execute(LINE.where(COMPLAINT.c.id.in_(ids)).order_by(COMPLAINT.c.id.desc())).all()
    return _page("Found", lines=lines)


@app.post("/submit")
def submit() -> ResponseReturnValue:
    """A complaint that can be found, its receipt, a way back: a row each, or the barest's one; one durable commit."""
    told = {name: request.form[name] for name in ("name", "address", "words")}
    row = told | {"reference": secrets.token_hex(8), "received_at": datetime.now(UTC), "open": 1}
    with engine.begin() as connection:
        number = connection.execute(NEW, row).scalar_one()
        if "barest" in request.args:
            return "", 303, {"Location": "/track"}
        if engine.dialect.name == "sqlite":
            connection.execute(FIND_BY, {"id": number, **told})
        connection.execute(RECEIPT, {"complaint_id": number, "words": "We have got what you sent us."})
        connection.execute(WAY_BACK, {"token": secrets.token_hex(16), "complaint_id": number})
    return "", 303, {"Location": "/track"}


def _page(title: str, texts: list[str] | None = None, lines: Any = ()) -> str:
    size = int(request.cookies.get("size", 0))
    return render_template("page.html", title=title, texts=texts or (), lines=lines, size=size)


def fill(url: str, tickets: list[Ticket]) -> None:
    """Fill an empty database with these complaints."""
    filled = engine_of(url)
    with filled.begin() as connection:
        metadata.create_all(connection)
        connection.execute(insert(COMPLAINT), [_row(ticket) for ticket in tickets])
        for part, count in PARTS.items():
            for number in range(count):
                connection.execute(insert(part), [_part(each, number) for each in tickets])
        connection.execute(
            insert(SESSION), [{"token": f"{each.number}", "complaint_id": each.number} for each in tickets]
        )
        connection.execute(insert(DRAFT), [{"token": f"{each.number}", "words": each.words} for each in tickets])
        for statement in INDEXES[filled.dialect.name]:
            connection.execute(text(statement), {"last": len(tickets)})
    filled.dispose()


INDEXES = {
    "sqlite": (
        "CREATE VIRTUAL TABLE found USING fts5(name, address, content='complaint', content_rowid='id')",
        "INSERT INTO found (found) VALUES ('rebuild')",
        "ANALYZE",
    ),
    "postgresql": (
        "CREATE INDEX ix_found ON complaint USING gin (to_tsvector('simple', name || ' ' || address))",
        "SELECT setval('complaint_id_seq', :last)",
        "ANALYZE",
    ),
}


def _part(ticket: Ticket, number: int) -> dict[str, Any]:
    return {
        "complaint_id": ticket.number,
        "words": ticket.words[number * 40 :][:200],
        "due_at": ticket.at,
        "open": int(ticket.open),
    }


def _row(ticket: Ticket) -> dict[str, Any]:
    return {
        "id": ticket.number,
        "reference": ticket.reference,
        "name": ticket.name,
        "address": ticket.address,
        "words": ticket.words,
        "received_at": ticket.at,
        "open": int(ticket.open),
    }
