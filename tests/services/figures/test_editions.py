"""An annual report as it is kept: raced, verified, put right by another, and told to everybody as it was signed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from app.domain.changed import Changed
from app.domain.deed import Deed
from app.domain.figures.edition_states import PARTS, Place, Stage, Use
from app.domain.figures.edition_whys import EditionWhy
from app.domain.oversight.improvements import ImprovementDraft, mark
from app.domain.refused import Refused
from app.services import projections
from app.services.figures import editions, published
from app.services.oversight import improvements
from app.services.record import Fault, verify
from app.store.figures.editions import EditionDocumentRow, EditionNameRow, EditionRow, EditionTextRow
from app.store.landlord.staff import Member
from tests.annual import (
    BOARD,
    BY,
    SIGNER,
    TODAY,
    YEAR,
    counted,
    edition_answered,
    edition_begun,
    edition_published,
    edition_signed,
    edition_written,
)

ONE = PARTS[0]


def found(session: Session, number: int) -> editions.Found:
    page = editions.find(session, number)
    assert page is not None
    return page


def seen(session: Session, number: int) -> Deed:
    """Somebody whose page is drawn now."""
    return replace(BY, seen=found(session, number).seen)


def test_it_goes_from_its_beginning_to_the_public(session: Session) -> None:
    number = edition_published(session)

    (line,) = published.published(session)
    shown = published.edition(session, "2025-26")
    assert (line.id, line.slug, line.stage) == (number, "2025-26", Stage.PUBLISHED.value)
    assert shown is not None
    *parts, signature, response = shown.paper.chapters
    assert signature.words == ("Signed by Jo Bell, Director of Housing, on 4 May 2026.",)
    assert response.words == ("The board welcomes this report.", "Ann Lee, for the governing body, 4 May 2026")
    assert [part.words for part in parts] == [(f"We write about {place.of}.",) for place in PARTS]
    assert shown.document == counted(session)
    drafted = {place: text for place, text in found(session, number).drafted.items() if place.use is Use.ANALYSIS}
    said = {each.section.key: each.beside for each in parts[1].shown}
    assert {place.of: said[place.of][0].text for place in drafted} == {each.of: drafted[each] for each in drafted}


def test_figures_are_kept_in_their_own_order_by_which_equal_shares_are_rounded(session: Session) -> None:
    number = edition_begun(session)

    assert json.dumps(found(session, number).document) == json.dumps(counted(session))


def test_nobody_reads_what_is_not_published(session: Session) -> None:
    edition_answered(session)

    assert published.published(session) == []
    assert published.edition(session, "2025-26") is None


def test_every_version_of_a_paragraph_is_kept_and_the_same_words_are_none(session: Session) -> None:
    number = edition_begun(session)
    for words in ("First.", "Second.", "Second. "):
        editions.write(session, number, ONE, words, BY)

    assert [each.text for each in found(session, number).written(ONE)] == ["Second.", "First."]


def test_of_two_who_write_the_same_paragraph_the_second_is_told(session: Session) -> None:
    number = edition_begun(session)
    mine = seen(session, number)
    editions.write(session, number, ONE, "Theirs.", BY)

    with pytest.raises(Changed) as changed:
        editions.write(session, number, ONE, "Mine.", mine)

    assert [each.kind for each in changed.value.since] == ["edition_paragraph_written"]
    editions.write(session, number, PARTS[1], "Mine.", mine)
    assert found(session, number).stands(ONE) == "Theirs."


def test_nobody_signs_answers_or_publishes_what_they_have_not_seen(session: Session) -> None:
    number = edition_written(session)
    mine = seen(session, number)
    editions.write(session, number, ONE, "Theirs.", BY)
    for act, draft in ((editions.sign, SIGNER), (editions.respond, BOARD), (editions.withdraw, "Wrong.")):
        with pytest.raises(Changed):
            act(session, number, draft, mine)  # type: ignore[operator]
    with pytest.raises(Changed):
        editions.publish(session, number, mine)


def test_figures_are_counted_anew_until_it_is_signed(session: Session) -> None:
    number = edition_begun(session, date(2026, 3, 31))
    assert EditionWhy.YEAR_NOT_OVER in [gap.why for gap in found(session, number).unfit]
    editions.recount(session, number, counted(session), BY)

    assert found(session, number).document["as_of"] == TODAY.isoformat()
    assert EditionWhy.YEAR_NOT_OVER not in [gap.why for gap in found(session, number).unfit]


def test_words_hold_beside_the_same_figures_counted_on_another_day(session: Session) -> None:
    number = edition_written(session)
    later = counted(session)
    later["as_of"] = "2026-12-01"

    editions.recount(session, number, later, BY)
    assert found(session, number).written_before == ()

    later["stages"]["1"]["received"] += 1
    editions.recount(session, number, later, BY)
    assert ONE in found(session, number).written_before


def test_figures_that_do_not_add_up_are_not_signed(session: Session) -> None:
    number = edition_written(session)
    document = counted(session)
    document["stages"]["1"]["received"] += 1
    editions.recount(session, number, document, BY)

    with pytest.raises(Refused) as refusal:
        editions.sign(session, number, SIGNER, BY)

    assert [gap.why for gap in refusal.value.gaps] == [EditionWhy.FIGURES_DO_NOT_ADD_UP, EditionWhy.WRITTEN_BEFORE]
    assert any("stages.1" in fault.where for fault in found(session, number).faults)


def test_it_is_put_right_by_another_that_begins_with_its_words(session: Session) -> None:
    first = edition_published(session)
    second = edition_begun(session)
    assert found(session, second).stands(ONE) == found(session, first).stands(ONE)
    assert published.edition(session, "2025-26").number == first  # type: ignore[union-attr]
    editions.sign(session, second, SIGNER, BY)
    editions.respond(session, second, BOARD, BY)
    editions.publish(session, second, BY)

    now, before = published.edition(session, "2025-26"), published.edition(session, "2025-26", 1)
    assert now is not None
    assert before is not None
    assert (now.number, now.version, now.stage) == (second, 2, Stage.PUBLISHED)
    assert (before.number, before.version, before.stage) == (first, 1, Stage.REPLACED)
    assert (now.paper.of[0], "Edition" in str(before.paper.of)) == ("Edition 2", False)
    assert published.edition(session, "2025-26", 3) is None


def test_sentences_drawn_from_figures_are_drawn_anew_from_those_of_another_edition(session: Session) -> None:
    first = edition_published(session)
    drafted = Place(Use.ANALYSIS, "volumes")
    assert found(session, first).words[drafted], "signed as it stood"

    assert drafted not in found(session, edition_begun(session)).words


def test_how_complaints_were_handled_begins_with_the_figures_and_is_not_signed_so(session: Session) -> None:
    number = edition_begun(session)
    analysis = PARTS[1]

    assert "We received 0 complaints at Stage 1." in found(session, number).stands(analysis)
    assert EditionWhy.WITHOUT_ANALYSIS in [gap.why for gap in found(session, number).unfit]


def test_what_is_withdrawn_stays_and_says_so(session: Session) -> None:
    number = edition_published(session)
    editions.withdraw(session, number, "A table was wrong.", BY)

    shown = published.edition(session, "2025-26")
    assert shown is not None
    assert (shown.stage, shown.withdrawn_why) == (Stage.WITHDRAWN, "A table was wrong.")


def test_how_they_stand_is_filled_again_from_the_record(session: Session) -> None:
    edition_published(session)
    edition_begun(session)
    before = editions.lines(session)
    session.execute(delete(EditionRow))

    projections.rebuild(session, "", 10, kind="edition")

    assert editions.lines(session) == before


def test_the_record_tells_whether_figures_and_words_are_what_they_were(session: Session) -> None:
    edition_published(session)
    assert verify(session).broken == ()
    session.execute(update(EditionTextRow).where(EditionTextRow.number == 1).values(text="Another."))
    session.execute(update(EditionDocumentRow).values(text="{}"))

    assert [(each.position, each.fault) for each in verify(session).broken] == [
        (1, Fault.WORDS_ALTERED),
        (2, Fault.WORDS_ALTERED),
    ]
    session.execute(delete(EditionTextRow))
    assert Fault.WORDS_LOST in {each.fault for each in verify(session).broken}


def test_a_name_goes_in_time_and_the_report_stays(session: Session) -> None:
    edition_published(session)
    session.execute(update(EditionNameRow).values(name=None, salt=None))

    shown = published.edition(session, "2025-26")
    assert shown is not None
    assert [each.words[-1] for each in shown.paper.chapters[-2:]] == [
        "Signed by the Director of Housing on 4 May 2026.",
        "For the governing body, 4 May 2026",
    ]
    verified = verify(session)
    assert (verified.erased, verified.broken) == (2, ())


def test_a_paragraph_says_its_draft_until_somebody_writes_and_nothing_once_it_is_emptied(session: Session) -> None:
    number = edition_begun(session)
    place = next(iter(found(session, number).drafted))
    assert found(session, number).stands(place) == found(session, number).drafted[place]
    editions.write(session, number, place, "", BY)
    assert found(session, number).stands(place) == ""
    assert found(session, number).stands(Place(Use.LEARNING, place.of)) == ""


def improved(session: Session, said: str) -> int:
    """Somebody let everybody read of something that was done in the year."""
    draft = ImprovementDraft(said, "Nobody looked.", ("We look.", "We ring."), done_on=YEAR.last)
    number = improvements.begin(session, draft, (), Member(1, "Jo", "", "", frozenset()), BY)
    improvements.publish(session, number, True, BY)
    return number


def test_what_the_register_says_is_signed_as_it_was_read_and_stays(session: Session) -> None:
    number, first = edition_written(session), improved(session, "You wait too long.")
    read = replace(SIGNER, read=mark(found(session, number).lessons))
    second = improved(session, "You waited in the cold.")
    with pytest.raises(Changed):
        editions.sign(session, number, read, BY)

    editions.sign(session, number, replace(SIGNER, read=mark(found(session, number).lessons)), BY)
    for each in (first, second):
        improvements.take_back(session, each, BY)
    editions.respond(session, number, BOARD, BY)
    editions.publish(session, number, BY)

    (shown,) = published.edition(session, "2025-26").paper.chapters[3].shown  # type: ignore[union-attr]
    assert shown.section.table is not None
    assert [(line.head, [each.said for each in line.figures]) for line in shown.section.table.lines] == [
        ("You waited in the cold.", ["Nobody looked.", "We look.\nWe ring.", "March 2026"]),
        ("You wait too long.", ["Nobody looked.", "We look.\nWe ring.", "March 2026"]),
    ]
    assert verify(session).broken == ()


def test_an_edition_nobody_began_is_none(session: Session) -> None:
    assert editions.find(session, 99) is None
    with pytest.raises(editions.NoSuchEdition):
        editions.withdraw(session, 99, "", BY)
    assert edition_signed(session) == 1
