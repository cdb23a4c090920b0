"""What the documents say is so: their links lead somewhere, their commands and settings exist."""

import re
from dataclasses import fields

import click
import pytest

from app.factory import create_app
from config import Config
from tests.modules import ROOT, files

LINK = re.compile(r"\]\((?!\w+:)([^)#]+)")
COMMAND = re.compile(r"flask (?:--app wsgi )?([a-z]+)(?: ([a-z][a-z-]*))?")
SETTING = re.compile(r"^\| `([A-Z_]+)` \|", re.MULTILINE)
OPERATING = ROOT / "docs/operating.md"


@pytest.fixture(scope="module")
def commands(tmp_path_factory: pytest.TempPathFactory) -> dict[str, click.Command]:
    nowhere = f"sqlite:///{tmp_path_factory.mktemp('documents') / 'never.sqlite3'}"
    return create_app(Config(DATABASE_URL=nowhere, SECRET_KEY="a key for tests alone")).cli.commands


def exists(commands: dict[str, click.Command], noun: str, verb: str) -> bool:
    command = commands.get(noun)
    return verb in command.commands if verb and isinstance(command, click.Group) else command is not None


def test_every_link_leads_somewhere():
    broken = [
        f"{page.name}: {link}"
        for page in files(".md")
        for link in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]

    assert broken == []


def test_every_command_exists(commands):
    told = {each for page in files(".md") for each in COMMAND.findall(page.read_text(encoding="utf-8"))}

    assert {each for each in told if not exists(commands, *each)} == set()


def test_every_setting_is_told_of_and_no_other():
    settings = {each.name for each in fields(Config) if each.name.isupper()} - {"TESTING"}

    assert set(SETTING.findall(OPERATING.read_text(encoding="utf-8"))) == settings


def test_every_decision_is_in_the_list():
    listed = (ROOT / "docs/decisions/README.md").read_text()

    assert [page.name for page in ROOT.glob("docs/decisions/[0-9]*.md") if page.name not in listed] == []
