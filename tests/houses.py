"""A landlord in the middle of its work, served for a browser: Wellmeadow Homes, and whoever is signed in there."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from flask import Flask
from sqlalchemy import select

from app.adapters import one_time_codes, storage
from app.db import Database
from app.demo.fill import fill
from app.demo.people import COLLEAGUES, PASSWORD
from app.demo.stories import STORIES
from app.domain.deed import CLOCK, Deed
from app.domain.people.sessions import Kind
from app.factory import create_app
from app.services.landlord import staff
from app.services.people import sessions
from app.store.case.complaints import ComplaintRow
from config import Config
from tests.browsers import served
from tests.clocks import Clock
from tests.databases import copies, make_schema

if TYPE_CHECKING:
    from playwright.sync_api import Page

KNOWN: dict[str, Any] = {"SECRET_KEY": "a secret that only tests know", "PLAIN_HTTP": True, "TESTING": True}
Story = Callable[..., object]
TOLD = "told.json"


@dataclass
class House:
    """The site: its address, its clock, and its complaints by the name of their story."""

    app: Flask
    clock: Clock
    references: Mapping[str, str]
    address: str = ""

    @property
    def database(self) -> Database:
        found: Database = self.app.extensions["database"]
        return found

    @property
    def deed(self) -> Deed:
        """Something that happens by itself, now."""
        return Deed(CLOCK, self.clock.at)

    def colleague(self, name: str) -> dict[str, Any]:
        """What the browser of this member of staff keeps while they are signed in."""
        with self.database.writing() as session:
            token = sessions.open_for_staff(session, number_of(name), "a test", self.deed)
        return keeping(Kind.STAFF.value, token)

    def resident(self, reference: str, party: int = 1) -> dict[str, Any]:
        """What the browser of whoever sent this complaint, or speaks in it, keeps while they are signed in."""
        with self.database.writing() as session:
            case_id = session.scalars(select(ComplaintRow.id).where(ComplaintRow.reference == reference)).one()
            token = sessions.open_for_party(session, case_id, party, "a test", self.deed)
        return keeping(Kind.RESIDENT.value, token)

    def credentials(self, name: str) -> tuple[str, str, str]:
        """What this member of staff types to sign in: address, password, and a code that was not used before."""
        self.clock.at += timedelta(seconds=2 * one_time_codes.SECONDS)
        email = COLLEAGUES[number_of(name) - 1].email
        with self.database.reading() as session:
            known = staff.credentials(session, email)
        assert known is not None
        key = self.app.extensions["config"].lookup_key
        return email, PASSWORD, one_time_codes.code_at(one_time_codes.secret(key, known.code_salt), self.clock.at)


@dataclass
class StaffPages:
    """Opens pages of the staff's as one of the colleagues, who signs in once: an officer, unless another is named."""

    house: House
    look: Callable[..., Page]
    signed_in: dict[str, dict[str, Any]] = field(default_factory=dict)

    def __call__(self, path: str, who: str = "Dana", **context: object) -> Page:
        if who not in self.signed_in:
            self.signed_in[who] = self.house.colleague(who)
        where = f"{self.house.address}/staff/{path}"
        return self.look(where, storage_state=self.signed_in[who], bypass_csp=True, **context)


def number_of(name: str) -> int:
    """The number of a colleague, by their first name."""
    return next(n for n, each in enumerate(COLLEAGUES, 1) if each.name.startswith(name))


def keeping(name: str, value: str) -> dict[str, Any]:
    """A browser that keeps this one cookie."""
    cookie = {"name": name, "value": value, "domain": "127.0.0.1", "path": "/", "expires": -1}
    return {"cookies": [cookie | {"httpOnly": True, "secure": False, "sameSite": "Lax"}], "origins": []}


@contextmanager
def wellmeadow(run: Path, backend: str = "sqlite") -> Iterator[House]:
    """Wellmeadow Homes with a complaint in each state, on a Monday at noon: filled once a run, and copied."""
    first = run / f"wellmeadow-{backend}"
    with copies(backend, run, "wellmeadow", partial(_settle, first)) as new_database:
        url, files = new_database(), mkdtemp(prefix="files-", dir=run)
        shutil.copytree(first / "files", files, dirs_exist_ok=True)
        clock = Clock()
        app = create_app(_config(url, Path(files), CACHE_DIRECTORY=run / "templates", clock=clock))
        house = House(app, clock, json.loads((first / TOLD).read_text(encoding="utf-8")))
        with served(app) as house.address:
            yield house
        house.database.close()


def _settle(folder: Path, url: str) -> None:
    """Fill the first of them, and write down beside its files which complaint tells which story."""
    make_schema(url)
    (folder / "files").mkdir(parents=True, exist_ok=True)  # a server that was let go is filled again
    config = _config(url, folder / "files")
    with closing(Database(url)) as database, database.writing() as session:
        told = fill(session, config.lookup_key, storage.opened(config.storage_url), Clock().at)
    references = {story.__name__: reference for story, reference in zip(STORIES, told, strict=True)}
    (folder / TOLD).write_text(json.dumps(references), encoding="utf-8")


def _config(url: str, files: Path, **more: Any) -> Config:
    return Config(DATABASE_URL=url, STORAGE_URL=files.as_uri(), **KNOWN, **more)


@contextmanager
def empty_site(run: Path, clock: Clock) -> Iterator[Flask]:
    """An application whose database holds nothing yet: it is filled, and then served."""
    with copies("sqlite", run) as new_database:
        app = create_app(Config(DATABASE_URL=new_database(), **KNOWN, CACHE_DIRECTORY=run / "templates", clock=clock))
        yield app
        app.extensions["database"].close()
