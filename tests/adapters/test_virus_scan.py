"""The scanner's protocol, against a server that speaks it: not scanned is never clean."""

from __future__ import annotations

import socket

import pytest

from app.adapters.virus_scan import Clamd, NotScanned
from tests import sent_files
from tests.scanners import clamd, scanner


def test_a_clean_file_is_clean_and_another_is_not():
    with scanner() as url:
        assert Clamd(url).is_clean([b"a" * 200_000, b"", b"a"])
        assert not Clamd(url).is_clean([b"a" * 70_000, sent_files.EICAR])


def test_the_real_scanner_finds_it_and_what_it_will_not_read_is_not_scanned(tmp_path):
    with clamd(tmp_path) as url:
        assert Clamd(url).is_clean([b"a" * 200_000])
        assert not Clamd(url).is_clean([b"a" * 70_000 + sent_files.EICAR])
        with pytest.raises(NotScanned):
            Clamd(url).is_clean([b"a" * 250_000] * 8)


@pytest.mark.parametrize("answer", [b"", b"INSTREAM size limit exceeded. ERROR\0", b"stream: OK?\0", b"?"])
def test_whatever_is_no_verdict_is_not_scanned(answer):
    with scanner(answer) as url, pytest.raises(NotScanned):
        Clamd(url).is_clean([b"a file"])


def test_a_scanner_that_is_away_says_nothing():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"tcp://127.0.0.1:{free.getsockname()[1]}"

    with pytest.raises(NotScanned):
        Clamd(url).is_clean([b"a file"])


def test_a_scanner_may_stand_behind_a_socket_of_this_machine(tmp_path):
    with scanner(path=tmp_path / "clamd.ctl") as url:
        assert Clamd(url).is_clean([b"a file"])


@pytest.mark.parametrize("url", ["tcp://127.0.0.1", "http://127.0.0.1:3310", "unix://", "yes"])
def test_what_is_no_scanner_is_refused(url):
    with pytest.raises(ValueError, match="is no scanner"):
        Clamd(url)
