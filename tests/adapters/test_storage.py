"""Where files are kept, a folder or a bucket: each whole or not there, and told apart by what it holds."""

import io
import os
import shutil
import sys
from collections import namedtuple
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.adapters import storage as module
from app.adapters.storage import AT_ONCE, LEFT_FREE, Folder, Storage, address_of, opened
from tests import buckets

SALT = b"salt of a test"
PHOTO, LARGE = b"a photo", bytes(range(256)) * (3 * AT_ONCE // 256) + b"end"
NOW = datetime(2026, 11, 25, tzinfo=UTC)


def address(content: bytes) -> str:
    return address_of(SALT, io.BytesIO(content))


ADDRESS = address(PHOTO)


def put(storage: Storage, content: bytes = PHOTO) -> str:
    storage.put(address(content), io.BytesIO(content))
    return address(content)


@pytest.fixture(scope="module")
def endpoint():
    with buckets.server() as (address, _):
        yield address


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    found = opened((tmp_path / "files").as_uri())
    assert isinstance(found, Folder)
    return found


@pytest.fixture(params=["folder", "bucket"])
def storage(request: pytest.FixtureRequest, monkeypatch) -> Storage:
    if request.param == "folder":
        return request.getfixturevalue("folder")
    endpoint = request.getfixturevalue("endpoint")
    for name, value in buckets.environment(endpoint).items():
        monkeypatch.setenv(name, value)
    return opened(buckets.made(endpoint))


def made(storage: Folder, address: str, ago: timedelta) -> None:
    at = (NOW - ago).timestamp()
    os.utime(storage.folder / address[:2] / address, (at, at))


@pytest.mark.parametrize("content", [PHOTO, LARGE, b""], ids=["small", "large", "empty"])
def test_what_was_put_is_given_back(storage, content):
    put(storage, content)

    assert storage.get(address(content), SALT) == content
    assert b"".join(storage.parts(address(content), SALT)) == content


def test_nobody_else_may_read_a_folder(folder):
    put(folder)

    assert (folder.folder / ADDRESS[:2] / ADDRESS).stat().st_mode & 0o077 == 0


def test_what_is_not_what_it_says_is_not_given_away_whole(storage):
    storage.put(ADDRESS, io.BytesIO(LARGE))
    given = []

    with pytest.raises(OSError, match="not what was kept"):
        given.extend(storage.parts(ADDRESS, SALT))
    assert b"".join(given) != LARGE
    with pytest.raises(OSError, match="not what was kept"):
        storage.get(ADDRESS, SALT)


@pytest.mark.parametrize("address", [ADDRESS, "../../etc/passwd", ""])
def test_what_is_not_there_cannot_be_had(storage, address):
    with pytest.raises(OSError):
        storage.get(address, SALT)


def test_a_write_that_fails_leaves_nothing(folder):
    (folder.folder / ADDRESS[:2] / ADDRESS).mkdir(parents=True)  # nothing can take its place

    with pytest.raises(OSError):
        put(folder)
    assert [path.name for path in folder.folder.rglob("*") if path.is_file()] == []


def test_no_file_takes_the_last_of_the_disk(folder, monkeypatch):
    nearly_full = namedtuple("Usage", "total used free")(LEFT_FREE, 1, LEFT_FREE - 1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: nearly_full)

    with pytest.raises(OSError, match="No space left"):
        put(folder)


def test_what_is_old_enough_is_found(storage):
    put(storage)

    found = [each for part in storage.older_than(datetime.now(UTC) + timedelta(hours=1)) for each in part]

    assert found == [ADDRESS]
    assert [each for part in storage.older_than(NOW - timedelta(days=9999)) for each in part] == []


def test_only_what_is_old_enough_is_looked_at_and_what_was_cut_off_goes(folder):
    young = put(folder, b"another")
    put(folder)
    made(folder, ADDRESS, timedelta(hours=2))
    made(folder, young, timedelta(minutes=5))
    cut_off = folder.folder / ADDRESS[:2] / ".unfinished-1"
    cut_off.touch()
    os.utime(cut_off, (0, 0))

    found = [address for part in folder.older_than(NOW - timedelta(hours=1)) for address in part]

    assert found == [ADDRESS]
    assert not cut_off.exists()


def test_what_is_taken_away_twice_is_gone_once(storage):
    put(storage)
    storage.delete(ADDRESS)
    storage.delete(ADDRESS)

    with pytest.raises(OSError):
        storage.get(ADDRESS, SALT)


def test_a_bucket_that_is_away_says_so_as_a_disk_would_and_soon(monkeypatch):
    with buckets.server() as (endpoint, process):
        for name, value in buckets.environment(endpoint).items():
            monkeypatch.setenv(name, value)
        bucket = opened(buckets.made(endpoint))
        put(bucket)
        process.kill()
        process.wait()

        for use in (
            lambda: put(bucket, LARGE),
            lambda: bucket.get(ADDRESS, SALT),
            lambda: bucket.delete(ADDRESS),
            lambda: list(bucket.older_than(NOW)),
        ):
            with pytest.raises(OSError, match="the bucket"):
                use()


@pytest.mark.parametrize("url", ["s3:///files", "file://host/files", "files", ""])
def test_what_is_neither_folder_nor_bucket_is_refused(url):
    with pytest.raises(ValueError, match="is no folder and no bucket"):
        opened(url)


def test_a_bucket_without_its_library_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "obstore.store", None)

    with pytest.raises(ValueError, match=r"putright\[s3\]"):
        opened("s3://no-library-for-it")


def test_one_address_is_one_storage():
    assert module.opened("file:///var/lib/putright/files") is module.opened("file:///var/lib/putright/files")
