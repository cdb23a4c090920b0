"""Puts the application together, and nothing else: no database is touched until somebody asks."""

from __future__ import annotations

from flask import Flask
from jinja2 import FileSystemBytecodeCache, StrictUndefined
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionInTime
from werkzeug.middleware.proxy_fix import ProxyFix

from app import cli
from app.db import Database
from app.extensions import csrf, htmx
from app.web import errors, furniture, headers, landlord, languages, logs, references, sign_in, uploads
from app.web.addresses import Number
from app.web.assets import assets
from app.web.charts import drawn
from app.web.public import kept_pages, public
from app.web.resident import resident
from app.web.site import Site
from app.web.spoken import in_words
from app.web.staff import staff
from config import Config


def create_app(config: Config | None = None) -> Flask:
    """The application for this configuration: the environment's, unless a test gives its own."""
    config = config or Config.from_environment()
    app = Site("app", static_folder=None)
    app.config.from_mapping(_settings(config))
    app.extensions["config"] = config
    app.extensions["clock"] = config.clock
    app.extensions["database"] = Database(config.DATABASE_URL)
    app.url_map.converters["int"] = Number
    _prepare_templates(app, config)
    _join(app, config)
    for area in (public, resident, staff):
        app.register_blueprint(area)
    cli.register(app)
    app.wsgi_app = assets().serve(app.wsgi_app)  # type: ignore[method-assign]
    if config.PROXIES:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=config.PROXIES, x_proto=config.PROXIES)  # type: ignore[method-assign]
    return app


def _settings(config: Config) -> dict[str, object]:
    plain = {name: getattr(config, name) for name in config.__dataclass_fields__ if name.isupper()}
    return plain | {
        "TRUSTED_HOSTS": list(config.TRUSTED_HOSTS) or None,
        "SESSION_COOKIE_NAME": "page" if config.PLAIN_HTTP else "__Host-page",
        "SESSION_COOKIE_SECURE": not config.PLAIN_HTTP,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "WTF_I18N_ENABLED": False,  # our forms say everything themselves
        "WTF_CSRF_TIME_LIMIT": None,  # writing a complaint may take a day
        "WTF_CSRF_SSL_STRICT": False,  # it asks for the Referer header, which we tell browsers not to send
    }


def _prepare_templates(app: Flask, config: Config) -> None:
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.bytecode_cache = FileSystemBytecodeCache(str(config.private_cache()))
    app.jinja_env.globals |= {"asset": assets().url, "in_words": in_words, "drawn": drawn}


def _join(app: Flask, config: Config) -> None:
    # The order is that of a request: its id, what it may hold, then whether the form is ours.
    logs.init_app(app)
    uploads.init_app(app)
    errors.init_app(app)
    csrf.init_app(app)
    htmx.init_app(app)
    sign_in.init_app(app)
    languages.init_app(app)
    landlord.init_app(app, config.landlord_remembered_for)
    furniture.init_app(app)
    kept_pages.init_app(app)
    references.init_app(app)
    headers.init_app(app)
    for broken in (OperationalError, InterfaceError, NoConnectionInTime):
        app.register_error_handler(broken, errors.unavailable)
