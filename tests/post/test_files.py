"""The worker and files: scanned where there is a scanner, drawn anew, tried again when that cannot be said yet."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.case.files import Scan, Unusable
from app.post.files import Files
from app.post.worker import Worker
from app.services.case import evidence, histories, safe_files
from app.store.case import evidence as store
from config import Misconfigured
from tests import sent_files, states
from tests.cases import deed
from tests.scanners import scanner


@pytest.fixture
def made(database, clock):
    with database.writing() as session:
        made, _ = states.acknowledged(session)
    clock.at = deed(states.UNDERSTOOD).at
    return made


@pytest.fixture
def send(database, made, config):
    """Sends one file."""

    def sent(content=sent_files.PDF):
        taken = evidence.take(Files(config).storage, io.BytesIO(content), "a file")
        with database.writing() as session:
            evidence.add(session, made.reference, 1, taken, deed(states.UNDERSTOOD, f"party:{made.case_id}.1"))

    return sent


def kept(database, made, number=1):
    with database.reading() as session:
        found = store.find(session, made.case_id, number)
        assert found is not None
        return found


def states_of(database, made):
    with database.reading() as session:
        return histories.found(session, made.reference, deed()).complaint.files


def scanning(config, url):
    return Files(replace(config, CLAMD_URL=url))


def test_without_a_scanner_a_file_is_ready_and_never_called_clean(database, made, send, config):
    send()

    assert Files(config).step()

    file = kept(database, made)
    assert (file.look_at, file.scan) == (None, Scan.NOT_SCANNED.value)
    assert not Files(config).step(), "there is nothing more to do"


def test_a_scanned_file_says_so(database, made, send, config):
    send(sent_files.photo())

    with scanner() as url:
        assert scanning(config, url).step()

    assert kept(database, made).scan == Scan.CLEAN.value


def test_what_a_scanner_finds_is_set_aside_and_forgotten_where_it_is(database, made, send, config):
    send(sent_files.PDF + sent_files.EICAR)

    with scanner() as url:
        assert scanning(config, url).step()

    assert [each.set_aside for each in states_of(database, made)] == [Unusable.VIRUS]
    assert kept(database, made)[4:8] == (None, None, None, None)


def test_while_a_scanner_is_away_a_file_waits_and_is_not_called_clean(database, made, send, config, clock):
    send()
    with scanner(b"") as url:
        worker = scanning(config, url)
        for _ in range(5):
            assert worker.step()
            clock.at += safe_files.LOOK_AGAIN_AFTER
        assert kept(database, made).look_at is not None

    with scanner() as url:
        assert scanning(config, url).step()
    assert kept(database, made).scan == Scan.CLEAN.value


def test_while_the_disk_is_away_a_file_waits(database, made, send, config, clock, tmp_path):
    send()
    shutil.move(tmp_path / "files", tmp_path / "away")
    assert Files(config).step()
    assert not Files(config).step(), "it is not its time yet"

    shutil.move(tmp_path / "away", tmp_path / "files")
    clock.at += safe_files.LOOK_AGAIN_AFTER

    assert Files(config).step()
    assert kept(database, made).look_at is None


def test_a_file_is_in_the_hands_of_one_worker_and_of_another_when_that_one_died(database, made, send, config, clock):
    send()
    with database.writing() as session:
        first = safe_files.claim(session, clock.at)
    assert first is not None
    assert not Files(config).step()

    clock.at += safe_files.LEASE + timedelta(seconds=1)
    with database.writing() as session:
        second = safe_files.claim(session, clock.at)
    with database.writing() as session:
        safe_files.finish(session, first, Unusable.VIRUS, clock.at)

    assert second is not None
    assert states_of(database, made)[0].set_aside is None, "the one that was thought dead has no say any more"


def test_what_kills_every_worker_is_set_aside(database, made, send, config, clock):
    send()
    for _ in range(safe_files.TRIES):
        with database.writing() as session:
            assert safe_files.claim(session, clock.at) is not None
        clock.at += safe_files.LEASE

    assert Files(config).step()

    assert [each.set_aside for each in states_of(database, made)] == [Unusable.UNREADABLE]


def test_the_worker_that_sends_letters_sees_to_files_too(app, database, made, send, smtp):
    send()

    Worker(app).files.step()

    assert kept(database, made).look_at is None


@pytest.mark.parametrize("wrong", [{"STORAGE_URL": "ftp://bucket"}, {"CLAMD_URL": "clamd"}])
def test_what_cannot_be_used_stops_it_at_once(config, wrong):
    with pytest.raises(Misconfigured):
        Files(replace(config, **wrong))
