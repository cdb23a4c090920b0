"""The named requests, of the product and of the floor: who asks for what, and what the answer must hold."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import quote
from uuid import uuid4

from app.db import Database
from app.domain.deed import Actor, Deed
from app.domain.people.sessions import Kind
from app.now import by_the_system_clock
from app.services.people import sessions
from bench.gen import Ticket
from bench.load import Ask, repeated, send

SIGNED_IN = 50
WORDS = "The boiler has been broken since Monday, and nobody came on the day that was promised."
TOLD = {
    "words": WORDS,
    "wanted_words": "Mend it",
    "danger": "no",
    "name": "Amina Yusuf",
    "address": "4 Elm Court 1\nSalford\nM5 4AB",
    "safe": "yes",
    "email": "amina@example.org",
    "phone": "",
}
TOKEN = re.compile(r'name="csrf_token"[^>]* value="([^"]+)"')

Visits = Mapping[str, Iterator[Ask]]
"""An endless supply of each named request."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a visitor of a filled database must know: some residents' complaints, and a name that many have."""

    residents: tuple[Ticket, ...]
    name: str

    @classmethod
    def of(cls, tickets: list[Ticket]) -> Known:
        """Return some complaints of all ages, and the name of one of those residents."""
        some = random.Random(1).sample(tickets, SIGNED_IN)
        return cls(tuple(some), some[0].name)


def of_product(port: int, url: str, known: Known) -> Visits:
    """Sign people in to a running product, begin a complaint there, and return what they then ask for."""
    deed = Deed(Actor("clock"), by_the_system_clock())
    with closing(Database(url)) as database, database.writing() as session:
        officer = sessions.open_for_staff(session, 1, "bench", deed)
        opened = [
            (each.reference, sessions.open_for_party(session, each.number, 1, "bench", deed))
            for each in known.residents
        ]
    staff = _known(port, Ask("/staff/work", "My work", {Kind.STAFF.value: officer}))
    tracked = [Ask(f"/c/{each}", each, {Kind.RESIDENT.value: token}) for each, token in opened]
    searched = f"/staff/search?q={quote(known.name)}"
    return {
        "form": repeated(partial(Ask, "/c/step/4", WORDS, _begun(port))),
        "track": repeated(_one_of([replace(ask, cookies=_known(port, ask)) for ask in tracked])),
        "queue": repeated(partial(Ask, "/staff/work?view=team", 'class="govuk-table__row"', staff)),
        "case": repeated(_one_of([Ask(f"/staff/complaints/{each}", each, staff) for each, _ in opened])),
        "promises": repeated(partial(Ask, "/staff/promises", 'class="govuk-table__row"', staff)),
        "search": repeated(partial(Ask, searched, known.name, staff)),
        "words": repeated(partial(Ask, f"{searched}&said=y", known.name, staff)),
        "submit": repeated(_sent(port)),
    }


def of_floor(known: Known, fields: int) -> Visits:
    """Return the same requests as the floor knows them, for pages with so many fields."""
    token = {"token": "1", "size": str(fields)}
    mine = [(each.reference, token | {"token": str(each.number)}) for each in known.residents]
    tracked = [Ask(f"/track/{each}", each, cookies) for each, cookies in mine]
    form = {name: TOLD[name] for name in ("words", "name", "address")}
    return {
        "form": repeated(partial(Ask, "/form", "A question", token)),
        "track": repeated(_one_of(tracked)),
        "track barest": repeated(_one_of([Ask(f"/track/{each}?barest", each, cookies) for each, cookies in mine])),
        "queue": repeated(partial(Ask, "/queue", "open", token)),
        "case": repeated(_one_of([replace(ask, path=f"{ask.path}?messages") for ask in tracked])),
        "promises": repeated(partial(Ask, "/promises", "open", token)),
        "search": repeated(partial(Ask, f"/search?q={quote(known.name)}", known.name, token)),
        "words": repeated(partial(Ask, f"/search?q={quote(known.name)}", known.name, token)),
        "submit": repeated(partial(Ask, "/submit", "/track", token, form)),
        "submit barest": repeated(partial(Ask, "/submit?barest", "/track", token, form)),
    }


def _one_of(asks: list[Ask]) -> Callable[[], Ask]:
    return partial(random.Random(1).choice, asks)


def _known(port: int, ask: Ask) -> Mapping[str, str]:
    """Return the cookies of a browser that has been here before."""
    return {**ask.cookies, **send(port, ask).cookies}


def _begun(port: int) -> Mapping[str, str]:
    """Begin a complaint, and return the cookies of who does."""
    form, cookies = _form(port, "/c/step/4")
    answer = send(port, Ask("/c/step/4", "/c/step/", cookies, form | {"words": WORDS}))
    return {**cookies, **answer.cookies}


def _sent(port: int) -> Callable[[], Ask]:
    """Return what sends a whole complaint in one press, each under a key of its own."""
    form, cookies = _form(port, "/c/quick")
    return lambda: Ask("/c/quick", "/c/sent", cookies, form | TOLD | {"key": uuid4().hex})


def _form(port: int, path: str) -> tuple[dict[str, str], Mapping[str, str]]:
    answer = send(port, Ask(path, 'name="csrf_token"'))
    found = TOKEN.search(answer.text)
    return {"csrf_token": found[1] if found else ""}, answer.cookies
