"""Words of an annual report beside figures that were counted anew, and the number by which people know an edition."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session

from app.domain.figures.edition_states import PARTS, Stage
from app.domain.figures.edition_whys import EditionWhy
from app.domain.refused import Refused
from app.services.figures import editions, published
from app.store.figures.editions import EditionLine
from tests.annual import BY, SIGNER, TODAY, counted, edition_published, edition_written

ONE = PARTS[0]


def found(session: Session, number: int) -> editions.Found:
    page = editions.find(session, number)
    assert page is not None
    return page


def test_what_was_written_beside_other_figures_is_read_again_before_anybody_signs(session: Session) -> None:
    number = edition_written(session)
    editions.recount(session, number, counted(session), BY)
    assert found(session, number).written_before == (), "the same figures"
    document = counted(session)
    document["as_of"] = "2026-05-05"
    editions.recount(session, number, document, BY)
    assert found(session, number).written_before == (), "the same figures, on another day"
    document["homes"] = {"LCRA": 1, "LCHO": None}
    editions.recount(session, number, document, BY)
    assert set(found(session, number).written_before) == {*PARTS}

    editions.write(session, number, ONE, f"We write about {ONE.of}.", BY)
    editions.write(session, number, PARTS[1], "Other words.", BY)

    assert set(found(session, number).written_before) == {*PARTS[2:]}
    assert len(found(session, number).written(ONE)) == 1, "the same words are no version"
    with pytest.raises(Refused) as refusal:
        editions.sign(session, number, SIGNER, BY)
    assert refusal.value.why is EditionWhy.WRITTEN_BEFORE
    editions.hold(session, number, BY)
    editions.sign(session, number, SIGNER, BY)


def test_words_of_an_edition_before_are_read_beside_other_figures_first(session: Session) -> None:
    edition_published(session)
    document = counted(session)
    document["as_of"] = "2026-05-05"
    second = editions.begin(session, document, BY)

    assert set(found(session, second).written_before) == {*PARTS}


def test_an_edition_has_the_number_of_its_year_that_everybody_sees() -> None:
    year, day = date(2025, 4, 1), date(2026, 3, 31)
    of = [
        ("2024-25", Stage.REPLACED, TODAY),
        ("2025-26", Stage.WITHDRAWN, None),
        ("2025-26", Stage.WITHDRAWN, TODAY),
        ("2024-25", Stage.PUBLISHED, TODAY),
        ("2025-26", Stage.BEING_WRITTEN, None),
    ]
    lines = [EditionLine(id, slug, year, day, stage.value, on) for id, (slug, stage, on) in enumerate(of, 1)]

    assert published.numbers(reversed(lines)) == {1: 1, 2: None, 3: 1, 4: 2, 5: 2}
