"""The form a file is sent by, on the resident's page and on the staff's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import StringField
from wtforms.validators import Length

from app.domain.refused import Gap, Refused, Why
from app.services.case import evidence
from app.services.case.evidence import Taken
from app.web.answers import one_line
from app.web.forms import Form
from app.web.uploads import LONGEST_NAME, content_of, files, name_of

ACCEPTED = "image/jpeg,image/png,image/heic,image/heif,.heic,application/pdf,.pdf,.doc,.docx"


class FileForm(Form):
    """One file, and what it shows."""

    file = FileField(
        _l("Choose a file"),
        description=_l("A photo (JPG, PNG or HEIC), a PDF or a Word file, of 10MB or less. Send one at a time."),
        render_kw={"accept": ACCEPTED},
    )
    about = StringField(
        _l("What it shows (optional)"),
        [Length(max=LONGEST_NAME, message=_l("Shorten it to 100 characters"))],
        filters=[one_line],
    )

    taken: Taken
    """The file, which is on the disk once the form is valid: before anything is held up by it."""

    def validate(self, extra_validators: Mapping[str, Sequence[Any]] | None = None) -> bool:
        """Return whether the file could be taken; else say beside its field why not."""
        if not super().validate(extra_validators):
            return False
        try:
            self.taken = self._take()
        except Refused as refusal:
            self.explain(refusal)
            return False
        return True

    def _take(self) -> Taken:
        if not self.file.data:
            raise Refused(Gap(Why.NO_FILE, "file"))
        called = self.about.data or name_of(self.file.data) or gettext("A file without a name")
        return evidence.take(files(), content_of(self.file.data), called)
