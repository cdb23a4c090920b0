"""Files in words: what they are, and why one can be opened by nobody (R13)."""

from app.domain.case.files import FileKind, Scan, Unusable
from app.words.catalogues import N_
from app.words.say import say_each

KINDS = {
    FileKind.JPEG: N_("photo"),
    FileKind.PNG: N_("picture"),
    FileKind.HEIC: N_("photo from a phone"),
    FileKind.PDF: N_("PDF"),
    FileKind.WORD: N_("Word file"),
    FileKind.WORD_97: N_("older Word file"),
    FileKind.MP4: N_("video"),
    FileKind.MOV: N_("video from a phone"),
    FileKind.M4A: N_("voice recording"),
    FileKind.MP3: N_("sound recording"),
}
SCANS = {
    Scan.NOT_SCANNED: N_("not scanned for viruses"),
    Scan.CLEAN: N_("scanned: no virus found"),
}
UNUSABLE = {
    Unusable.VIRUS: N_("it may be unsafe"),
    Unusable.UNREADABLE: N_("it is damaged, or is not the picture that it seems to be"),
    Unusable.TAKEN_BACK: N_("whoever sent it took it out again"),
}

say_each(KINDS)
say_each(SCANS)
say_each(UNUSABLE)
