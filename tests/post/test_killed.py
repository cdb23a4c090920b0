"""`flask post run` as a process: killed at the worst moment nothing is lost, and told to end it ends in order."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from sqlalchemy import select

from app.db import Database
from app.domain.deed import london_day
from app.domain.people.preferences import Detail, Preferences, Safe, Way
from app.post.worker import LEASE
from app.services.case import histories
from app.store.outbox import OutboxRow
from config import Config
from tests.cases import a_complaint, a_person, deed
from tests.clocks import Clock
from tests.mailboxes import Mailbox, served
from tests.modules import ROOT

WORD_LIMIT = 60  # seconds
THREE = 3
TOLD_ALL = Preferences(Safe.YES, (Way.EMAIL,), Way.EMAIL, detail=Detail.FULL)


class Stalls(Mailbox):
    """Takes one e-mail whole, then another, of which it never says that it took it."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[bytes] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.seen.append(bytes(envelope.content or b""))  # type: ignore[arg-type]
        if len(self.seen) > 1:
            await asyncio.sleep(60)
        return await super().handle_DATA(server, session, envelope)


@pytest.fixture
def waiting(database: Database, clock: Clock) -> list[str]:
    """Three receipts wait to be sent, by the clock on the wall; the references of their cases."""
    clock.at = datetime.now(UTC)
    day = london_day(clock.at) - timedelta(days=1)
    with database.writing() as session:
        people = [a_person(ways={Way.EMAIL: f"{number}@example.org"}, preferences=TOLD_ALL) for number in range(THREE)]
        made = [a_complaint(session, each, key=f"{n}", happened_on=day) for n, each in enumerate(people)]
    return [each.reference for each in made]


@contextmanager
def started(config: Config) -> Iterator[subprocess.Popen[bytes]]:
    """The worker as it runs for a landlord."""
    names = {name: str(getattr(config, name)) for name in ("DATABASE_URL", "SECRET_KEY", "LOOKUP_KEY", "MAIL_URL")}
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "post", "run"]
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ | names, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def wait_for(what: Callable[[], bool]) -> None:
    """Look until it is so; fail when it takes too long."""
    until = time.monotonic() + WORD_LIMIT
    while not what():
        assert time.monotonic() < until
        time.sleep(0.02)


def rows_of(database: Database) -> list[OutboxRow]:
    with database.reading() as session:
        return list(session.scalars(select(OutboxRow).order_by(OutboxRow.id)))


@pytest.mark.slow
def test_a_worker_that_is_killed_in_the_middle_loses_nothing_and_doubles_nothing_in_silence(
    config: Config,
    database: Database,
    clock: Clock,
    waiting: list[str],
    port: int,
    work: Callable[[], None],
) -> None:
    stalls, mailbox = Stalls(), Mailbox()
    with served(stalls, port), started(config) as worker:
        wait_for(lambda: len(stalls.seen) > 1)
        worker.send_signal(signal.SIGKILL)
        worker.wait()

    clock.at = datetime.now(UTC) + LEASE
    with served(mailbox, port):
        work()

    rows = rows_of(database)
    assert [row.outcome for row in rows] == ["sent"] * THREE
    assert [row.maybe_twice for row in rows] == [False, True, False]
    assert [email["Message-ID"] for email in stalls.received] == [rows[0].message_id]
    assert {email["Message-ID"] for email in mailbox.received} == {row.message_id for row in rows[1:]}
    assert rows[1].message_id.encode() in stalls.seen[1]
    with database.reading() as session:
        complaints = [histories.found(session, each, deed()).complaint for each in waiting]
    assert all(complaint.letters[0].sent_on is not None for complaint in complaints)


@pytest.mark.slow
def test_a_worker_that_is_told_to_end_does_so_when_it_has_marked_what_it_sent(
    config: Config, database: Database, waiting: list[str], port: int
) -> None:
    mailbox = Mailbox()
    with served(mailbox, port), started(config) as worker:
        wait_for(lambda: bool(mailbox.received))
        worker.terminate()
        code = worker.wait(WORD_LIMIT)

    sent = [row for row in rows_of(database) if row.done_at is not None]
    assert code == 0
    assert len(sent) == len(mailbox.received) >= 1
    assert [row.lease_until for row in rows_of(database)] == [None] * THREE
