"""Photos and papers: sent one at a time, kept privately, opened by whose they are, and never run in a browser."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image
from werkzeug.datastructures import FileStorage

from app.domain.case.files import Unusable
from app.post.files import Files
from app.services.case import erasures, evidence, histories
from app.web.uploads import LARGEST
from tests import sent_files, states
from tests.cases import deed

MOST = 8


def sent(content: bytes, name: str = "IMG_2034.jpg") -> FileStorage:
    return FileStorage(io.BytesIO(content), name)


def files_of(database, mine):
    with database.reading() as session:
        return histories.found(session, mine.made.reference, deed()).complaint.files


def looked_through(app):
    with app.test_request_context():
        worker = Files(app.extensions["config"])
        while worker.step():
            pass


def on_disk(app) -> list[bytes]:
    folder = Path(app.extensions["config"].STORAGE_URL.removeprefix("file://"))
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


def test_a_photo_is_kept_then_drawn_anew_and_shown_without_its_place(visit, app, database):
    mine = visit(states.acknowledged)

    response = mine.send("/evidence", file=sent(sent_files.photo()), about="The damp wall")

    assert response.headers["Location"] == f"{mine.home}/evidence"
    page = mine.get("/evidence")
    assert "We have got your file." in page
    assert "We are checking this file." in page
    assert mine.client.get(f"{mine.home}/evidence/1").status_code == 404, "not before it is drawn anew"

    looked_through(app)

    assert "The damp wall" in mine.get("/evidence")
    for address in ("1", "1/small"):
        shown = mine.client.get(f"{mine.home}/evidence/{address}")
        assert shown.headers["Content-Type"] == "image/jpeg"
        assert shown.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert shown.headers["Cache-Control"] == "no-store"
        with Image.open(io.BytesIO(shown.data)) as picture:
            assert dict(picture.getexif()) == {}


@pytest.mark.parametrize(
    ("content", "ending"),
    [(sent_files.PDF, "pdf"), (sent_files.word(), "docx"), (sent_files.WORD_97, "doc")],
    ids=["pdf", "docx", "doc"],
)
def test_a_paper_is_saved_and_never_shown_under_a_name_that_says_nothing(visit, app, content, ending):
    mine = visit(states.acknowledged)
    mine.send("/evidence", file=sent(content, "what my ex wrote.pdf"))
    looked_through(app)

    response = mine.client.get(f"{mine.home}/evidence/1")

    assert response.data == content
    assert response.headers["Content-Disposition"] == f"attachment; filename={mine.made.reference}-1.{ending}"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert mine.client.get(f"{mine.home}/evidence/1/small").status_code == 404
    assert "what my ex wrote.pdf" in mine.get("/evidence")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "Choose a file"),
        (b"", "The file is empty"),
        (b"<svg/>", "The file must be a photo"),
        (sent_files.LOCKED_PDF, "The file has a password"),
        (sent_files.word("word/vbaProject.bin"), "The file may be unsafe"),
        (sent_files.PDF + b" " * 10 * 1024 * 1024, "The file is too big"),
    ],
    ids=["none", "empty", "another kind", "password", "macros", "too big"],
)
def test_a_refused_file_says_why_beside_it_and_keeps_what_was_typed(visit, app, database, content, told):
    mine = visit(states.acknowledged)
    file = {} if content is None else {"file": sent(content)}

    response = mine.send("/evidence", about="The damp wall", **file)

    assert response.status_code == 422
    assert (
        f'<p id="file-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> {told}'
        in response.text
    )
    assert 'value="The damp wall"' in response.text
    assert files_of(database, mine) == ()
    assert on_disk(app) == []


def test_what_is_far_too_big_is_not_even_read(visit):
    mine = visit(states.acknowledged)
    form = {"content_type": "multipart/form-data; boundary=x", "data": b"--x--"}

    response = mine.client.post(f"{mine.home}/evidence", **form, environ_overrides={"CONTENT_LENGTH": str(LARGEST + 1)})

    assert response.status_code == 413


def test_where_files_cannot_be_kept_the_words_are_not_lost(visit, app, config, tmp_path, database):
    mine = visit(states.acknowledged)
    (tmp_path / "files").write_text("no folder, as if the disk were gone")

    response = mine.send("/evidence", file=sent(sent_files.PDF), about="The damp wall")

    assert response.status_code == 422
    assert "The file did not upload, and it is our fault." in response.text
    assert 'value="The damp wall"' in response.text
    assert files_of(database, mine) == ()


def test_the_same_press_keeps_it_once_and_another_file_under_its_key_is_not_lost_in_silence(visit, database):
    mine = visit(states.acknowledged)

    def press(content):
        return mine.send("/evidence", file=sent(content), key="one-press").status_code

    assert [press(sent_files.PDF), press(sent_files.PDF)] == [303, 303]
    assert len(files_of(database, mine)) == 1
    assert press(sent_files.photo()) == 409


def test_the_eleventh_file_is_refused(visit, database):
    mine = visit(states.acknowledged)
    for _ in range(10):
        assert mine.send("/evidence", file=sent(sent_files.PDF)).status_code == 303

    assert "which is all that we can take here" in mine.get("/evidence")
    hidden = {"file": sent(sent_files.PDF)}
    assert mine.send("/evidence", page="/messages", **hidden).status_code == 422
    assert len(files_of(database, mine)) == 10


def test_a_file_is_seen_by_whose_it_is_alone(visit, app, database):
    daughter = visit(states.for_somebody_else, party=2)
    daughter.send("/evidence", file=sent(sent_files.PDF, "between us.pdf"))
    taken = evidence.take(Files(app.extensions["config"]).storage, io.BytesIO(sent_files.PDF), "our own note")
    with database.writing() as session:
        evidence.add(session, daughter.made.reference, 0, taken, deed(states.UNDERSTOOD, "staff:1"))
        evidence.add(session, daughter.made.reference, 1, taken, deed(states.UNDERSTOOD, "staff:1"))
    looked_through(app)

    status = [daughter.client.get(f"{daughter.home}/evidence/{number}").status_code for number in (1, 2, 3, 4)]

    assert status == [200, 404, 404, 404]
    assert "our own note" not in daughter.get("/evidence")


def test_a_picture_that_is_none_is_set_aside_and_they_are_told(visit, app, database):
    mine = visit(states.acknowledged)
    mine.send("/evidence", file=sent(b"\xff\xd8\xff<script>alert(1)</script>"))

    looked_through(app)

    assert "Nobody can open this file, and we did not keep it: it is damaged" in mine.get("/evidence")
    assert mine.client.get(f"{mine.home}/evidence/1").status_code == 404
    assert "We could not keep file 1" in mine.get("/pack")


def test_what_nobody_here_has_looked_at_is_taken_out_again_and_nothing_else(visit, app, database):
    mine = visit(states.acknowledged)
    mine.send("/evidence", file=sent(sent_files.PDF), about="The wrong letter")
    mine.send("/evidence", file=sent(sent_files.PDF), about="The right letter")
    assert "Take out file 1" in mine.get("/evidence")

    assert mine.send("/evidence/1/out", page="/messages").location == f"{mine.home}/evidence"

    assert [file.set_aside for file in files_of(database, mine)] == [Unusable.TAKEN_BACK, None]
    page = mine.get("/evidence")
    assert "whoever sent it took it out again" in page
    assert "Take out file 1" not in page
    with database.writing() as session:
        evidence.look_at(session, mine.made.reference, deed(states.UNDERSTOOD, "staff:1"))
    assert "Take out file 2" not in mine.get("/evidence")
    refused = mine.send("/evidence/2/out", page="/messages")
    assert refused.status_code == 422
    assert "We have looked at this file, so we must keep it" in refused.text


def test_a_file_that_is_gone_from_the_disk_is_no_page(visit, app, tmp_path):
    mine = visit(states.acknowledged)
    mine.send("/evidence", file=sent(sent_files.PDF))
    looked_through(app)
    shutil.rmtree(tmp_path / "files")

    assert mine.client.get(f"{mine.home}/evidence/1").status_code == 503
    assert "File 1" in mine.get("/evidence")


def test_a_file_goes_with_the_words_that_say_what_it_is(visit, app, database):
    mine = visit(states.acknowledged)
    mine.send("/evidence", file=sent(sent_files.PDF), about="My neighbour Kim")
    looked_through(app)
    number = files_of(database, mine)[0].said.number
    with database.writing() as session:
        erasures.remove_texts(
            session, mine.made.reference, [number], "It names somebody", deed(states.UNDERSTOOD, "staff:1")
        )

    assert mine.client.get(f"{mine.home}/evidence/1").status_code == 404
    assert "My neighbour Kim" not in mine.get("/evidence")
    assert "It names somebody" in mine.get("/evidence")


def test_the_pages_ask_little(visit, app, queries):
    mine = visit(states.acknowledged)
    for _ in range(3):
        mine.send("/evidence", file=sent(sent_files.photo()))
    looked_through(app)

    for page in ("/evidence", "/evidence/1", "/evidence/1/small"):
        with queries() as asked:
            assert mine.client.get(f"{mine.home}{page}").status_code == 200
        assert len(asked) <= MOST, asked
