"""What a file is, told by its content; what it is called is never asked."""

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
}
NOT_TAKEN = {
    "a web page": (b"<!doctype html><script>alert(1)</script>", Flaw.UNKNOWN),
    "a drawing that can run": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", Flaw.UNKNOWN),
    "a program": (b"MZ\x90\0", Flaw.UNKNOWN),
    "words": (b"It leaks.", Flaw.UNKNOWN),
    "an archive": (b"PK\x03\x04 and nothing more", Flaw.UNKNOWN),
    "a spreadsheet": (sent_files.EXCEL_97, Flaw.UNKNOWN),
    "a film": (b"\0\0\0\x18ftypmp42", Flaw.UNKNOWN),
    "a PDF with a password": (sent_files.LOCKED_PDF, Flaw.PASSWORD),
    "a Word file with a password": (sent_files.LOCKED_WORD, Flaw.PASSWORD),
    "a Word file with macros": (sent_files.word("word/vbaProject.bin"), Flaw.ACTIVE),
    "an old Word file with macros": (sent_files.WORD_97_WITH_MACROS, Flaw.ACTIVE),
}


@pytest.mark.parametrize("kind", TAKEN, ids=lambda kind: kind.value)
def test_what_people_send_is_known(kind):
    assert kind_of(TAKEN[kind]) is kind


@pytest.mark.parametrize("name", NOT_TAKEN)
def test_what_is_not_taken_says_what_is_wrong_with_it(name):
    content, flaw = NOT_TAKEN[name]

    assert kind_of(content) is flaw
