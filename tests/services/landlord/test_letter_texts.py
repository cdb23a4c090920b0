"""Our own words in letters: kept in versions, printed as they stood, and in the place of nothing that the Code asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.case.answer_checks import draft_of
from app.domain.case.findings import ResponseDraft
from app.domain.changed import Changed
from app.domain.clock.profiles import Finding
from app.domain.landlord.landlord import Landlord, OmbudsmanContact
from app.domain.landlord.letter_texts import LetterKind, OwnWords
from app.domain.landlord.whys import TextWhy
from app.domain.mail.notices import Notice
from app.domain.people.preferences import Preferences, Safe, Way
from app.domain.record import canonical
from app.domain.refused import Refused
from app.services.case import answer_checks, histories, responses
from app.services.landlord import landlord, letter_texts
from app.services.mail.letters import preview
from app.store import record
from app.store.landlord import letter_texts as store
from app.store.mail import letters
from tests import states
from tests.cases import a_person, an_acknowledged, an_answer, an_answered, deed
from tests.letters import OMBUDSMAN, in_order, letter

HERE = Preferences(Safe.NO, (Way.HERE,), Way.HERE)
WORDS = OwnWords("Thank you for writing to {landlord}, {name}.", "Thank you for your patience.")
NOW = deed(by="staff:1")


def put(session, words, kind=LetterKind.PARTLY_UPHELD, language="en", by=NOW):
    return letter_texts.put(session, kind, language, words, by)


def person(**more):
    return a_person(ways={}, preferences=HERE, **more)


def test_each_writing_is_a_version_and_the_same_again_is_none(session):
    assert put(session, WORDS) == 1
    assert put(session, WORDS) == 1
    assert put(session, replace(WORDS, ending="")) == 2

    assert store.version(session, "partly-upheld", "en", 1).ending == WORDS.ending
    assert [each.version for each in store.all_latest(session)] == [2]
    assert [each.facts for each in record.read(session, "letter_texts")] == [
        '{"language":"en","letter":"partly-upheld","version":1}',
        '{"language":"en","letter":"partly-upheld","version":2}',
    ]


def test_words_written_over_somebody_elses_are_changed(session):
    put(session, WORDS)

    with pytest.raises(Changed):
        put(session, OwnWords("Hello"), by=replace(NOW, seen=0))


def test_words_that_may_not_stand_are_kept_nowhere(session):
    with pytest.raises(Refused) as refused:
        put(session, OwnWords("Ask the Housing Ombudsman Service"))

    assert refused.value.why is TextWhy.OMBUDSMAN_IN_TEXT
    assert store.all_latest(session) == []


def test_the_name_that_the_landlord_gives_the_ombudsman_is_looked_for_too(session):
    landlord.put(session, Landlord(ombudsman=OmbudsmanContact("Tenants’ Watch")), NOW)

    with pytest.raises(Refused):
        put(session, OwnWords("The TENANTS’ WATCH will not help"))


def test_an_answer_begins_and_ends_with_the_words_for_what_it_comes_to(session):
    put(session, WORDS)
    put(session, OwnWords("We did nothing wrong"), LetterKind.NOT_UPHELD)

    text = letter(session, an_answered(session, person=person()))

    assert "Thank you for writing to Your landlord, Amina Yusuf." in text
    assert text.index("Thank you for your patience.") < text.index("OMBUDSMAN")
    assert "nothing wrong" not in text


def test_a_line_with_something_that_the_case_does_not_know_is_left_out(session):
    put(session, OwnWords("Dear {name}, thank you.\nWe are sorry."))

    text = letter(session, an_answered(session, person=person(name="")))

    assert "Dear ," not in text
    assert "We are sorry.\n" in text


def test_words_of_another_language_are_not_put_into_a_letter(session):
    put(session, WORDS, language="cy")

    assert WORDS.ending not in letter(session, an_answered(session, person=person()))


def test_what_somebody_wrote_for_an_answer_is_printed_in_the_place_of_ours(session):
    put(session, WORDS)
    made = an_acknowledged(session, person=person())

    responses.issue(
        session, made.reference, replace(an_answer(), own=OwnWords("My own")), deed(date(2026, 12, 8), "staff:1")
    )

    text = letter(session, made)
    assert "My own" in text
    assert WORDS.ending not in text


def test_an_answer_with_a_brace_that_stands_for_nothing_is_refused(session):
    made = an_acknowledged(session, person=person())

    with pytest.raises(Refused) as refused:
        responses.issue(
            session, made.reference, replace(an_answer(), own=OwnWords("{x}")), deed(date(2026, 12, 8), "staff:1")
        )

    assert refused.value.why is TextWhy.UNKNOWN_PLACEHOLDER


def test_a_later_version_changes_no_answer_that_waits_to_be_checked(session):
    put(session, WORDS)
    made = an_acknowledged(session, person=person())
    answer_checks.ask(session, made.reference, an_answer(), deed(date(2026, 12, 7), "staff:1"))

    put(session, OwnWords("Other words"))
    by = deed(date(2026, 12, 8), "staff:2")
    case = histories.found(session, made.reference, by)
    kept = draft_of(case.texts()[case.complaint.answer_checks[0].answer.number])

    assert kept.own == WORDS


def test_an_answer_kept_before_there_were_such_words_still_reads():
    older = canonical(ResponseDraft()).replace('"own":null,', "")

    assert "own" not in older
    assert draft_of(older).own is None


@pytest.mark.parametrize("findings", [(Finding.UPHELD, Finding.UPHELD), (Finding.UPHELD, Finding.NOT_UPHELD)])
def test_our_words_take_nothing_out_of_an_answer(session, findings):
    made = an_acknowledged(session, person=person())
    drawn = an_answer()
    found = tuple(replace(each, finding=finding) for each, finding in zip(drawn.findings, findings, strict=True))
    case = histories.found(session, made.reference, deed(date(2026, 12, 8), "staff:1"))
    issued = responses.answer(case, replace(drawn, findings=found))

    nothing_taken_out(case, Notice.ANSWER, issued)


def nothing_taken_out(case, notice, event):
    bare, worded = (preview(case, notice, event, own=own) for own in (OwnWords(), OwnWords("FIRST", "LAST")))

    assert [each for each in worded if each.get("text") not in ("FIRST", "LAST")] == bare
    assert len(worded) == len(bare) + 2
    texts = [each.get("text") for each in worded]
    assert texts.index("FIRST") < texts.index("LAST") < texts.index("How to reach us")


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        (states.acknowledged, LetterKind.ACKNOWLEDGED),
        (states.more_time_taken, LetterKind.MORE_TIME),
        (states.refused, LetterKind.REFUSED),
    ],
    ids=lambda each: getattr(each, "__name__", ""),
)
def test_the_other_letters_have_our_words_and_the_way_to_the_ombudsman(session, state, kind):
    put(session, OwnWords("FIRST", "LAST"), kind)

    made = state(session)[0]

    written = (letter(session, made, number + 1) for number in range(len(letters.of_case(session, made.case_id))))
    (text,) = (each for each in written if "FIRST" in each)
    in_order(text, "FIRST", "LAST", "HOW TO REACH US", *OMBUDSMAN[1:])
