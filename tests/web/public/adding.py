"""Files put with a complaint while it is being told, as a browser sends them."""

from __future__ import annotations

import io

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
