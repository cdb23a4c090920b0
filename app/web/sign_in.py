"""Who is signed in: the one module that knows of cookies and of Flask-Login.

The cookie holds a random token and nothing else. Staff and residents have a cookie each, so that
somebody who is both is never taken for the other.
"""

from __future__ import annotations

from flask import Flask, after_this_request, current_app, g, request
from flask.wrappers import Request
from flask_login import UserMixin, current_user
from werkzeug import Response

from app.db import reading, writing
from app.domain.deed import Actor, Deed
from app.domain.people.sessions import Kind
from app.extensions import login
from app.now import now
from app.services.people import sessions
from app.services.people.sessions import SignedIn


class Person(UserMixin):
    """Flask-Login's idea of somebody, around ours."""

    def __init__(self, who: SignedIn) -> None:
        self.who = who


def init_app(app: Flask) -> None:
    """Join Flask-Login to `app`. It never binds a session to an address: phones change theirs on the way."""
    login.session_protection = None
    login.init_app(app, add_context_processor=False)


def signed_in() -> SignedIn | None:
    """Return who this request comes from: in the staff's area a member of staff, elsewhere a resident."""
    user = current_user._get_current_object()  # asked dozens of times a page, and the proxy looks at every touch
    return user.who if user.is_authenticated else None


def begin(kind: Kind, token: str) -> None:
    """Put the token of a new sign-in into the answer's cookie."""

    @after_this_request
    def with_cookie(response: Response) -> Response:
        response.set_cookie(cookie_name(kind), token, secure=_secure(), httponly=True, samesite="Lax")
        return response


def end(kind: Kind) -> None:
    """Take the cookie away. The session itself is ended by a service."""

    @after_this_request
    def without_cookie(response: Response) -> Response:
        response.delete_cookie(cookie_name(kind), secure=_secure(), httponly=True, samesite="Lax")
        return response


def cookie_name(kind: Kind) -> str:
    """Return the name of the cookie: with https, one that only this very host could have set."""
    return f"__Host-{kind.value}" if _secure() else kind.value


def area() -> Kind:
    """Return whose area the request is in."""
    return Kind.STAFF if (request.blueprint or "").split(".")[0] == "staff" else Kind.RESIDENT


def token() -> str | None:
    """Return the token that the browser sent for this area, whether or not it still signs anybody in."""
    return request.cookies.get(cookie_name(area()))


@login.request_loader
def _load(_: Request) -> Person | None:
    held = token()
    if not held or g.get("without_database"):
        return None
    with reading() as session:
        who = sessions.find(session, held, area(), now())
    if who and who.is_news:
        with writing() as session:
            sessions.saw(session, who, Deed(Actor("clock"), now()))
    return Person(who) if who else None


def _secure() -> bool:
    return not current_app.config["PLAIN_HTTP"]
