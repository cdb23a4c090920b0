"""A case's own page: what stands on it, and how little is asked of the database for it."""

from __future__ import annotations

import pytest

from app.domain.case.details import Effect, Question, ToldBefore, Topic
from app.services.case import sent
from tests import states
from tests.cases import deed
from tests.web.staff.case.conftest import begin

MOST_QUERIES = 8
DEEDS = (
    "acknowledgement", "concerned", "correction", "definition", "handler", "links", "merge", "mistake", "more-time",
    "new-points", "response", "split", "stage-2",
)  # fmt: skip


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

    assert response.status_code == 200
    assert len(asked) <= MOST_QUERIES, "\n".join(asked)


def test_what_was_told_after_sending_stands_with_what_was_told_first(handler, database):
    made = begin(database, states.fresh)
    told = (
        (Question.TOLD_BEFORE, (ToldBefore.YES.value,), "In May, by phone"),
        (Question.EFFECT, (Effect.SLEEP.value, Effect.CHILDREN.value), ""),
        (Question.TOPIC, (Topic.DAMP.value,), ""),
    )
    with database.writing() as session:
        for question, chosen, words in told:
            by = deed(by=f"party:{made.case_id}.1", key=f"press-{question.value}")
            sent.add_details(session, made.reference, 1, question, chosen, words, by)

    page = handler.get(f"/staff/complaints/{made.reference}").text

    for words in ("Told us before", "In May, by phone", "How it affects them", "Sleep", "Children", "Damp or mould"):
        assert words in page


def test_nothing_is_said_of_what_was_not_told(handler, database):
    made = begin(database, states.fresh)

    assert "Told us before" not in handler.get(f"/staff/complaints/{made.reference}").text
