"""How we are doing: drawn once, told to be the same, never counted while somebody waits, true to what was signed."""

from __future__ import annotations

from datetime import UTC, datetime, time
from threading import Barrier, Thread

import pytest

from app.domain.people.sessions import Kind
from app.services.figures import editions
from app.services.people import sessions
from tests.annual import BY, TODAY, edition_begun, edition_published, edition_published_with_a_table, edition_written
from tests.cases import begun, seed

HERE = "/performance"
MOST_QUERIES = 8


@pytest.fixture(autouse=True)
def after_the_year(clock, database):
    clock.at = datetime.combine(TODAY, time(12), UTC)
    with database.writing() as session:
        seed(session)


def made(database, state):
    with database.writing() as session:
        return state(session)


def test_the_last_quarter_and_year_are_counted_once_and_then_only_shown(client, queries):
    first = client.get(HERE)
    with queries() as asked:
        second = client.get(HERE)

    assert "January to March 2026" in first.text
    assert "Counted on 4 May 2026 at 13:00." in first.text
    assert "2025/26" in first.text
    assert second.data == first.data
    assert len(asked) <= MOST_QUERIES
    assert not any("counted" in each and "public_figures" not in each for each in asked)


def test_many_who_ask_first_have_it_counted_once(app, queries):
    ready = Barrier(3)

    def visit():
        ready.wait()
        app.test_client().get(HERE)

    visits = [Thread(target=visit) for _ in range(3)]
    with queries() as asked:
        for each in visits:
            each.start()
        for each in visits:
            each.join()

    assert sum("INSERT INTO public_figures" in each for each in asked) == 2, "the quarter and the year"


def test_who_has_the_page_is_told_that_it_is_the_same_until_it_is_not(client, database):
    tag = client.get(HERE).headers["ETag"]

    same = client.get(HERE, headers={"If-None-Match": tag})
    made(database, edition_published)
    other = client.get(HERE, headers={"If-None-Match": tag})

    assert (same.status_code, same.data) == (304, b"")
    assert same.headers["Cache-Control"] == "private, no-cache"
    assert other.status_code == 200
    assert f'href="{HERE}/2025-26"' in other.text


def test_what_somebody_adds_to_the_address_has_no_page_drawn_anew(client):
    tag = client.get(HERE).headers["ETag"]

    assert client.get(f"{HERE}?anything=1").headers["ETag"] == tag


def test_whoever_is_signed_in_has_a_page_of_their_own(app, client, database):
    ours = client.get(HERE)
    with database.writing() as session:
        token = sessions.open_for_party(session, begun(session).case_id, 1, "a test", BY)
    resident = app.test_client()
    resident.set_cookie(Kind.RESIDENT.value, token)

    theirs = resident.get(HERE, headers={"If-None-Match": ours.headers["ETag"]})

    assert theirs.status_code == 200
    assert theirs.headers["Cache-Control"] == "no-store"


def test_figures_are_taken_away_with_what_their_columns_mean(client):
    client.get(HERE)

    file = client.get(f"{HERE}/figures.csv")

    assert file.text.splitlines()[0].lstrip("\ufeff").startswith("from,to,table,line,measure,unit,value")
    assert "2026-01-01,2026-03-31,stages.1,,received,count,0" in file.text
    assert client.get(f"{HERE}/figures.ods").data[:2] == b"PK"
    same = client.get(f"{HERE}/figures.csv")
    assert (same.data, same.headers["Content-Disposition"]) == (file.data, file.headers["Content-Disposition"])
    assert same.content_type == file.content_type
    assert client.get(f"{HERE}/figures.csv", headers={"If-None-Match": file.headers["ETag"]}).status_code == 304
    assert "left out" in client.get(f"{HERE}/columns.csv").text
    assert client.get(f"{HERE}/figures.exe").status_code == 404


def test_a_report_is_read_as_it_was_signed_with_the_response_beside_it(client, database, queries):
    made(database, edition_published)
    first = client.get(f"{HERE}/2025-26").text

    with queries() as asked:
        page = client.get(f"{HERE}/2025-26").text

    assert page == first
    assert len(asked) <= MOST_QUERIES
    assert all(said in page for said in ("We write about other_reports.", "Jo Bell", "The board welcomes this report."))
    assert client.get(f"{HERE}/2025-26.csv").status_code == 200
    assert client.get(f"{HERE}/2025-26.pdf").data[:5] == b"%PDF-"
    assert f'href="{HERE}/2025-26/1"' in client.get(f"{HERE}/reports").text
    for nowhere in ("2024-25", "2025-26/2", "2025-26.exe"):
        assert client.get(f"{HERE}/{nowhere}").status_code == 404


def test_a_table_of_our_own_is_read_by_everybody_and_stands_in_the_edition_after(client, database):
    made(database, edition_published_with_a_table)

    assert 'data-head="Finding">Service failure</th>' in client.get(f"{HERE}/2025-26/1").text
    assert ",own.other_reports.1 Ombudsman findings,Total,Cases,number,2" in client.get(f"{HERE}/2025-26.csv").text
    made(database, edition_begun)
    with database.reading() as session:
        first, second = (editions.find(session, number) for number in (1, 2))
    assert first is not None
    assert second is not None
    assert [own.table.title for own in second.tables] == ["Ombudsman findings"]
    assert second.tables == first.tables


def test_what_is_not_published_is_nowhere_and_what_was_taken_back_says_why(client, database):
    number = made(database, edition_written)
    assert client.get(f"{HERE}/2025-26").status_code == 404
    assert "none here yet" in client.get(f"{HERE}/reports").text

    made(database, lambda session: editions.withdraw(session, number, "", BY))
    made(database, edition_published)
    made(database, lambda session: editions.withdraw(session, 2, "A table was wrong.", BY))

    page = client.get(f"{HERE}/2025-26").text
    assert "A table was wrong." in page
    assert "We write about" not in page
    assert client.get(f"{HERE}/2025-26.pdf").status_code == 404
