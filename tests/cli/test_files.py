"""Files go from the disk with the words of their case, and what is on its way in is left alone."""

from __future__ import annotations

import io
import os
from datetime import UTC, date, datetime, timedelta

import pytest

from app.adapters.storage import address_of
from app.post.files import Files
from app.services.case import erasures, evidence, histories
from app.services.landlord import access_reports
from app.store.case import evidence as store
from tests import sent_files, states
from tests.cases import deed
from tests.cli.conftest import OFFICER, config_of

SIX_YEARS_ON = datetime(2032, 12, 9, 3, tzinfo=UTC)
SALT = b"salt"


@pytest.fixture
def kept_in(own_database, tmp_path):
    return Files(config_of(own_database, tmp_path)).storage


def grown_old(storage, at):
    for path in storage.folder.rglob("*"):
        os.utime(path, (at.timestamp(), at.timestamp()))


def on_disk(storage):
    return {path.name for path in storage.folder.rglob("*") if path.is_file()}


def with_a_file(database, storage, state):
    taken = evidence.take(storage, io.BytesIO(sent_files.PDF), "a letter about me")
    with database.writing() as session:
        made, on = state(session)
        evidence.add(session, made.reference, 1, taken, deed(on, f"party:{made.case_id}.1"))
    return made, taken.offered.sha256


def test_the_files_of_an_ended_case_are_erased_with_its_words(officer, own_database, kept_in, clock):
    _, old = with_a_file(own_database, kept_in, states.finished)
    with own_database.writing() as session:
        still, on = states.acknowledged(session)
    taken = evidence.take(kept_in, io.BytesIO(sent_files.PDF), "another")
    with own_database.writing() as session:
        evidence.add(session, still.reference, 1, taken, deed(on, f"party:{still.case_id}.1"))
    clock.at = SIX_YEARS_ON + timedelta(days=60)
    grown_old(kept_in, clock.at - timedelta(days=1))

    result = officer("retention", "run")

    assert result.exit_code == 0, result.output
    assert on_disk(kept_in) == {taken.offered.sha256}
    assert old not in on_disk(kept_in)
    assert officer("record", "verify").exit_code == 0


def test_a_file_that_is_taken_out_goes_at_once(officer, own_database, kept_in, clock):
    made, _ = with_a_file(own_database, kept_in, states.acknowledged)
    with own_database.reading() as session:
        number = histories.found(session, made.reference, deed()).complaint.files[0].said.number
    grown_old(kept_in, clock.at - timedelta(days=1))

    result = officer("retention", "remove", made.reference, str(number), "--reason", "A neighbour", "--by", OFFICER)

    assert result.exit_code == 0, result.output
    assert on_disk(kept_in) == set()


def test_what_is_on_its_way_in_stays_and_what_was_left_behind_goes(officer, kept_in, clock):
    young, old = (address_of(SALT, io.BytesIO(content)) for content in (b"young", b"old"))
    kept_in.put(old, io.BytesIO(b"old"))
    grown_old(kept_in, clock.at - timedelta(hours=2))
    kept_in.put(young, io.BytesIO(b"young"))
    os.utime(kept_in.folder / young[:2] / young, (clock.at.timestamp(), clock.at.timestamp()))

    assert officer("retention", "run").exit_code == 0

    assert on_disk(kept_in) == {young}


def test_the_access_report_names_the_files_and_not_what_opens_them(officer, own_database, kept_in):
    made, address = with_a_file(own_database, kept_in, states.acknowledged)
    with own_database.writing() as session:
        report = access_reports.make(session, made.reference, deed(date(2026, 12, 1), "staff:1"))

    (row,) = report.held["evidence"]
    assert (row["number"], row["address"]) == (1, address)
    assert row["salt"] == "(kept and not shown)"
    assert "a letter about me" in {each["text"] for each in report.held["wording"]}


def test_an_erased_case_says_nothing_of_where_its_files_were(own_database, kept_in):
    made, _ = with_a_file(own_database, kept_in, states.finished)
    with own_database.writing() as session:
        assert erasures.erase(session, made.reference, date(2033, 3, 1), deed(date(2033, 3, 1), "clock"))

    with own_database.reading() as session:
        assert store.find(session, made.case_id, 1)[4:7] == (None, None, None)


def test_who_asks_what_is_held_is_given_the_files_too(officer, own_database, kept_in, tmp_path):
    made, address = with_a_file(own_database, kept_in, states.acknowledged)
    folder, asked = tmp_path / "theirs", ["retention", "report", made.reference, str(tmp_path / "report.txt")]

    given = officer(*asked, "--files", str(folder), "--by", OFFICER)

    assert given.exit_code == 0, given.output
    assert [(each.name, each.read_bytes()) for each in folder.iterdir()] == [("1.pdf", sent_files.PDF)]
    assert folder.stat().st_mode & 0o077 == 0

    kept_in.delete(address)
    lost = officer(*asked[:-1], str(tmp_path / "again.txt"), "--files", str(tmp_path / "none"), "--by", OFFICER)

    assert lost.exit_code != 0
    assert "cannot be written" in lost.output
    assert not (tmp_path / "again.txt").exists()
