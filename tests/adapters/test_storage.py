"""The folder of files: each whole or not there, and told apart by what it holds."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.adapters.storage import Storage, address_of, opened

SALT = b"salt of a test"
ADDRESS = address_of(SALT, b"a photo")
NOW = datetime(2026, 11, 25, tzinfo=UTC)


@pytest.fixture
def storage(tmp_path: Path) -> Storage:
    return opened((tmp_path / "files").as_uri())


def made(storage: Storage, address: str, ago: timedelta) -> None:
    at = (NOW - ago).timestamp()
    os.utime(storage.folder / address[:2] / address, (at, at))


def test_what_was_put_is_given_back_and_nobody_else_may_read_it(storage):
    storage.put(ADDRESS, b"a photo")

    assert storage.get(ADDRESS, SALT) == b"a photo"
    assert (storage.folder / ADDRESS[:2] / ADDRESS).stat().st_mode & 0o077 == 0


def test_what_was_changed_on_the_disk_is_not_given_away(storage):
    storage.put(ADDRESS, b"a photo")
    (storage.folder / ADDRESS[:2] / ADDRESS).write_bytes(b"another")

    with pytest.raises(OSError, match="not what was kept"):
        storage.get(ADDRESS, SALT)


@pytest.mark.parametrize("address", [ADDRESS, "../../etc/passwd", ""])
def test_what_is_not_there_cannot_be_had(storage, address):
    with pytest.raises(OSError):
        storage.get(address, SALT)


def test_a_write_that_fails_leaves_nothing(storage):
    (storage.folder / ADDRESS[:2] / ADDRESS).mkdir(parents=True)  # nothing can take its place

    with pytest.raises(OSError):
        storage.put(ADDRESS, b"a photo")
    assert [path.name for path in storage.folder.rglob("*") if path.is_file()] == []


def test_only_what_is_old_enough_is_looked_at_and_what_was_cut_off_goes(storage):
    young = address_of(SALT, b"another")
    for address in (ADDRESS, young):
        storage.put(address, b"")
    made(storage, ADDRESS, timedelta(hours=2))
    made(storage, young, timedelta(minutes=5))
    cut_off = storage.folder / ADDRESS[:2] / ".unfinished-1"
    cut_off.touch()
    os.utime(cut_off, (0, 0))

    found = [address for part in storage.older_than(NOW - timedelta(hours=1)) for address in part]

    assert found == [ADDRESS]
    assert not cut_off.exists()


def test_what_is_taken_away_twice_is_gone_once(storage):
    storage.put(ADDRESS, b"a photo")
    storage.delete(ADDRESS)
    storage.delete(ADDRESS)

    with pytest.raises(FileNotFoundError):
        storage.get(ADDRESS, SALT)


@pytest.mark.parametrize("url", ["s3://bucket", "file://host/files", "files", ""])
def test_what_is_no_folder_is_refused(url):
    with pytest.raises(ValueError, match="is no folder"):
        opened(url)
