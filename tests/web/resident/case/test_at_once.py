"""A resident with two tabs, or a phone and a laptop: what they do in both at the same moment is done once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from flask import Flask
from sqlalchemy import text

from app.db import Database
from app.domain.deed import CLOCK, Deed
from app.domain.people.sessions import Kind
from app.services.people import sessions
from tests import states
from tests.clocks import Clock
from tests.forms import opened
from tests.web.at_once import at_once
from tests.web.resident.case.conftest import Visit

SINCE = text("SELECT count(*) FROM event WHERE stream = :stream AND kind = :kind")
PRESSES = (
    ("promise_asked_about", "/promises/1", {"verdict": "kept"}, "promise_judged"),
    ("money_offered", "/offers/1", {"answer": "accept"}, "offer_accepted"),
    ("acknowledged", "/understanding", {"answer": "yes"}, "understanding_answered"),
    ("answered", "/stage-2", {"words": "It broke again."}, "stage2_asked"),
    ("acknowledged", "/stop", {"own_choice": "yes"}, "withdrawn"),
)


@pytest.mark.parametrize(("state", "page", "typed", "kind"), PRESSES)
def test_what_is_pressed_in_two_tabs_at_once_is_done_once(
    app: Flask,
    visit: Callable[..., Visit],
    database: Database,
    clock: Clock,
    state: str,
    page: str,
    typed: Mapping[str, str],
    kind: str,
) -> None:
    mine = visit(states.STATES[state])
    with database.writing() as session:
        token = sessions.open_for_party(session, mine.made.case_id, 1, "a laptop", Deed(CLOCK, clock.at))
    laptop = app.test_client()
    laptop.set_cookie(Kind.RESIDENT.value, token)
    both = [mine.client, laptop]
    forms = [opened(each, f"{mine.home}{page}") for each in both]

    first, second = at_once(both, forms[0][0], [holds | typed for _, holds in forms])

    assert first.status_code == 303
    assert second.status_code in (303, 409, 422), "done already, or told so"
    with database.reading() as session:
        done = session.scalar(SINCE, {"stream": f"complaint:{mine.made.case_id}", "kind": kind})
    assert done == 1
