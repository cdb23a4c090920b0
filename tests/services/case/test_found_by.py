"""What a case is found by is kept with the deed, and gone with what was taken out."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.landlord.permissions import Role
from app.domain.people import renewals
from app.domain.people.preferences import Way
from app.domain.said import FOUND_BY, WordsKind
from app.services import projections
from app.services.case import erasures, histories, messages, search
from app.services.case.search import Asked
from app.services.landlord import staff
from app.store.case.filters import Narrowed
from app.store.pages import START
from app.store.search import SAID, WHO, keep
from tests import cases, states
from tests.cases import deed

AT = cases.deed().at


@pytest.fixture
def me(session):
    staff.add(session, "Grace Hall", "grace@example.org", frozenset({Role.COMPLAINTS_OFFICER}), deed())
    return staff.whose(session, "grace@example.org")


@pytest.fixture
def made(session, me):
    person = cases.a_person(
        ways={Way.EMAIL: "amina@example.org", Way.PHONE: "+447700900123"},
    )
    return cases.a_complaint(session, person)


@pytest.fixture
def found(session, me):
    def find(typed, **more):
        page = search.find(session, me, Asked(typed, **more), START, AT)
        return [line.reference for line in page.lines]

    return find


def test_what_was_written_is_found_only_by_who_asks_for_it(found, made):
    assert found("boiler") == []
    assert found("boiler", said=True) == [made.reference]


def test_who_and_what_are_found_together(found, made):
    assert found("amina boil", said=True) == [made.reference]
    assert found("jones boil", said=True) == []


@pytest.mark.parametrize("typed", ["07700 900123", "+44 7700 900 123", "0044 (0)7700 900123", "amina 077009"])
def test_a_number_is_found_however_it_is_typed(found, made, typed):
    assert found(typed) == [made.reference]


def test_words_written_later_are_found_from_then_on(session, found, made):
    write(session, made, "The ceiling came down.")

    assert found("ceiling boiler", said=True) == [made.reference]


def test_a_text_that_is_taken_out_is_found_no_more(session, found, made):
    write(session, made, "The ceiling came down.")

    erasures.remove_texts(session, made.reference, [2], "Another person was named", deed(by="staff:1"))

    assert found("ceiling", said=True) == []
    assert found("boiler", said=True) == [made.reference]


def test_an_erased_case_is_found_by_no_word(session, me, found):
    made, _ = states.finished(session)
    assert found("boiler amina", said=True) == [made.reference]

    assert erasures.erase(session, made.reference, date(2033, 3, 1), deed(date(2033, 3, 1), "clock"))

    assert [found(typed, said=True) for typed in ("boiler", "amina")] == [[], []]


def test_how_somebody_proved_who_they_are_is_not_looked_through(session, found, made):
    with histories.opened(session, made.reference, deed(by="staff:1")) as case:
        case.add(renewals.renew(case.complaint, 1, "They gave the word bluebell", case.write))

    assert found("bluebell", said=True) == []


def test_filling_the_projections_again_fills_what_cases_are_found_by(session, found, made):
    for index in (WHO, SAID):
        keep(session, made.case_id, ["nothing"], index)

    projections.rebuild(session, "", 10, kind="complaint")

    assert found("07700900123") == found("boiler", said=True) == [made.reference]


@pytest.mark.parametrize(
    ("narrowed", "is_found"),
    [
        (Narrowed(stage=1), True),
        (Narrowed(stage=2), False),
        (Narrowed(phase="sent"), True),
        (Narrowed(phase="finished"), False),
        (Narrowed(flag="danger_now"), False),
        (Narrowed(area="repairs"), False),
        (Narrowed(nobodys=True), True),
        (Narrowed(handler=1), False),
        (Narrowed(since=cases.RECEIVED, until=cases.RECEIVED), True),
        (Narrowed(since=date(2026, 11, 24)), False),
        (Narrowed(until=date(2026, 11, 22)), False),
    ],
)
@pytest.mark.parametrize("typed", ["", "boiler"])
def test_what_is_found_is_narrowed_with_words_or_without(found, made, narrowed, is_found, typed):
    assert (made.reference in found(typed, said=True, cases=narrowed)) is is_found


def test_only_what_is_late_is_found_when_that_is_asked(session, me, made):
    def late(at):
        return search.find(session, me, Asked("amina", late=True), START, at).lines

    assert late(AT) == ()
    assert len(late(cases.deed(date(2027, 1, 20)).at)) == 1


def test_every_kind_of_words_is_either_looked_through_or_left_out_on_purpose():
    assert frozenset(WordsKind) - FOUND_BY == {
        WordsKind.RESTRICTION,
        WordsKind.CONFLICT,
        WordsKind.SAFEGUARDING,
        WordsKind.IDENTITY,
        WordsKind.REVIEW,
        WordsKind.SURVEY,
    }


def write(session, made, text):
    messages.receive(session, made.reference, 1, text, deed(by=f"party:{made.case_id}.1"))
