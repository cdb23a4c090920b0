"""Migrations run forward only, from one beginning to one end, and depend on nothing that may change."""

import re

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from tests.modules import ROOT, modules

VERSIONS = modules("migrations/versions/")
BATCH = re.compile(r"batch_alter_table\(\s*['\"](event|seal|sealed_head)\b")


def test_there_is_one_way_from_the_first_to_the_last():
    scripts = ScriptDirectory.from_config(Config(toml_file=ROOT / "pyproject.toml"))

    assert len(scripts.get_bases()) == len(scripts.get_heads()) == 1
    assert len(list(scripts.walk_revisions())) == len(VERSIONS)


@pytest.mark.parametrize("module", VERSIONS, ids=lambda module: module.name)
def test_a_migration_imports_nothing_of_ours(module):
    assert {name.split(".")[0] for name in module.imported} <= {"alembic", "sqlalchemy"}


@pytest.mark.parametrize("module", VERSIONS, ids=lambda module: module.name)
def test_a_migration_never_goes_back(module):
    assert "downgrade" not in {function.name for function in module.functions}


def test_history_is_never_copied_to_another_table_which_would_lose_its_triggers():
    assert [module.where for module in VERSIONS if BATCH.search(module.text)] == []


def test_nothing_goes_because_something_else_went():
    assert [module.where for module in VERSIONS if "ondelete" in module.text.lower()] == []
