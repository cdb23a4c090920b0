"""The receipt: it says that it is one, and promises no date that may move, or has passed (ruling 10)."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.case.vocabulary import Danger
from app.words.catalogues import N_, catalogue
from app.words.dates import spoken
from app.words.mail import closings
from app.words.mail.blocks import Block, paragraph
from app.words.mail.letters import Matter

GOT_IT = N_("We have got what you sent us. Your reference is %(reference)s. This is a receipt, not yet our answer.")
BY_THEN = N_("By %(understood)s we will write to say what we understood.")
FULL_ANSWER = N_(
    "Our full answer follows soon after that, by %(answer)s, unless we write before then with a new date and why."
)
LATE = N_("We should have written to you by %(understood)s to say what we understood. We are late, and we are sorry.")
LATE_ANSWER = N_("You should have had our full answer by %(answer)s. We are late, and we are sorry.")
NOTHING_TO_DO = N_("You need do nothing now.")


def receipt(matter: Matter) -> Iterator[Block]:
    """The receipt of a complaint."""
    _ = catalogue(matter.language).gettext
    stage = matter.complaint.current
    if stage is None:
        return
    yield paragraph(_(GOT_IT) % {"reference": matter.complaint.reference})
    if stage.acknowledge_by is not None:
        words = BY_THEN if stage.acknowledge_by >= matter.on else LATE
        yield paragraph(_(words) % {"understood": spoken(stage.acknowledge_by, matter.language)})
    words = FULL_ANSWER if stage.respond_by >= matter.on else LATE_ANSWER
    yield paragraph(_(words) % {"answer": spoken(stage.respond_by, matter.language)})
    if matter.complaint.danger is not Danger.NOW:
        yield paragraph(_(NOTHING_TO_DO))
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter)
