"""flask backup and restore: what is restored is what was there, and what is broken is not restored."""

import sqlite3
import stat
from contextlib import closing

import pytest
from sqlalchemy import func, select

from app.db import Database
from app.store.ddl import everything
from app.store.record import read
from app.store.search import matches
from tests.cases import a_complaint


@pytest.fixture
def told(own_database, operator):
    """A database with a complaint in it, sealed."""
    with own_database.writing() as session:
        a_complaint(session)
    operator(own_database, "record", "seal")
    return own_database


@pytest.fixture
def empty_database(new_database):
    with closing(Database(new_database(empty=True))) as database:
        yield database


def rows(database):
    with database.reading() as session:
        return {
            table.name: session.execute(select(table).order_by(*table.primary_key)).all()
            for table in everything().sorted_tables
        }


def test_everything_comes_back(operator, told, empty_database, tmp_path):
    backup = operator(told, "backup", str(tmp_path))
    restore = operator(empty_database, "restore", str(tmp_path))

    assert (backup.exit_code, restore.exit_code) == (0, 0), restore.output
    assert rows(empty_database) == rows(told)
    assert "1 seals, 0 erased, 0 broken" in restore.output


def test_a_restored_database_goes_on_where_the_other_stopped(operator, told, empty_database, tmp_path):
    operator(told, "backup", str(tmp_path))
    operator(empty_database, "restore", str(tmp_path))

    with empty_database.writing() as session:
        made = a_complaint(session, key="press-2")
        assert made.case_id == 2
        assert session.scalar(select(func.count()).where(matches(session, ["amina"]))) == 2
    assert operator(empty_database, "record", "verify").exit_code == 0


def test_a_backup_from_one_kind_of_database_is_restored_into_the_other(operator, told, run, backend, tmp_path):
    operator(told, "backup", str(tmp_path))

    with closing(Database(f"sqlite:///{tmp_path / 'other.db'}")) as other:
        assert operator(other, "restore", str(tmp_path)).exit_code == 0
        with other.reading() as session, told.reading() as ours:
            assert read(session, "complaint:1") == read(ours, "complaint:1")


def test_a_database_in_use_is_never_written_over(operator, told, tmp_path):
    operator(told, "backup", str(tmp_path))
    before = rows(told)

    refused = operator(told, "restore", str(tmp_path))

    assert refused.exit_code == 2
    assert "in use" in refused.output
    assert rows(told) == before


def test_a_backup_is_checked_beside_the_database_in_use(operator, told, tmp_path):
    path = operator(told, "backup", str(tmp_path)).output.strip()

    checked = operator(told, "restore", "--check", str(tmp_path))

    assert checked.exit_code == 0
    assert checked.output.startswith(path)


def test_a_backup_that_was_tampered_with_is_not_restored(operator, told, empty_database, tmp_path):
    path = operator(told, "backup", str(tmp_path)).output.strip()
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE wording SET text = 'We said nothing of the kind.'")

    restore = operator(empty_database, "restore", str(tmp_path))

    assert restore.exit_code == 1
    assert "words altered" in restore.output
    assert operator(empty_database, "schema", "check").exit_code == 1  # still empty


def test_a_backup_is_one_file_for_its_owner_alone(operator, told, tmp_path):
    path = operator(told, "backup", str(tmp_path / "new" / "folder")).output.strip()

    [file] = (tmp_path / "new" / "folder").iterdir()

    assert str(file) == path
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_folder_without_a_backup_is_said_to_be_so(operator, told, tmp_path):
    assert "no backup" in operator(told, "restore", "--check", str(tmp_path)).output
