"""A contractor's person is let into the cases in which something is theirs to do, and into nothing else (5.4, 5.5)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.case import jobs as rules
from app.domain.case.files import FileKind
from app.domain.case.restriction_states import RestrictionGround
from app.domain.case.restrictions import RestrictionDraft
from app.domain.landlord.permissions import Role
from app.domain.landlord.whys import ContractorWhy
from app.domain.people.deaths import DeathDraft
from app.domain.people.preferences import Preferences, Safe, Way
from app.domain.promises.ledger import Approach, Verdict
from app.domain.refused import Refused, Why
from app.services.case import contributions, histories, jobs, restrictions, search, third_parties
from app.services.case.histories import NoSuchCase
from app.services.case.search import Asked
from app.services.clock import duties
from app.services.clock.duties import Filters, View
from app.services.landlord import landlord, staff
from app.services.people import deaths
from app.services.promises import promises, verdicts
from app.store.landlord import permissions
from app.store.landlord.staff import of_contractors, present_member
from app.store.mail import letters
from app.store.pages import Place
from tests import states
from tests.cases import a_complaint, a_person, an_answered, deed
from tests.contracted import BRIGHT, a_contractors_person, ask_for_part, give_promise, let_answer
from tests.promised import ANSWERED, PROMISES
from tests.sent_files import offered

LOOKING = date(2026, 11, 26)


@pytest.fixture
def kim(session):
    staff.add(session, "Sam Reid", "sam@example.org", frozenset({Role.HANDLER}), deed())  # who did all else
    person = present_member(session, a_contractors_person(session))
    assert person is not None
    return person


@pytest.fixture
def promised(session, kim):
    """The first of two promises is Kim's to keep."""
    made = an_answered(session, *PROMISES, on=ANSWERED)
    give_promise(session, made, 1, kim.id, ANSWERED)
    return made


def complaint_of(session, made):
    return histories.found(session, made.reference, deed()).complaint


def is_let_in(session, person, made) -> bool:
    """What the rule says and what the query says must be the same."""
    rule = person.id in rules.let_in(complaint_of(session, made))
    assert permissions.knows_of(session, person, made.reference) is rule
    assert (jobs.find(session, person, made.reference) is not None) is rule
    return rule


def by(person, on=ANSWERED):
    return deed(on, f"staff:{person.id}")


def test_nobody_is_let_in_for_working_for_the_contractor(session, kim, promised):
    other = present_member(session, a_contractors_person(session, "Lou Bright"))
    elsewhere = a_complaint(session, key="another")

    assert [is_let_in(session, kim, promised), is_let_in(session, kim, elsewhere)] == [True, False]
    assert not is_let_in(session, other, promised)


def test_each_thing_to_do_lets_them_in_for_as_long_as_it_is_theirs(session, kim):
    asked, answering, keeping = (states.acknowledged(session)[0] for _ in range(3))
    ask_for_part(session, asked, kim.id, LOOKING)
    let_answer(session, answering, kim.id, LOOKING)
    assert [is_let_in(session, kim, each) for each in (asked, answering, keeping)] == [True, True, False]

    jobs.give_part(session, kim, asked.reference, 1, "On 3 March", by(kim, LOOKING))
    third_parties.name(session, answering.reference, None, deed(LOOKING, "staff:1"))
    assert [is_let_in(session, kim, each) for each in (asked, answering)] == [False, False]


def test_a_promise_done_is_theirs_no_more_until_the_resident_says_it_is_not(session, kim, promised, shows):
    jobs.finish(session, kim, promised.reference, 1, ANSWERED, "A new pump", shows, by(kim))
    assert not is_let_in(session, kim, promised)

    resident = deed(ANSWERED, f"party:{promised.case_id}.1")
    verdicts.judge(session, promised.reference, 1, 1, Verdict.NOT_DONE, "It is still cold", resident)
    assert is_let_in(session, kim, promised)


def test_they_see_what_is_theirs_and_no_other_promise_point_or_word(session, kim, promised):
    job = jobs.find(session, kim, promised.reference)

    assert [job.said(each.said) for each in job.promises] == ["Mend the boiler"]
    assert (job.parts, job.answers, job.points) == ((), False, ())


def test_who_writes_about_it_reads_what_it_is_about(session, kim):
    made, _ = states.acknowledged(session)
    ask_for_part(session, made, kim.id, LOOKING)
    job = jobs.find(session, kim, made.reference)

    assert job.said(job.points[0]) == "The boiler has not been mended"


@pytest.mark.parametrize(
    ("safe", "ways", "number"),
    [
        (Safe.YES, (Way.PHONE,), "+44 161 496 0000"),
        (Safe.SOME_WAYS, (Way.PHONE,), ""),
        (Safe.YES, (Way.HERE,), ""),
    ],
)
def test_a_number_is_shown_of_those_alone_whom_anybody_may_ring(session, kim, safe, ways, number):
    person = a_person(ways={Way.PHONE: "0161 496 0000"}, preferences=Preferences(safe, (*ways, Way.HERE), Way.HERE))
    made = an_answered(session, *PROMISES, on=ANSWERED, person=person)
    give_promise(session, made, 1, kim.id, ANSWERED)
    where = jobs.find(session, kim, made.reference).where

    assert bool(where.phone) is bool(number)
    assert (where.name, where.address) == ("Amina Yusuf", "4 Elm Court\nSalford\nM5 4AB")


def test_a_restricted_case_is_not_theirs_unless_they_are_on_its_list(session, kim, promised):
    people = [
        staff.add(session, name, f"{name}@example.org", frozenset({Role.HANDLER}), deed()).staff_id for name in "abc"
    ]
    one = deed(ANSWERED, f"staff:{people[0]}")
    draft = RestrictionDraft(RestrictionGround.OTHER, "His brother", people[:2])
    restrictions.restrict(session, promised.reference, draft, one)
    assert not is_let_in(session, kim, promised)
    with pytest.raises(NoSuchCase):
        jobs.propose(session, kim, promised.reference, 1, date(2027, 1, 8), "Late", by(kim))

    restrictions.change_viewers(session, promised.reference, [*people[:2], kim.id], one)
    assert is_let_in(session, kim, promised)


def test_no_list_of_ours_shows_them_anything_that_is_not_theirs(session, kim, promised):
    other = a_complaint(session, key="another")
    ours = landlord.current(session)
    team = duties.queue(session, kim, Filters(View.TEAM), Place(), ours, deed().at).page.lines
    posts = letters.to_go(session, kim, ("post_letter",), Place()).lines
    found = search.find(session, kim, Asked("Amina"), Place(), deed().at).lines

    assert {line.reference for line in team} <= {promised.reference}
    assert {line.reference for line in found} <= {promised.reference}
    assert [line.reference for line in jobs.to_do(session, kim, Place()).lines] == [promised.reference]
    assert other.reference not in {line.reference for line in posts}


def test_what_is_not_theirs_they_cannot_do(session, kim, promised, shows):
    for number in (2, 7):
        with pytest.raises(Refused) as refusal:
            jobs.finish(session, kim, promised.reference, number, ANSWERED, "A new pump", shows, by(kim))
        assert refusal.value.why is Why.NO_SUCH_PROMISE
    with pytest.raises(NoSuchCase):
        jobs.give_part(session, kim, a_complaint(session, key="another").reference, 1, "On 3 March", by(kim))


def test_done_needs_something_that_shows_it(session, kim, promised):
    with pytest.raises(Refused) as refusal:
        jobs.finish(session, kim, promised.reference, 1, ANSWERED, "A new pump", None, by(kim))

    assert refusal.value.why is ContractorWhy.DONE_WITHOUT_FILE


def test_what_they_did_is_in_the_record_as_theirs_and_counted_for_their_contractor(session, kim, promised, shows):
    jobs.try_access(session, kim, promised.reference, 1, Approach.VISIT, ANSWERED, "Nobody in", by(kim))
    jobs.miss_appointment(session, kim, promised.reference, 1, ANSWERED, by(kim))
    jobs.propose(session, kim, promised.reference, 1, date(2027, 1, 8), "The pump is late", by(kim))
    jobs.finish(session, kim, promised.reference, 1, ANSWERED, "A new pump", shows, by(kim))

    _, written = histories.read(session, promised.reference)
    theirs = [each.kind for each in written if each.by.staff_id == kim.id]
    assert theirs == [
        "promise_access_tried",
        "appointment_missed",
        "promise_date_proposed",
        "promise_done",
        "file_added",
    ]
    officer = staff.add(session, "Dana", "dana@example.org", frozenset({Role.COMPLAINTS_OFFICER}), deed())
    counted = promises.of_contractors(session, staff.whose(session, "dana@example.org"), ANSWERED)
    assert officer.staff_id
    assert counted[BRIGHT.key]._asdict() == {"open": 0, "late": 0, "done": 1, "not_done": 0, "appointments_missed": 1}


def test_who_has_died_is_not_rung_by_anybody(session, kim):
    person = a_person(ways={Way.PHONE: "0161 496 0000"}, preferences=Preferences(Safe.YES, (Way.PHONE,), Way.PHONE))
    made = an_answered(session, *PROMISES, on=ANSWERED, person=person)
    give_promise(session, made, 1, kim.id, ANSWERED)
    assert jobs.find(session, kim, made.reference).where.phone
    told = DeathDraft("Her son rang", ANSWERED, staff.present(session)[0].id)
    deaths.record(session, made.reference, 1, told, deed(ANSWERED, "staff:1"))

    assert not jobs.find(session, kim, made.reference).where.phone


def test_only_a_contractors_person_is_named_to_answer_and_only_at_stage_1(session, kim):
    made, _ = states.acknowledged(session)
    for number, why in ((77, ContractorWhy.NOT_A_CONTRACTORS_PERSON), (None, Why.NOTHING_CHANGED)):
        with pytest.raises(Refused) as refusal:
            third_parties.name(session, made.reference, number, deed(LOOKING, "staff:1"))
        assert refusal.value.why is why
    answered, on = states.answered(session)
    with pytest.raises(Refused) as late:
        third_parties.name(session, answered.reference, kim.id, deed(on, "staff:1"))
    assert late.value.why is ContractorWhy.ONLY_AT_STAGE_1


def test_a_contractors_person_is_that_and_nothing_else(session, kim):
    assert [each.id for each in of_contractors(session)] == [kim.id]
    assert kim.id not in {each.id for each in staff.present(session)}
    for roles, contractor in (({Role.CONTRACTOR}, ""), ({Role.HANDLER}, "bright"), ({Role.CONTRACTOR}, "gone")):
        with pytest.raises(Refused):
            staff.add(session, "Lou", "lou@example.org", frozenset(roles), deed(), contractor=contractor)
    with pytest.raises(Refused) as refusal:
        staff.change_roles(session, kim.email, frozenset({Role.HANDLER}), deed())
    assert refusal.value.why is ContractorWhy.CONTRACTOR_IS_ONE_ALONE


def test_a_part_that_was_asked_for_is_reminded_of_like_a_colleagues(session, kim):
    made, _ = states.acknowledged(session)
    ask_for_part(session, made, kim.id, LOOKING)

    assert contributions.remind(session, made.reference, deed(date(2026, 12, 2), "clock")) == 1


@pytest.fixture
def shows():
    """A photo on the disk, which no case knows of yet."""
    return offered(FileKind.JPEG, "The new pump")
