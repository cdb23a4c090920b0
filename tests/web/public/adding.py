"""Files put with a complaint while it is being told, as a browser sends them."""

from __future__ import annotations

import io
import threading

from flask import Flask
from werkzeug.datastructures import FileStorage

from app.post.files import Files
from app.services.case import histories
from tests import sent_files
from tests.cases import deed
from tests.web.public.conftest import Visitor

PAGE = "/c/files"


def sent(content: bytes, name: str = "IMG_2034.jpg") -> FileStorage:
    return FileStorage(io.BytesIO(content), name)


def adds(visitor: Visitor, content: bytes = sent_files.PDF, name: str = "letter.pdf", **said):
    response = visitor.says(PAGE, file=sent(content, name), **said)
    response.request.environ["wsgi.input"].close()  # the client leaves a large one open
    return response


def looked_through(app):
    with app.app_context():
        worker = Files(app.extensions["config"])
        while worker.step():
            pass


def case_of(database, visitor: Visitor):
    reference = visitor.sees("/c/sent").text.partition("/c/sent/")[2].partition(".txt")[0]
    with database.reading() as session:
        return histories.found(session, reference, deed()).complaint


def in_tabs_at_once(app: Flask, visitor: Visitor, *presses: tuple[str, dict[str, object]]) -> list[int]:
    """Press these forms (an address, and what is typed) at the same moment in tabs of one browser; return what came."""
    (cookie,) = visitor.client._cookies.values()
    came = []

    def press(address: str, typed: dict[str, object]) -> None:
        client = app.test_client()
        client.set_cookie(cookie.key, cookie.value)
        came.append(client.post(address, data=typed).status_code)

    tabs = [threading.Thread(target=press, args=each) for each in presses]
    for tab in tabs:
        tab.start()
    for tab in tabs:
        tab.join()
    return came
