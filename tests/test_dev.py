"""The one command that must work on a bare machine."""

import socket
import subprocess
import sys

import pytest

import dev
from tests.modules import ROOT, Module


def test_it_needs_nothing_but_python():
    named = {name.split(".")[0] for name in Module(ROOT / "dev.py").imported}

    assert named <= set(sys.stdlib_module_names)


def test_it_says_what_it_can_do():
    told = subprocess.run([sys.executable, "dev.py", "--help"], cwd=ROOT, capture_output=True, text=True, check=True)

    assert all(command in told.stdout for command in ("run", "sign-ins", "test", "setup", "bench"))


def test_a_free_port_is_taken_as_asked():
    with socket.create_server(("127.0.0.1", 0)) as somebody:
        port = somebody.getsockname()[1]

    assert dev.free_port("127.0.0.1", port) == port


def test_when_somebody_has_the_port_another_is_taken_and_said(capsys):
    with socket.create_server(("127.0.0.1", 0)) as somebody:
        taken = somebody.getsockname()[1]

        assert dev.free_port("127.0.0.1", taken) != taken

    assert f"Port {taken} is taken" in capsys.readouterr().out


def test_an_older_python_is_told_in_one_sentence(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9))

    with pytest.raises(SystemExit, match=r"Python 3\.11 or newer is needed"):
        dev.main()


def test_without_venv_the_missing_package_is_named(monkeypatch):
    monkeypatch.setattr(dev, "_has_venv", lambda: False)
    monkeypatch.setenv("CI", "false")

    with pytest.raises(SystemExit, match="python3-venv"):
        dev._install_venv()


def test_what_is_installed_is_known_by_its_locks(monkeypatch, tmp_path):
    monkeypatch.setattr(dev, "VENV", tmp_path)
    assert not dev._installed(dev.RUNTIME)

    dev._stamp(dev.RUNTIME).write_text(dev._fingerprint(dev.RUNTIME))

    assert dev._installed(dev.RUNTIME)
    assert not dev._installed(dev.EVERYTHING)


def test_the_environment_of_the_demo_has_a_secret_that_stays(monkeypatch, tmp_path):
    monkeypatch.setattr(dev, "VAR", tmp_path / "var")

    first = dev.demo_environment(tmp_path / "a.sqlite3")

    assert len(first["SECRET_KEY"]) >= 32
    assert dev.demo_environment(tmp_path / "a.sqlite3")["SECRET_KEY"] == first["SECRET_KEY"]
    assert (tmp_path / "var/secret").stat().st_mode & 0o077 == 0
