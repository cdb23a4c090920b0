"""A voice note, a signed video or a photo of a written page may be the complaint (ruling 28)."""

from __future__ import annotations

import pytest

from app.domain.case import evidence
from app.domain.clock.duty_kinds import DutyKind
from tests import sent_files
from tests.web.public.adding import PAGE, adds, case_of, looked_through
from tests.web.public.conftest import Visitor, hidden


def begun_in_a_video(visitor: Visitor, content: bytes = sent_files.MOV) -> None:
    """Everything is answered, but for what went wrong: that is in a video."""
    visitor.answers(1, 2)
    visitor.says("/c/step/4", words="", then="files")
    assert adds(visitor, content, "my-video.mov").status_code == 303
    assert "You have added 1 file." in visitor.sees("/c/step/4").text
    assert visitor.says("/c/step/4", words="").location == "/c/step/5"
    visitor.answers(5, 6, 7, 8, 9, 10, 11)


@pytest.mark.parametrize(
    "content",
    [sent_files.MP4, sent_files.MOV, sent_files.M4A, sent_files.MP3, sent_files.photo()],
    ids=["mp4", "mov", "m4a", "mp3", "a page"],
)
def test_a_recording_or_a_photo_may_be_the_complaint(visitor, database, content):
    begun_in_a_video(visitor, content)

    assert visitor.says("/c/check").location == "/c/sent"

    complaint = case_of(database, visitor)
    assert complaint.told_in_files == 1
    assert complaint.has_task(DutyKind.READ_BACK)
    assert complaint.received_on == complaint.files[0].on
    assert "What went wrong is told in what was sent" in visitor.sees(f"/c/{complaint.reference}/pack").text


def test_without_words_and_without_files_nothing_is_sent(visitor, database):
    begun_in_a_video(visitor)
    form = hidden(visitor.sees(PAGE).text)
    visitor.client.post(f"{PAGE}/1/out", data=form | {"key": "take-it-out"})

    assert visitor.says("/c/check").location == "/c/step/4"
    assert visitor.says("/c/step/4", words="").status_code == 422


def test_a_recording_is_saved_as_it_came_and_never_played_by_our_page(visitor, app):
    content = sent_files.MP4 + bytes(3_000_000)
    adds(visitor, content, "voice.mp4")
    looked_through(app)

    given = visitor.sees(f"{PAGE}/1")

    assert given.data == content
    assert given.headers["Content-Type"] == "video/mp4"
    assert given.headers["Content-Disposition"] == "attachment; filename=file-1.mp4"
    assert given.headers["X-Content-Type-Options"] == "nosniff"
    assert given.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_recording_may_be_larger_than_a_paper_and_neither_without_end(visitor, monkeypatch):
    assert adds(visitor, sent_files.MP3 + bytes(11 * 1024 * 1024)).status_code == 303
    assert "The file is too big" in adds(visitor, sent_files.PDF + bytes(11 * 1024 * 1024)).text
    monkeypatch.setattr(evidence, "MOST_BYTES_OF_A_RECORDING", 1024 * 1024)

    response = adds(visitor, sent_files.MP3 + bytes(2 * 1024 * 1024))

    assert response.status_code == 422
    assert "The recording is too big. Use one of 200MB or less" in response.text
