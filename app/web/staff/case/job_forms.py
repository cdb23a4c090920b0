"""What a contractor's people are asked: how we know that it is done, and which other day."""

from __future__ import annotations

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import Length

from app.web.answers import Needed, own_words
from app.web.fields import DayField
from app.web.file_forms import WithFile, file_field
from app.web.forms import Form
from app.web.staff.promises.questions import LONGEST, SHORTEN, done_on, in_words


class DoneForm(WithFile):
    """The day it was done, what was done, and what shows it."""

    happened_on = done_on()
    proof = TextAreaField(
        _l("What did you do?"),
        [Needed(_l("Say what you did")), Length(max=LONGEST, message=SHORTEN)],
        description=_l("The landlord reads this. Say who did it, and give a job number if there is one."),
        filters=[own_words],
    )
    file = file_field(_l("A photo or a paper that shows it"))

    def called(self) -> str:
        """Return what the file is called, so that whoever looks at the case's files sees what it is about."""
        return gettext("Shows that it is done: %(name)s", name=super().called())


class ProposalForm(Form):
    """Another day, and why: staff decide, and tell the resident."""

    new_date = DayField(
        _l("Which day do you ask for?"), called=_l("The day you ask for"), description=_l("For example, 27 11 2026")
    )
    words = in_words(_l("Why does it need another day?"), _l("The landlord reads this, and decides."))
