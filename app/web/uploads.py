"""Files on their way in and out: how much a page for them takes, and that none of them is run in anybody's browser."""

from __future__ import annotations

from itertools import chain

from flask import Flask, current_app, make_response, request
from werkzeug import Response
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import ServiceUnavailable

from app.adapters import storage
from app.adapters.files import TYPES
from app.adapters.storage import Storage
from app.domain.case.files import FileKind
from app.store.case.draft_files import DraftFile
from app.store.case.evidence import KeptFile

MEGABYTE = 1024 * 1024
TAKES_FILES = {
    "public.case.files.create",
    "resident.case.evidence.create",
    "resident.case.promises.create",
    "staff.evidence.create",
    "staff.imports.create",
    "staff.jobs.create",
    "staff.stated.take_in",
}
LARGEST = 220 * MEGABYTE
"""More than may be kept, so that whoever sends too much is told so beside the file, with all else still there."""
LONGEST_NAME = 100
ALONE = "default-src 'none'; sandbox"


def init_app(app: Flask) -> None:
    """Let the pages of `app` that take files take more than others."""
    app.before_request(_let_files_in)


def files() -> Storage:
    """Return where files are kept."""
    return storage.opened(current_app.extensions["config"].storage_url)


def name_of(sent: FileStorage) -> str:
    """Return what a file was called where it came from, without the folders it stood in."""
    name = (sent.filename or "").replace("\\", "/").rpartition("/")[2]
    printable = "".join(each for each in name if each.isprintable()).strip()
    return printable[:LONGEST_NAME]


def give(kept: KeptFile | DraftFile, called: str, *, small: bool = False) -> Response:
    """Answer with a file under a name that says nothing; only pictures that we drew are shown, the rest is saved."""
    address = kept.thumbnail if small else kept.address
    assert address is not None
    assert kept.salt is not None
    kind = FileKind(kept.kind)
    media_type, ending = TYPES[kind]
    try:
        parts = files().parts(address, kept.salt)
        first = next(parts)  # now, for once the answer has begun it can only be cut off
    except OSError as error:  # the disk is away, or does not hold what was put there
        current_app.logger.exception("a file could not be given away")
        raise ServiceUnavailable from error
    response = make_response(chain((first,), parts))
    response.headers["Content-Type"] = media_type
    how = "inline" if kind.is_picture else "attachment"
    response.headers["Content-Disposition"] = f"{how}; filename={called}-{kept.number}.{ending}"
    response.headers["Content-Security-Policy"] = ALONE
    return response


def _let_files_in() -> None:
    if request.endpoint in TAKES_FILES:
        request.max_content_length = LARGEST
