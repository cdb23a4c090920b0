"""Two annual reports of Wellmeadow Homes: the last, which everybody can read, and one that is being written (8.1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from app.demo import improved, of_themselves, past_years
from app.demo.days import Days
from app.domain.deed import Deed
from app.domain.figures.edition_states import Part, Place, Use
from app.domain.figures.editions import BoardDraft, SignatureDraft
from app.domain.figures.own_typed import OwnDraft
from app.domain.figures.periods import DAY, Basis, Period, year_of
from app.domain.figures.reports import Asked
from app.domain.landlord.landlord import ENGLISH
from app.services.figures import editions, own_tables, reports

BEGUN_AGO, SIGNED_AGO, ANSWERED_AGO, PUBLISHED_AGO = 60, 52, 40, 38
PARTS: Mapping[Part, str] = {
    Part.SELF_ASSESSMENT: "We assessed ourselves against each paragraph of the Code in May, and the governing body "
    "agreed with it. We comply with all but one: until January our letters about more time did not say how to reach "
    "the Ombudsman. They do now.",
    Part.ANALYSIS: "Most complaints are about repairs, and most of those about waiting. Where we asked for more time "
    "we told people before their day had passed; what was late was late because two of our teams each thought that "
    "the other had it. We did not accept three complaints: each was about something that had happened long before, or "
    "was with a court already. We told those people why, and how to go to the Ombudsman.",
    Part.NON_COMPLIANCE: "The Ombudsman did not find that we had failed to comply with the Code this year.",
    Part.IMPROVEMENTS: "Each repair that takes more than one visit now has one person who sees it through. Our "
    "contractor texts people the evening before. Damp is looked at within five working days.",
    Part.OMBUDSMAN_REPORT: "The Ombudsman decided two cases about us, and found service failure in one of them. "
    "The yearly report about us stands on the Ombudsman’s site.",
    Part.OTHER_REPORTS: "We read the Ombudsman’s report on repairs, and took two of its recommendations into our "
    "repairs policy.",
}
LEARNED = {
    "volumes": "More people complained than the year before. We had made it easier to, and we think that is why.",
}
DECIDED = OwnDraft(
    "Cases at the Ombudsman",
    "Cases that the Ombudsman decided in the year, and what it told us to do.",
    """Measure | Cases
Outside the Ombudsman’s powers | 1
Service failure | 1
Maladministration | 0
Total | 2""",
)
PLAN = OwnDraft(
    "What we will do next",
    "Each action that we have promised, how far it is, and who leads it.",
    """Goal | No | Action | Due | Done | Status | Lead
People | 1 | Train all who answer complaints | June | 50% | On its way | Head of Housing
Systems | 2 | Let residents see where a repair is | September | 10% | Late | Head of Repairs
Quality | 3 | Read ten answers a month | April | 100% | Done | Complaints officer""",
)
BOARD = (
    "We discussed this report with our residents’ panel. We are glad that most answers came in time, and not content "
    "with those that did not. We have asked for a report each quarter until none is late."
)


def tell(session: Session, days: Days, numbers: Mapping[str, int], lookup_key: bytes) -> None:
    """Bring in the years that the report compares, publish the report of the last, and begin that of this."""
    officer = f"staff:{numbers['dana']}"
    year = year_of(days.ago(BEGUN_AGO)).before
    past_years.bring_in(session, days, lookup_key, year)
    of_themselves.tell(session, year)
    improved.publish_of_last_year(session, year.last, numbers["dana"], days.deed(BEGUN_AGO, officer))
    number = _begin(session, year, days.ago(BEGUN_AGO), days.deed(BEGUN_AGO, officer))
    _write(session, number, PARTS, LEARNED, days.deed(SIGNED_AGO, officer))
    own_tables.add(session, number, Part.OMBUDSMAN_REPORT, DECIDED, days.deed(SIGNED_AGO, officer))
    signer = SignatureDraft("Grace Abara", "Director of Housing")
    editions.sign(session, number, signer, days.deed(SIGNED_AGO, officer))
    response = BoardDraft("Helen Marsh", days.ago(ANSWERED_AGO), BOARD)
    editions.respond(session, number, response, days.deed(ANSWERED_AGO, officer))
    editions.publish(session, number, days.deed(PUBLISHED_AGO, officer))
    begun = _begin(session, year_of(year.last + DAY), days.today, days.deed(0, officer))
    _write(session, begun, {Part.IMPROVEMENTS: PARTS[Part.IMPROVEMENTS]}, {}, days.deed(0, officer))
    own_tables.add(session, begun, Part.IMPROVEMENTS, PLAN, days.deed(0, officer))


def _begin(session: Session, year: Period, today: date, deed: Deed) -> int:
    asked = Asked(year, Basis.RECEIVED, today, {})
    return editions.begin(session, reports.compute(session, asked, ENGLISH), deed)


def _write(session: Session, number: int, parts: Mapping[Part, str], learned: Mapping[str, str], deed: Deed) -> None:
    for part, words in parts.items():
        editions.write(session, number, Place(Use.PART, part.value), words, deed)
    for key, words in learned.items():
        editions.write(session, number, Place(Use.LEARNING, key), words, deed)
