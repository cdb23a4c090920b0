"""A backup has the files that its database names, each proved; what a bucket keeps is said to be left out."""

from __future__ import annotations

import io
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from app import cli
from app.adapters.storage import Folder
from app.cli import file_copies
from app.db import Database
from app.now import by_the_system_clock
from app.post.files import Files
from app.services.case import draft_files, drafts, evidence
from tests import buckets, sent_files
from tests.cases import a_complaint, deed
from tests.cli.conftest import config_of


@pytest.fixture
def kept(own_database, tmp_path):
    """Where the files of this site are: one of a case, and one of a draft."""
    storage = Files(config_of(own_database, tmp_path)).storage
    in_a_case, in_a_draft = (
        evidence.take(storage, io.BytesIO(content), "a file") for content in (sent_files.PDF, sent_files.photo())
    )
    with own_database.writing() as session:
        made = a_complaint(session)
        evidence.add(session, made.reference, 1, in_a_case, deed(by=f"party:{made.case_id}.1"))
        draft_files.add(session, drafts.begin(b"k" * 32), in_a_draft, deed())
    return storage


@pytest.fixture
def empty_database(new_database):
    with closing(Database(new_database(empty=True))) as database:
        yield database


def held(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file()}


def test_files_come_back_with_the_database_that_names_them(operator, own_database, empty_database, kept, tmp_path):
    backup = operator(own_database, "backup", str(tmp_path / "backups"))
    before = held(kept.folder)
    shutil.rmtree(kept.folder)

    restored = operator(empty_database, "restore", str(tmp_path / "backups"))

    assert (backup.exit_code, restored.exit_code) == (0, 0), restored.output
    assert "2 files, 0 lost or broken" in restored.output
    assert len(before) == 2
    assert held(kept.folder) == before
    folder = file_copies.beside(Path(backup.stdout.strip()))
    assert all(path.stat().st_mode & 0o077 == 0 for path in folder.rglob("*") if path.is_file())
    assert [path.suffix for path in sorted((tmp_path / "backups").iterdir())] == [".files", ".sqlite3"]


def test_what_nobody_names_is_not_copied(operator, own_database, kept, tmp_path):
    evidence.take(kept, io.BytesIO(sent_files.PDF), "on its way in")

    operator(own_database, "backup", str(tmp_path / "backups"))

    assert len(held(kept.folder)) == 3
    (folder,) = (tmp_path / "backups").glob("*.files")
    assert len(held(folder)) == 2


def test_a_file_that_comes_while_it_is_copied_is_there(own_database, operator, kept, tmp_path, monkeypatch):
    real, late = file_copies.copy, []

    def meanwhile(database, source, target):
        lost = real(database, source, target)
        if not late:
            taken = evidence.take(source, io.BytesIO(sent_files.word()), "late")
            late.append(taken.offered.sha256)
            with own_database.writing() as session:
                made = a_complaint(session, key="press-2")
                evidence.add(session, made.reference, 1, taken, deed(by=f"party:{made.case_id}.1"))
        return lost

    monkeypatch.setattr(file_copies, "copy", meanwhile)

    assert operator(own_database, "backup", str(tmp_path / "backups")).exit_code == 0

    (folder,) = (tmp_path / "backups").glob("*.files")
    assert late[0] in held(folder)
    assert operator(own_database, "restore", "--check", str(tmp_path / "backups")).exit_code == 0


def test_a_file_that_is_lost_stops_no_backup_and_is_said(operator, own_database, kept, tmp_path):
    gone = max(kept.folder.rglob("*"))
    gone.unlink()

    backup = operator(own_database, "backup", str(tmp_path / "backups"))

    assert backup.exit_code == 1
    assert "1 files are gone or broken" in backup.stderr
    assert gone.name in backup.stderr
    checked = operator(own_database, "restore", "--check", str(tmp_path / "backups"))
    assert (checked.exit_code, "1 files, 1 lost or broken" in checked.output) == (1, True)


def test_a_file_that_was_changed_in_a_backup_is_found_out(operator, own_database, kept, tmp_path):
    operator(own_database, "backup", str(tmp_path / "backups"))
    (folder,) = (tmp_path / "backups").glob("*.files")
    next(path for path in folder.rglob("*") if path.is_file()).write_bytes(b"another")

    checked = operator(own_database, "restore", "--check", str(tmp_path / "backups"))

    assert (checked.exit_code, "1 files, 1 lost or broken" in checked.output) == (1, True)


def test_a_backup_without_its_files_is_restored_and_says_that_they_are_not_there(
    operator, own_database, empty_database, kept, tmp_path
):
    operator(own_database, "backup", str(tmp_path / "backups"))
    (folder,) = (tmp_path / "backups").glob("*.files")
    shutil.rmtree(folder)

    restored = operator(empty_database, "restore", str(tmp_path / "backups"))

    assert restored.exit_code == 1
    assert f"{folder} is not there." in restored.output
    assert operator(empty_database, "record", "verify").exit_code == 0


def test_what_stands_in_a_bucket_is_said_to_be_left_out(own_database, kept, tmp_path, monkeypatch):
    with buckets.server() as (endpoint, _):
        for name, value in buckets.environment(endpoint).items():
            monkeypatch.setenv(name, value)
        app = Flask("app")
        config = replace(config_of(own_database, tmp_path), STORAGE_URL=buckets.made(endpoint))
        app.extensions.update(database=own_database, clock=by_the_system_clock, config=config)
        cli.register(app)

        backup = app.test_cli_runner().invoke(args=["backup", str(tmp_path / "backups")])
        checked = app.test_cli_runner().invoke(args=["restore", "--check", str(tmp_path / "backups")])

    assert (backup.exit_code, checked.exit_code) == (0, 0)
    assert "they stand in a bucket" in backup.stderr
    assert "they stand in a bucket" in checked.output
    assert not list((tmp_path / "backups").glob("*.files"))


def test_a_copy_that_fills_the_disk_leaves_no_backup(operator, own_database, kept, tmp_path, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Folder, "put", full)

    backup = operator(own_database, "backup", str(tmp_path / "backups"))

    assert backup.exit_code != 0
    assert list((tmp_path / "backups").iterdir()) == []
