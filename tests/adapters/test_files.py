"""What a file is, told by its content; what it is called is never asked."""

import io

import pytest

from app.adapters.files import kind_of
from app.domain.case.files import FileKind, Flaw
from tests import sent_files

TAKEN = {
    FileKind.JPEG: sent_files.photo(),
    FileKind.PNG: sent_files.photo("PNG"),
    FileKind.HEIC: sent_files.photo("HEIF"),
    FileKind.PDF: sent_files.PDF,
    FileKind.WORD: sent_files.word(),
    FileKind.WORD_97: sent_files.WORD_97,
    FileKind.MP4: sent_files.MP4,
    FileKind.MOV: sent_files.MOV,
    FileKind.M4A: sent_files.M4A,
    FileKind.MP3: sent_files.MP3,
}
NOT_TAKEN = {
    "a web page": (b"<!doctype html><script>alert(1)</script>", Flaw.UNKNOWN),
    "a drawing that can run": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", Flaw.UNKNOWN),
    "a program": (b"MZ\x90\0", Flaw.UNKNOWN),
    "words": (b"It leaks.", Flaw.UNKNOWN),
    "an archive": (b"PK\x03\x04 and nothing more", Flaw.UNKNOWN),
    "a spreadsheet": (sent_files.EXCEL_97, Flaw.UNKNOWN),
    "a film of a kind we do not know": (b"\0\0\0\x18ftypdash\0\0\0\0", Flaw.UNKNOWN),
    "another film": (b"\x1aE\xdf\xa3" + b"\0" * 16, Flaw.UNKNOWN),
    "sound in no rate there is": (b"\xff\xfb\xff\xff" + b"\0" * 16, Flaw.UNKNOWN),
    "a tag without its length": (b"ID3\x04\0\0\xff\xff\xff\xff" + b"\0" * 16, Flaw.UNKNOWN),
    "words with a mark before them": ("It leaks.".encode("utf-16"), Flaw.UNKNOWN),
    "two bytes": (b"\xff\xfb", Flaw.UNKNOWN),
    "nothing": (b"", Flaw.UNKNOWN),
    "a PDF with a password": (sent_files.LOCKED_PDF, Flaw.PASSWORD),
    "a Word file with a password": (sent_files.LOCKED_WORD, Flaw.PASSWORD),
    "a Word file with macros": (sent_files.word("word/vbaProject.bin"), Flaw.ACTIVE),
    "an old Word file with macros": (sent_files.WORD_97_WITH_MACROS, Flaw.ACTIVE),
}


@pytest.mark.parametrize("kind", TAKEN, ids=lambda kind: kind.value)
def test_what_people_send_is_known(kind):
    assert kind_of(io.BytesIO(TAKEN[kind])) is kind


def test_sound_without_a_tag_is_known_by_its_first_frame():
    assert kind_of(io.BytesIO(sent_files.BARE_MP3)) is FileKind.MP3


def test_a_recording_is_known_by_its_beginning_however_long_it_is():
    class Long(io.BytesIO):
        def read(self, size=-1):
            assert 0 < size <= 16, "no more is read of it than tells what it is"
            return super().read(size)

    assert kind_of(Long(sent_files.MOV)) is FileKind.MOV


@pytest.mark.parametrize("name", NOT_TAKEN)
def test_what_is_not_taken_says_what_is_wrong_with_it(name):
    content, flaw = NOT_TAKEN[name]

    assert kind_of(io.BytesIO(content)) is flaw
