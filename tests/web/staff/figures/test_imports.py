"""The past brought in by a page: sent, checked by the worker, looked at, agreed to, brought in slice by slice."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from werkzeug.datastructures import FileStorage

from app.adapters import storage
from app.domain.landlord.permissions import Role
from app.post.pasts import Pasts
from app.services.case import safe_files
from app.services.figures.past_work import TRIES
from app.services.landlord import retention
from app.store.case.complaints import ComplaintRow
from app.store.figures.past_uploads import PastUploadFaultRow, PastUploadRow
from app.store.record import EventRow
from tests.pasts import PLAIN, WHOLE, as_csv, count, settle
from tests.spreadsheets import xlsx
from tests.web.at_once import at_once
from tests.web.staff.case.conftest import hidden

BAD = PLAIN | {"received_on": "soon", "theme": "Noise"}


@pytest.fixture
def officer(staff_client, database):
    client = staff_client(Role.COMPLAINTS_OFFICER, name="Jo Bell")
    settle(database)
    return client


@pytest.fixture
def work(app):
    """Lets a worker go on for so many slices, or until there is nothing left; each call is another worker."""

    def done(slices: int = 10_000) -> None:
        worker = Pasts(app.extensions["config"], "a test")
        with app.test_request_context():
            for _ in range(slices):
                if not worker.step():
                    break
            worker.close()

    return done


def send(client, content: bytes, called: str = "past.csv", days: str = "iso", **more: str):
    page = client.get("/staff/imports").text
    fields = {"csrf_token": hidden(page, "csrf_token"), "key": hidden(page, "key"), "days": days, **more}
    return client.post("/staff/imports", data=fields | {"file": FileStorage(io.BytesIO(content), called)})


def press(client, address: str, to: str = "", key: str = "", **more: str):
    page = client.get(address).text
    fields = {"csrf_token": hidden(page, "csrf_token"), "key": key or hidden(page, "key"), **more}
    return client.post(f"{address}{to}", data=fields)


def test_a_file_is_sent_checked_agreed_to_and_brought_in(officer, database, work, app):
    sent = send(officer, as_csv(WHOLE, PLAIN, BAD))
    address = sent.headers["Location"]
    assert "Being checked" in officer.get(address).text
    work()

    page = officer.get(address).text
    assert "2 good, 1 bad" in page
    for said in ("“soon” is no day", "We have no “Noise”", "Late parts", "£1,250.50", "3 lines"):
        assert said in page
    assert count(database, ComplaintRow) == 0
    refused = press(officer, address)
    assert (refused.status_code, "Say that the bad lines are to be left out" in refused.text) == (422, True)

    key = hidden(officer.get(address).text, "key")
    for _ in range(2):
        assert press(officer, address, key=key, skip_bad="y").status_code == 303
    work()

    page = officer.get(address).text
    assert "2 complaints were brought in." in page
    assert count(database, ComplaintRow) == 2
    given = officer.get(f"{address}/rejected.csv")
    assert [each["received_on"] for each in csv.DictReader(io.StringIO(given.data.decode("utf-8-sig")))] == ["soon"]
    with database.reading() as session:
        (kept,) = session.scalars(select(PastUploadRow))
        kinds = list(session.scalars(select(EventRow.kind).where(EventRow.by == "staff:1")))
    assert kept.address is None
    assert kinds == ["past_confirmed"]


def test_the_same_file_twice_is_once(officer, database, work):
    content = as_csv(PLAIN, PLAIN)
    first = send(officer, content).headers["Location"]
    assert send(officer, content).headers["Location"] == first
    work()
    press(officer, first)
    work()

    again = send(officer, content).headers["Location"]
    work()

    assert again != first
    assert "Of the good ones 2 are here already." in officer.get(again).text
    press(officer, again)
    work()
    assert count(database, ComplaintRow) == 2


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("content", "days", "sentence"),
    [
        (b"", "iso", "The file is empty"),
        (b"received_on\n\0", "iso", "This is no table that we can read"),
        (b"PK\x03\x04", "iso", "This is no table that we can read"),
        (b"received_on\n2024-05-01", "", "Choose how days are written"),
    ],
)
def test_what_cannot_be_taken_is_said_beside_its_question(officer, database, content, days, sentence):
    refused = send(officer, content, days=days)

    assert (refused.status_code, sentence in refused.text) == (422, True)
    assert count(database, PastUploadRow) == 0


def test_a_file_that_kills_every_worker_is_given_up(officer, database, work, clock):
    address = send(officer, as_csv(WHOLE)).headers["Location"]
    for _ in range(TRIES):
        work(1)  # takes it up, and dies
        clock.at += timedelta(minutes=3)
    work()

    assert "Something went wrong with this file again and again" in officer.get(address).text
    assert count(database, ComplaintRow) == 0


def test_a_worker_that_died_is_followed_by_another_that_goes_on(officer, database, work, clock):
    address = send(officer, as_csv(*(PLAIN | {"reference": f"C-{n}"} for n in range(900)))).headers["Location"]
    work(3)
    clock.at += timedelta(minutes=3)
    work()
    press(officer, address)
    work(6)
    brought = count(database, ComplaintRow)
    assert 0 < brought < 900
    assert "of 900 lines brought in so far" in officer.get(address).text

    work()
    assert count(database, ComplaintRow) == brought, "it is another's for a while"
    clock.at += timedelta(minutes=3)
    work()

    assert count(database, ComplaintRow) == 900
    assert "900 complaints were brought in." in officer.get(address).text


def test_columns_that_we_do_not_know_are_told_with_all_that_is_wrong_in_the_lines(officer, work, tmp_path: Path):
    file = xlsx(tmp_path / "past.xlsx", [["received_on", "tenant"], ["soon", "T-1"]])
    address = send(officer, file.read_bytes(), "past.xlsx").headers["Location"]
    work()

    page = officer.get(address).text
    assert "There is no column called “tenant”." in page
    assert "“soon” is no day" in page
    assert "Bring it in" not in page


def test_a_page_that_polls_is_answered_with_what_changed_and_then_with_the_whole(officer, work):
    address = send(officer, as_csv(PLAIN)).headers["Location"]
    asked = officer.get(address, headers={"HX-Request": "true"}).text
    assert 'id="how-far"' in asked
    assert "<h1" not in asked
    work()

    done = officer.get(address, headers={"HX-Request": "true"})

    assert (done.status_code, done.headers["HX-Redirect"]) == (204, address)


def test_a_file_that_is_thrown_away_or_old_leaves_nothing(officer, database, work, clock, app):
    first = send(officer, as_csv(BAD)).headers["Location"]
    work()
    assert press(officer, first, "/end").status_code == 303
    assert (count(database, PastUploadRow), count(database, PastUploadFaultRow)) == (0, 0)
    send(officer, as_csv(BAD))
    work()

    def nobodys() -> int:
        kept = storage.opened(app.extensions["config"].storage_url)
        addresses = [each for some in kept.older_than(clock.at + timedelta(days=9000)) for each in some]
        with database.reading() as session:
            return len(safe_files.nobodys(session, addresses))

    assert nobodys() == 1, "the other is still somebody's"
    clock.at += timedelta(days=15)
    for what in retention.passing():
        with database.writing() as session:
            retention.forget(session, what, clock.at)

    assert (count(database, PastUploadRow), count(database, PastUploadFaultRow)) == (0, 0)
    assert nobodys() == 2, "the sweep takes what stands on the disk"


def test_of_two_who_say_yes_at_once_one_is_told_that_it_was_said(officer, staff_client, database, work):
    address = send(officer, as_csv(PLAIN)).headers["Location"]
    work()
    other = staff_client(Role.COMPLAINTS_OFFICER, Role.VIEWER, name="Al Rae")

    answers = at_once([officer, other], address, [{}, {}])

    assert [each.status_code for each in answers] == [303, 422]
    with database.reading() as session:
        asked = select(func.count()).where(EventRow.kind == "past_confirmed")
        assert session.execute(asked.select_from(EventRow)).scalar_one() == 1
