"""Photos, papers and recordings while a complaint is told: kept with the draft, sent with it, nobody else's."""

from __future__ import annotations

import io
import os
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select

from app.cli import files as cli
from app.domain.case.files import FileKind, Unusable
from app.post.files import Files
from app.services.case import safe_files
from app.services.landlord import retention
from app.store.case import draft_files as store
from app.store.case import evidence as kept_files
from app.store.case.complaints import ComplaintRow
from tests import sent_files
from tests.web.public.adding import PAGE, adds, case_of, in_tabs_at_once, looked_through, sent
from tests.web.public.conftest import hidden

NOTES = sent_files.word()
MOST = 4


def on_disk(app) -> list[Path]:
    folder = Path(app.extensions["config"].STORAGE_URL.removeprefix("file://"))
    return [path for path in folder.rglob("*") if path.is_file()]


def left_after_a_sweep(app, clock) -> int:
    """How many files are left once what is nobody's is taken away, all of them being old."""
    for path in on_disk(app):
        os.utime(path, (0, 0))
    with app.app_context():
        assert cli.sweep(clock.at) == 0
    return len(on_disk(app))


def in_drafts(database) -> list[str]:
    with database.reading() as session:
        return [row.called for row in session.execute(store._KEPT)]


def test_files_are_sent_with_the_complaint_and_are_theirs(visitor, app, database):
    visitor.answers(1, 2)
    assert visitor.says("/c/step/4", words="It leaks.", then="files").location == PAGE
    assert adds(visitor, sent_files.photo(), about="The damp wall").location == PAGE
    looked_through(app)
    adds(visitor, NOTES, "my notes.docx")
    page = visitor.sees(PAGE).text
    assert "The damp wall" in page
    assert "my notes.docx" in page
    assert 'href="/c/step/5"' in page, "the way on"

    assert "The damp wall" in (visitor.answers(5, 6, 7, 8, 9, 10, 11), visitor.sees("/c/check").text)[1]
    assert visitor.says("/c/check").location == "/c/sent"
    looked_through(app)

    files = case_of(database, visitor).files
    assert [(file.kind, file.party, file.is_new) for file in files] == [
        (FileKind.JPEG, 1, True),
        (FileKind.WORD, 1, True),
    ]
    assert in_drafts(database) == []
    reference = case_of(database, visitor).reference
    mine = visitor.sees(f"/c/{reference}/evidence").text
    assert "The damp wall" in mine
    assert visitor.sees(f"/c/{reference}/evidence/1/small").status_code == 200
    assert visitor.sees(f"/c/{reference}/evidence/2").data == NOTES


def test_a_photo_is_seen_once_it_is_drawn_anew_and_by_its_draft_alone(visitor, another, app):
    adds(visitor, sent_files.photo())
    assert visitor.sees(f"{PAGE}/1").status_code == 404, "not before it is drawn anew"
    looked_through(app)

    shown = visitor.sees(f"{PAGE}/1")

    assert shown.headers["Content-Type"] == "image/jpeg"
    assert shown.headers["Content-Disposition"] == "inline; filename=file-1.jpg"
    assert shown.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    with Image.open(io.BytesIO(shown.data)) as picture:
        assert dict(picture.getexif()) == {}
    assert visitor.sees(f"{PAGE}/1/small").status_code == 200
    adds(another, sent_files.PDF)
    looked_through(app)
    assert another.sees(f"{PAGE}/1").data == sent_files.PDF
    assert another.sees(f"{PAGE}/2").status_code == 404


def test_the_words_are_kept_when_they_go_to_the_files_and_nothing_need_be_added(visitor):
    visitor.answers(1, 2)
    assert visitor.says("/c/step/4", words="", then="files").location == PAGE
    assert 'href="/c/step/4"' in visitor.sees(PAGE).text

    assert visitor.says("/c/step/4", words="It leaks.").location == "/c/step/5"


@pytest.mark.parametrize(
    ("content", "told"),
    [(None, "Choose a file"), (b"<svg/>", "The file must be a photo"), (sent_files.LOCKED_PDF, "has a password")],
    ids=["none", "another kind", "password"],
)
def test_a_refused_file_says_why_and_keeps_the_rest(visitor, app, database, content, told):
    adds(visitor)
    file = {} if content is None else {"file": sent(content)}

    response = visitor.says(PAGE, about="The damp wall", **file)

    assert response.status_code == 422
    assert told in response.text
    assert 'value="The damp wall"' in response.text
    assert in_drafts(database) == ["letter.pdf"]
    assert len(on_disk(app)) == 1


def test_a_store_that_is_dead_loses_no_words(visitor, tmp_path):
    visitor.answers(1, 2, 4)
    (tmp_path / "files").write_text("no folder, as if the disk were gone")

    response = adds(visitor, about="The damp wall")

    assert response.status_code == 422
    assert "The file did not upload, and it is our fault." in response.text
    assert "The boiler has been broken" in visitor.sees("/c/step/4").text


def test_a_file_is_taken_out_again(visitor, app, database):
    adds(visitor)
    assert "Take out file 1" in visitor.sees(PAGE).text

    form = hidden(visitor.sees(PAGE).text)
    assert visitor.client.post(f"{PAGE}/1/out", data=form | {"key": "another-press"}).location == PAGE

    assert in_drafts(database) == []
    again = visitor.client.post(f"{PAGE}/1/out", data=form | {"key": "one-more-press"})
    assert again.status_code == 422
    assert "There is no such file" in again.text


def test_nobody_takes_out_anothers(visitor, another, database):
    adds(visitor)
    form = hidden(another.sees(PAGE).text)

    another.client.post(f"{PAGE}/1/out", data=form)

    assert in_drafts(database) == ["letter.pdf"]


def test_the_eleventh_is_refused(visitor, database):
    for _ in range(10):
        assert adds(visitor).status_code == 303

    page = visitor.sees(PAGE).text
    assert "which is all that we can take here" in page
    token = hidden(page)
    response = visitor.client.post(PAGE, data=token | {"key": "k" * 32, "file": sent(sent_files.PDF)})
    assert response.status_code == 422
    assert len(in_drafts(database)) == 10


def test_one_press_keeps_one_file(visitor, database):
    form = hidden(visitor.sees(PAGE).text)
    for content, status in ((sent_files.PDF, 303), (sent_files.PDF, 303), (sent_files.photo(), 409)):
        assert visitor.client.post(PAGE, data=form | {"file": sent(content)}).status_code == status

    assert len(in_drafts(database)) == 1


def test_two_at_once_are_both_kept(visitor, app, database):
    visitor.answers(1)
    form = hidden(visitor.sees(PAGE).text)
    presses = [(PAGE, form | {"key": key, "file": sent(sent_files.PDF, key)}) for key in ("first", "second")]

    assert in_tabs_at_once(app, visitor, *presses) == [303, 303]

    assert sorted(in_drafts(database)) == ["first", "second"]


def test_what_was_found_in_one_goes_with_it_and_is_told(visitor, app, database):
    adds(visitor, b"\xff\xd8\xff<script>alert(1)</script>")
    looked_through(app)

    assert "Nobody can open this file, and we did not keep it: it is damaged" in visitor.sees(PAGE).text
    assert visitor.sees(f"{PAGE}/1").status_code == 404
    visitor.sends()

    assert [file.set_aside for file in case_of(database, visitor).files] == [Unusable.UNREADABLE]


def test_a_draft_that_is_left_takes_its_files_along(visitor, app, database, clock):
    adds(visitor)
    assert left_after_a_sweep(app, clock) == 1, "a draft still names it"
    clock.at += timedelta(days=30)

    (drafted,) = [each for each in retention.passing() if each.table.name == "draft"]
    with database.writing() as session:
        assert retention.forget(session, drafted, clock.at) == 1

    assert in_drafts(database) == []
    assert left_after_a_sweep(app, clock) == 0


def test_what_the_worker_has_in_hand_while_it_is_sent_is_looked_through_in_the_case(visitor, app, database, clock):
    adds(visitor, sent_files.photo())
    with app.app_context():
        worker = Files(app.extensions["config"])
    with database.writing() as session:
        file = safe_files.claim(session, clock.at)
    found = safe_files.look_through(worker.storage, None, file)
    visitor.sends()
    with database.writing() as session:
        safe_files.finish(session, file, found, clock.at)
    reference = case_of(database, visitor).reference
    assert visitor.sees(f"/c/{reference}/evidence/1").status_code == 404, "not ready yet"

    clock.at += safe_files.LEASE
    looked_through(app)

    assert visitor.sees(f"/c/{reference}/evidence/1").status_code == 200


def test_the_short_way_takes_what_was_added_on_the_long_one_along(visitor, app, database):
    visitor.answers(1, 2, 4)
    adds(visitor)

    response = visitor.says(
        "/c/quick", words="It leaks.", danger="no", name="Amina", address="4 Elm Court M5 4AB", safe="not_sure"
    )

    assert response.location == "/c/sent"
    assert len(case_of(database, visitor).files) == 1


def test_the_pages_ask_little(visitor, app, queries):
    for _ in range(3):
        adds(visitor, sent_files.photo())
    looked_through(app)

    for page in (PAGE, f"{PAGE}/1", f"{PAGE}/1/small", "/c/step/4"):
        with queries() as asked:
            assert visitor.sees(page).status_code == 200
        assert len(asked) <= MOST, asked


def test_the_draft_that_comes_back_by_its_code_has_its_files(visitor, another, app):
    visitor.answers(1)
    adds(visitor)
    visitor.says("/c/step/2", whose="me", then="later")
    code = visitor.sees("/c/later").text.partition('class="code" dir="ltr">')[2].partition("<")[0].strip()

    assert another.says("/c/continue", draft_code=code).status_code == 303

    assert "letter.pdf" in another.sees(PAGE).text


def test_a_file_that_comes_while_the_complaint_is_sent_breaks_neither(visitor, app, database):
    visitor.answers()
    check, form = hidden(visitor.sees("/c/check").text), hidden(visitor.sees(PAGE).text)

    both = in_tabs_at_once(app, visitor, ("/c/check", check), (PAGE, form | {"file": sent(sent_files.PDF)}))

    assert both == [303, 303]
    with database.reading() as session:
        (case_id,) = session.scalars(select(ComplaintRow.id)).all()
        files = len(kept_files.of_case(session, case_id))
    assert files + len(in_drafts(database)) == 1, "it is with the complaint, or with a new draft"
