"""What somebody brought us that is no complaint: what we will do, by when, and how to make it one (1.3–1.6)."""

from __future__ import annotations

from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from app.domain.case import files
from app.domain.case.kinds import ICO, Kind
from app.domain.mail.notices import Notice
from app.services.case.pages import CasePage
from app.web.languages import language
from app.web.resident.case import belonging, promises
from app.web.resident.case.hazards import dangers
from app.web.resident.case.opening import draw
from app.words.case.headlines import sentence

TITLES = {
    Kind.REQUEST: _l("What you asked us for"),
    Kind.ENQUIRY: _l("Your letter to us"),
    Kind.DATA_PROTECTION: _l("Your complaint about personal data"),
}


def show(case: CasePage) -> ResponseReturnValue:
    """Return the page of such a case."""
    intake = case.complaint.intake
    return draw(
        "resident/requests/show.html",
        case,
        heading=TITLES[intake.kind],
        sentence=sentence(case.headline, "", language()),
        dangers=dangers(case),
        promises=[promises.line(case, each) for each in case.promises],
        files=len(files.of_party(case.complaint.files, case.viewer.number)),
        letters=[letter for letter in case.letters if letter.notice is not Notice.MESSAGE],
        belonging=belonging.told(case),
        regulator=ICO if intake.kind is Kind.DATA_PROTECTION else None,
    )
