"""Forms that a file is sent by: one for a file alone, and others that a photo may be sent with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString
from flask_wtf.file import FileField
from wtforms import StringField
from wtforms.validators import Length

from app.domain.refused import Gap, Refused, Why
from app.services.case import evidence
from app.services.case.evidence import Taken
from app.web.answers import one_line
from app.web.forms import Form
from app.web.uploads import LONGEST_NAME, files, name_of

ACCEPTED = (
    "image/jpeg,image/png,image/heic,image/heif,.heic,application/pdf,.pdf,.doc,.docx,"
    "video/mp4,video/quicktime,audio/mp4,audio/x-m4a,audio/mpeg,.mp4,.mov,.m4a,.mp3"
)


def file_field(label: LazyString) -> FileField:
    """Return the question for one file, with what we take."""
    return FileField(
        label,
        description=_l(
            "A photo (JPG, PNG or HEIC), a PDF or a Word file, of 10MB or less. "
            "Or a recording (MP4, MOV, M4A or MP3), of 200MB or less. Send one at a time."
        ),
        render_kw={"accept": ACCEPTED},
    )


class WithFile(Form):
    """A form that a file may be sent with.

    Once it is valid, `taken` is on the disk: before anything is held up by it.
    """

    file = file_field(_l("Choose a file"))
    taken: Taken | None = None

    def validate(self, extra_validators: Mapping[str, Sequence[Any]] | None = None) -> bool:
        """Return whether all is as it must be, and the file could be taken; else say beside it why not."""
        if not super().validate(extra_validators):
            return False
        try:
            self.taken = self.take()
        except Refused as refusal:
            self.explain(refusal)
        return not self.errors

    def take(self) -> Taken | None:
        """Return the file, which is on the disk now, None for none; raises Refused when it cannot be taken."""
        return evidence.take(files(), self.file.data.stream, self.called()) if self.file.data else None

    def called(self) -> str:
        """Return what the file is called: by us, as it was where it came from."""
        return name_of(self.file.data) or gettext("A file without a name")


class FileForm(WithFile):
    """One file, and what it shows."""

    about = StringField(
        _l("What it shows (optional)"),
        [Length(max=LONGEST_NAME, message=_l("Shorten it to 100 characters"))],
        filters=[one_line],
    )

    def take(self) -> Taken:
        """Return the file, which is on the disk now; raises Refused when there is none, or it cannot be taken."""
        taken = super().take()
        if taken is None:
            raise Refused(Gap(Why.NO_FILE, "file"))
        return taken

    def called(self) -> str:
        """Return what the person says it shows, else what it was called where it came from."""
        return self.about.data or super().called()
