"""Drain the outbox, a word at a time: claim it, send it, mark it; a transaction each, and nothing slow within one.

Where no word waits, files that people sent are seen to (app/post/files.py), then the past that staff bring in,
a slice at a time (app/post/pasts.py), and then the figures that staff will look at (app/post/figures.py).

Killed between sending and marking, the word is claimed again when its lease has run out, and marked as one that
may have been sent twice. Killed anywhere else, nothing has happened yet.
"""

from __future__ import annotations

import logging
import os
import secrets
import socket
from datetime import timedelta
from threading import Event
from typing import Protocol

from flask import Flask
from flask_mail import Message

from app.db import reading, writing
from app.domain.changed import Changed
from app.domain.mail.notices import MINTED, Notice
from app.domain.mail.retries import pause_after
from app.domain.mail.routing import Outcome
from app.now import now
from app.post import messages
from app.post.delivery import Mail, NotAccepted, NotNow, mail_server
from app.post.figures import Figures
from app.post.files import Files
from app.post.links import links
from app.post.pasts import Pasts
from app.post.tray import Tray
from app.services.landlord import landlord
from app.services.mail import deliveries
from app.services.mail.deliveries import Ready
from app.store import outbox
from app.store.outbox import Claimed

log = logging.getLogger("putright.post")

LEASE = timedelta(minutes=2)
"""Longer than the slowest mail server may keep us: some nine questions of ten seconds each."""
LOOK_AGAIN_AFTER = 1.0  # seconds
TRIES_TO_MARK = 5
CHANCE = secrets.SystemRandom()


class Carrier(Protocol):
    """Takes an e-mail; raises NotAccepted or NotNow."""

    def send(self, message: Message) -> None: ...


class Worker:
    """One process that sends. Any number may work side by side."""

    def __init__(self, app: Flask, mail: Carrier | None = None) -> None:
        config = app.extensions["config"]
        self.name = f"{socket.gethostname()}:{os.getpid()}"
        self.lookup_key: bytes = config.lookup_key
        self.mail = mail or Mail(app, mail_server(config.MAIL_URL))
        self.tray = Tray()
        self.files = Files(config)
        self.pasts = Pasts(config, self.name)
        self.figures = Figures()

    def run(self, stopping: Event) -> None:
        """Work until told to stop; whatever goes wrong with one word or one moment, go on."""
        while not stopping.is_set():
            try:
                busy = self._work()
            except Exception:  # above all a database that is away for a moment
                log.exception("could not look, or could not mark; going on")
                busy = False
            if not busy:
                stopping.wait(LOOK_AGAIN_AFTER)
        self.pasts.close()

    def drain(self, stopping: Event) -> None:
        """Send all whose time has come, then end."""
        while not stopping.is_set() and self._work():
            pass
        self.pasts.close()

    def _work(self) -> bool:
        return self.step() or self.files.step() or self.pasts.step() or self.figures.step()

    def step(self) -> bool:
        """Take one word and see to it; return whether there was one."""
        with writing() as session:
            taken = outbox.claim(session, self.name, 1, LEASE, now())
        for word in taken:
            self._see_to(word)
        return bool(taken)

    def _see_to(self, word: Claimed) -> None:
        try:
            outcome = self._send(word)
        except NotNow as reason:
            self._give_back(word, str(reason))
        except Exception as error:  # one word that cannot be made must not hold up the others
            log.exception("could not make a %s", word.kind)
            self._give_back(word, type(error).__name__)
        else:
            self._mark(word, outcome)

    def _send(self, word: Claimed) -> Outcome:
        # A secret is made as it is sent; everything else is only read.
        opened = writing if Notice(word.kind) in MINTED else reading
        with opened() as session:
            site = links(landlord.current(session).address)
            ready = deliveries.ready(session, word, site, self.lookup_key, now())
        if isinstance(ready, Outcome):
            return ready
        try:
            self._carrier(ready).send(messages.message(ready, word.message_id, now()))
        except NotAccepted:
            return Outcome.NOT_ACCEPTED
        return Outcome.SENT

    def _carrier(self, ready: Ready) -> Carrier:
        return self.tray if ready.landlord.demo else self.mail

    def _mark(self, word: Claimed, outcome: Outcome) -> None:
        for tries_left in reversed(range(TRIES_TO_MARK)):
            try:
                with writing() as session:
                    mine = deliveries.finish(session, word, self.name, outcome, now())
            except Changed:  # somebody wrote in the same case at this moment: look again, and mark
                if not tries_left:
                    raise
            else:
                log.info("%s %s%s", word.kind, outcome.value, "" if mine else ", marked by another worker")
                return

    def _give_back(self, word: Claimed, reason: str) -> None:
        at = now()
        again_at = at + pause_after(word.attempts, CHANCE.random())
        with writing() as session:
            outbox.fail(session, word.id, self.name, reason, again_at)
        log.warning("%s not sent: %s", word.kind, reason)
