"""The application is put together from its configuration, before any database is asked."""

from __future__ import annotations

import stat
from dataclasses import replace

import pytest
from flask import request
from jinja2 import UndefinedError

from app.factory import create_app
from config import Config, Misconfigured

GIVEN = {"DATABASE_URL": "sqlite://", "SECRET_KEY": "0123456789abcdef"}


def test_an_application_is_made_without_its_database(config):
    app = create_app(replace(config, DATABASE_URL="sqlite:////nowhere/at/all.db"))

    assert app.test_client().get("/healthz").status_code == 200


def test_two_settings_must_be_given_and_all_are_named():
    with pytest.raises(Misconfigured, match="DATABASE_URL and SECRET_KEY must be set"):
        Config.from_environment({})


def test_the_defaults_are_those_of_production():
    config = Config.from_environment(GIVEN)

    assert not config.PLAIN_HTTP
    assert not config.TESTING
    assert config.PROXIES == 0


def test_a_secret_that_can_be_guessed_is_refused():
    with pytest.raises(Misconfigured, match="at least 16 characters"):
        Config.from_environment(GIVEN | {"SECRET_KEY": "secret"})


def test_a_number_that_is_none_is_refused():
    with pytest.raises(Misconfigured, match="PROXIES must be a whole number"):
        Config.from_environment(GIVEN | {"PROXIES": "two"})


def test_secrets_are_never_printed():
    assert "0123456789abcdef" not in repr(Config.from_environment(GIVEN))


def test_codes_are_looked_up_under_a_key_that_outlives_the_secret():
    before = Config.from_environment(GIVEN | {"LOOKUP_KEY": "kept"})
    after = Config.from_environment(GIVEN | {"LOOKUP_KEY": "kept", "SECRET_KEY": "another 16 characters"})

    assert before.lookup_key == after.lookup_key
    assert Config.from_environment(GIVEN).lookup_key != before.lookup_key


@pytest.mark.parametrize(
    ("database", "kept_in"),
    [
        ("sqlite:////srv/homes.sqlite3", "file:///srv/homes.sqlite3-files"),
        ("sqlite:////srv/homes.sqlite3?timeout=5", "file:///srv/homes.sqlite3-files"),
        ("postgresql+psycopg://homes@db/homes", "file:///var/lib/putright/files"),
        ("postgresql+psycopg://homes:@/homes?host=/run/postgresql", "file:///var/lib/putright/files"),
    ],
)
def test_files_are_kept_beside_a_database_that_is_a_file_and_of_no_other_in_the_working_folder(database, kept_in):
    assert Config.from_environment(GIVEN | {"DATABASE_URL": database}).storage_url == kept_in


def test_compiled_templates_lie_where_nobody_else_may_write(tmp_path):
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    theirs.mkdir(mode=0o777)
    theirs.chmod(0o777)

    made = replace(Config.from_environment(GIVEN), CACHE_DIRECTORY=ours).private_cache()

    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    with pytest.raises(Misconfigured, match="must be this user's alone"):
        replace(Config.from_environment(GIVEN), CACHE_DIRECTORY=theirs).private_cache()


def test_a_proxy_is_believed_about_the_visitor_only_when_there_is_one(config, clock):
    forwarded = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"}
    seen = []
    for proxies in (0, 1):
        app = create_app(replace(config, PROXIES=proxies))

        @app.get("/who")
        def who():
            return f"{request.scheme} {request.remote_addr}"

        seen.append(app.test_client().get("/who", headers=forwarded).text)

    assert seen == ["http 127.0.0.1", "https 192.0.2.7"]


def test_a_slip_in_a_template_is_an_error_and_not_a_gap(app):
    with app.app_context(), pytest.raises(UndefinedError):
        app.jinja_env.from_string("{{ nobody.name }}").render()
