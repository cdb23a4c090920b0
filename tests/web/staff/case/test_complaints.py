"""A case's own page: what stands on it, and how little is asked of the database for it."""

from __future__ import annotations

import pytest

from tests import states
from tests.web.staff.case.conftest import begin

MOST_QUERIES = 8
DEEDS = ("acknowledgement", "concerned", "correction", "definition", "handler", "more-time", "response", "stage-2")


@pytest.mark.parametrize("state", [states.fresh, states.with_promises, states.looking_again, states.for_somebody_else])
def test_a_case_asks_the_database_few_things_and_writes_down_who_looked(handler, database, queries, state):
    made = begin(database, state)

    with queries() as first:
        assert handler.get(f"/staff/complaints/{made.reference}").status_code == 200
    with queries() as again:
        handler.get(f"/staff/complaints/{made.reference}")

    assert len([each for each in first if each.startswith("SELECT")]) <= MOST_QUERIES, "\n".join(first)
    assert {each.split()[2] for each in first if not each.startswith("SELECT")} == {"looked_at"}
    assert len(again) <= MOST_QUERIES, "\n".join(again)


@pytest.mark.parametrize("page", DEEDS)
def test_so_does_each_page_on_which_something_is_done(handler, database, queries, page):
    made = begin(database, states.acknowledged if page != "acknowledgement" else states.fresh)
    handler.get(f"/staff/complaints/{made.reference}/{page}")

    with queries() as asked:
        response = handler.get(f"/staff/complaints/{made.reference}/{page}")

    assert response.status_code in {200, 404}
    assert len(asked) <= MOST_QUERIES, "\n".join(asked)
