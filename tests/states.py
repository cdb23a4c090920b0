"""Complaints in every state a resident may find theirs in: each made by the services, with the day to look at it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from sqlalchemy.orm import Session

from app.domain.case.closures import ClosingDraft
from app.domain.case.contact_log import ContactDraft
from app.domain.case.definitions import DefinitionDraft, PointDraft
from app.domain.case.findings import FindingDraft, Granted, OutcomeDraft, PromiseDraft, ResponseDraft
from app.domain.case.more_time import MoreTimeDraft
from app.domain.case.talks import ContactHow, ContactOutcome
from app.domain.case.vocabulary import Ours, Reason
from app.domain.clock.profiles import Finding
from app.domain.deed import Deed
from app.domain.people.preferences import Preferences, Safe, Way
from app.domain.promises.remedies import RemedyKind
from app.services.case import (
    acknowledgements,
    answer_checks,
    closures,
    contact_log,
    escalations,
    lateness,
    messages,
    more_time,
    responses,
    withdrawals,
)
from app.services.case.complaints import Made
from app.services.promises import promises
from tests.belonging import BELONGING
from tests.cases import a_definition, begun, deed
from tests.dangers import damp, damp_late, damp_looked_at, in_danger
from tests.grouped import in_a_group
from tests.kinds import opened_from_a_request
from tests.money import IN_MONEY
from tests.peopled import PEOPLED
from tests.peopled import for_somebody_else as for_somebody_else
from tests.promised import PROMISES as PROMISES
from tests.promised import promise_asked_about, promise_disputed, promise_ended, promise_late, promise_moved
from tests.refused import partly_refused, refusal_proposed, refused, refused_and_overturned
from tests.safeguarded import MADE as SAFEGUARDED
from tests.sent_files import with_files
from tests.surveyed import SURVEYED
from tests.told import TOLD

AT_RISK = Preferences(Safe.NO, (Way.HERE,), Way.HERE)

SENT = date(2026, 11, 23)
UNDERSTOOD = date(2026, 11, 25)
TAKEN = date(2026, 12, 2)
ANSWERED = date(2026, 12, 8)
LATE = date(2026, 12, 10)
ASKED = date(2026, 12, 14)
UNDERSTOOD_AGAIN = date(2026, 12, 16)
ANSWERED_AGAIN = date(2027, 1, 11)

LONG = "Ich möchte, dass die Heizung endlich wieder geht. " * 60
URDU = "بوائلر پیر سے خراب ہے اور گھر میں بچے ہیں۔"

State = Callable[[Session], tuple[Made, date]]


def an_answer(*promised: PromiseDraft) -> ResponseDraft:
    """An answer to everything in `a_definition`."""
    return ResponseDraft(
        decision="We let you down.",
        findings=(
            FindingDraft(1, Finding.UPHELD, "It took too long."),
            FindingDraft(2, Finding.NOT_UPHELD, "Not ours."),
        ),
        outcomes=(OutcomeDraft(1, Granted.YES, "It will be mended."),),
        remedy="We are sorry, and will mend it.",
        remedies=(RemedyKind.APOLOGY, RemedyKind.ACTION),
        promises=promised,
        nothing_outstanding=not promised,
    )


def resident(made: Made, on: date, **more: object) -> Deed:
    """Something the resident does."""
    return deed(on, f"party:{made.case_id}.1", **more)


def fresh(session: Session) -> tuple[Made, date]:
    return begun(session), SENT


def acknowledged(session: Session, definition: DefinitionDraft | None = None) -> tuple[Made, date]:
    made, _ = fresh(session)
    draft = definition or a_definition()
    acknowledgements.acknowledge(session, made.reference, draft, 1, None, deed(UNDERSTOOD, "staff:1"))
    return made, UNDERSTOOD


def outcomes_unknown(session: Session) -> tuple[Made, date]:
    return acknowledged(session, DefinitionDraft((PointDraft("The boiler", Ours.OURS),), (), outcomes_unknown=True))


def late_unowned(session: Session) -> tuple[Made, date]:
    return acknowledged(session)[0], LATE


def late(session: Session) -> tuple[Made, date]:
    made, _ = acknowledged(session)
    lateness.find(session, made.reference, deed(LATE, "clock"))
    return made, LATE


def late_with_new_date(session: Session) -> tuple[Made, date]:
    made, _ = late(session)
    lateness.promise_new_date(session, made.reference, ASKED, "Somebody was ill.", deed(LATE, "staff:1"))
    return made, LATE


def never_acknowledged(session: Session) -> tuple[Made, date]:
    made, _ = fresh(session)
    return made, LATE


def more_time_taken(session: Session) -> tuple[Made, date]:
    made, _ = acknowledged(session)
    draft = MoreTimeDraft(date(2026, 12, 18), Reason.INSPECTION, "A surveyor must look first.", "We keep you warm.")
    more_time.ask(session, made.reference, draft, deed(TAKEN, "staff:1"))
    return made, TAKEN


def answered(session: Session, *promised: PromiseDraft) -> tuple[Made, date]:
    made, _ = acknowledged(session)
    responses.issue(session, made.reference, an_answer(*promised), deed(ANSWERED, "staff:1"))
    return made, ANSWERED


def with_promises(session: Session) -> tuple[Made, date]:
    return answered(session, *PROMISES)


def closed(session: Session) -> tuple[Made, date]:
    made, on = finished(session)
    draft = ClosingDraft("", "The part was never ordered.", "Order parts the same day.", wider=True)
    closures.close(session, made.reference, draft, deed(on, "staff:1"))
    return made, on


def finished(session: Session) -> tuple[Made, date]:
    made, _ = answered(session, PROMISES[0])
    promises.finish(session, made.reference, 1, ANSWERED, "Photograph 3", deed(ANSWERED, "staff:1"))
    return made, ANSWERED


def asked_early(session: Session) -> tuple[Made, date]:
    made, on = acknowledged(session)
    escalations.ask(session, made.reference, 1, resident(made, on))
    return made, on


def asked_while_late(session: Session) -> tuple[Made, date]:
    made, on = late(session)
    escalations.ask(session, made.reference, 1, resident(made, on))
    return made, on


def asked(session: Session) -> tuple[Made, date]:
    made, _ = answered(session)
    escalations.ask(session, made.reference, 1, resident(made, ASKED))
    return made, ASKED


def looking_again(session: Session) -> tuple[Made, date]:
    made, _ = asked(session)
    acknowledgements.acknowledge(session, made.reference, a_definition(), 2, None, deed(UNDERSTOOD_AGAIN, "staff:2"))
    return made, UNDERSTOOD_AGAIN


def final_answer(session: Session) -> tuple[Made, date]:
    made, _ = looking_again(session)
    responses.issue(session, made.reference, an_answer(), deed(ANSWERED_AGAIN, "staff:2"))
    return made, ANSWERED_AGAIN


def stopped(session: Session) -> tuple[Made, date]:
    made, on = acknowledged(session)
    withdrawals.withdraw(session, made.reference, 1, own_choice=True, words="", deed=resident(made, on))
    return made, on


def answer_being_checked(session: Session, by: str = "staff:2") -> tuple[Made, date]:
    """An answer with a promise waits for a second person."""
    made, on = acknowledged(session)
    answer_checks.ask(session, made.reference, an_answer(*PROMISES[1:]), deed(TAKEN, by))
    return made, on


def answer_given_back(session: Session) -> tuple[Made, date]:
    made, on = answer_being_checked(session)
    answer_checks.give_back(session, made.reference, 1, LONG, deed(TAKEN, "staff:1"))
    return made, on


def longest(session: Session) -> tuple[Made, date]:
    made = begun(session, LONG * 3, AT_RISK)
    points = tuple(PointDraft(LONG, Ours.OURS, theirs=LONG) for _ in range(6))
    draft = DefinitionDraft(points, tuple("Donaudampfschifffahrtsgesellschaft" * 5 for _ in range(6)))
    acknowledgements.acknowledge(session, made.reference, draft, 1, None, deed(UNDERSTOOD, "staff:1"))
    return made, UNDERSTOOD


def right_to_left(session: Session) -> tuple[Made, date]:
    made = begun(session, URDU)
    draft = DefinitionDraft((PointDraft("The boiler", Ours.OURS, theirs=URDU),), (URDU,))
    acknowledgements.acknowledge(session, made.reference, draft, 1, None, deed(UNDERSTOOD, "staff:1"))
    return made, UNDERSTOOD


def in_touch(session: Session) -> tuple[Made, date]:
    """They asked twice and were answered once; they were tried and want to be rung."""
    made, on = acknowledged(session)
    theirs, ours = resident(made, on), deed(on, "staff:1")
    messages.receive(session, made.reference, 1, "When does the engineer come?", theirs)
    messages.send(session, made.reference, 1, "On Friday. Which hour is good?", ours, asks=True)
    messages.receive(session, made.reference, 1, "After two.", theirs)
    messages.send(session, made.reference, 1, "It is done.", ours)
    messages.receive(session, made.reference, 1, "And who pays for the heater?", theirs)
    tried = ContactDraft(1, ContactHow.CALL, ContactOutcome.NOT_REACHED, on, conversation=True)
    contact_log.log(session, made.reference, tried, ours)
    contact_log.ask_call_back(session, made.reference, 1, "0161 496 0000, after six", theirs)
    return made, on


def long_messages(session: Session) -> tuple[Made, date]:
    made, on = longest(session)
    theirs, ours = resident(made, on), deed(on, "staff:1")
    messages.receive(session, made.reference, 1, LONG * 3, theirs)
    messages.receive(session, made.reference, 1, "Donaudampfschifffahrtsgesellschaft" * 5, theirs)
    messages.send(session, made.reference, 1, URDU, ours)
    spoke = ContactDraft(1, ContactHow.VISIT, ContactOutcome.REACHED, SENT, LONG, conversation=True)
    contact_log.log(session, made.reference, spoke, ours)
    return made, on


MADE: tuple[State, ...] = (
    fresh, acknowledged, outcomes_unknown, late_unowned, late, late_with_new_date, never_acknowledged,
    more_time_taken, answered, with_promises, promise_late, promise_moved, promise_asked_about,
    promise_disputed, promise_ended, finished, closed, asked_early, asked_while_late, asked, looking_again,
    final_answer, stopped, refusal_proposed, refused, partly_refused, refused_and_overturned, longest,
    right_to_left, for_somebody_else, in_touch, long_messages, in_danger, damp, damp_looked_at, damp_late,
    answer_being_checked, answer_given_back, with_files, *TOLD, *SAFEGUARDED, *IN_MONEY, *BELONGING, *PEOPLED,
    in_a_group, *SURVEYED, opened_from_a_request,
)  # fmt: skip
STATES: Mapping[str, State] = {made.__name__: made for made in MADE}
