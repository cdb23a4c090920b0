"""What comes to be a contractor's person's to do is told them by e-mail, with nothing of anybody in it (5.4, 5.5)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.case.files import FileKind
from app.domain.case.restriction_states import RestrictionGround
from app.domain.case.restrictions import RestrictionDraft
from app.domain.landlord.permissions import Role
from app.domain.promises.ledger import Verdict
from app.services.case import jobs, restrictions
from app.services.landlord import staff
from app.services.promises import promises, verdicts
from app.store.landlord.staff import present_member
from tests import states
from tests.cases import an_answered, deed
from tests.clocks import Clock
from tests.contracted import a_contractors_person, ask_for_part, give_promise, let_answer
from tests.promised import ANSWERED, PROMISES
from tests.sent_files import offered

LOOKING = date(2026, 11, 26)


@pytest.fixture
def clock():
    """The day on which the answer went."""
    clock = Clock()
    clock.passes(days=(ANSWERED - clock.at.date()).days, hours=1)
    return clock


@pytest.fixture
def kim(database):
    with database.writing() as session:
        staff.add(session, "Sam Reid", "sam@example.org", frozenset({Role.HANDLER}), deed())  # who did all else
        return present_member(session, a_contractors_person(session))


def told(mailbox, person):
    return [email for email in mailbox.received if email["To"] == person.email and "to do" in email["Subject"]]


def test_a_promise_handed_over_is_told_of_and_one_done_by_then_is_not(database, work, smtp, mailbox, kim):
    with database.writing() as session:
        made = an_answered(session, *PROMISES, on=ANSWERED)
        give_promise(session, made, 1, kim.id, ANSWERED)
    work()
    [email] = told(mailbox, kim)
    text = email.get_body().get_content()
    assert email["Subject"] == f"Something for you to do: {made.reference}"
    assert f"https://portal.elm.example/staff/jobs/{made.reference}" in text
    assert not [word for word in ("boiler", "Amina", "Elm Court") if word in email.as_string()]

    with database.writing() as session:
        promises.hand_over(session, made.reference, 1, 1, "", deed(ANSWERED, "staff:1"))
        give_promise(session, made, 2, kim.id, ANSWERED)
        promises.hand_over(session, made.reference, 2, 1, "", deed(ANSWERED, "staff:1"))
    work()
    assert len(told(mailbox, kim)) == 1


def test_one_that_the_resident_says_is_not_done_is_told_of_again(database, work, smtp, mailbox, kim):
    with database.writing() as session:
        made = an_answered(session, *PROMISES, on=ANSWERED)
        give_promise(session, made, 1, kim.id, ANSWERED)
        shows, hers = offered(FileKind.JPEG, "The new pump"), deed(ANSWERED, f"staff:{kim.id}")
        jobs.finish(session, kim, made.reference, 1, ANSWERED, "A new pump", shows, hers)
    work()
    assert not told(mailbox, kim)  # it was done before the word went

    with database.writing() as session:
        resident = deed(ANSWERED, f"party:{made.case_id}.1")
        verdicts.judge(session, made.reference, 1, 1, Verdict.NOT_DONE, "It is still cold", resident)
    work()
    assert len(told(mailbox, kim)) == 1


def test_a_part_and_an_answer_to_write_are_told_of_too(database, work, smtp, mailbox, kim, clock):
    clock.at = deed(LOOKING).at
    with database.writing() as session:
        asked, answering = (states.acknowledged(session)[0] for _ in range(2))
        ask_for_part(session, asked, kim.id, LOOKING)
        let_answer(session, answering, kim.id, LOOKING)
    work()

    of = {email["Subject"].rpartition(" ")[2] for email in told(mailbox, kim)}
    assert of == {asked.reference, answering.reference}


def test_who_may_not_see_a_case_by_then_is_told_of_nothing_in_it(database, work, smtp, mailbox, kim):
    with database.writing() as session:
        staff.add(session, "Ada Fox", "ada@example.org", frozenset({Role.COMPLAINTS_OFFICER}), deed())
        viewers = {each.id for each in staff.present(session)} - {kim.id}
        made = an_answered(session, *PROMISES, on=ANSWERED)
        give_promise(session, made, 1, kim.id, ANSWERED)
        draft = RestrictionDraft(RestrictionGround.OTHER, "Her brother works there", viewers)
        restrictions.restrict(session, made.reference, draft, deed(ANSWERED, "staff:1"))
    work()

    assert not told(mailbox, kim)
