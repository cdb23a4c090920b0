"""The letters about new points, and about complaints that became one, two or none: each says what, why and by when."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from uuid import uuid4

from sqlalchemy.orm import Session

from app.domain.case.raised import About, Course
from app.domain.mail.notices import Notice
from app.services.case import histories, links, mistakes
from app.services.case.complaints import Made
from app.store.mail import letters
from app.words.mail.blocks import plain
from tests import belonging, states
from tests.belonging import LATER
from tests.cases import LOOKUP_KEY, deed


def letter(session: Session, reference: str, notice: Notice) -> str:
    """Return the latest letter of this kind as text."""
    case = histories.found(session, reference, deed())
    number = max(each.number for each in case.complaint.letters if each.notice is notice)
    found = letters.find(session, case.id, number)
    assert found is not None
    return plain(json.loads(found.blocks or ""))


def decided(session: Session, made: Made, draft: object, on: date = LATER) -> str:
    belonging.decided(session, made, draft, on)  # type: ignore[arg-type]
    return letter(session, made.reference, Notice.NEW_POINT)


def test_what_joins_is_told_with_the_new_version(session: Session) -> None:
    text = decided(session, belonging.understood(session), belonging.RELATED)

    assert belonging.WORDS in text
    assert "Our dates stay the same." in text
    assert "because it belongs to what we are looking at" in text
    assert "The radiators leak" in text


def test_what_joins_before_the_acknowledgement_is_promised_in_it(session: Session) -> None:
    text = decided(session, belonging.one(session), replace(belonging.RELATED, point=None))

    assert "You will have that by Monday 30 November 2026." in text


def test_what_is_apart_is_told_with_its_reference_its_day_and_the_reasons(session: Session) -> None:
    made = belonging.understood(session)
    text = decided(session, made, belonging.UNRELATED)
    reference = histories.found(session, made.reference, deed()).complaint.new_points[0].reference

    assert reference in text
    assert "counts from Friday 27 November 2026" in text
    assert "It is about the car park." in text


def test_what_is_apart_once_we_answered_says_so(session: Session) -> None:
    made, on = states.answered(session)

    text = decided(session, made, replace(belonging.UNRELATED, reason=""), on)

    assert "we have already answered this complaint at Stage 1" in text


def test_how_we_handled_it_goes_to_stage_2_or_to_the_ombudsman(session: Session) -> None:
    made, on = states.answered(session)
    assert "It goes to Stage 2" in decided(session, made, replace(belonging.HANDLED, seen=Course.STAGE_2), on)

    final, on = states.final_answer(session)
    draft = replace(belonging.HANDLED, about=About.HANDLING, seen=Course.OMBUDSMAN)
    assert "You can take this to the Housing Ombudsman now." in decided(session, final, draft, on)


def test_two_that_became_one_are_told_of_the_earlier_day(session: Session) -> None:
    made, _ = belonging.merged(session)
    text = letter(session, made.reference, Notice.MERGED)

    assert "It counts from Thursday 19 November 2026" in text
    assert "You will have our answer by Wednesday 9 December 2026" in text


def test_two_that_became_one_when_it_was_late_say_that_it_is(session: Session) -> None:
    made, other = belonging.two(session)
    late = date(2026, 12, 14)
    links.merge(session, belonging.SAM, made.reference, other.reference, deed(late, "staff:1"))

    assert "We should have answered by" in letter(session, made.reference, Notice.MERGED)


def test_points_that_left_late_have_a_receipt_that_says_so(session: Session) -> None:
    made = belonging.understood(session)
    late = date(2026, 12, 2)
    reference = links.split(session, made.reference, [2], LOOKUP_KEY, deed(late, "staff:1", key=uuid4().hex))
    text = letter(session, made.reference, Notice.SPLIT_OFF)
    receipt = letter(session, reference, Notice.RECEIPT)

    assert reference in text
    assert "The gas bill" in text
    assert "Both count from Monday 23 November 2026" in text
    assert "We should have written to you by Monday 30 November" in receipt
    assert "We are late, and we are sorry." in receipt


def test_what_was_logged_by_mistake_says_why_and_what_to_do_if_that_is_wrong(session: Session) -> None:
    made, on = belonging.mistaken(session)
    text = letter(session, made.reference, Notice.LOGGED_BY_MISTAKE)
    mistakes.take_back(session, made.reference, "You told us that you do complain.", deed(on, "staff:2"))
    again = letter(session, made.reference, Notice.MISTAKE_TAKEN_BACK)

    assert "It was typed twice." in text
    assert "Tell us if you do want to complain." in text
    assert "It counts from Monday 23 November 2026" in again
    assert "You told us that you do complain." in again
