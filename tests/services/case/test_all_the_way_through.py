"""One complaint from its first word to the final answer, by the services alone."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.domain.case.findings import FindingDraft, Granted, OutcomeDraft, PromiseDraft, ResponseDraft
from app.domain.case.phases import Phase, phase
from app.domain.case.state import Complaint
from app.domain.clock.profiles import Finding
from app.domain.people.preferences import Preferences, Safe, Way
from app.domain.promises.remedies import RemedyKind
from app.services.case import acknowledgements, escalations, histories, responses
from app.services.promises import promises
from tests.cases import a_complaint, a_definition, a_person, deed

COMES_BACK = Preferences(Safe.NO, (Way.HERE,), Way.HERE)
ANSWER = ResponseDraft(
    decision="We let you down.",
    findings=(FindingDraft(1, Finding.UPHELD, "It took too long."), FindingDraft(2, Finding.NOT_UPHELD, "Not ours.")),
    outcomes=(OutcomeDraft(1, Granted.YES, "It will be mended."),),
    remedy="We are sorry, and will mend it.",
    remedies=(RemedyKind.APOLOGY, RemedyKind.ACTION),
    promises=(PromiseDraft("Mend the boiler", 1, date(2026, 12, 20)),),
)
AGAIN = replace(ANSWER, promises=(PromiseDraft("Check that it is warm", 2, date(2027, 1, 29)),))


def test_a_complaint_goes_from_its_first_word_to_its_final_answer(session: Session) -> None:
    made = a_complaint(session, a_person(ways={}, preferences=COMES_BACK), key="all-the-way")
    reference = made.reference

    acknowledgements.acknowledge(session, reference, a_definition(), 1, None, deed(date(2026, 11, 25), "staff:1"))
    assert phase(state(session, reference)) is Phase.LOOKING
    responses.issue(session, reference, ANSWER, deed(date(2026, 12, 8), "staff:1"))
    assert phase(state(session, reference)) is Phase.PUTTING_RIGHT
    escalations.ask(session, reference, 1, deed(date(2026, 12, 14), f"party:{made.case_id}.1"))
    acknowledgements.acknowledge(session, reference, a_definition(), 2, None, deed(date(2026, 12, 16), "staff:2"))
    promises.finish(session, reference, 1, date(2026, 12, 18), "Photograph 3", deed(date(2026, 12, 18), "staff:1"))
    responses.issue(session, reference, AGAIN, deed(date(2027, 1, 11), "staff:2"))

    complaint = state(session, reference)
    assert phase(complaint) is Phase.PUTTING_RIGHT
    assert complaint.stage_2 is not None
    assert complaint.stage_2.limit == date(2027, 1, 18)
    assert complaint.stage_2.answer_sent_on == date(2027, 1, 11)


def state(session: Session, reference: str) -> Complaint:
    """The complaint as it stands."""
    return histories.found(session, reference, deed()).complaint
