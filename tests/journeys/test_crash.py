"""The web is killed while people send: nothing that was confirmed is lost, and sending again doubles nothing."""

from __future__ import annotations

import threading
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import select

from app.db import Database
from app.services import record
from app.store.case.complaints import ComplaintRow
from app.store.case.wordings import WordingRow
from app.store.outbox import OutboxRow
from tests.cases import seed
from tests.databases import NewDatabase
from tests.journeys.servers import Server, Visitor, free_port, serving

SENDERS = 6
EACH_SENDS = 4
SHORT = {
    "danger": "no",
    "name": "Amina Yusuf",
    "address": "4 Elm Court\nSalford M5 4AB",
    "safe": "yes",
    "email": "amina@example.org",
}


@dataclass
class Sender:
    """Somebody who sends several complaints, and knows which of them were confirmed."""

    visitor: Visitor
    sent: list[dict[str, str]] = field(default_factory=list)
    confirmed: set[str] = field(default_factory=set)

    def send(self, typed: dict[str, str]) -> None:
        """Send once; a connection that breaks confirms nothing."""
        try:
            status, _ = self.visitor.post("/c/quick", typed)
        except OSError:
            return
        if status == 303:
            self.confirmed.add(typed["words"])


@pytest.fixture
def url(new_database: NewDatabase) -> str:
    """The address of a database that is ready to take complaints."""
    address = new_database()
    with closing(Database(address)) as database, database.writing() as session:
        seed(session)
    return address


def senders(server: Server) -> list[Sender]:
    """People who have the form before them, each with words of their own."""
    found = []
    for number in range(SENDERS):
        sender = Sender(Visitor(server.address))
        for turn in range(EACH_SENDS):
            hidden = sender.visitor.hidden("/c/quick")
            sender.sent.append(hidden | SHORT | {"words": f"Words {number}-{turn}"})
        found.append(sender)
    return found


def test_killed_in_the_middle_of_sending_and_sent_again(url: str, run: Path) -> None:
    port = free_port()
    with serving(url, port, run / "templates") as server:
        people = senders(server)
        threads = [threading.Thread(target=lambda one=one: [one.send(each) for each in one.sent]) for one in people]
        for thread in threads:
            thread.start()
        while sum(len(one.confirmed) for one in people) < SENDERS:  # some are in, others on their way
            time.sleep(0.01)
        server.kill()
        for thread in threads:
            thread.join()
    confirmed = {words for one in people for words in one.confirmed}

    with closing(Database(url)) as database, database.reading() as session:
        kept = set(session.scalars(select(WordingRow.text).where(WordingRow.number == 1)))
    assert confirmed <= kept
    assert len(confirmed) < SENDERS * EACH_SENDS, "the kill came too late to prove anything"

    with serving(url, port, run / "templates"):
        for one in people:
            for each in one.sent:
                one.send(each)
    with closing(Database(url)) as database, database.reading() as session:
        words = list(session.scalars(select(WordingRow.text).where(WordingRow.number == 1)))
        cases = list(session.scalars(select(ComplaintRow.id)))
        receipts = list(session.scalars(select(OutboxRow.kind)))
        verified = record.verify(session)
    assert sorted(words) == sorted(each["words"] for one in people for each in one.sent)
    assert len(cases) == len(receipts) == SENDERS * EACH_SENDS
    assert verified.broken == ()
