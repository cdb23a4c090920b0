"""What holds of every list of the staff’s: few queries however long it is, every page whole, nothing given away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from app.domain.landlord.permissions import Role
from app.domain.people.adjustments import Need
from app.domain.people.preferences import Caution, Preferences, Safe, Way
from tests import cases, states

LISTS = (
    "work",
    "work?view=team",
    "work?view=unassigned",
    "work?view=late&duty=acknowledge&stage=1&area=repairs",
    "work?phase=sent&flag=hazard&who=nobody&received-day=1&received-month=1&received-year=2026",
    "search",
    "search?q=amina",
    "search?q=donau&said=y",
    "search?stage=1&late=y",
    "letters",
    "promises",
    "promises?view=done&owner=me",
    "complaints/new",
    "groups",
    "intake",
    "intake?view=said_no",
)
ODD = (
    "view=odd",
    "duty=odd",
    "stage=9",
    "who=odd&flag=odd&phase=odd",
    "area=%F0%9F%A6%8A",
    "after=odd",
    "before=2026-13-01.1.a.1.1",
    "after=1.2.3.4.5",
)
MOST_QUERIES = 8
LONGEST = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
AT_RISK = Preferences(
    Safe.SOME_WAYS, (Way.LETTER,), Way.LETTER, language="ur", cautions=(Caution.NO_VOICEMAIL, Caution.CODE_WORD)
)


@pytest.fixture
def handler(staff_client):
    return staff_client(Role.HANDLER)


@pytest.fixture
def full(handler, database):
    """More complaints than a page holds, with promises, letters, needs and names of every length."""
    with database.writing() as session:
        states.answered(session, *states.PROMISES)
        for n in range(30):
            name = LONGEST if n % 2 else "Amina <b>Yusuf</b> & عائشة"
            needs = tuple(Need) if n % 3 else ()
            careful = cases.a_person(
                name=name, ways={Way.LETTER: "1 Elm Court"}, preferences=AT_RISK, needs=needs, mind=LONGEST
            )
            cases.a_complaint(session, careful, key=f"list-{n}", words=LONGEST)


@pytest.fixture
def queries(database) -> Callable[[], object]:
    @contextmanager
    def counted() -> Iterator[list[str]]:
        made: list[str] = []

        def note(connection, cursor, statement, *_):
            if not statement.startswith(("BEGIN", "PRAGMA")):
                made.append(statement)

        event.listen(database.engine, "before_cursor_execute", note)
        yield made
        event.remove(database.engine, "before_cursor_execute", note)

    return counted


def test_a_list_asks_the_database_few_things_however_long_it_is(handler, full, queries):
    for path in LISTS:
        handler.get(f"/staff/{path}")

        with queries() as made:
            page = handler.get(f"/staff/{path}")

        assert page.status_code == 200, path
        assert len(made) <= MOST_QUERIES, path


@pytest.mark.parametrize("path", LISTS)
def test_a_list_with_nothing_in_it_is_a_whole_page(handler, path):
    assert handler.get(f"/staff/{path}").status_code == 200


@pytest.mark.parametrize("path", LISTS)
def test_nobody_sees_a_list_who_is_not_signed_in(client, path):
    away = client.get(f"/staff/{path}")

    assert away.status_code == 303
    assert "/staff/sign-in" in away.location


def test_an_address_that_nobody_made_shows_a_page_all_the_same(handler, full):
    for query in ODD:
        assert handler.get(f"/staff/work?{query}").status_code == 200, query


def test_the_title_says_nothing_of_anybody(handler, full):
    for path in LISTS:
        title = handler.get(f"/staff/{path}").text.partition("<title>")[2].partition("</title>")[0]
        assert not {"Amina", "Donau", "boiler"} & set(title.split())


def test_what_to_mind_is_said_in_words(handler, full):
    page = handler.get("/staff/work?view=team").text

    assert {word for word in ("Take care how", "Uses Urdu", "Has needs") if word in page} == {
        "Take care how",
        "Uses Urdu",
        "Has needs",
    }


def test_there_is_a_way_on_and_a_way_back(handler, full):
    first = handler.get("/staff/work?view=team").text
    second = handler.get(link(first, "next")).text

    assert link(second, "prev") is not None
    assert handler.get(link(second, "prev")).text.count("<tr") == first.count("<tr")


def link(text, rel):
    before, found, _ = text.partition(f'rel="{rel}"')
    return before.rpartition('href="')[2].partition('"')[0].replace("&amp;", "&") if found else None
