"""What a person is told when there is no page: why, what to do, whom to ring, and what they typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from http import HTTPStatus
from uuid import uuid4

from flask import Flask, current_app, g, make_response, request
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_wtf.csrf import CSRFError
from werkzeug import Response
from werkzeug.exceptions import BadRequest, HTTPException, NotFound, ServiceUnavailable

from app.domain.changed import Changed
from app.domain.people.sessions import Kind
from app.domain.refused import Refused
from app.services.case.histories import NoSuchCase
from app.services.keys import KeyOfAnother
from app.web.forms import New, chosen_names
from app.web.landlord import last_known
from app.web.languages import language
from app.web.page import page
from app.web.sign_in import area
from app.words.say import say

HEADINGS = {
    400: _l("Sorry, we could not read that"),
    404: _l("We cannot find that page"),
    405: _l("That page does not work in this way"),
    409: _l("Somebody changed this while you were working"),
    413: _l("That is too big for us to take"),
    422: _l("We could not do that"),
    429: _l("Too many tries: please wait"),
    500: _l("Sorry, something went wrong"),
    503: _l("Sorry, we cannot do that just now"),
}
ADVICE = {
    400: _l("Something in what you sent was not right. Go back and try again."),
    404: _l("If you typed the address, check it. If you followed a link, it may be old."),
    405: _l("Go back to the page before, and use the button there."),
    409: _l("Nothing you typed has been lost. Go back, look at what is new, and send it again."),
    413: _l("Go back and send less, or send one file at a time."),
    422: _l("Go back, check what you typed, and try again."),
    429: _l("This keeps your information safe. Wait 15 minutes, then try again."),
    500: _l("It is our fault, not yours. We have made a note of it. Try again in a few minutes."),
    503: _l("Try again in a few minutes."),
}
STALE = _l("This page was open too long"), _l("Go back, load the page again, and try once more.")
USED = (
    _l("You have sent this page before"),
    _l("What you sent first is done. What you sent now is not: your words are still here. Look, then send them again."),
)
STALE_WITH_WORDS = _l("Your words are still here. Check them and send them again.")
SIGNED_OUT = _l("You have been signed out"), _l("Sign in again on another page. Then come back to this one.")
SECRETS = {"csrf_token", "password", "pin", "code", "return_code", "draft_code"}
"""Fields by these names are never shown again: a page that asks for a secret calls it one of them."""
OURS = {"key", "seen", "next", "version", "row", "back", "also", "staff", "then", "add", "view"}
"""Fields and buttons that our own pages fill in: nobody typed what stands in them."""
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""What no address holds, and no page may; words pasted from elsewhere may hold all of them but NUL."""
AGAIN_AFTER = "60"


class Unreadable(BadRequest):
    """The request holds a character that no keyboard types and no database keeps."""


def init_app(app: Flask) -> None:
    """Give every answer of `app` that is not a page one of these."""
    app.before_request(_refuse_what_cannot_be_kept)
    app.register_error_handler(HTTPException, explain)
    app.register_error_handler(CSRFError, _stale)
    app.register_error_handler(Refused, _refused)
    app.register_error_handler(Changed, _changed)
    app.register_error_handler(NoSuchCase, _no_such_case)
    app.register_error_handler(KeyOfAnother, _used)


def unavailable(_: Exception) -> Response:
    """Answer 503: the database does not, or not in time."""
    return explain(ServiceUnavailable())


def changed(since: Sequence[New]) -> Response:
    """Answer 409 where the page of the form is gone, with what happened since it was opened."""
    return explain(_WithStatus(HTTPStatus.CONFLICT), since=since)


def explain(
    error: HTTPException, heading: object = None, advice: object = None, since: Sequence[New] = (), *, key: str = ""
) -> Response:
    """Answer with the page for this error; if even that cannot be drawn, with a few words.

    With a `key`, what is sent again from this page is another press of the form, not the same once more.
    """
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    known = (
        status if status in HEADINGS else HTTPStatus.BAD_REQUEST if status < 500 else HTTPStatus.INTERNAL_SERVER_ERROR
    )
    last_known()
    g.without_database = status >= HTTPStatus.INTERNAL_SERVER_ERROR  # which may be what is broken
    heading, advice = str(heading or HEADINGS[known]), str(advice or ADVICE[known])
    try:
        response = _drawn(status, heading, advice, since, key)
    except Exception:
        current_app.logger.exception("the error page itself could not be drawn")
        response = _in_a_few_words(status, heading, advice)
    for name, value in error.get_headers():
        if name == "Allow":
            response.headers[name] = value
    if status in (429, 503):
        response.headers["Retry-After"] = AGAIN_AFTER
    return response


def _drawn(status: int, heading: str, advice: str, since: Sequence[New], key: str) -> Response:
    kept = [(name, key if key and name == "key" else value) for name, value in typed()]
    return page(
        "errors/show.html",
        fragment="problem",
        status=status,
        area="staff" if area() is Kind.STAFF else "public",
        swaps=False,
        heading=heading,
        advice=advice,
        since=since,
        request_id=g.get("request_id", "-"),
        typed=kept,
        words=_written_by_hand(kept),
        again=_where_to_send_again() if status not in (404, 405, 413) else None,
    )


def typed() -> list[tuple[str, str]]:
    """Return the fields of the form that was sent, but for secrets: nothing a person typed may be lost."""
    try:
        sent = list(request.form.items(multi=True))
    except HTTPException:  # the form itself is what could not be taken
        return []
    return [(name, value) for name, value in sent if name not in SECRETS]


def _written_by_hand(kept: list[tuple[str, str]]) -> list[str]:
    """Return what somebody wrote, to copy from: no page may hold a NUL, even to show what was wrong."""
    aside = OURS | chosen_names()
    texts = (value.replace("\0", "") for name, value in kept if name.rpartition("-")[2] not in aside)
    return [text for text in texts if text.strip()]


def _where_to_send_again() -> str | None:
    """Return where the form may be sent once more, if the browser swears that it came from a page of ours."""
    ours = request.headers.get("Sec-Fetch-Site") == "same-origin"
    return request.path if request.method == "POST" and ours and typed() else None


def _refuse_what_cannot_be_kept() -> None:
    address = [request.path, *request.args, *request.args.values()]
    texts = [*request.form, *(value for _, value in request.form.items(multi=True))]
    if any("\0" in text for text in texts) or any(map(CONTROL.search, address)):
        raise Unreadable


def _stale(error: CSRFError) -> Response:
    heading, advice = STALE
    return explain(error, heading, STALE_WITH_WORDS if _where_to_send_again() else advice)


def _refused(refusal: Refused) -> Response:
    """Answer 422 for a page that did not say its refusals beside its questions: with the reasons alone."""
    reasons = (f"{say(gap.why, language())}." for gap in refusal.gaps)
    return explain(_WithStatus(HTTPStatus.UNPROCESSABLE_ENTITY), advice=" ".join(reasons))


def _no_such_case(_: NoSuchCase) -> Response:
    """Answer 404, and the same for a case that is not there as for one that is not theirs to see (ruling 4)."""
    return explain(NotFound())


def _changed(_: Changed) -> Response:
    return changed(())


def _used(_: KeyOfAnother) -> Response:
    return explain(_WithStatus(HTTPStatus.CONFLICT), *USED, key=uuid4().hex)


class _WithStatus(HTTPException):
    def __init__(self, status: int) -> None:
        super().__init__()
        self.code = status


def _in_a_few_words(status: int, heading: str, advice: str) -> Response:
    phone = last_known().phone
    lines = [heading, advice, *([gettext("Phone: %(phone)s", phone=phone)] if phone else [])]
    lines.append(gettext("If you ring us, give this number: %(number)s", number=g.get("request_id", "-")))
    response = make_response("\n\n".join(lines), status)
    response.headers["Content-Type"] = "text/plain; charset=utf-8"
    return response
